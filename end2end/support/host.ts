import path from 'node:path';
import { existsSync } from 'node:fs';
import { expect } from '@playwright/test';
import { newestMessage } from './mailbox';
import type { Person } from './person';
import { freePort, launch, MAILBOX_KEY, type App } from './server';

const ROOT = path.join(__dirname, '..', '..');

/** The applications of `examples/`, and the one with every part in it, built for each kind of browser half. */
export type Example = 'hydrate' | 'islands' | 'axum' | 'own-users' | 'parts-hydrate' | 'parts-islands';

/** Starts an example with a fresh database, as `scripts/examples` has built it. */
export async function startExample(name: Example, env: Record<string, string> = {}): Promise<App> {
  const port = await freePort();
  const built = {
    axum: 'debug/examples/axum',
    'own-users': 'debug/examples/own-users',
    hydrate: 'examples/debug/example-hydrate',
    islands: 'examples/debug/example-islands',
  };
  const target = path.join(ROOT, 'target');
  const program = path.join(target, isOfParts(name) ? `examples/debug/${name}` : built[name]);
  if (!existsSync(program)) throw new Error(`there is no ${program}: build it with \`scripts/examples\``);
  // The default of the public URL is where Leptos listens.
  const url = `http://127.0.0.1:${port}${env.PARTS_PREFIX ?? ''}`;
  const settings = (home: string) => ({
    MAGIC_AUTH_DATABASE_URL: `sqlite://${home}/test.db`,
    MAGIC_AUTH_MAILBOX_KEY: MAILBOX_KEY,
    LEPTOS_SITE_ADDR: `127.0.0.1:${port}`,
    ...(isOfAxum(name) ? {} : leptosFiles(name)),
    // It serves the bundle of the stand-alone build, and has its emails at an address of its own.
    ...(name === 'own-users' ? ownUsers(target, url) : {}),
    ...(env.PARTS_PREFIX ? { MAGIC_AUTH_PUBLIC_URL: url } : {}),
    ...env,
  });
  // The template has no graceful shutdown; who wants one adds a line.
  const stops = isOfAxum(name) ? 'exit code 0' : 'signal SIGTERM';
  return launch({ program, url, port, settings, healthPath: env.PARTS_PREFIX ?? '/', prefix: 'MAGIC_AUTH_', stops });
}

/** Where it finds the bundle that `cargo leptos build` has made of the stand-alone program. */
function ownUsers(target: string, url: string): Record<string, string> {
  const hashes = path.join(target, 'debug', 'hash.txt');
  return {
    LEPTOS_OUTPUT_NAME: 'magic-auth',
    LEPTOS_SITE_ROOT: path.join(target, 'site'),
    MAGIC_AUTH_PUBLIC_URL: url,
    ...(existsSync(hashes) ? { LEPTOS_HASH_FILES: 'true', LEPTOS_HASH_FILE_NAME: hashes } : {}),
  };
}

function isOfAxum(name: Example): name is 'axum' | 'own-users' {
  return name === 'axum' || name === 'own-users';
}

function isOfParts(name: Example): name is 'parts-hydrate' | 'parts-islands' {
  return name.startsWith('parts-');
}

/** Where cargo-leptos has put the browser's half, as `scripts/examples` has told it. */
function leptosFiles(name: Exclude<Example, 'axum' | 'own-users'>): Record<string, string> {
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
