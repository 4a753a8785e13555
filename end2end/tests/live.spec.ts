import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page, WebSocket } from '@playwright/test';
import { connected, lineOf, live } from '../support/live';
import { newestMessage } from '../support/mailbox';
import type { Person } from '../support/person';
import { expect, test } from '../support/test';

/** The farewell of a page whose session has ended, or the log-in page that it leaves for. */
async function hasLeft(page: Page, words: string): Promise<void> {
  await expect(page).toHaveURL(/\/sessions\/log_in\?notice=/);
  await expect(page.getByRole('status')).toHaveText(words);
}

/** Another tab of the same browser that has been at these addresses, live at the last. */
async function tab(me: Person, ...paths: string[]): Promise<Page> {
  const page = await me.page.context().newPage();
  for (const path of paths) await live(page, () => page.goto(me.app.url + path));
  return page;
}

/** What a page calls itself towards the server. */
const pageOf = (socket: WebSocket) => new URL(socket.url()).searchParams.get('page');

/** What happens to a page that the browser keeps in its memory, and to one that it takes from there. */
const keeps = (page: Page) => transition(page, 'pagehide');
const takesBack = (page: Page) => transition(page, 'pageshow');
function transition(page: Page, type: string): Promise<unknown> {
  return page.evaluate((type) => window.dispatchEvent(new PageTransitionEvent(type, { persisted: true })), type);
}

const everywhere = (person: Person) => person.button('Log out everywhere');

test('three tabs and two browsers leave when one logs out everywhere', { tag: '@scripts' }, async ({ me, someone, email }) => {
  const other = await someone();
  await me.logsIn(email);
  await other.logsIn(email);
  await live(me.page, () => me.page.reload());
  await live(other.page, () => other.page.reload());
  // Each with something to go back to.
  const tabs = [await tab(me, '/account', '/account?page=1'), await tab(me, '/account?page=1', '/')];
  const own = await live(me.page, () => me.page.reload());
  await me.ready();

  // What they showed is gone before they leave: the way to the log-in page leads nowhere, so that they can be looked at.
  await other.page.route('**/sessions/log_in**', (route) => route.fulfill({ status: 204 }));
  const posted = me.page.waitForRequest('**/api/magic_auth/log_out_all');
  await everywhere(me).click();
  // The acting page has said which one it is, and so is left to go where its form leads.
  expect(new URLSearchParams((await posted).postData() ?? '').get('page')).toBe(pageOf(own));
  await expect(other.page.locator('[data-farewell]')).toContainText('You were logged out everywhere.');
  await expect(other.page.locator('body')).not.toContainText(email);
  expect(await other.page.title()).toBe('You are logged out');
  await other.page.unrouteAll();
  await other.page.goto(me.app.url + '/account');

  await hasLeft(me.page, 'You were logged out everywhere.');
  for (const page of tabs) await hasLeft(page, 'You were logged out everywhere.');
  await hasLeft(other.page, 'You were logged out everywhere.');
  for (const page of [me.page, other.page, ...tabs]) {
    await page.goBack().catch(() => undefined);
    await expect(page.locator('body')).not.toContainText(email);
  }
  for (const page of tabs) await expect(page, 'what was there before asks to log in').toHaveURL(/\/sessions\/log_in/);
});

test('logging out in one tab takes the others of that browser along, and no other browser', { tag: '@scripts' }, async ({ me, someone, email }) => {
  const other = await someone();
  await me.logsIn(email);
  await other.logsIn(email);
  await live(other.page, () => other.page.reload());
  const second = await tab(me, '/');
  await me.logsOut();
  await hasLeft(second, 'You are logged out.');
  await other.isLoggedIn();
});

test('a page that was ended from the list says so, and brings back to where one was', { tag: '@scripts' }, async ({ me, someone, email }) => {
  const other = await someone();
  await other.logsIn(email);
  await live(other.page, () => other.page.goto('/account?page=1'));
  await me.logsIn(email);
  await me.button('Log out all others').click();
  await expect(me.notice).toHaveText('All your other browsers are logged out.');
  await hasLeft(other.page, 'You were logged out from another browser.');
  await expect(me.page).toHaveURL('/account?notice=others_ended');
  const previous = await newestMessage(me.app, email);
  await other.emailField.fill(email);
  await other.button('Send me a code').click();
  await expect(other.heading).toHaveText('Check your email');
  await other.types((await newestMessage(me.app, email, previous)).code);
  await expect(other.page).toHaveURL('/account?page=1');
});

