import type { Page, WebSocketRoute } from '@playwright/test';
import type { Person } from '../support/person';
import { expect, test } from '../support/test';

/** What proxies do to sockets that they do not know, and a server that has enough of them. */
const WAYS: [string, (socket: WebSocketRoute) => void][] = [
  ['never opens', () => undefined],
  ['opens and closes at once', (socket) => void socket.close({ code: 4999, reason: 'cut' })],
  ['is one too many', (socket) => void socket.close({ code: 4003, reason: '' })],
];

/** Loads the account page, whose sockets meet this, under a clock of the test's own. Says what the page then asks. */
async function open(me: Person, meet: (socket: WebSocketRoute) => void): Promise<{ asked: string[]; sockets: () => number }> {
  const asked: string[] = [];
  let sockets = 0;
  me.page.on('request', (request) => {
    if (request.url().includes('/sessions/live/look')) asked.push(request.url());
  });
  await me.page.routeWebSocket('**/sessions/live?*', (socket) => {
    sockets++;
    meet(socket);
  });
  await me.page.clock.install();
  await me.page.goto('/account');
  await me.ready();
  return { asked, sockets: () => sockets };
}

/** A minute and the ten seconds between two looks at the clock. */
const aMinuteLater = (page: Page) => page.clock.fastForward('01:10');

for (const [way, meet] of WAYS) {
  test(`where the socket ${way}, a log-out elsewhere is noticed within a minute`, { tag: '@scripts' }, async ({ me, someone, email }) => {
    const other = await someone();
    await me.logsIn(email);
    await other.logsIn(email);
    const { asked, sockets } = await open(me, meet);
    expect(asked).toEqual([]);
    await aMinuteLater(me.page);
    await expect.poll(() => asked.length, 'asks by fetch').toBeGreaterThan(0);
    expect(asked[0]!.includes('socket=none'), 'says so where no socket has ever come up').toBe(way !== 'is one too many');
    await me.isLoggedIn();
    await me.page.clock.fastForward('05:10');
    await expect.poll(sockets, 'and tries the socket again').toBeGreaterThan(1);

    await other.button('Log out everywhere').click();
    await expect(other.notice).toBeVisible();
    await expect(async () => {
      await aMinuteLater(me.page);
      await expect(me.page).toHaveURL(/\/sessions\/log_in\?notice=logged_out_everywhere/, { timeout: 500 });
    }).toPass();
    await expect(me.notice).toHaveText('You were logged out everywhere.');
  });
}

test('where the socket is good, nothing is asked', { tag: '@scripts' }, async ({ me, email }) => {
  await me.logsIn(email);
  const heard = { dots: 0 };
  const { asked } = await open(me, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((message) => {
      heard.dots++;
      socket.send(message);
    });
  });
  // Each time it has just heard of the server, by a socket that it opens anew because its clock has moved on.
  for (let minutes = 1; minutes <= 3; minutes++) {
    await expect.poll(() => heard.dots).toBeGreaterThanOrEqual(minutes);
    await me.page.clock.fastForward('00:50');
    await me.page.evaluate(() => window.dispatchEvent(new Event('focus')));
  }
  expect(asked).toEqual([]);
});
