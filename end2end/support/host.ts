import path from 'node:path';
import { existsSync } from 'node:fs';
import { freePort, launch, MAILBOX_KEY, type App } from './server';

const EXAMPLES = path.join(__dirname, '..', '..', 'examples');

/** The applications of `examples/`. */
export type Example = 'hydrate' | 'islands' | 'axum';

/** Starts an example with a fresh database, as `scripts/examples` has built it. */
export async function startExample(name: Example, env: Record<string, string> = {}): Promise<App> {
  const port = await freePort();
  const target = path.join(EXAMPLES, '..', 'target');
  const program =
    name === 'axum' ? path.join(target, 'debug', 'examples', 'axum') : path.join(target, 'examples', 'debug', `example-${name}`);
  if (!existsSync(program)) throw new Error(`there is no ${program}: build it with \`scripts/examples\``);
  // The default of the public URL is where Leptos listens.
  const url = `http://127.0.0.1:${port}`;
  const settings = (home: string) => ({
    MAGIC_AUTH_DATABASE_URL: `sqlite://${home}/test.db`,
    MAGIC_AUTH_MAILBOX_KEY: MAILBOX_KEY,
    LEPTOS_SITE_ADDR: `127.0.0.1:${port}`,
    ...(name === 'axum' ? {} : leptosFiles(name)),
    ...env,
  });
  // The template has no graceful shutdown; who wants one adds a line.
  const stops = name === 'axum' ? 'exit code 0' : 'signal SIGTERM';
  return launch({ program, url, port, settings, healthPath: '/', prefix: 'MAGIC_AUTH_', stops });
}

function leptosFiles(name: Example): Record<string, string> {
  return {
    LEPTOS_OUTPUT_NAME: `example-${name}`,
    LEPTOS_SITE_ROOT: path.join(EXAMPLES, name, 'target', 'site'),
    LEPTOS_SITE_PKG_DIR: 'pkg',
  };
}
