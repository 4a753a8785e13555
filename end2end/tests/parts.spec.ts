import type { Locator, Page } from '@playwright/test';
import { logsIn } from '../support/host';
import { newestMessage } from '../support/mailbox';
import { Person } from '../support/person';
import { expect, test } from '../support/test';

/**
 * Every part on pages of an application that is none of ours (tests/parts_host): with siblings before and after it, inside
 * of `Suspense`, and twice; in an application that hydrates its pages, and in one with islands.
 */
const HOSTS = ['parts-hydrate', 'parts-islands'] as const;

/** The sections of a page. What comes late is put in its place by Leptos's own script. */
function sections(me: Person): Locator[] {
  return (me.scripts ? ['once', 'late', 'twice'] : ['once', 'twice']).map((id) => me.page.locator(`#${id}`));
}

/** The host's own counters count: nothing of ours has kept the page from coming to life, or taken it along. */
async function everyCounterCounts(page: Page): Promise<void> {
  const counters = await page.locator('.counter').all();
  expect(counters.length).toBeGreaterThan(10);
  for (const counter of counters) {
    const before = (await counter.textContent())!;
    await expect(async () => {
      await counter.click();
      await expect(counter).not.toHaveText(before, { timeout: 200 });
    }).toPass();
  }
}

async function showsWhatMembersSee(me: Person, email: string): Promise<void> {
  for (const section of sections(me)) {
    await expect(section.locator('.in')).toHaveText([`You are ${email}`]);
    await expect(section.locator('.greeting')).toHaveText([`Hello, ${email}`]);
    await expect(section.locator('.required')).toHaveText(['Yours alone']);
    await expect(section.locator('.out')).toHaveCount(0);
    await expect(section.getByRole('link', { name: 'Log in' })).toHaveCount(0);
    await expect(section.getByRole('button', { name: 'Log out', exact: true })).toHaveCount(1);
    await expect(section.getByRole('button', { name: 'Log out everywhere' })).toHaveCount(1);
    await expect(section.getByLabel('New email address')).toHaveCount(1);
  }
  if (!me.scripts) return;
  await everyCounterCounts(me.page);
  const said = me.page.getByText('Type your new email address.');
  for (const section of sections(me)) {
    // Each form is alive, and none speaks for another.
    await expect(said.filter({ visible: true })).toHaveCount(0);
    await section.getByRole('button', { name: 'Change address' }).click();
    await expect(section.getByText('Type your new email address.')).toBeVisible();
    await section.getByLabel('New email address').fill('x');
    await expect(said.filter({ visible: true })).toHaveCount(0);
    // It knows the present address, wherever it was built.
    await section.getByLabel('New email address').fill(email);
    await section.getByRole('button', { name: 'Change address' }).click();
    await expect(section.getByText('That is your address already. Type the new one.')).toBeVisible();
    await section.getByLabel('New email address').fill('');
  }
}

async function showsWhatEverybodySees(me: Person, returnTo: string): Promise<void> {
  for (const section of sections(me)) {
    await expect(section.locator('.out')).toHaveText(['You are nobody']);
    await expect(section.locator('.greeting')).toHaveText(['Hello, nobody']);
    await expect(section.locator('.in')).toHaveCount(0);
    const link = section.getByRole('link', { name: 'Log in' });
    await expect(link).toHaveAttribute('href', `/sessions/log_in?return_to=${encodeURIComponent(returnTo)}`);
  }
  if (me.scripts) await everyCounterCounts(me.page);
}

/** The live pages that are connected. */
function openSockets(page: Page): Set<unknown> {
  const open = new Set();
  page.on('websocket', (socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  });
  return open;
}

for (const kind of HOSTS) {
  test.describe(`tests/parts_host as ${kind}`, () => {
    test('somebody who is logged in finds every part at work', async ({ startHost, someone, email }) => {
      const host = await startHost(kind);
      const me = await someone({}, host);
      const open = openSockets(me.page);
      await me.page.goto('/parts');
      await expect(me.page).toHaveURL(`${host.url}/sessions/log_in?return_to=%2Fparts`);
      await logsIn(me, email);
      await expect(me.page).toHaveURL(`${host.url}/parts`);
      await showsWhatMembersSee(me, email);
      if (me.scripts) await expect.poll(() => open.size, 'one line a page, however many parts').toBe(1);

      await me.page.locator('#twice').getByRole('button', { name: 'Log out', exact: true }).click();
      await expect(me.notice).toHaveText('You are logged out.');
    });

    test('nobody finds the way to the log-in page and back', async ({ startHost, someone, email }) => {
      const host = await startHost(kind);
      const me = await someone({}, host);
      await me.page.goto('/open?sort=up');
      await showsWhatEverybodySees(me, '/open?sort=up');
      await me.page.locator('#twice').getByRole('link', { name: 'Log in' }).click();
      await logsIn(me, email);
      await expect(me.page).toHaveURL(`${host.url}/open?sort=up`);
      await expect(me.page.locator('#twice .in')).toHaveText(`You are ${email}`);
    });

    test('a page of it leaves when its session ends elsewhere', { tag: '@scripts' }, async ({ startHost, someone, email }) => {
      const host = await startHost(kind);
      const me = await someone({}, host);
      await me.page.goto('/parts');
      await logsIn(me, email);
      await showsWhatMembersSee(me, email);
      const other = new Person(await me.page.context().newPage(), host, true);
      await other.page.goto('/parts');
      await other.page.locator('#once').getByRole('button', { name: 'Log out everywhere' }).click();
      await expect(other.notice).toContainText('everywhere');
      await expect(me.page).toHaveURL(/\/sessions\/log_in\?notice=\w+&return_to=%2Fparts$/);
    });

    test('the email address changes by whichever form', async ({ startHost, someone, email }) => {
      const host = await startHost(kind);
      const me = await someone({}, host);
      await me.page.goto('/parts');
      await logsIn(me, email);
      const to = email.replace('ada', 'grace');
      const section = me.page.locator(me.scripts ? '#late' : '#twice');
      await section.getByLabel('New email address').fill(to);
      await section.getByRole('button', { name: 'Change address' }).click();
      await expect(me.heading).toHaveText('Check your new address');
      await me.ready();
      await me.codeField.fill((await newestMessage(host, to)).code);
      if (!me.scripts) await me.button('Use this address').click();
      await expect(me.notice).toContainText('This is your email address now.');
    });
  });
}

