import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { test as base } from '@playwright/test';
import type { MailboxEntry } from './mailbox';

/** From start to the first healthy answer: the migrations run in here. */
const START_DEADLINE_MS = 20_000;
/** The server allows itself 10 s to finish what it is doing. */
const STOP_DEADLINE_MS = 12_000;

/** What opens the development mailbox of every server. */
export const MAILBOX_KEY = 'the-key-of-these-tests';

const ROOT = path.join(__dirname, '..', '..');

/** A running server with a database of its own. */
export interface App {
  /** Its PUBLIC_URL, without a slash at the end. */
  url: string;
  port: number;
  pid: number;
  /** Everything it has written to stdout and stderr so far. */
  log(): string;
  /** What the files of its database hold: the file itself and those that wait beside it. Of a server that has ended, the last. */
  database(): Buffer[];
  /** What the development mailbox holds, newest first. Of a server that has ended, what it held when it was told to. */
  mailbox(): Promise<MailboxEntry[]>;
  /** SIGTERM; fails unless the server then ends in time and as it should. Calling it again is harmless. */
  stop(): Promise<void>;
}

/**
 * Starts a server with a fresh database, on a free port unless one is given. `env` adds settings or overrides them, e.g.
 * `SMTP_URL`.
 */
export async function startServer(env: Record<string, string> = {}, onPort?: number): Promise<App> {
  const port = onPort ?? (await freePort());
  const url = `http://localhost:${port}`;
  const { program, env: site } = findServer();
  const settings = (home: string) => ({
    ...site,
    DATABASE_URL: `sqlite://${home}/test.db`,
    PUBLIC_URL: url,
    MAILBOX_KEY,
    LEPTOS_SITE_ADDR: `127.0.0.1:${port}`,
    // One machine plays many people here; what limits do has a server of its own, with them.
    DANGEROUSLY_WITHOUT_LIMITS: 'true',
    // Every test ends with a search for secrets, also where the log is at its most talkative.
    RUST_LOG: 'trace',
    ...env,
  });
  return launch({ program, url, port, settings, healthPath: '/healthz', prefix: '', stops: 'exit code 0' });
}

/** What is started, and how it is asked how it is. */
export interface Launch {
  program: string;
  url: string;
  port: number;
  /** Its environment, for the folder that it may write to. */
  settings(home: string): Record<string, string>;
  /** Answers 200 once the server is up. */
  healthPath: string;
  /** What stands before the names of its settings. */
  prefix: string;
  /** How it ends when it is told to stop. */
  stops: 'exit code 0' | 'signal SIGTERM';
}

/** Starts a program and waits until it answers. */
export async function launch({ program, url, port, settings, healthPath, prefix, stops }: Launch): Promise<App> {
  const home = mkdtempSync(path.join(os.tmpdir(), 'magic-auth-'));
  const own = settings(home);
  const databaseUrl = own[`${prefix}DATABASE_URL`]!;

  const server = spawn(program, [], {
    cwd: home,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...inheritedEnv(), ...own },
  });
  const log: Buffer[] = [];
  server.stdout.on('data', (chunk: Buffer) => log.push(chunk));
  server.stderr.on('data', (chunk: Buffer) => log.push(chunk));
  const readLog = () => Buffer.concat(log).toString('utf8');

  // A test run that is cut short leaves no server behind.
  const kill = () => server.kill('SIGKILL');
  process.once('exit', kill);
  let filesAtTheEnd: Buffer[] | undefined;
  const ended = howItEnds(server).finally(() => {
    process.off('exit', kill);
    filesAtTheEnd = databaseFiles(databaseUrl);
    rmSync(home, { recursive: true, force: true });
  });

  const failure = await Promise.race([ended.then((how) => `ended with ${how}`), whenHealthy(port, healthPath)]);
  if (failure) {
    kill();
    await ended;
    throw new Error(`${program} ${failure}. It wrote:\n${readLog()}`);
  }

  let messagesAtTheEnd: MailboxEntry[] | undefined;
  let stopping: Promise<void> | undefined;
  async function stop(): Promise<void> {
    messagesAtTheEnd = await readMailbox(url).catch(() => []);
    server.kill('SIGTERM');
    const timeout = new AbortController();
    const how = await Promise.race([
      ended,
      sleep(STOP_DEADLINE_MS, `no end within ${STOP_DEADLINE_MS} ms`, { signal: timeout.signal }),
    ]);
    timeout.abort();
    if (how === stops) return;
    kill();
    await ended;
    throw new Error(`${program} answered SIGTERM with ${how} instead of ${stops}. It wrote:\n${readLog()}`);
  }
  return {
    url,
    port,
    pid: server.pid!,
    log: readLog,
    database: () => filesAtTheEnd ?? databaseFiles(databaseUrl),
    mailbox: async () => messagesAtTheEnd ?? readMailbox(url),
    stop: () => (stopping ??= stop()),
  };
}

