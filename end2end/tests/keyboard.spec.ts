import type { Page } from '@playwright/test';
import { newestMessage } from '../support/mailbox';
import { expect, test } from '../support/test';

test('a whole log-in and log-out without a mouse', async ({ me, page, email, app }) => {
  const { keyboard } = page;
  await page.goto('/');
  await tabTo(page, 'link', 'Log in');
  await keyboard.press('Enter');

  await expect(me.emailField).toBeFocused();
  await keyboard.type('ada');
  await keyboard.press('Enter');
  await expect(me.error).toBeVisible();
  await expect(me.emailField).toBeFocused();
  await keyboard.press('ControlOrMeta+A');
  await keyboard.type(email);
  await tabTo(page, 'checkbox', 'Keep me logged in on this browser');
  await keyboard.press('Space');
  await expect(me.keep).not.toBeChecked();
  await tabTo(page, 'button', 'Send me a code');
  await keyboard.press('Space');

  await expect(me.heading).toHaveText('Check your email');
  await expect(me.codeField).toBeFocused();
  await me.ready();
  const { code } = await newestMessage(app, email);
  await keyboard.type(code);
  if (!me.scripts) await keyboard.press('Enter');
  await me.isLoggedIn();

  await tabTo(page, 'button', 'Log out');
  await keyboard.press('Enter');
  await expect(me.notice).toHaveText('You are logged out.');
});

test('a link needs one key', async ({ me, page, email }) => {
  const { link } = await me.asksAndReads(email);
  await page.goto(link);
  await expect(me.button('Log in')).toBeFocused();
  await page.keyboard.press('Enter');
  await me.isLoggedIn();
});

test('whatever has the focus shows it', { tag: '@scripts' }, async ({ me, page, email }) => {
  await me.asks(email);
  const seen: string[] = [];
  for (let presses = 0; presses < 12; presses++) {
    await page.keyboard.press('Tab');
    const { name, ring } = await page.evaluate(() => {
      const focused = document.activeElement as HTMLElement;
      const style = getComputedStyle(focused);
      const name = focused.matches('a, button, input') ? focused.id || focused.textContent!.trim() : '';
      return { name, ring: `${style.outlineStyle} ${style.outlineWidth}` };
    });
    if (name) expect(ring, name).toBe('solid 3px');
    seen.push(name);
  }
  expect(seen).toEqual(expect.arrayContaining(['Magic Auth', 'code', 'Log in', 'Use another address']));
});

/** Presses Tab until this has the focus. */
async function tabTo(page: Page, role: 'link' | 'button' | 'checkbox', name: string): Promise<void> {
  const target = page.getByRole(role, { name, exact: true }).first();
  for (let presses = 0; presses < 20; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach the ${role} "${name}"`);
}
