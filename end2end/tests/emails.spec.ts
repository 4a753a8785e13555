import { messages, newestMessage } from '../support/mailbox';
import { expect, test } from '../support/test';
import { forwarded, fragileDatabase } from '../support/trouble';

const SOON = 'An email is on its way. Wait a moment before you ask for another.';

test('a browser that keeps no cookies is told what to do', async ({ me, page, email }) => {
  for (const address of ['**/api/magic_auth/request_log_in', '**/sessions/log_in*']) {
    await page.route(address, async (route) => {
      const { status, headers, body } = await forwarded(route);
      delete headers['set-cookie'];
      delete headers['content-encoding'];
      await route.fulfill({ status, headers, body });
    });
  }
  await page.goto('/sessions/log_in');
  await me.emailField.fill(email);
  await me.button('Send me a code').click();
  await expect(page).toHaveURL('/sessions/log_in?error=no_challenge');
  await expect(me.error).toContainText('allow them for this site and try again');
});

test('another email too soon', { tag: '@no-scripts' }, async ({ me, page, email, app }) => {
  await me.asks(email);
  await me.button('Send it again').click();
  await expect(me.notice).toHaveText(SOON);
  await expect(me.codeField).toBeVisible();
  await page.goto('/sessions/log_in');
  await expect.poll(async () => (await messages(app, email)).length).toBe(1);
});

test('asking from the log-in page again sends nothing new too soon', async ({ me, email, app }) => {
  const { code } = await me.asksAndReads(email);
  await me.asks(email);
  await expect.poll(async () => (await messages(app, email)).length).toBe(1);
  await me.types(code);
  await me.isLoggedIn();
});

test('the button for another email counts down', { tag: '@scripts' }, async ({ me, page, email }) => {
  await page.clock.install();
  await me.asks(email);
  await me.ready();
  const again = me.button(/end it again/);
  await expect(again).toBeDisabled();
  await expect(again).toHaveText(/^[Ss]end it again in 0:(30|2\d)$/);
  await page.clock.fastForward(20_000);
  await expect(again).toHaveText(/^[Ss]end it again in 0:(10|0\d)$/);
  await expect(again).toBeDisabled();
  await page.clock.fastForward(11_000);
  await expect(again).toHaveText(/^[Ss]end it again$/);
  await expect(again).toBeEnabled();
});

test('another email: both codes work, three are enough', async ({ someone, startApp, email }) => {
  const app = await startApp({ EMAIL_PAUSE: '1s' });
  const me = await someone({}, app);
  const first = await me.asksAndReads(email);
  let newest = first;
  for (let more = 1; more <= 2; more++) {
    // Without scripts the button may be pressed too soon; then it is pressed again.
    await expect(async () => {
      await me.button(/^[Ss]end it again$/).click({ timeout: 2_000 });
      await expect(me.notice).toHaveText('We sent you another email.', { timeout: 500 });
    }).toPass();
    newest = await newestMessage(app, email, newest);
  }
  await expect(me.page.getByRole('main')).toContainText("You've asked for several emails");
  await expect(me.button(/end it again/)).toHaveCount(0);
  expect(await messages(app, email)).toHaveLength(3);
  await me.types(first.code);
  await me.isLoggedIn();
});

test('two clicks send one email', { tag: '@scripts' }, async ({ me, page, email, app }) => {
  let posts = 0;
  page.on('request', (request) => void (posts += Number(request.url().endsWith('/api/magic_auth/request_log_in'))));
  await page.goto('/sessions/log_in');
  await me.ready();
  await me.emailField.fill(email);
  await me.button('Send me a code').dblclick();
  await expect(me.heading).toHaveText('Check your email');
  await expect.poll(async () => (await messages(app, email)).length).toBe(1);
  expect(posts).toBe(1);
});

test('a pressed button shows that work is going on', { tag: '@scripts' }, async ({ me, page, email }) => {
  await page.goto('/sessions/log_in');
  await me.ready();
  // 204 leaves the page as it is, as if the answer were still to come.
  let posts = 0;
  await page.route('**/api/magic_auth/request_log_in', (route) => {
    posts += 1;
    return route.fulfill({ status: 204 });
  });
  await me.emailField.fill(email);
  const button = me.button('Send me a code');
  const width = (await button.boundingBox())!.width;
  await button.click();
  const busy = me.button('Sending…');
  await expect(busy).toHaveAttribute('aria-busy', 'true');
  expect((await busy.boundingBox())!.width).toBe(width);
  await busy.click();
  await me.emailField.press('Enter');
  await expect.poll(() => posts).toBe(1);

  await page.setViewportSize({ width: 320, height: 600 });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow, 'a busy button fits when the window becomes narrower').toBe(0);

  // As when the page comes back from the browser's memory.
  await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  await expect(button).toBeVisible();
  await expect(button).not.toHaveAttribute('aria-busy');
  await page.unroute('**/api/magic_auth/request_log_in');
  await button.click();
  await expect(me.heading).toHaveText('Check your email');
});

test('offline nothing is lost, and it can be sent afterwards', { tag: '@scripts' }, async ({ me, page, email, context, complaints }) => {
  complaints.allow(/ERR_INTERNET_DISCONNECTED/);
  await page.goto('/sessions/log_in');
  await me.ready();
  await me.emailField.fill(email);
  await context.setOffline(true);
  await me.button('Send me a code').click();
  await expect(me.error).toHaveText('You are offline. What you typed is still here; send it again once you are connected.');
  await expect(me.emailField).toHaveValue(email);
  await context.setOffline(false);
  await expect(me.error).toBeHidden();
  await me.button('Send me a code').click();
  await expect(me.heading).toHaveText('Check your email');
});

test('with the database away one is told so, and nothing is used up', async ({ someone, startApp, email, complaints }) => {
  complaints.allow(/status of 503/);
  const database = fragileDatabase();
  const me = await someone({}, await startApp(database.env));
  const { code } = await me.asksAndReads(email);
  await me.ready();
  database.breakIt();
  await me.types(code);
  await expect(me.heading).toHaveText("We'll be right back");
  await expect(me.page.getByRole('main')).toContainText('Nothing was lost or used up');
  database.mendIt();
  await me.page.goto('/sessions/password');
  await me.types(code);
  await me.isLoggedIn();
});
