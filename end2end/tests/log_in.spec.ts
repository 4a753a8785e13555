import { messages, newestMessage } from '../support/mailbox';
import { wrong } from '../support/person';
import { expect, test } from '../support/test';

const HOLDS_CHARACTER =
  "That address holds a character that we can't use, perhaps one that can't be seen. Type one plain address, such as ada@example.com.";

test('with the code, from a fresh database, and out again', async ({ me, page, email, app }) => {
  await page.goto('/');
  await expect(me.heading).toHaveText('Log in without a password');
  await page.getByRole('link', { name: 'Log in' }).click();
  await expect(page).toHaveURL('/sessions/log_in');
  await me.emailField.fill(email);
  await me.button('Send me a code').click();

  await expect(page).toHaveURL('/sessions/password');
  await expect(page).toHaveTitle('Check your email · Magic Auth');
  await expect(page.getByRole('main')).toContainText(`to ${email}. They work for 10 minutes, until `);
  const message = await newestMessage(app, email);
  expect(message.subject).toBe('Log in to Magic Auth');
  await me.types(message.code);
  await me.isLoggedIn();
  await expect(page.getByRole('main')).toContainText(`You log in with ${email}.`);

  await me.logsOut();
  await expect(page).toHaveURL('/sessions/log_in?notice=logged_out');
  await me.isLoggedOut();
});

test('with the link, in the browser that asked', async ({ me, page, email, app }) => {
  const message = await me.asksAndReads(email);
  await page.goto(message.link);
  await expect(page).toHaveURL('/sessions/verify');
  await expect(page.getByRole('main')).toContainText(`This logs you in as ${email}.`);
  await me.isLoggedOut();

  await me.button('Log in').click();
  await me.isLoggedIn();
  expect(await messages(app, email)).toHaveLength(1);
});

test('Back after logging out shows nothing protected', async ({ me, page, email }) => {
  await me.logsIn(email);
  await page.goto('/');
  await expect(page.getByRole('main')).toContainText(email);
  await me.logsOut();
  // First home, then the account page.
  await page.goBack();
  await expect(me.heading).toHaveText('Log in without a password');
  await expect(page.locator('body')).not.toContainText(email);
  await page.goBack();
  await expect(page).toHaveURL(/\/sessions\/log_in\?notice=/);
  await expect(page.locator('body')).not.toContainText(email);
});

test('a copied cookie is dead after logging out', async ({ me, someone, page, email }) => {
  await me.logsIn(email);
  const thief = await someone({ storageState: await page.context().storageState() });
  await thief.page.goto('/account');
  await thief.isLoggedIn();
  // An open page would leave by itself, perhaps just when it is told to go elsewhere.
  await thief.page.goto('about:blank');
  await me.logsOut();
  await thief.page.goto('/account');
  await expect(thief.page).toHaveURL(/\/sessions\/log_in\?/);
  await thief.isLoggedOut();
});