test('pages that the browser builds have every part at work, away and back', { tag: '@scripts' }, async ({ startHost, someone, email }) => {
  const host = await startHost('parts-hydrate');
  const me = await someone({}, host);
  const open = openSockets(me.page);
  const goes = async (name: string, path: string) => {
    await me.page.evaluate(() => Object.assign(window, { notLoadedAnew: true }));
    await me.page.getByRole('navigation').getByRole('link', { name }).click();
    await expect(me.page).toHaveURL(host.url + path);
    await expect(me.page.getByRole('heading', { name })).toBeVisible();
    expect(await me.page.evaluate(() => 'notLoadedAnew' in window), 'the router went there').toBe(true);
  };
  // A first page without a part of ours: the browser knows nothing of who visits.
  await me.page.goto('/');
  await me.page.waitForLoadState('networkidle');
  await goes('Open', '/open');
  await showsWhatEverybodySees(me, '/open');
  await goes('Home', '/');
  await goes('Open', '/open');
  await showsWhatEverybodySees(me, '/open');
  expect(open.size).toBe(0);

  // A guard leads out of the application, by loading the page.
  await me.page.getByRole('navigation').getByRole('link', { name: 'Parts' }).click();
  await expect(me.page).toHaveURL(`${host.url}/sessions/log_in?return_to=%2Fparts`);
  await logsIn(me, email);
  await expect(me.page).toHaveURL(`${host.url}/parts`);
  for (let round = 0; round < 2; round++) {
    await showsWhatMembersSee(me, email);
    await expect.poll(() => open.size).toBe(1);
    await goes('Home', '/');
    await expect.poll(() => open.size).toBe(0);
    await goes('Parts', '/parts');
  }
  await expect.poll(() => open.size).toBe(1);

  // The same from a page without a part. Of the socket of a page that is loaded anew nothing is heard any more.
  await me.page.goto('/');
  open.clear();
  await me.page.waitForLoadState('networkidle');
  await goes('Parts', '/parts');
  await showsWhatMembersSee(me, email);
  await expect.poll(() => open.size).toBe(1);
  await me.page.locator('#late').getByRole('button', { name: 'Log out everywhere' }).click();
  await expect(me.notice).toContainText('everywhere');
});

test('below a path, with hashed files of another name, our pages wake up in the bundle of the host', { tag: '@scripts' }, async ({ startHost, someone, email }) => {
  const host = await startHost('parts-islands', { PARTS_PREFIX: '/x' });
  const me = await someone({}, host);
  const bundles: string[] = [];
  me.page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (/\.(js|wasm)$/.test(pathname)) bundles.push(pathname);
  });
  await me.page.goto(`${host.url}/parts`);
  await expect(me.page).toHaveURL(/\/x\/sessions\/log_in\?return_to=%2Fx%2Fparts$/);
  await me.ready();
  expect(bundles.length).toBeGreaterThan(1);
  for (const path of bundles) expect(path).toMatch(/^\/x\/pkg\/another\.\S+\.(js|wasm)$/);
  await logsIn(me, email);
  await expect(me.page).toHaveURL(`${host.url}/parts`);
  await showsWhatMembersSee(me, email);
  await me.page.locator('#once').getByRole('button', { name: 'Log out', exact: true }).click();
  await expect(me.page).toHaveURL(/\/x\/sessions\/log_in\?notice=logged_out$/);
});

/** How everything on a page looks, as the browser has worked it out. */
function looks(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('html, body, body *')].map((element) => {
      const style = getComputedStyle(element);
      return `${element.tagName} ${[...style].map((name) => `${name}: ${style.getPropertyValue(name)}`).join('; ')}`;
    }),
  );
}

test('our sheet changes nothing of a page that is not ours, our parts on it included', { tag: '@scripts' }, async ({ startHost, someone, email }) => {
  const host = await startHost('parts-islands');
  const me = await someone({}, host);
  await me.page.goto('/parts');
  const sheet = await me.page.locator('link[rel=stylesheet]').first().getAttribute('href');
  await logsIn(me, email);
  await expect(me.page).toHaveURL(`${host.url}/parts`);
  for (const path of ['/parts', '/open']) {
    await me.page.goto(path);
    await expect(me.page.locator('#late .in')).toBeVisible();
    const without = await looks(me.page);
    expect(without.length).toBeGreaterThan(60);
    await me.page.addStyleTag({ url: sheet! });
    const rules = await me.page.evaluate(() => [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).length);
    expect(rules, 'the sheet is there').toBeGreaterThan(50);
    expect(await looks(me.page)).toEqual(without);
  }
});
