import { expect, test } from '../support/test';

/** Everywhere that every test's end is searched. */
const PLACES = ['a header', 'a page', 'an address', 'the database', 'the log'];

test('the search finds whatever is where it must not be', async ({ me, page, someone, email, secrets }) => {
  const message = await me.asksAndReads(email);
  await page.goto(message.link);
  await me.button('Log in').click();
  await me.isLoggedIn();
  await me.logsOut();
  expect(await secrets.search()).toEqual([]);

  const issued = await secrets.issued();
  const session = issued.find(({ kind }) => kind === '__Host-magic_auth')!;
  const link = issued.find(({ kind }) => kind === 'a link')!;
  expect(new Set(issued.map(({ kind }) => kind))).toEqual(
    new Set(['a code', 'a link', ...['', '_challenge', '_device', '_link'].map((end) => `__Host-magic_auth${end}`)]),
  );
  expect(message.link).toContain(link.text);
  expect(issued).toContainEqual({ kind: 'a code', text: message.code });

  // An address is shown, stored and logged, and so is whatever somebody puts into it.
  secrets.planted = true;
  const asHex = (text: string) => Buffer.from(text, 'base64url').toString('hex');
  for (const [kind, written] of [
    ['a code', message.code],
    [session.kind, asHex(session.text)],
    [link.kind, asHex(link.text)],
  ] as const) {
    const other = await someone();
    await other.asks(`${written}@example.com`, { at: `/account?of=${written}` });
    await expect(async () => {
      const found = (await secrets.search()).filter((text) => text.startsWith(`${kind} in`));
      expect(found).toEqual(expect.arrayContaining(PLACES.map((place) => `${kind} in ${place}`)));
    }).toPass({ timeout: 5_000 });
  }
});

test('what a stopped server has written is searched too', { tag: '@no-scripts' }, async ({ startApp, someone, email, secrets }) => {
  const app = await startApp();
  const me = await someone({}, app);
  const { code } = await me.asksAndReads(email);
  // An open page would complain of the server that is gone, if it had still something to load.
  await me.page.goto('about:blank');
  await app.stop();
  expect(await secrets.issued()).toContainEqual({ kind: 'a code', text: code });
  expect(Buffer.concat(app.database()).includes(email)).toBe(true);
});
