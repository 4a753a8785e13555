import type { Page } from '@playwright/test';
import { logsIn, type Example } from '../support/host';
import { messages, newestMessage } from '../support/mailbox';
import { Person } from '../support/person';
import type { App } from '../support/server';
import { expect, test } from '../support/test';

/** The host's own counter: where it counts, the whole page has come to life. */
async function counts(page: Page): Promise<void> {
  const counter = page.getByRole('button', { name: 'Click Me' });
  await expect(async () => {
    await counter.click();
    await expect(counter).not.toHaveText('Click Me: 0', { timeout: 200 });
  }).toPass();
}

for (const example of ['hydrate', 'islands'] satisfies Example[]) {
  test.describe(`examples/${example}`, () => {
    test('people log in, see who they are, and log out', async ({ startHost, someone, email }) => {
      const host = await startHost(example);
      const me = await someone({}, host);
      await me.page.goto('/');
      await me.page.getByRole('link', { name: 'Log in' }).click();
      await expect(me.page).toHaveURL(`${host.url}/sessions/log_in?return_to=%2F`);
      await logsIn(me, email);
      await expect(me.page).toHaveURL(`${host.url}/`);
      await expect(me.page.getByText(`You are ${email}`)).toBeVisible();
      await expect(me.page.getByRole('link', { name: 'Log in' })).toHaveCount(0);
      if (me.scripts) await counts(me.page);
      await me.page.getByRole('button', { name: 'Log out', exact: true }).click();
      await expect(me.notice).toHaveText('You are logged out.');
      await me.page.goto('/');
      await expect(me.page.getByRole('link', { name: 'Log in' })).toBeVisible();
    });

    test('a guarded page leads to the log-in page and back', async ({ startHost, someone, email }) => {
      const host = await startHost(example);
      const me = await someone({}, host);
      await me.page.goto('/private');
      await logsIn(me, email);
      await expect(me.page).toHaveURL(`${host.url}/private`);
      await expect(me.page.getByLabel('New email address')).toBeVisible();
    });

    test('log out everywhere: open pages of the host leave at once', { tag: '@scripts' }, async ({ startHost, someone, email }) => {
      const host = await startHost(example);
      const me = await someone({}, host);
      await me.page.goto('/');
      await me.page.getByRole('link', { name: 'Log in' }).click();
      await logsIn(me, email);
      await expect(me.page.getByText(`You are ${email}`)).toBeVisible();
      const other = new Person(await me.page.context().newPage(), host, true);
      const connected = other.page.waitForEvent('websocket', (socket) => socket.url().includes('/sessions/live'));
      await other.page.goto('/?from=elsewhere');
      await (await connected).waitForEvent('framereceived');
      await me.page.getByRole('button', { name: 'Log out everywhere' }).click();
      await expect(me.notice).toContainText('everywhere');
      await expect(other.page).toHaveURL(/\/sessions\/log_in\?notice=\w+&return_to=%2F%3Ffrom%3Delsewhere$/);
      await expect(other.notice).toBeVisible();
    });

    test('people change their email address on a page of the host', async ({ startHost, someone, email }) => {
      const host = await startHost(example);
      const me = await someone({}, host);
      await me.page.goto('/private');
      await logsIn(me, email);
      const field = me.page.getByLabel('New email address');
      if (me.scripts) {
        // Its behaviour is alive: what cannot be meant is told before anything is sent.
        await expect(async () => {
          await me.page.getByRole('button', { name: 'Change address' }).click();
          await expect(me.page.getByText('Type your new email address.')).toBeVisible({ timeout: 200 });
        }).toPass();
      }
      const to = email.replace('ada', 'grace');
      await field.fill(to);
      await me.page.getByRole('button', { name: 'Change address' }).click();
      await expect(me.heading).toHaveText('Check your new address');
      await me.ready();
      await me.codeField.fill((await newestMessage(host, to)).code);
      if (!me.scripts) await me.button('Use this address').click();
      await expect(me.notice).toContainText('This is your email address now.');
      await me.page.goto('/');
      await expect(me.page.getByText(`You are ${to}`)).toBeVisible();
    });
  });
}