test('a wrong code says how many tries are left and keeps the digits', async ({ me, page, email }) => {
  const { code } = await me.asksAndReads(email);
  await me.types(wrong(code));
  await expect(me.error).toHaveText("That code didn't match. 4 tries left. Type it again, or open the link in the email.");
  await expect(me.codeField).toHaveValue(wrong(code));
  await expect(me.codeField).toHaveAttribute('aria-invalid', 'true');
  await expect(me.codeField).toHaveAccessibleDescription(/That code didn't match\. 4 tries left\./);
  await expect(me.codeField).toBeFocused();
  if (me.scripts) {
    await me.ready();
    await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe(wrong(code));
  }

  await me.types(code);
  await me.isLoggedIn();
});

test('too few digits cost no try', async ({ me, email }) => {
  const { code } = await me.asksAndReads(email);
  await me.codeField.fill(code.slice(0, 5));
  await me.button('Log in').click();
  await expect(me.error).toHaveText('A code has 6 digits. Type all of them.');
  await me.types(wrong(code));
  await expect(me.error).toContainText('4 tries left.');
});

test('after five wrong codes only a new email helps', async ({ me, page, email, app }) => {
  const old = await me.asksAndReads(email);
  for (const left of ['4 tries left.', '3 tries left.', '2 tries left.', '1 try left.']) {
    await me.types(wrong(old.code));
    await expect(me.error).toContainText(left);
  }
  await me.types(wrong(old.code));
  await expect(me.heading).toHaveText('Ask for a new code');
  await expect(me.error).toContainText('That was one wrong code too many.');
  await expect(me.codeField).toHaveCount(0);

  await me.button('Send me a new code').click();
  await expect(me.heading).toHaveText('Check your email');
  const { code } = await newestMessage(app, email, old);
  await me.types(code);
  await me.isLoggedIn();
  await expect(page.getByRole('main')).toContainText(email);
});

for (const [typed, said] of [
  ['', 'Type your email address.'],
  ['ada', "That address isn't complete. It looks like ada@example.com."],
  ['ada@example.com, bob@example.com', HOLDS_CHARACTER],
  ['"ada"@example.com', HOLDS_CHARACTER],
  ['ada@example..com', 'Check what stands behind the @: no email can reach it.'],
] as const) {
  test(`an address such as "${typed}" is told at its field`, async ({ me, page }) => {
    await page.goto('/sessions/log_in');
    await me.emailField.fill(typed);
    await me.button('Send me a code').click();
    await expect(me.error).toHaveText(said);
    await expect(me.emailField).toHaveAccessibleDescription(new RegExp(escape(said)));
    await expect(me.emailField).toHaveValue(typed);
    await expect(me.emailField).toBeFocused();
    await expect(page).toHaveTitle('Check your address · Magic Auth');
  });
}

for (const keep of [true, false]) {
  test(`"Keep me logged in" ${keep ? 'on' : 'off'}`, async ({ me, page, email }) => {
    await me.logsIn(email, { keep });
    const cookies = await page.context().cookies();
    const session = cookies.find((cookie) => cookie.name === '__Host-magic_auth')!;
    expect(session).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Lax', path: '/' });
    const days = (session.expires - Date.now() / 1000) / (24 * 60 * 60);
    if (keep) expect(days).toBeCloseTo(60, 1);
    else expect(session.expires).toBe(-1);
  });
}

for (const way of ['code', 'link'] as const) {
  test(`the page that met the wall comes back, by ${way}`, async ({ me, page, email }) => {
    const message = await me.asksAndReads(email, { at: '/account?from=the+wall' });
    if (way === 'code') {
      await me.types(message.code);
    } else {
      await page.goto(message.link);
      await me.button('Log in').click();
    }
    await me.isLoggedIn('/account?from=the+wall');
  });
}

test('the page that met the wall survives a bad address and five wrong codes', async ({ me, page, email, app }) => {
  await page.goto('/account?from=the+wall');
  await expect(me.notice).toHaveText('Log in to see that page.');
  await me.emailField.fill('ada@');
  await me.button('Send me a code').click();
  await expect(me.error).toBeVisible();
  await me.emailField.fill(email);
  await me.button('Send me a code').click();
  await expect(me.heading).toHaveText('Check your email');
  const old = await newestMessage(app, email);
  for (let tries = 1; tries <= 5; tries++) {
    await me.types(wrong(old.code, tries));
    await expect(me.error).toContainText(tries < 5 ? `${5 - tries} tr` : 'one wrong code too many');
  }
  await me.button('Send me a new code').click();
  await expect(me.heading).toHaveText('Check your email');
  await me.types((await newestMessage(app, email, old)).code);
  await me.isLoggedIn('/account?from=the+wall');
});

for (const evil of ['//evil.example', '/\\evil.example', 'https://evil.example', '/sessions/log_out', '/%2F/evil.example']) {
  test(`return_to=${evil} is not followed`, async ({ me, page, email }) => {
    const at = `/sessions/log_in?return_to=${encodeURIComponent(evil)}`;
    await me.types((await me.asksAndReads(email, { at })).code);
    await me.isLoggedIn();
    await page.goto(at);
    await me.isLoggedIn();
  });
}

test('who is logged in is sent on from the log-in pages', async ({ me, page, email }) => {
  await me.logsIn(email);
  for (const path of ['/sessions/log_in', '/sessions/password', '/sessions/verify']) {
    await page.goto(path);
    await expect(page, path).toHaveURL('/account');
  }
});

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
