import { randomUUID } from 'node:crypto';
import { expect, type BrowserContext, type BrowserContextOptions } from '@playwright/test';
import { startExample, type Example } from './host';
import { Person } from './person';
import { Secrets } from './secrets';
import { startServer, test as withServer, type App } from './server';
import { startSmtp, type SmtpMode, type SmtpPeer } from './smtp';

/** What the browser complained about: errors and warnings in the console, exceptions, breaches of the policy. */
export interface Complaints {
  /** A complaint that belongs to what is tested, such as the console's line about a page that is answered with 404. */
  allow(pattern: RegExp): void;
  /** All so far. */
  found(): readonly string[];
  /** Listens to the pages of one more context. */
  of(context: BrowserContext): Promise<void>;
}

interface Fixtures {
  complaints: Complaints;
  /** What this test's servers hand out. No test is over before it was looked for where it must not be. */
  secrets: Secrets;
  secretsStay: void;
  /** The person in front of `page`. */
  me: Person;
  /** Another person, or the same one in another browser, with nothing shared; at another server if one is given. */
  someone: (options?: BrowserContextOptions, app?: App) => Promise<Person>;
  /** One more server, with settings of its own; stopped when the test is over and every browser is closed. */
  startApp: (env?: Record<string, string>, port?: number) => Promise<App>;
  /** An application of examples/, with settings of its own, stopped like every other server. */
  startHost: (example: Example, env?: Record<string, string>) => Promise<App>;
  /** A mail server. */
  startPeer: (mode: SmtpMode) => Promise<SmtpPeer>;
  /** An address that nobody else has used on this server. */
  email: string;
}

/** The `test` of every spec: a server, people with browsers, and no complaint of any browser goes unnoticed. */
export const test = withServer.extend<Fixtures>({
  complaints: [
    async ({ context }, use) => {
      const found: string[] = [];
      const allowed: RegExp[] = [];
      const complaints: Complaints = {
        allow: (pattern) => void allowed.push(pattern),
        found: () => found,
        of: (context) => listen(context, found),
      };
      await complaints.of(context);
      await use(complaints);
      const left = found.filter((text) => !allowed.some((pattern) => pattern.test(text)));
      expect(left, 'what the browser complained about').toEqual([]);
    },
    { auto: true },
  ],
  secrets: async ({ context, app }, use) => {
    const secrets = new Secrets();
    secrets.of(context);
    await secrets.at(app);
    await use(secrets);
  },
  // Depends on all that must still be there to be searched.
  secretsStay: [
    async ({ secrets, page: _page, someone: _someone }, use) => {
      await use();
      if (!secrets.planted) expect(await secrets.search(), 'secrets that were found').toEqual([]);
    },
    { auto: true },
  ],
  me: async ({ page, app, javaScriptEnabled }, use) => use(new Person(page, app, javaScriptEnabled !== false)),
  startPeer: async ({ secrets }, use) => {
    const peers: SmtpPeer[] = [];
    await use(async (mode) => {
      const peer = keep(peers, await startSmtp(mode));
      secrets.through(peer);
      return peer;
    });
    await Promise.all(peers.map((peer) => peer.stop()));
  },
  // Depends on startPeer so that it ends before the mail servers do.
  startApp: async ({ startPeer: _, secrets }, use) => {
    await untilStopped(secrets, (start) => use((env, port) => start(startServer(env, port))));
  },
  startHost: async ({ secrets }, use) => {
    await untilStopped(secrets, (start) => use((example, env) => start(startExample(example, env))));
  },
  // Depends on these so that its browsers are closed before the servers end.
  someone: async ({ browser, app, startApp: _apps, startHost: _hosts, complaints, secrets, javaScriptEnabled }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (options = {}, at = app) => {
      const context = await browser.newContext({ baseURL: at.url, ...options });
      keep(contexts, context);
      await complaints.of(context);
      secrets.of(context);
      const scripts = options.javaScriptEnabled ?? javaScriptEnabled;
      return new Person(await context.newPage(), at, scripts !== false);
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
  email: async ({}, use) => use(`ada.${randomUUID().slice(0, 8)}@example.com`),
});

export { expect };

/** Lends a way to start servers, and stops all of them afterwards. */
async function untilStopped(secrets: Secrets, lend: (start: (app: Promise<App>) => Promise<App>) => Promise<void>): Promise<void> {
  const apps: App[] = [];
  await lend(async (starting) => {
    const app = keep(apps, await starting);
    await secrets.at(app);
    return app;
  });
  await Promise.all(apps.map((app) => app.stop()));
}

function keep<T>(all: T[], one: T): T {
  all.push(one);
  return one;
}

async function listen(context: BrowserContext, found: string[]): Promise<void> {
  context.on('console', (message) => {
    if (!['error', 'warning', 'assert'].includes(message.type())) return;
    // What Leptos preloads for scripts is of no use where they are off, or blocked by a test.
    if (message.text().includes('was preloaded using link preload but not used')) return;
    const { url } = message.location();
    found.push(`${message.type()}: ${message.text()}${url ? ` (${url})` : ''}`);
  });
  context.on('weberror', (error) => found.push(`exception: ${error.error().message} (${error.page()?.url()})`));
  await context.addInitScript(watchPage);
}

/** Runs in every page before its own scripts. */
function watchPage(): void {
  document.addEventListener('securitypolicyviolation', (event) =>
    console.error(`policy breached: ${event.violatedDirective} ${event.blockedURI}`),
  );
  // The page's scripts begin to listen for `submit` when its parts wake, all in one go: once they do, all are at work.
  const listenAsBefore = window.addEventListener.bind(window);
  window.addEventListener = (type: string, ...rest: [EventListenerOrEventListenerObject, AddEventListenerOptions?]) => {
    listenAsBefore(type, ...rest);
    if (type === 'submit') Object.assign(window, { pageIsAlive: true });
  };
}