test('a log-out while the page is still loading is noticed', { tag: '@scripts' }, async ({ me, someone, email }) => {
  const other = await someone();
  await me.logsIn(email);
  await other.logsIn(email);
  let letItCome = () => {};
  const held = new Promise<void>((resolve) => (letItCome = resolve));
  await other.page.route('**/*.wasm', async (route) => {
    await held;
    await route.continue();
  });
  await other.page.goto('/account', { waitUntil: 'commit' });
  await expect(other.page.getByRole('heading', { level: 1 })).toBeVisible();
  await everywhere(me).click();
  await expect(me.notice).toBeVisible();
  letItCome();
  await hasLeft(other.page, 'You were logged out everywhere.');
});

test('a log-out while the line was cut is found out as soon as there is one again', { tag: '@scripts' }, async ({ me, someone, email }) => {
  const other = await someone();
  await me.logsIn(email);
  await other.logsIn(email);
  const line = await lineOf(other.page);
  await other.page.reload();
  await expect.poll(() => line.alive).toBe(1);
  await other.page.clock.install();
  await line.cut();
  await everywhere(me).click();
  await expect(me.notice).toBeVisible();
  const attempts = line.attempts;
  await expect(async () => {
    await other.page.clock.fastForward(2_000);
    expect(line.attempts).toBeGreaterThan(attempts + 1);
  }).toPass();
  await expect(other.page.locator('[data-farewell]')).toBeHidden();
  await expect(other.page.locator('body')).toContainText(email);
  line.mend();
  await expect(async () => {
    await other.page.clock.fastForward(5_000);
    await expect(other.page).toHaveURL(/notice=/, { timeout: 250 });
  }).toPass();
  await hasLeft(other.page, 'You were logged out everywhere.');
});

for (const [cut, random, pauses] of [
  ['least', 0, [0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 12, 12]],
  ['most', 1, [1, 2, 4, 8, 16, 32, 60, 60]],
] as const) {
  test(`pauses between attempts grow to a minute, the ${cut} of them`, { tag: '@scripts' }, async ({ me, email }) => {
    await me.logsIn(email);
    await me.page.addInitScript(refuseSockets, random);
    await me.page.clock.install({ time: 0 });
    await me.page.clock.pauseAt(1_000);
    await me.page.reload();
    // Scripts too wait for this clock.
    await expect(async () => {
      await me.page.clock.runFor(20);
      expect(await me.page.evaluate(() => 'pageIsAlive' in window)).toBe(true);
    }).toPass();
    await me.page.clock.runFor('05:00');
    const times = await me.page.evaluate(() => (window as unknown as { attempts: number[] }).attempts);
    const waited = times.slice(1).map((time, at) => (time - times[at]!) / 1_000);
    expect(waited.slice(0, pauses.length)).toEqual(pauses);
  });
}

/** Runs in a page before its own scripts: no socket opens, and chance is what it is told to be. */
function refuseSockets(random: number): void {
  const attempts: number[] = [];
  Object.assign(window, { attempts });
  Math.random = () => random;
  window.WebSocket = class extends EventTarget {
    onclose?: (event: CloseEvent) => void;
    constructor() {
      super();
      attempts.push(Date.now());
      queueMicrotask(() => this.onclose?.(new CloseEvent('close', { code: 1006 })));
    }
    close(): void {}
  } as unknown as typeof WebSocket;
}

for (const wakes of ['visibilitychange', 'online', 'focus']) {
  test(`after a sleep the page connects anew at once, woken by ${wakes}`, { tag: '@scripts' }, async ({ me, email }) => {
    await me.logsIn(email);
    await live(me.page, () => me.page.reload());
    await me.page.clock.install();
    // The clock has moved on, and no timer knows.
    await me.page.clock.setSystemTime(Date.now() + 3_600_000);
    const [socket] = await Promise.all([
      connected(me.page),
      me.page.evaluate((type) => window.dispatchEvent(new Event(type)), wakes),
    ]);
    expect(socket.isClosed()).toBe(false);
  });
}

test('a page leaves when its time is over, and says so', { tag: '@scripts' }, async ({ someone, startApp, email }) => {
  const me = await someone({}, await startApp({ SESSION_IDLE: '5s' }));
  await me.logsIn(email);
  await expect(me.page).toHaveURL(/notice=/, { timeout: 10_000 });
  await hasLeft(me.page, 'Your session has expired. Log in again to go on.');
});

test('what a browser keeps in its memory shows nothing before the server was asked anew', { tag: '@scripts' }, async ({ me, someone, email }) => {
  const other = await someone();
  await me.logsIn(email);
  await other.logsIn(email);
  await live(other.page, () => other.page.reload());
  await other.ready();
  await keeps(other.page);
  await expect(other.page.locator('body')).toBeHidden();
  await everywhere(me).click();
  await expect(me.notice).toBeVisible();
  await takesBack(other.page);
  await hasLeft(other.page, 'You were logged out everywhere.');

  // Who is still logged in sees it again, as it is now.
  await me.logsIn(email);
  await live(me.page, () => me.page.reload());
  await me.ready();
  await keeps(me.page);
  await live(me.page, () => takesBack(me.page));
  await expect(me.page.locator('body')).toBeVisible();
});

