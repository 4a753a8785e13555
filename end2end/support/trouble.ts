import { closeSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { test, type Route } from '@playwright/test';
import type { Person } from './person';

/** Another site's page posts a form to ours. */
export async function askFromElsewhere({ page, app }: Person): Promise<void> {
  await page.route('https://evil.example/', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<link rel="icon" href="data:,"><form method="post" action="${app.url}/api/magic_auth/request_log_in">
        <input name="email" value="eve@example.com"><button>Win</button></form>`,
    }),
  );
  await page.goto('https://evil.example/');
  await page.getByRole('button').click();
  await page.waitForURL('**/api/magic_auth/request_log_in');
}

/** A form larger than any honest one. */
export async function postOverlongForm(person: Person): Promise<void> {
  const { page } = person;
  await page.route('**/api/magic_auth/request_log_in', (route) => route.continue({ postData: `email=${'a'.repeat(70_000)}` }));
  await page.goto('/sessions/log_in');
  await person.emailField.fill('ada@example.com');
  await person.button('Send me a code').click();
  await page.waitForURL('**/api/magic_auth/request_log_in');
  await page.unroute('**/api/magic_auth/request_log_in');
}

/** A database that can become unreadable while a server runs on it, and readable again. */
export function fragileDatabase(): { env: { DATABASE_URL: string }; breakIt: () => void; mendIt: () => void } {
  const folder = test.info().outputPath('database');
  mkdirSync(folder, { recursive: true });
  const files = ['test.db', 'test.db-wal', 'test.db-shm'].map((name) => path.join(folder, name));
  let good: Buffer[] = [];
  return {
    env: { DATABASE_URL: `sqlite://${files[0]}` },
    breakIt: () => {
      good = files.map((file) => readFileSync(file));
      // The last of the files says what may be read from memory: nothing.
      files.forEach((file, index) => overwrite(file, Buffer.alloc(good[index]!.length)));
    },
    mendIt: () => files.forEach((file, index) => overwrite(file, good[index]!)),
  };
}

/** In place, and never shorter meanwhile: the server has one of the files in its memory. */
function overwrite(file: string, contents: Buffer): void {
  const open = openSync(file, 'r+');
  writeSync(open, contents, 0, contents.length, 0);
  closeSync(open);
}

/** Sends a browser's request on and gives the answer, for a test to delay or change; the browser learns nothing of it. */
export async function forwarded(route: Route): Promise<{ status: number; headers: Record<string, string>; body: Buffer }> {
  const request = route.request();
  const own = ([name]: [string, string]) => !/^(:.*|host|connection|content-length)$/.test(name);
  const answer = await fetch(request.url(), {
    method: request.method(),
    headers: Object.fromEntries(Object.entries(await request.allHeaders()).filter(own)),
    body: request.postData(),
    redirect: 'manual',
  });
  const headers = Object.fromEntries(answer.headers);
  const cookies = answer.headers.getSetCookie();
  if (cookies.length) headers['set-cookie'] = cookies.join('\n');
  return { status: answer.status, headers, body: Buffer.from(await answer.arrayBuffer()) };
}
