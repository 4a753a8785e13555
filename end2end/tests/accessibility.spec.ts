import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { STATES, type Look } from '../support/states';
import { expect, test } from '../support/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The narrowest phone, and also a window of 1280 pixels at 400 % zoom. */
const NARROW = { width: 320, height: 640 };
const WIDE = { width: 1280, height: 800 };

for (const [name, walk] of Object.entries(STATES)) {
  test(name, { tag: '@scripts' }, async ({ me, someone, startApp, startPeer, complaints }) => {
    test.setTimeout(60_000);
    // The console repeats the status of an error page.
    if (name === 'errors') complaints.allow(/status of (403|404|405|413)/);
    if (name === 'limits') complaints.allow(/status of 429/);
    if (name === 'database away') complaints.allow(/status of 503/);
    await walk({ me, someone, startApp, startPeer }, check);
  });
}

const check: Look = async (page, name, kind = 'page') => {
  await test.step(name, async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize(colorScheme === 'light' ? WIDE : NARROW);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      expect.soft(await findings(page, kind), `${name}, ${colorScheme}`).toEqual([]);
      expect.soft(await overflow(page), `${name}: what is wider than a window of ${page.viewportSize()!.width}`).toEqual([]);
    }
    await page.setViewportSize(WIDE);
    await expect.soft(page, name).toHaveTitle(kind === 'page' ? /.+ · Magic Auth$/ : /./);
    await expect.soft(page.locator('html'), name).toHaveAttribute('lang', 'en');
    if (kind === 'email') return;
    await expect.soft(page.getByRole('heading', { level: 1 }), name).toHaveCount(1);
    await expect.soft(page.getByRole('main'), name).toHaveCount(1);
    await expect.soft(page.getByRole('banner').getByRole('link', { name: 'Magic Auth' }), name).toHaveAttribute('href', '/');
  });
};

/** What axe-core finds, in a few words each. A frame of the mailbox runs no scripts; its email is looked at by itself. */
async function findings(page: Page, kind: 'page' | 'email'): Promise<string[]> {
  let axe = new AxeBuilder({ page }).withTags(RULES).exclude('iframe').setLegacyMode();
  // Landmarks are for pages; a mail program has its own around an email.
  if (kind === 'email') axe = axe.disableRules(['region', 'landmark-one-main', 'page-has-heading-one']);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, any }) => `${id}: ${help}: ${target.join(' ')}${any[0] ? ` (${any[0].message})` : ''}`),
  );
}

/** What makes the page scroll sideways. */
async function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > width + 0.5)
      .map((element) => `${element.tagName.toLowerCase()}.${element.className}: ${element.textContent?.slice(0, 40)}`);
  });
}
