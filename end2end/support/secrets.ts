import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext, Page, Request, Response } from '@playwright/test';
import { codeIn, type MailboxEntry } from './mailbox';
import type { App } from './server';
import type { SmtpPeer } from './smtp';

/** How long the search waits for answers that a browser has not read to their end. */
const PATIENCE_MS = 2_000;
/** The one cookie whose value is no secret: it gives back what was typed. */
const TYPED = '__Host-magic_auth_typed';

/** Something that nobody but the person may read. */
export interface Secret {
  /** `a code`, `a link`, or the cookie's name. */
  kind: string;
  /** As it was handed out. */
  text: string;
}

/** Somewhere a secret must not be. */
interface Place {
  name: string;
  bytes: Buffer;
}

/**
 * What the servers of a test hand out (codes, links, cookies), and everything that they and the browsers then write:
 * logs, files of the database, pages, headers, addresses.
 */
export class Secrets {
  /** Set by a test that put some where they do not belong. */
  planted = false;

  private readonly apps: { app: App; logged: number; known: Set<string> }[] = [];
  private readonly peers: SmtpPeer[] = [];
  private readonly contexts: BrowserContext[] = [];
  private readonly cookies = new Map<string, string>();
  private readonly addresses: string[] = [];
  private readonly headers: string[] = [];
  private readonly pages: string[] = [];
  private readonly pending: Promise<unknown>[] = [];

  /** Watches a server from now on. */
  async at(app: App): Promise<void> {
    const known = new Set((await mailboxOf(app)).map(({ text }) => text));
    this.apps.push({ app, logged: app.log().length, known });
  }

  /** Watches what arrives at a mail server. */
  through(peer: SmtpPeer): void {
    this.peers.push(peer);
  }

  /** Watches the pages of a browser from now on. */
  of(context: BrowserContext): void {
    this.contexts.push(context);
    context.on('request', (request) => this.later(this.noteRequest(request)));
    context.on('response', (response) => this.later(this.noteHeaders(response)));
    context.on('requestfinished', (request) => this.later(this.noteBody(request)));
    context.on('page', (page) => page.on('framenavigated', (frame) => this.addresses.push(withoutToken(frame.url()))));
  }

  /** All that were handed out so far. */
  async issued(): Promise<Secret[]> {
    await this.settle();
    for (const context of this.contexts) {
      for (const { name, value } of await context.cookies().catch(() => [])) this.noteCookie(name, value);
    }
    const messages: string[] = this.peers.flatMap(({ mails }) => mails.map(({ text }) => text ?? ''));
    for (const { app, known } of this.apps) {
      messages.push(...(await mailboxOf(app)).map(({ text }) => text).filter((text) => !known.has(text)));
    }
    const codes = messages.map(codeIn).filter(Boolean).map((text) => ({ kind: 'a code', text }));
    const tokens = messages.flatMap((text) => [...text.matchAll(/\?token=([\w-]{43})/g)].map(([, token]) => token!));
    const links = tokens.map((text) => ({ kind: 'a link', text }));
    return [...codes, ...links, ...[...this.cookies].map(([text, kind]) => ({ kind, text }))];
  }

  /** Where secrets are that must not be: `a code in the log`. */
  async search(): Promise<string[]> {
    const [secrets, places] = [await this.issued(), await this.places()];
    const found = secrets.flatMap((secret) =>
      places.filter(({ bytes }) => isIn(secret, bytes)).map(({ name }) => `${secret.kind} in ${name}`),
    );
    return [...new Set(found)].sort();
  }

  private async places(): Promise<Place[]> {
    const open = this.contexts.flatMap((context) => context.pages());
    const contents = await Promise.all(open.map(contentOf));
    const place = (name: string, texts: string[]): Place => ({ name, bytes: Buffer.from(texts.join('\n')) });
    return [
      ...this.apps.map(({ app, logged }) => place('the log', [app.log().slice(logged)])),
      ...this.apps.map(({ app }) => ({ name: 'the database', bytes: Buffer.concat(app.database()) })),
      place('a page', [...this.pages, ...contents]),
      place('a header', this.headers),
      place('an address', [...this.addresses, ...open.map((page) => withoutToken(page.url()))]),
    ];
  }