/** Follows a link to this path as the host's router does: without loading a page. */
async function routesTo(page: Page, path: string): Promise<void> {
  await page.evaluate((path) => {
    const link = document.createElement('a');
    link.href = path;
    link.textContent = 'Onward';
    document.body.prepend(link);
    link.click();
    link.remove();
  }, path);
  await expect(page).toHaveURL(new RegExp(`${path}$`));
}

test('examples/hydrate: parts live and die with the page that the browser builds', { tag: '@scripts' }, async ({ startHost, someone, email }) => {
  const host = await startHost('hydrate');
  const me = await someone({}, host);
  const open = new Set();
  const paths: string[] = [];
  me.page.on('websocket', (socket) => {
    paths.push(new URL(socket.url()).pathname);
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  });
  await me.page.goto('/private');
  await logsIn(me, email);
  await expect(me.page).toHaveURL(`${host.url}/private`);
  await expect(me.page.getByLabel('New email address')).toBeVisible();
  await expect.poll(() => open.size).toBe(0);

  // The home page is built in the browser: its live page connects.
  await routesTo(me.page, '/');
  await expect(me.page.getByText(`You are ${email}`)).toBeVisible();
  await counts(me.page);
  await expect.poll(() => open.size).toBe(1);
  await routesTo(me.page, '/private');
  await expect.poll(() => open.size).toBe(0);

  // The form that is built in the browser is alive.
  await me.page.getByRole('button', { name: 'Change address' }).click();
  await expect(me.page.getByText('Type your new email address.')).toBeVisible();
  await routesTo(me.page, '/');
  await expect.poll(() => open.size).toBe(1);

  const other = new Person(await me.page.context().newPage(), host, true);
  await other.page.goto('/');
  await other.page.getByRole('button', { name: 'Log out everywhere' }).click();
  await expect(other.notice).toContainText('everywhere');
  await expect(me.page).toHaveURL(/\/sessions\/log_in\?notice=\w+&return_to=%2F$/);
  expect(new Set(paths)).toEqual(new Set(['/sessions/live']));
});

