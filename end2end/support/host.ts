import path from 'node:path';
import { existsSync } from 'node:fs';
import { expect } from '@playwright/test';
import { newestMessage } from './mailbox';
import type { Person } from './person';
import { freePort, launch, MAILBOX_KEY, type App } from './server';

const ROOT = path.join(__dirname, '..', '..');

/** The applications of `examples/`, and the one with every part in it, built for each kind of browser half. */
export type Example = 'hydrate' | 'islands' | 'axum' | 'parts-hydrate' | 'parts-islands';

/** Starts an example with a fresh database, as `scripts/examples` has built it. */
export async function startExample(name: Example, env: Record<string, string> = {}): Promise<App> {
  const port = await freePort();
  const built = { axum: 'debug/examples/axum', hydrate: 'examples/debug/example-hydrate', islands: 'examples/debug/example-islands' };
  const program = path.join(ROOT, 'target', isOfParts(name) ? `examples/debug/${name}` : built[name]);
  if (!existsSync(program)) throw new Error(`there is no ${program}: build it with \`scripts/examples\``);
  // The default of the public URL is where Leptos listens.
  const url = `http://127.0.0.1:${port}${env.PARTS_PREFIX ?? ''}`;
  const settings = (home: string) => ({
    MAGIC_AUTH_DATABASE_URL: `sqlite://${home}/test.db`,
    MAGIC_AUTH_MAILBOX_KEY: MAILBOX_KEY,
    LEPTOS_SITE_ADDR: `127.0.0.1:${port}`,
    ...(name === 'axum' ? {} : leptosFiles(name)),
    ...(env.PARTS_PREFIX ? { MAGIC_AUTH_PUBLIC_URL: url } : {}),
    ...env,
  });
  // The template has no graceful shutdown; who wants one adds a line.
  const stops = name === 'axum' ? 'exit code 0' : 'signal SIGTERM';
  return launch({ program, url, port, settings, healthPath: env.PARTS_PREFIX ?? '/', prefix: 'MAGIC_AUTH_', stops });
}

function isOfParts(name: Example): name is 'parts-hydrate' | 'parts-islands' {
  return name.startsWith('parts-');
}

/** Where cargo-leptos has put the browser's half, as `scripts/examples` has told it. */
function leptosFiles(name: Exclude<Example, 'axum'>): Record<string, string> {
  const site = isOfParts(name) ? `tests/parts_host/target/${name}` : `examples/${name}/target/site`;
  const files = {
    LEPTOS_OUTPUT_NAME: isOfParts(name) ? 'parts-host' : `example-${name}`,
    LEPTOS_SITE_ROOT: path.join(ROOT, site),
    LEPTOS_SITE_PKG_DIR: 'pkg',
  };
  // One of them has names of its own in every respect.
  const others = { LEPTOS_OUTPUT_NAME: 'another', LEPTOS_HASH_FILES: 'true', LEPTOS_HASH_FILE_NAME: 'parts-islands.txt' };
  return name === 'parts-islands' ? { ...files, ...others } : files;
}

/** Logs in from wherever the host's page has led to, on our pages. */
export async function logsIn(person: Person, email: string): Promise<void> {
  await expect(person.heading).toHaveText('Log in to Magic Auth');
  await person.emailField.fill(email);
  await person.button('Send me a code').click();
  await expect(person.heading).toHaveText('Check your email');
  await person.types((await newestMessage(person.app, email)).code);
}
