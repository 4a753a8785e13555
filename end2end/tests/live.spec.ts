import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page, WebSocket } from '@playwright/test';
import { connected, live } from '../support/live';
import { newestLetter } from '../support/mailbox';
import type { Person } from '../support/person';
import { expect, test } from '../support/test';

/** The farewell of a page whose session has ended, or the log-in page that it leaves for. */
async function hasLeft(page: Page, words: string): Promise<void> {
  await expect(page).toHaveURL(/\/sessions\/log_in\?notice=/);
  await expect(page.getByRole('status')).toHaveText(words);
}

/** Another tab of the same browser, live. */
async function tab(me: Person, path = '/account'): Promise<Page> {
  const page = await me.page.context().newPage();
  await live(page, () => page.goto(me.app.url + path));
  return page;
}

const everywhere = (person: Person) => person.button('Log out everywhere');

test('three tabs and two browsers leave when one logs out everywhere', { tag: '@scripts' }, async ({ me, someone, email }) => {
  const other = await someone();
  await me.logsIn(email);
  await other.logsIn(email);
  await live(me.page, () => me.page.reload());
  await live(other.page, () => other.page.reload());
  const tabs = [await tab(me), await tab(me, '/')];

  // What they showed is gone before they leave: the way to the log-in page is held up.
  await other.page.route('**/sessions/log_in**', () => undefined);
  await everywhere(me).click();
  await expect(other.page.locator('#session-ended')).toContainText('You were logged out everywhere.');
  await expect(other.page.locator('body')).not.toContainText(email);
  expect(await other.page.title()).toBe('You are logged out');
  await other.page.unrouteAll({ behavior: 'ignoreErrors' });
  await other.page.goto(me.app.url + '/account');

  await hasLeft(me.page, 'You were logged out everywhere.');
  for (const page of tabs) await hasLeft(page, 'You were logged out everywhere.');
  await hasLeft(other.page, 'You were logged out everywhere.');
  for (const page of [me.page, other.page, ...tabs]) {
    await page.goBack().catch(() => undefined);
    await expect(page.locator('body')).not.toContainText(email);
  }
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
  const previous = await newestLetter(me.app, email);
  await other.emailField.fill(email);
  await other.button('Send me a code').click();
  await expect(other.heading).toHaveText('Check your mail');
  await other.types((await newestLetter(me.app, email, previous)).code);
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

test('a log-out while the page was offline is found out', { tag: '@scripts' }, async ({ me, someone, email, complaints }) => {
  complaints.allow(/ERR_INTERNET_DISCONNECTED|WebSocket/);
  const other = await someone();
  await me.logsIn(email);
  await other.logsIn(email);
  await live(other.page, () => other.page.reload());
  await other.page.clock.install();
  await other.page.context().setOffline(true);
  await everywhere(me).click();
  await expect(me.notice).toBeVisible();
  await other.page.context().setOffline(false);
  await other.page.clock.fastForward('02:00');
  await hasLeft(other.page, 'You were logged out everywhere.');
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
  // It wakes up after a sleep, and doubts its line.
  await other.page.clock.install();
  await other.page.evaluate(() => window.dispatchEvent(new Event('focus')));
  expect(sockets.length).toBe(1);
  const [again] = await Promise.all([connected(other.page), other.page.clock.fastForward('05:00')]);
  expect(again).toBe(sockets[1]);
  await expect.poll(() => open.size).toBe(1);
  await other.page.route('**/sessions/log_in**', () => undefined);
  await everywhere(me).click();
  await expect(other.page.locator('#session-ended')).toBeVisible();
  await other.page.clock.fastForward('30:00');
  expect(sockets.length).toBe(2);
  expect(most).toBeLessThanOrEqual(2);
  await other.page.unrouteAll({ behavior: 'ignoreErrors' });
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
  await other.page.goto('/account');
  await expect(other.notice).toHaveText('You were logged out everywhere.');
  await other.page.goBack();
  await expect(other.page.locator('body')).not.toContainText(email);
});