test('a bundle without us is told of in the console of our pages, which work all the same', { tag: '@scripts' }, async ({ startHost, someone, email, complaints }) => {
  const host = await startHost('hydrate');
  const me = await someone({}, host);
  // What a bundler leaves where nothing names us: the host's own exports alone.
  const foreign = 'export default async function () {}; export function hydrate() { throw new Error("the host over our page"); }';
  await me.page.route('**/pkg/*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: foreign }));
  complaints.allow(/Magic Auth is missing in this application's bundle/);
  await me.page.goto('/sessions/log_in');
  const told = () => complaints.found().join('\n');
  await expect.poll(told).toContain("Write 'leptos-magic-auth/hydrate' into `hydrate = [ ... ]` of [features] in Cargo.toml");
  expect(told()).toContain('with islands also `leptos_magic_auth::start();` at the end of hydrate()');
  await me.emailField.fill(email);
  await me.button('Send me a code').click();
  await expect(me.heading).toHaveText('Check your email');
});

test('examples/axum: a service without Leptos has the log-in, a guard, and no scripts', async ({ startHost, someone, email, complaints }) => {
  // The service has no icon, which is its own business.
  complaints.allow(/404 .*favicon\.ico/);
  const host = await startHost('axum');
  const me = await someone({}, host);
  const plain = new Person(me.page, host, false);
  await plain.page.goto('/notes');
  await logsIn(plain, email);
  await expect(plain.page).toHaveURL(`${host.url}/notes`);
  await expect(plain.page.getByText(`The notes of ${email}`)).toBeVisible();
  await plain.page.goto('/');
  await plain.page.getByRole('button', { name: 'Log out' }).click();
  await expect(plain.notice).toHaveText('You are logged out.');
  const answer = await plain.page.request.get('/notes', { headers: { accept: 'application/json' } });
  expect(answer.status()).toBe(401);
});

test.describe('examples/own-users', () => {
  /** Opens a page of one of its two customers. */
  const at = (app: App, customer: string, path: string) => app.url.replace('127.0.0.1', `${customer}.localhost`) + path;

  async function logsInTo(person: Person, app: App, customer: string, email: string): Promise<void> {
    await person.page.goto(at(app, customer, '/notes'));
    await expect(person.heading).toHaveText(`Log in to ${customer === 'acme' ? 'Acme' : 'Globex'} Notes`);
    await expect(person.page.getByText('Notes, together')).toBeVisible();
    const [previous] = await messages(app, email);
    await person.emailField.fill(email);
    await person.button('Send me a code').click();
    await expect(person.heading).toHaveText('Check your email');
    const message = await newestMessage(app, email, previous);
    expect(message.subject).toBe(`Your key to ${customer === 'acme' ? 'Acme' : 'Globex'} Notes`);
    expect(message.text).toContain(at(app, customer, '/members/verify?token='));
    await person.types(message.code);
  }

  test('each customer has users and roles of its own, and a cookie of one is nothing in the other', async ({ startHost, someone, email, complaints }) => {
    complaints.allow(/404 .*favicon\.ico/);
    const host = await startHost('own-users');
    const me = await someone({}, host);
    await logsInTo(me, host, 'acme', email);
    await expect(me.page).toHaveURL(at(host, 'acme', '/notes'));
    await expect(me.page.getByText(`The notes of ${email}, who is owner.`)).toBeVisible();
    await me.page.goto(at(host, 'globex', '/'));
    await expect(me.page.getByRole('link', { name: 'Log in' })).toBeVisible();
    await logsInTo(me, host, 'globex', email);
    await me.page.getByRole('link', { name: 'People' }).click();
    await expect(me.page.getByText(`People of globex: ${email}`)).toBeVisible();
    await me.page.goto(at(host, 'acme', '/'));
    await expect(me.page.getByText(`You are ${email} of acme.`)).toBeVisible();
  });

  test('who is not on the list is told so once the mailbox is proved', async ({ startHost, someone, email, complaints }) => {
    complaints.allow(/404 .*favicon\.ico/);
    const host = await startHost('own-users');
    const me = await someone({}, host);
    await logsInTo(me, host, 'acme', email.replace(/@.*/, '@elsewhere.example'));
    await expect(me.error).toContainText('has no access here');
    await expect(me.page.getByRole('link', { name: 'help@notes.example' })).toBeVisible();
  });

  test('people change their email address, which the service stores', async ({ startHost, someone, email, complaints }) => {
    complaints.allow(/404 .*favicon\.ico/);
    const host = await startHost('own-users');
    const me = await someone({}, host);
    await logsInTo(me, host, 'acme', email);
    await me.page.goto(at(host, 'acme', '/members/account'));
    await me.ready();
    const to = email.replace('ada', 'grace');
    await me.page.getByLabel('New email address').fill(to);
    await me.button('Change address').click();
    await expect(me.heading).toHaveText('Check your new address');
    await me.ready();
    await me.codeField.fill((await newestMessage(host, to)).code);
    if (!me.scripts) await me.button('Use this address').click();
    await expect(me.notice).toContainText('This is your email address now.');
    await me.page.goto(at(host, 'acme', '/people'));
    await expect(me.page.getByText(`People of acme: ${to}`)).toBeVisible();
  });

  test('log out everywhere: open pages in its layout leave at once', { tag: '@scripts' }, async ({ startHost, someone, email, complaints }) => {
    complaints.allow(/404 .*favicon\.ico/);
    const host = await startHost('own-users');
    const me = await someone({}, host);
    await logsInTo(me, host, 'acme', email);
    const other = new Person(await me.page.context().newPage(), host, true);
    const connected = other.page.waitForEvent('websocket', (socket) => socket.url().includes('/members/live'));
    await other.page.goto(at(host, 'acme', '/members/account'));
    await (await connected).waitForEvent('framereceived');
    await me.page.goto(at(host, 'acme', '/members/account'));
    await me.ready();
    await me.button('Log out everywhere').click();
    await expect(other.page).toHaveURL(/\/members\/log_in\?notice=\w+&return_to=%2Fmembers%2Faccount$/);
    await expect(other.notice).toBeVisible();
  });
});
