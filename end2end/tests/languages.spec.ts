import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { newestMessage, undoLink } from '../support/mailbox';
import { wrong } from '../support/person';
import { expect, test } from '../support/test';

/** The narrowest phone. */
const NARROW = { width: 320, height: 640 };

/** Pictures of all languages, to be judged by looking: `SCREENSHOT_DIR=pictures npx playwright test languages`. */
const PICTURES = process.env.SCREENSHOT_DIR;

const LANGUAGES = readdirSync(path.join(__dirname, '..', '..', 'locales'));
const RIGHT_TO_LEFT = ['ar', 'he'];

for (const language of LANGUAGES) {
  test(`no page and no email in ${language} is wider than a narrow phone`, { tag: '@no-scripts' }, async ({ someone, app, email }) => {
    test.setTimeout(60_000);
    const { page } = await someone({ locale: language, viewport: NARROW });
    const posts = (name: string) => page.locator(`main form[action="/api/magic_auth/${name}"] button[type=submit]`);
    const look = (name: string) => looksWell(page, language, name);

    await page.goto('/');
    await look('home');
    await page.goto('/sessions/log_in');
    await look('log-in');
    await page.goto('/sessions/log_in?notice=address_changing&error=no_challenge');
    await look('log-in-notice');
    await page.locator('input[name=email]').fill(email);
    await posts('request_log_in').click();
    await expect(page).toHaveURL(/password/);
    await look('code');
    const first = await newestMessage(app, email);
    await page.locator('input[name=code]').fill(wrong(first.code));
    await posts('log_in_with_code').click();
    await expect(page.getByRole('alert').first()).toBeVisible();
    await look('code-wrong');

    const other = await someone({ locale: language, viewport: NARROW });
    await other.page.goto(first.link);
    await looksWell(other.page, language, 'link-elsewhere');

    await page.goto(first.link);
    await look('link');
    await posts('log_in_with_link').click();
    await expect(page).toHaveURL(/account/);
    await look('account');
    await page.goto('/sessions/log_out/all/get');
    await look('log-out-everywhere');
    await page.goto('/account');
    await page.locator('input[name=email]').fill(email.replace('ada.', 'grace.'));
    await posts('change_email').click();
    await expect(page).toHaveURL(/password/);
    await look('new-address');
    const confirm = await newestMessage(app, email.replace('ada.', 'grace.'));
    const undo = await undoLink(app, email);
    await page.goto(undo);
    await look('undo');
    await page.goto('/sessions/verify?token=x');
    await look('bad-link');

    const told = (await app.mailbox()).find(({ text }) => text.includes(undo))!;
    for (const [name, { html }] of Object.entries({ first, confirm, told })) {
      await page.setContent(html);
      await look(`email-${name}`);
    }
  });
}

test('a language is chosen from the menu, with scripts and without, and the page comes back in it', async ({ page }) => {
  await page.goto('/sessions/log_in?return_to=/account');
  await page.locator('.languages select').selectOption('ar');
  await page.locator('.languages button').click();
  await expect(page).toHaveURL('/sessions/log_in?return_to=/account');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.locator('.languages select')).toHaveValue('ar');
  await page.goto('/');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
});

test('what scripts say is in the language of the page', { tag: '@scripts' }, async ({ someone, email }) => {
  const { page } = await someone({ locale: 'de' });
  await page.goto('/sessions/log_in');
  await page.locator('input[name=email]').fill(email);
  await page.locator('main button[type=submit]').click();
  await expect(page.getByRole('button', { name: /^Erneut senden in 0:\d\d$/ })).toBeDisabled();
});

async function looksWell(page: Page, language: string, name: string): Promise<void> {
  await expect.soft(page.locator('html'), name).toHaveAttribute('lang', language);
  await expect.soft(page.locator('html'), name).toHaveAttribute('dir', RIGHT_TO_LEFT.includes(language) ? 'rtl' : 'ltr');
  if (PICTURES) await page.screenshot({ path: path.join(PICTURES, `${language}-${name}.png`), fullPage: true });
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect.soft(beyond, `${language}, ${name}: pixels beyond the window`).toBeLessThanOrEqual(0);
}
