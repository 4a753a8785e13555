import type { Page } from '@playwright/test';
import { expect, test } from '../support/test';

const PHONE = { viewport: { width: 360, height: 640 } };

/** As long as an address may be, with hyphens, and with a name in one piece. */
const long = (email: string) => `${'a'.repeat(40)}-${email.replace('@', `@${'an-example.'.repeat(10)}`)}`;

test('an email is no wider than a phone whatever the address, nor is any page that shows it', { tag: '@scripts' }, async ({ someone, email }) => {
  const me = await someone(PHONE);
  const message = await me.asksAndReads(long(email));
  expect(await overflow(me.page)).toBe(0);
  const reader = await someone(PHONE);
  await reader.page.setContent(message.html);
  expect(await overflow(reader.page)).toBe(0);
});

test('one double click selects the whole code of an email', { tag: '@scripts' }, async ({ me, someone, email }) => {
  const { html, code } = await me.asksAndReads(email);
  const { page } = await someone(PHONE);
  await page.setContent(html);
  for (const half of [code.slice(0, 3), code.slice(3)]) {
    await page.locator('.code').getByText(half, { exact: true }).first().dblclick();
    expect(await page.evaluate(() => getSelection()?.toString().trim())).toBe(code);
    await page.evaluate(() => getSelection()?.removeAllRanges());
  }
});

/** By how much a page is wider than its window. */
async function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}
