/*
 * Takes a picture of every state of every page, narrow and wide, light and dark, to be judged by looking:
 *
 *     SCREENSHOTS=1 SCREENSHOT_DIR=pictures npx playwright test --project=screenshots
 */
import path from 'node:path';
import type { Page } from '@playwright/test';
import { STATES } from './support/states';
import { test } from './support/test';

const DIR = process.env.SCREENSHOT_DIR ?? path.join(__dirname, 'test-results', 'screenshots');

for (const [name, walk] of Object.entries(STATES)) {
  test(name, async ({ me, someone, startApp, startPeer, complaints }) => {
    complaints.allow(/./);
    await walk({ me, someone, startApp, startPeer }, take);
  });
}

async function take(page: Page, name: string): Promise<void> {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 760 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.screenshot({ path: path.join(DIR, `${name}-${width}-${colorScheme}.png`), fullPage: true });
    }
  }
}