test('the page that asks whether to log out everywhere does not do so when it comes back', { tag: '@scripts' }, async ({ me, email }) => {
  await me.logsIn(email);
  await live(me.page, () => me.page.goto('/sessions/log_out/all/get'));
  await me.ready();
  await keeps(me.page);
  await takesBack(me.page);
  await me.isLoggedIn();
});

test('after a restart of the server pages come back by themselves, or leave if their session has ended', { tag: '@scripts' }, async ({ someone, startApp, email, complaints }) => {
  complaints.allow(/WebSocket|ERR_CONNECTION_REFUSED/);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'magic-auth-lasting-'));
  const env = { DATABASE_URL: `sqlite://${folder}/lasting.db` };
  const before = await startApp(env);
  const [stays, goes] = [await someone({}, before), await someone({}, before)];
  await stays.logsIn(email);
  await goes.logsIn(email);
  await live(stays.page, () => stays.page.reload());
  await live(goes.page, () => goes.page.reload());
  await before.stop();
  const back = connected(stays.page);
  await goes.page.context().clearCookies({ name: '__Host-magic_auth' });
  await startApp(env, before.port);
  await back;
  await hasLeft(goes.page, 'You are logged out.');
  await stays.isLoggedIn();
  rmSync(folder, { recursive: true, force: true });
});

test('a page has one connection, and a dead session is not tried again', { tag: '@scripts' }, async ({ me, someone, email }) => {
  const other = await someone();
  await me.logsIn(email);
  await other.logsIn(email);
  await live(other.page, () => other.page.reload());
  const sockets: WebSocket[] = [];
  const open = new Set<WebSocket>();
  let most = 0;
  other.page.on('websocket', (socket) => {
    sockets.push(socket);
    open.add(socket);
    most = Math.max(most, open.size);
    socket.on('close', () => open.delete(socket));
  });
  await live(other.page, () => other.page.reload());
  const comesIntoSight = () => other.page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await other.page.clock.install();
  await comesIntoSight();
  expect(sockets.length).toBe(1);
  // It wakes up after a sleep, and doubts its line.
  await other.page.clock.fastForward('05:00');
  const [again] = await Promise.all([connected(other.page), comesIntoSight()]);
  expect(again).toBe(sockets[1]);
  await expect.poll(() => open.size).toBe(1);
  // The way to the log-in page leads nowhere, so that the page can be looked at.
  await other.page.route('**/sessions/log_in**', (route) => route.fulfill({ status: 204 }));
  await everywhere(me).click();
  await expect(other.page.locator('[data-farewell]')).toBeVisible();
  await other.page.clock.fastForward('30:00');
  expect(sockets.length).toBe(2);
  expect(most).toBeLessThanOrEqual(2);
});

test('only our own page may lead to the address that logs out everywhere', { tag: '@scripts' }, async ({ me, someone, email, complaints }) => {
  // The browser itself keeps the picture away, and says so.
  complaints.allow(/ERR_BLOCKED|Failed to load resource|CORS policy/);
  const other = await someone();
  await me.logsIn(email);
  await other.logsIn(email);
  const address = `${me.app.url}/sessions/log_out/all/get`;

  // Typed in.
  await me.page.goto(address);
  await expect(me.heading).toHaveText('Log out everywhere?');
  // A picture and a link on another site.
  const evil = await me.page.context().newPage();
  await evil.route('http://evil.example/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<img src="${address}"><a href="${address}">win</a>` }),
  );
  await evil.goto('http://evil.example/');
  await evil.getByRole('link', { name: 'win' }).click();
  await expect(evil.getByRole('heading', { level: 1 })).toHaveText('Log out everywhere?');
  await other.page.reload();
  await other.isLoggedIn();

  // A redirect from inside a page of ours.
  await me.page.goto('/account');
  await me.page.evaluate((to) => location.assign(to), address);
  await hasLeft(me.page, 'You were logged out everywhere.');
  await hasLeft(evil, 'You were logged out everywhere.');
  await hasLeft(other.page, 'You were logged out everywhere.');
});

test('without scripts the next click meets the log-in page with the reason', { tag: '@no-scripts' }, async ({ me, someone, email }) => {
  const other = await someone();
  await me.logsIn(email);
  await other.logsIn(email);
  await everywhere(me).click();
  await expect(me.notice).toHaveText('You were logged out everywhere.');
  await other.button('Log out all others').click();
  await expect(other.page).toHaveURL(/\/sessions\/log_in/);
  await expect(other.notice).toHaveText('You were logged out everywhere.');
  await other.page.goBack();
  await expect(other.page.locator('body')).not.toContainText(email);
});
