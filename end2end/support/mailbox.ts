import { setTimeout as sleep } from 'node:timers/promises';
import type { App } from './server';

const DEADLINE_MS = 10_000;

/** One email as the development mailbox shows it (GET /dev/mailbox.json, newest first). */
export interface MailboxEntry {
  to: string;
  from: string;
  subject: string;
  text: string;
  html: string;
  at: string | number;
}

/** An email, and what a person takes from it. */
export interface Message extends MailboxEntry {
  /** The six digits; empty in an email that has no code. */
  code: string;
  /** The address that logs in; empty in an email that has none. */
  link: string;
}

/** The emails to `to`, newest first, without word of log-ins with new browsers. */
export async function messages(app: App, to: string): Promise<Message[]> {
  return (await app.mailbox())
    .filter((message) => isFor(message, to) && !tellsOfBrowser(message))
    .map((message) => ({ ...message, code: codeIn(message.text), link: linkIn(message.text, app.url) }));
}

/**
 * Waits for an email to `to` and gives the newest. After another one has been asked for, pass the email known so far
 * as `previous`, and the answer is one that came later.
 */
export async function newestMessage(app: App, to: string, previous?: Message): Promise<Message> {
  const deadline = Date.now() + DEADLINE_MS;
  for (;;) {
    const [newest] = await messages(app, to);
    if (newest && !(previous && isSame(newest, previous))) return newest;
    if (Date.now() > deadline) throw new Error(`no ${previous ? 'further ' : ''}email to ${to} in ${DEADLINE_MS} ms`);
    await sleep(50);
  }
}

/** Waits for the email to `to` about a log-in with a new browser. */
export async function newBrowserEmail(app: App, to: string): Promise<MailboxEntry> {
  const deadline = Date.now() + DEADLINE_MS;
  for (;;) {
    const found = (await app.mailbox()).find((email) => isFor(email, to) && tellsOfBrowser(email));
    if (found) return found;
    if (Date.now() > deadline) throw new Error(`no email to ${to} about a new browser in ${DEADLINE_MS} ms`);
    await sleep(50);
  }
}

/** Waits for the email to `to` that takes a change of address back, and gives its link. */
export async function undoLink(app: App, to: string): Promise<string> {
  const deadline = Date.now() + DEADLINE_MS;
  for (;;) {
    const [found] = (await messages(app, to)).flatMap(({ text }) => /http\S+undo\?token=\S+/.exec(text) ?? []);
    if (found) return found;
    if (Date.now() > deadline) throw new Error(`no email to ${to} that takes a change back in ${DEADLINE_MS} ms`);
    await sleep(50);
  }
}

/** The code stands in the text on a line of its own. */
export function codeIn(text: string): string {
  return /^\s*(\d{6})\s*$/m.exec(text)?.[1] ?? '';
}

/** The link stands on a line of its own. */
export function linkIn(text: string, publicUrl: string): string {
  const start = `${publicUrl}/sessions/verify?token=`;
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  return lines.find((line) => line.startsWith(start)) ?? '';
}

function tellsOfBrowser(email: MailboxEntry): boolean {
  return email.subject.startsWith('A new browser logged in');
}

function isFor(message: MailboxEntry, to: string): boolean {
  const written = message.to.toLowerCase();
  return written === to.toLowerCase() || written.endsWith(`<${to.toLowerCase()}>`);
}

function isSame(a: Message, b: Message): boolean {
  return a.at === b.at && a.text === b.text;
}