  private async settle(): Promise<void> {
    const timeout = new AbortController();
    const tooLong = sleep(PATIENCE_MS, undefined, { signal: timeout.signal }).catch(() => undefined);
    await Promise.race([Promise.all(this.pending), tooLong]);
    timeout.abort();
  }

  /** Of what a browser gives up meanwhile, nothing can be read: a redirect has no body, nor has a page that was left. */
  private later(note: Promise<void>): void {
    this.pending.push(note.catch(() => undefined));
  }

  private noteCookie(name: string, value: string): void {
    if (name.startsWith('__Host-magic_auth') && name !== TYPED && value) this.cookies.set(value, name);
  }

  private async noteRequest(request: Request): Promise<void> {
    this.addresses.push(withoutToken(request.url()));
    // Whatever else a browser sends along; its cookies are where they belong.
    for (const { name, value } of await request.headersArray()) {
      if (name.toLowerCase() !== 'cookie') this.headers.push(`${name}: ${value}`);
    }
  }

  private async noteHeaders(response: Response): Promise<void> {
    for (const { name, value } of await response.headersArray()) {
      if (name.toLowerCase() !== 'set-cookie') this.headers.push(`${name}: ${value}`);
      else for (const line of value.split('\n')) this.noteCookie(...namedValue(line));
    }
  }

  private async noteBody(request: Request): Promise<void> {
    const readable = ['document', 'xhr', 'fetch', 'eventsource'].includes(request.resourceType());
    if (!readable || isMailbox(request.url())) return;
    const body = await (await request.response())?.body();
    if (body) this.pages.push(body.toString());
  }
}

/** In any of the ways in which it could have been written down. */
function isIn({ kind, text }: Secret, bytes: Buffer): boolean {
  // What an address escapes sets a code apart as well as a space does.
  if (kind === 'a code') return asNumber(text).test(bytes.toString('latin1').replace(/%[0-9A-F]{2}/gi, ' '));
  const token = Buffer.from(text, 'base64url');
  const hex = token.toString('hex');
  const lists = [', ', ','].map((separator) => [...token].join(separator));
  const base64 = token.toString('base64').replace(/=+$/, '');
  return [text, base64, hex, hex.toUpperCase(), ...lists, token].some((form) => bytes.includes(form));
}

/** A code that stands alone: no part of a longer number, of a time or of an id. */
function asNumber(code: string): RegExp {
  const [first, second] = [code.slice(0, 3), code.slice(3)];
  return new RegExp(`(?<!\\w|\\w[.:-])${first}(?: |-|&nbsp;)?${second}(?!\\w|[.:-]\\w)`);
}

/**
 * The addresses of links are the one place for their tokens, and the address that the start prints is the one for the
 * mailbox's key; that nothing else has them is what the search is for.
 */
function withoutToken(address: string): string {
  return address
    .replace(/(\/(?:sessions\/verify|account\/email\/undo)\?token=)[\w-]+$/, '$1')
    .replace(/(\/dev\/mailbox\?key=)[\w-]+$/, '$1');
}

function namedValue(setCookie: string): [string, string] {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(setCookie) ?? [];
  return [name, value];
}

function isMailbox(address: string): boolean {
  return address.includes('/dev/mailbox');
}

async function contentOf(page: Page): Promise<string> {
  if (isMailbox(page.url()) || page.url() === 'about:blank') return '';
  return page.content().catch(() => '');
}

/** Empty where emails go to a mail server. */
async function mailboxOf(app: App): Promise<MailboxEntry[]> {
  return app.mailbox().catch(() => []);
}
