import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { defineConfig, devices } from '@playwright/test';

/** scripts/browser is the one place that knows where a browser may be; it says on stderr what to do if there is none. */
function findChromium(): string {
  const script = path.join(__dirname, '..', 'scripts', 'browser');
  try {
    return execFileSync(script, ['--find'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }).trim();
  } catch (error) {
    if ((error as { status?: number }).status !== 1) throw error;
    process.exit(1);
  }
}

// Workers load this file too; they find the answer in the environment.
process.env.CHROMIUM ||= findChromium();

const chromium = {
  ...devices['Desktop Chrome'],
  launchOptions: {
    executablePath: process.env.CHROMIUM,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // The server under test listens on IPv4 only; without this `localhost` may be tried as ::1 first.
      '--host-resolver-rules=MAP localhost 127.0.0.1',
    ],
  },
};

/** Pictures of every page, only on request: screenshots.ts says how. */
const screenshots = { name: 'screenshots', testDir: '.', testMatch: 'screenshots.ts', use: { ...chromium } };

/**
 * Every test runs twice, in a browser with scripts and in one without, unless its tag says that it makes sense in one
 * of them only: `test('…', { tag: '@scripts' }, …)` or `{ tag: '@no-scripts' }`. (axe-core is itself a script: where
 * scripts are off it waits for ever.)
 */
export default defineConfig({
  testDir: 'tests',
  outputDir: 'test-results',
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 30_000,
  reporter: 'list',
  use: { screenshot: 'only-on-failure' },
  projects: [
    { name: 'scripts', grepInvert: /@no-scripts\b/, use: { ...chromium } },
    { name: 'no-scripts', grepInvert: /@scripts\b/, use: { ...chromium, javaScriptEnabled: false } },
    ...(process.env.SCREENSHOTS ? [screenshots] : []),
  ],
});
