import { live } from '../support/live';
import { newestMessage, undoLink } from '../support/mailbox';
import type { Person } from '../support/person';
import { expect, test } from '../support/test';

const newAddress = (email: string) => email.replace('ada', 'grace');

/** Types the code on a page whose button says something else than “Log in”. */
async function proves(person: Person, code: string, button: string): Promise<void> {
  await person.ready();
  await person.codeField.fill(code);
  if (!person.scripts) await person.button(button).click();
}

test('the form logs out everywhere and leads to the code page of the new address', async ({ me, someone, email }) => {
  const other = await someone();
  await other.logsIn(email);
  await me.logsIn(email);
  if (me.scripts) await live(other.page, () => other.page.reload());
  await me.asksToChange(newAddress(email));
  await expect(me.heading).toHaveText('Check your new address');
  if (other.scripts) await expect(other.page).toHaveURL(/notice=address_changing/);
  else await other.page.goto('/account');
  await expect(other.notice).toContainText('your email address is being changed');

  await proves(me, (await newestMessage(me.app, newAddress(email))).code, 'Use this address');
  await me.isLoggedIn('/account?notice=new_address');
  await expect(me.notice).toContainText('This is your email address now.');
  await expect(me.page.getByText(newAddress(email)).first()).toBeVisible();
});

test('the new link works with one click where the change was asked for', async ({ me, page, email }) => {
  await me.logsIn(email);
  await me.asksToChange(newAddress(email));
  await expect(me.heading).toHaveText('Check your new address');
  await page.goto((await newestMessage(me.app, newAddress(email))).link);
  await expect(me.heading).toHaveText('Use this address?');
  await me.ready();
  await me.button('Use this address').click();
  await me.isLoggedIn('/account?notice=new_address');
});

test('an address that cannot be meant is refused with what was typed', async ({ me, page, email }) => {
  await me.logsIn(email);
  let posts = 0;
  page.on('request', (request) => void (posts += Number(request.url().endsWith('/api/magic_auth/change_email'))));
  await me.asksToChange(`  ${email.toUpperCase()}`);
  await expect(me.error).toContainText('That is your address already.');
  await expect(page.getByLabel('New email address')).toHaveAttribute('aria-invalid', 'true');
  if (me.scripts) {
    expect(posts).toBe(0);
    await expect(page.getByLabel('New email address')).toBeFocused();
    await page.getByLabel('New email address').pressSequentially('x');
    await expect(me.error).toHaveCount(0);
    await page.getByLabel('New email address').fill('');
    await me.button('Change address').click();
    await expect(me.error).toContainText('Type your new email address.');
    expect(posts).toBe(0);
  }
  await me.asksToChange('grace@');
  await expect(me.error).toBeVisible();
  await expect(page.getByLabel('New email address')).toHaveValue('grace@');
  await me.isLoggedIn('/account?error=address_incomplete');
});

test('a log-in that is a while ago proves the present address first', async ({ someone, startApp, email }) => {
  const app = await startApp({ FRESH_LOG_IN: '1s' });
  const me = await someone({}, app);
  await me.logsIn(email);
  const loggedInAt = Number(await me.page.locator('time').first().getAttribute('data-at'));
  await expect.poll(() => Date.now() - loggedInAt).toBeGreaterThan(1_000);
  const message = await newestMessage(app, email);
  await me.asksToChange(newAddress(email));
  await expect(me.heading).toHaveText("Prove that it's you");
  await expect(me.page.getByRole('main')).toContainText(newAddress(email));
  await proves(me, (await newestMessage(app, email, message)).code, 'Go on');
  await expect(me.heading).toHaveText('Check your new address');
  await proves(me, (await newestMessage(app, newAddress(email))).code, 'Use this address');
  await me.isLoggedIn('/account?notice=new_address');
});

for (const moved of [false, true]) {
  test(`the old address takes the change back ${moved ? 'after' : 'before'} the move`, async ({ me, someone, email }) => {
    await me.logsIn(email);
    await me.asksToChange(newAddress(email));
    await expect(me.heading).toHaveText('Check your new address');
    if (moved) {
      await proves(me, (await newestMessage(me.app, newAddress(email))).code, 'Use this address');
      await me.isLoggedIn('/account?notice=new_address');
    }
    const owner = await someone();
    await owner.page.goto(await undoLink(me.app, email));
    await expect(owner.page).toHaveURL('/account/email/undo');
    await owner.ready();
    await owner.page.getByLabel("I don't want this change").check();
    await owner.button('Undo the change').click();
    await expect(owner.notice).toContainText('was undone');
    if (me.scripts && moved) await expect(me.page).toHaveURL(/notice=change_undone/);
    await owner.logsIn(email);
  });
}

test('a scanner that opens every link and presses every button changes nothing', { tag: '@scripts' }, async ({ me, someone, email }) => {
  await me.logsIn(email);
  await me.asksToChange(newAddress(email));
  await expect(me.heading).toHaveText('Check your new address');
  const confirm = await newestMessage(me.app, newAddress(email));
  for (const link of [confirm.link, await undoLink(me.app, email)]) {
    const scanner = await someone();
    await scanner.page.goto(link);
    await scanner.ready();
    for (const button of await scanner.page.getByRole('button').all()) await button.click().catch(() => undefined);
    await scanner.isLoggedOut();
  }
  await proves(me, confirm.code, 'Use this address');
  await me.isLoggedIn('/account?notice=new_address');
});