/**
 * Playwright's `test` with `app`: one server per worker, which is also where relative addresses lead (`page.goto('/')`).
 * When a test fails, what the server wrote meanwhile is shown with it.
 */
export const test = base.extend<{ serverLog: void }, { app: App }>({
  app: [
    async ({}, use) => {
      const app = await startServer();
      await use(app);
      await app.stop();
    },
    { scope: 'worker', timeout: START_DEADLINE_MS + STOP_DEADLINE_MS + 5_000 },
  ],
  baseURL: async ({ app }, use) => use(app.url),
  serverLog: [
    async ({ app }, use, testInfo) => {
      const before = app.log().length;
      await use();
      if (testInfo.status === testInfo.expectedStatus) return;
      const talk = /^\S+ +(TRACE|DEBUG) /;
      const lines = app.log().slice(before).split('\n').filter((line) => !talk.test(line));
      await testInfo.attach('server log', { body: lines.join('\n') || '(nothing)', contentType: 'text/plain' });
    },
    { auto: true },
  ],
});

export { expect } from '@playwright/test';

/**
 * A port that nobody listens on, below those that systems hand out for outgoing connections: so it stays free until
 * the server takes it.
 */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 50; tries++) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    const free = await new Promise<boolean>((resolve) => {
      const probe = net.createServer();
      probe.once('error', () => resolve(false));
      probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
    });
    if (free) return port;
  }
  throw new Error('found no free port between 20000 and 32000');
}

/**
 * MAGIC_AUTH_BIN if set; otherwise what was built last. The release application brings its site along; what
 * cargo-leptos builds has to be told where the site is.
 */
function findServer(): { program: string; env: Record<string, string> } {
  const inTarget = (...names: string[]) => path.join(ROOT, 'target', ...names);
  const named = process.env.MAGIC_AUTH_BIN;
  const candidates = named
    ? [path.resolve(named)]
    : [inTarget('dist', 'magic-auth'), inTarget('release', 'magic-auth'), inTarget('debug', 'magic-auth')];
  const built = candidates.filter((file) => existsSync(file));
  built.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);

  const program = built[0];
  if (!program) throw new Error(`there is no server at ${candidates.join(' or ')}: build it with \`make build\``);
  const bringsSite = existsSync(path.join(path.dirname(program), 'site'));
  const env = { LEPTOS_OUTPUT_NAME: 'magic-auth', LEPTOS_SITE_ROOT: inTarget('site'), LEPTOS_SITE_PKG_DIR: 'pkg' };
  return { program, env: bringsSite ? {} : env };
}

/** The server's path, for a test that runs it by itself. */
export function program(): string {
  return findServer().program;
}

/** The caller's environment without anything that is a setting of the server. */
function inheritedEnv(): NodeJS.ProcessEnv {
  const setting =
    /^(LEPTOS_|MAGIC_AUTH_(?!BIN$)|RUST_LOG$|LOG_FORMAT$|DATABASE_URL$|PUBLIC_URL$|SMTP_URL$|MAIL_FROM$|MAILBOX_KEY$|CLIENT_IP_SOURCE$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !setting.test(name)));
}

function databaseFiles(url: string): Buffer[] {
  const file = url.replace(/^sqlite:\/\//, '');
  return [file, `${file}-wal`, `${file}-shm`].filter((name) => existsSync(name)).map((name) => readFileSync(name));
}

async function readMailbox(url: string): Promise<MailboxEntry[]> {
  const answer = await fetch(`${url}/dev/mailbox.json?key=${MAILBOX_KEY}`);
  if (!answer.ok) throw new Error(`the development mailbox answers ${answer.status}`);
  return (await answer.json()) as MailboxEntry[];
}

/** Resolves to nothing when its health path answers 200, or to what went wrong. */
async function whenHealthy(port: number, at: string): Promise<string | undefined> {
  const deadline = Date.now() + START_DEADLINE_MS;
  let last = 'no answer';
  while (Date.now() < deadline) {
    try {
      const answer = await fetch(`http://127.0.0.1:${port}${at}`, { signal: AbortSignal.timeout(2_000) });
      if (answer.ok) return undefined;
      last = `status ${answer.status}`;
    } catch {
      last = 'no answer';
    }
    await sleep(50);
  }
  return `was not healthy within ${START_DEADLINE_MS} ms (${last})`;
}

function howItEnds(server: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    server.once('error', (error) => resolve(`"${error.message}"`));
    server.once('close', (code, signal) => resolve(signal ? `signal ${signal}` : `exit code ${code}`));
  });
}
