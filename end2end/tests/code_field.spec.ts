import type { Page } from '@playwright/test';
import { newestMessage } from '../support/mailbox';
import { expect, test } from '../support/test';

/** The ways in which people and programs write a code, each from its digits. */
const WRITTEN: [string, (code: string) => string][] = [
  ['123456', (code) => code],
  ['123 456', (code) => `${code.slice(0, 3)} ${code.slice(3)}`],
  ['123-456', (code) => `${code.slice(0, 3)}-${code.slice(3)}`],
  ['１２３ ４５６', (code) => `${inScript(0xff10, code.slice(0, 3))} ${inScript(0xff10, code.slice(3))}`],
  ['١٢٣٤٥٦', (code) => inScript(0x660, code)],
  [' 1 2 3 4 5 6\t', (code) => ` ${[...code].join(' ')}\t`],
];

for (const [example, write] of WRITTEN) {
  test(`"${example}" is understood`, async ({ me, email }) => {
    const { code } = await me.asksAndReads(email);
    await me.types(write(code));
    await me.isLoggedIn();
  });
}

test('is one field that phones and password managers know', async ({ me, page, email }) => {
  await me.asks(email);
  await expect(me.codeField).toHaveCount(1);
  for (const [name, value] of [
    ['type', 'text'],
    ['inputmode', 'numeric'],
    ['autocomplete', 'one-time-code'],
    ['autocapitalize', 'none'],
    ['spellcheck', 'false'],
  ] as const) {
    await expect(me.codeField).toHaveAttribute(name, value);
  }
  await expect(page.getByLabel('Code from the email')).toBeFocused();
  await expect(me.codeField).toHaveAccessibleDescription("6 digits. Spaces don't matter.");
});

test('shows plain digits of what is pasted, and submits it', { tag: '@scripts' }, async ({ me, page, email, context }) => {
  const { code } = await me.asksAndReads(email);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await me.ready();
  // A page that stays shows what stands in the field at last.
  await page.route('**/api/magic_auth/log_in_with_code', (route) => route.fulfill({ status: 204 }), { times: 1 });
  await page.evaluate((text) => navigator.clipboard.writeText(text), ` ${code.slice(0, 3)} – ${code.slice(3)}\n`);
  const posted = page.waitForRequest('**/api/magic_auth/log_in_with_code');
  await me.codeField.press('ControlOrMeta+V');
  expect(new URLSearchParams((await posted).postData() ?? '').get('code')).toBe(code);
  await expect(me.codeField).toHaveValue(code);
  await expect(me.button('Logging in…')).toHaveAttribute('aria-busy', 'true');
});

test('submits itself when the last digit is typed, and not before', { tag: '@scripts' }, async ({ me, page, email }) => {
  const { code } = await me.asksAndReads(email);
  await me.ready();
  let posts = 0;
  page.on('request', (request) => void (posts += Number(request.method() === 'POST')));
  await me.codeField.pressSequentially(`${code.slice(0, 3)} ${code.slice(3, 5)}`);
  await expect(me.codeField).toHaveValue(code.slice(0, 5));
  expect(posts).toBe(0);
  await me.codeField.press(code.at(-1)!);
  await me.isLoggedIn();
  expect(posts).toBe(1);
});

test('leaves what is no code alone, for the server to tell', { tag: '@scripts' }, async ({ me, email }) => {
  await me.asks(email);
  await me.ready();
  await me.codeField.fill('12345a7');
  await me.codeField.press('Enter');
  await expect(me.error).toHaveText('A code has 6 digits. Type all of them.');
  await expect(me.codeField).toHaveValue('12345a7');
});

test('keeps the place where one corrects a digit', { tag: '@scripts' }, async ({ me, email }) => {
  await me.asks(email);
  await me.ready();
  await me.codeField.pressSequentially('1345');
  await me.codeField.press('Home');
  await me.codeField.press('ArrowRight');
  await me.codeField.press('2');
  await expect(me.codeField).toHaveValue('12345');
  expect(await me.codeField.evaluate((field: HTMLInputElement) => field.selectionStart)).toBe(2);
});

test('a code can be corrected and submits itself again', { tag: '@scripts' }, async ({ me, email, app }) => {
  await me.asks(email);
  const { code } = await newestMessage(app, email);
  const wrong = code.slice(0, 5) + ((Number(code[5]) + 1) % 10);
  await me.types(wrong);
  await expect(me.error).toContainText('4 tries left.');
  await me.ready();
  await me.codeField.press('End');
  await me.codeField.press('Backspace');
  await me.codeField.press(code[5]!);
  await me.isLoggedIn();
});

/** What an input method does to a field, as Chromium is told by one. */
async function inputMethod(page: Page) {
  const cdp = await page.context().newCDPSession(page);
  return {
    compose: (text: string) =>
      cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length }),
    commit: (text: string) => cdp.send('Input.insertText', { text }),
  };
}

for (const [script, zero] of [['full-width', 0xff10], ['Arabic', 0x660], ['Devanagari', 0x966], ['plain', 0x30]] as const) {
  test(`${script} digits that an input method composes are left to it until it is done`, { tag: '@scripts' }, async ({ me, page, email }) => {
    const { code } = await me.asksAndReads(email);
    await me.ready();
    let posts = 0;
    page.on('request', (request) => void (posts += Number(request.method() === 'POST')));
    await me.codeField.focus();
    const method = await inputMethod(page);
    const typed = inScript(zero, code);
    for (let length = 1; length <= typed.length; length++) {
      await method.compose(typed.slice(0, length));
      await expect(me.codeField, 'neither doubled nor rewritten').toHaveValue(typed.slice(0, length));
    }
    // The whole code stands there, and one more beat passes: nothing is sent of itself.
    await page.evaluate(() => new Promise((resolve) => setTimeout(() => requestAnimationFrame(resolve))));
    expect(posts).toBe(0);
    await method.commit(typed);
    await me.isLoggedIn();
    expect(posts).toBe(1);
  });
}

test('what an input method composes in pieces, and gives up, costs no try', { tag: '@scripts' }, async ({ me, page, email }) => {
  const { code } = await me.asksAndReads(email);
  await me.ready();
  let posts = 0;
  page.on('request', (request) => void (posts += Number(request.method() === 'POST')));
  await me.codeField.focus();
  const method = await inputMethod(page);
  await method.compose(inScript(0xff10, code.slice(0, 3)));
  await method.commit(inScript(0xff10, code.slice(0, 3)));
  await expect(me.codeField, 'plain as soon as it is done').toHaveValue(code.slice(0, 3));
  // Six digits while it composes, of which the reader then takes none.
  await method.compose(inScript(0xff10, '999'));
  await method.compose('');
  await expect(me.codeField).toHaveValue(code.slice(0, 3));
  expect(posts).toBe(0);
  await method.compose(inScript(0xff10, code.slice(3)));
  await method.commit(inScript(0xff10, code.slice(3)));
  await me.isLoggedIn();
  expect(posts).toBe(1);
});

function inScript(zero: number, digits: string): string {
  return [...digits].map((digit) => String.fromCodePoint(zero + Number(digit))).join('');
}
