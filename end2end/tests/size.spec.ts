import { request } from 'node:http';
import { newestMessage } from '../support/mailbox';
import { expect, test } from '../support/test';

const MOST_BYTES = 80_000;

interface Loaded {
  path: string;
  bytes: number;
  encoding: string | undefined;
  cacheControl: string | undefined;
}

test('the log-in page loads little, and files with hashes are for ever', { tag: '@scripts' }, async ({ me, page, app }) => {
  const asked = new Set<string>();
  page.on('request', (request) => void asked.add(new URL(request.url()).pathname));
  await page.goto('/sessions/log_in');
  await me.ready();
  const loaded = await Promise.all([...asked].map((path) => load(app.port, path)));

  const told = loaded.map(({ path, bytes, encoding }) => `${path}: ${bytes} bytes, ${encoding ?? 'as it is'}`).join('\n');
  const total = loaded.reduce((sum, { bytes }) => sum + bytes, 0);
  console.log(`log-in page: ${total} bytes\n${told}`);
  for (const kind of ['.css', '.js', '.wasm']) {
    const file = loaded.find(({ path }) => path.endsWith(kind));
    expect(file, `${kind} in\n${told}`).toMatchObject({
      encoding: 'br',
      cacheControl: 'public, max-age=31536000, immutable',
    });
    expect(file!.path, 'bears a hash').toMatch(/\/pkg\/magic-auth[._][\w-]{16,}\./);
  }
  expect(loaded.find(({ path }) => path === '/sessions/log_in')).toMatchObject({ cacheControl: 'no-store' });
  expect(total, told).toBeLessThanOrEqual(MOST_BYTES);
});

test('works while the scripts do not arrive', { tag: '@scripts' }, async ({ me, page, email, app, complaints }) => {
  complaints.allow(/net::ERR_FAILED|Failed to fetch|Importing a module script failed/);
  await page.route('**/*.wasm', (route) => route.abort());
  await me.asks(email);
  const { code } = await newestMessage(app, email);
  await me.codeField.fill(`${code.slice(0, 3)} ${code.slice(3)}`);
  await me.button('Log in').click();
  await me.isLoggedIn();
  await me.logsOut();
});

/** Asks as a browser does, and counts the body's bytes as they come over the wire. */
function load(port: number, path: string): Promise<Loaded> {
  return new Promise((resolve, reject) => {
    const headers = { host: `localhost:${port}`, accept: 'text/html,*/*', 'accept-encoding': 'gzip, deflate, br, zstd' };
    const asking = request({ host: '127.0.0.1', port, path, headers }, (answer) => {
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => (bytes += chunk.length));
      answer.on('error', reject);
      answer.on('end', () => {
        const { 'content-encoding': encoding, 'cache-control': cacheControl } = answer.headers;
        resolve({ path, bytes, encoding, cacheControl });
      });
    });
    asking.on('error', reject);
    asking.end();
  });
}
