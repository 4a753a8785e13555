import { newestMessage } from '../support/mailbox';
import { wrong } from '../support/person';
import { expect, test } from '../support/test';
import { forwarded } from '../support/trouble';

const OTHER = 'Type the code too';

test('opening a link changes nothing, however often', async ({ me, page, email }) => {
  const { link } = await me.asksAndReads(email);
  const scanner = await page.context().browser()!.newContext();
  for (let times = 0; times < 3; times++) {
    const head = await scanner.request.head(link);
    expect(head.status()).toBe(200);
    const get = await scanner.request.get(link);
    expect(get.url()).toBe(`${me.app.url}/sessions/verify`);
  }
  await scanner.close();
  await page.goto(link);
  await me.button('Log in').click();
  await me.isLoggedIn();
});

test('in another browser it asks for the code and logs in only that one', async ({ me, someone, email }) => {
  const message = await me.asksAndReads(email);
  const other = await someone();
  await other.page.goto(message.link);
  await expect(other.page).toHaveURL('/sessions/verify');
  await expect(other.heading).toHaveText(OTHER);
  await expect(other.page.getByRole('main')).toContainText(`To log in here as ${email}`);
  await expect(other.page.getByRole('main')).toContainText(/asked for in another browser: \w+ on \w+, 127\.0\.0\.1/);

  await other.button('Log in').click();
  await expect(other.error).toHaveText('Type the code that stands in the same email as the link.');
  await other.types(wrong(message.code));
  await expect(other.error).toHaveText("That code didn't match. 4 tries left.");
  await expect(other.codeField).toHaveValue(wrong(message.code));
  await other.types(message.code);
  await other.isLoggedIn();

  await me.isLoggedOut();
  if (me.scripts) await expect(me.heading).toHaveText('Ask for a new code');
  else await me.page.goto('/sessions/password');
  await expect(me.error).toContainText('This email has already been used.');
});

test('guesses in another browser leave the tries of the one that asked', async ({ me, someone, email }) => {
  const message = await me.asksAndReads(email);
  const other = await someone();
  await other.page.goto(message.link);
  for (let tries = 1; tries <= 5; tries++) {
    await expect(other.heading).toHaveText(OTHER);
    await other.types(wrong(message.code, tries));
    if (tries < 5) await expect(other.error).toContainText(`${5 - tries} tr`);
  }
  await expect(other.heading).toHaveText('Too many wrong codes');
  await me.types(message.code);
  await me.isLoggedIn();
});

test('the tab that waits goes on by itself', { tag: '@scripts' }, async ({ me, page, email, context }) => {
  const { link } = await me.asksAndReads(email, { at: '/account?from=the+wall' });
  await me.ready();
  const second = await context.newPage();
  await second.goto(link);
  await second.getByRole('button', { name: 'Log in' }).click();
  await expect(second).toHaveURL('/account?from=the+wall');
  await page.bringToFront();
  await me.isLoggedIn('/account?from=the+wall');
});

for (const event of ['focus', 'visibilitychange', 'online', 'pageshow']) {
  const title = `the tab that waits asks at once when it wakes up (${event})`;
  test(title, { tag: '@scripts' }, async ({ me, page, email, context }) => {
    // The clock stands still, as it does while a laptop sleeps: no timer runs.
    await page.clock.install();
    await me.asks(email);
    await me.ready();
    await page.clock.pauseAt(Date.now() + 60 * 60 * 1000);
    const { link } = await newestMessage(me.app, email);
    const second = await context.newPage();
    await second.goto(link);
    await second.getByRole('button', { name: 'Log in' }).click();
    await expect(second).toHaveURL('/account');

    await expect(me.heading).toHaveText('Check your email');
    await page.evaluate((event) => {
      const target = event === 'visibilitychange' ? document : window;
      target.dispatchEvent(new Event(event, { bubbles: true }));
    }, event);
    await me.isLoggedIn();
  });
}

test('a tab that waits does not cut off a code that is on its way', { tag: '@scripts' }, async ({ me, page, email }) => {
  // While the answer is on its way the page comes into sight again and again, each time a reason to ask how things
  // stand; that the email has been used would be news. The last time it says that it is through.
  await page.addInitScript(() => {
    addEventListener('submit', () => {
      let times = 0;
      const coming = setInterval(() => {
        dispatchEvent(new Event('focus'));
        if (++times < 10) return;
        clearInterval(coming);
        void fetch('/robots.txt?through');
      }, 20);
    });
  });
  const { code } = await me.asksAndReads(email);
  await me.ready();
  const asked: string[] = [];
  await page.route('**/api/magic_auth/log_in_with_code', async (route) => {
    const { status, headers } = await forwarded(route);
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.waitForRequest('**/robots.txt?through');
    await route.fulfill({ status, headers });
  });
  await me.types(code);
  await me.isLoggedIn();
  expect(asked).not.toContain('/sessions/waiting');
});

test('opened while logged in as somebody else it asks', async ({ me, someone, page, email }) => {
  const grace = 'grace@example.com';
  await me.logsIn(grace);
  const ada = await someone();
  const message = await ada.asksAndReads(email);
  await page.goto(message.link);
  await expect(me.notice).toContainText(`You are logged in here as ${grace}. Going on logs that one out.`);
  await page.getByRole('link', { name: 'Stay logged in' }).click();
  await expect(page.getByRole('main')).toContainText(`You log in with ${grace}.`);

  await page.goto(message.link);
  await me.types(message.code);
  await me.isLoggedIn();
  await expect(page.getByRole('main')).toContainText(`You log in with ${email}.`);
});

test('a used link says so', async ({ me, someone, page, email }) => {
  const message = await me.asksAndReads(email);
  await me.types(message.code);
  await me.isLoggedIn();
  const other = await someone();
  await other.page.goto(message.link);
  await expect(other.heading).toHaveText('This link has been used');
  await other.page.getByRole('link', { name: 'Ask for a new email' }).click();
  await expect(other.page).toHaveURL('/sessions/log_in');
  await page.goto(message.link);
  await expect(page).toHaveURL('/account');
});

test('a link that was used while its page was open says so', async ({ me, page, email, context }) => {
  const message = await me.asksAndReads(email);
  await page.goto(message.link);
  await expect(me.heading).toHaveText('Log in?');
  const second = await context.newPage();
  await second.goto(message.link);
  await second.getByRole('button', { name: 'Log in' }).click();
  await expect(second).toHaveURL('/account');
  await me.button('Log in').click();
  await me.isLoggedIn();
});

for (const [name, change] of [
  ['cut', (link: string) => link.slice(0, -9)],
  ['lengthened', (link: string) => `${link}x`],
  ['empty', (link: string) => link.replace(/token=.*/, 'token=')],
  ['not base64', (link: string) => `${link.slice(0, -2)}!!`],
] as const) {
  test(`a link that is ${name} says so`, async ({ me, page, email }) => {
    const { link } = await me.asksAndReads(email);
    await page.goto(change(link));
    await expect(page).toHaveURL('/sessions/verify');
    await expect(me.heading).toHaveText("This link doesn't work");
    // This browser has asked: its code can still be typed.
    await page.getByRole('link', { name: 'Type the code' }).click();
    await expect(me.codeField).toBeVisible();
  });
}
