import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { simpleParser, type ParsedMail } from 'mailparser';
import { generate } from 'selfsigned';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { freePort } from './server';

const USER = 'magic-auth';
const PASSWORD = 'correct horse battery staple';
const MAIL_DEADLINE_MS = 10_000;

/**
 * - `good`: STARTTLS, then a password (PLAIN or LOGIN), then it takes every mail
 * - `refuses`: the same, but says 550 to every recipient
 * - `no-tls`: does not offer STARTTLS, so a password would travel in the clear
 * - `hangs`: accepts the connection and never says a word
 */
export type SmtpMode = 'good' | 'refuses' | 'no-tls' | 'hangs';

/** A mail server at the other end. */
export interface SmtpPeer {
  port: number;
  /** The settings with which a server sends through this peer and trusts its certificate: pass them to `startServer`. */
  env: { SMTP_URL: string; MAIL_FROM: string; SSL_CERT_FILE: string };
  /** Changes its ways from the next mail on; one that hangs, or offers no TLS, stays as it is. */
  become(mode: 'good' | 'refuses'): void;
  /** What it has taken so far, oldest first. */
  mails: ParsedMail[];
  /** How many connections were opened, and how many log-ins were refused. */
  connections(): number;
  refusedLogIns(): number;
  /** Waits for a mail to this address and gives the newest. */
  mailTo(address: string): Promise<ParsedMail>;
  stop(): Promise<void>;
}

export async function startSmtp(mode: SmtpMode): Promise<SmtpPeer> {
  return mode === 'hangs' ? startSilentPeer() : startTalkingPeer(mode);
}

/** Settings that lead to a port where nobody listens. */
export async function smtpNotThere(): Promise<{ SMTP_URL: string; MAIL_FROM: string }> {
  const { SMTP_URL, MAIL_FROM } = settings(await closedPort(), '');
  return { SMTP_URL, MAIL_FROM };
}

export const closedPort = freePort;

async function startTalkingPeer(first: 'good' | 'refuses' | 'no-tls'): Promise<SmtpPeer> {
  let mode = first;
  const { ca, key, cert } = await certificates();
  const mails: ParsedMail[] = [];
  let connections = 0;
  let refusedLogIns = 0;

  const options: SMTPServerOptions = {
    key,
    cert,
    name: 'localhost',
    authMethods: ['PLAIN', 'LOGIN'],
    hideSTARTTLS: mode === 'no-tls',
    disabledCommands: mode === 'no-tls' ? ['STARTTLS'] : [],
    disableReverseLookup: true,
    closeTimeout: 1_000,
    onConnect(_session, done) {
      connections += 1;
      done();
    },
    onAuth({ username, password }, _session, done) {
      if (username === USER && password === PASSWORD) return done(null, { user: username });
      refusedLogIns += 1;
      done(new Error('wrong user name or password'));
    },
    onRcptTo(_address, _session, done) {
      if (mode === 'refuses') return done(Object.assign(new Error('no such mailbox here'), { responseCode: 550 }));
      done();
    },
    onData(stream, _session, done) {
      simpleParser(stream).then((mail) => {
        mails.push(mail);
        done();
      }, done);
    },
  };
  const server = new SMTPServer(options);
  // A peer that breaks a connection off (the handshake refused, a time limit) is what some tests are about.
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;

  return {
    port,
    env: settings(port, ca.file),
    become: (now) => (mode = now),
    mails,
    connections: () => connections,
    refusedLogIns: () => refusedLogIns,
    mailTo: (address) => waitForMail(mails, address),
    stop: async () => {
      await new Promise<void>((resolve) => server.close(() => resolve()));
      ca.remove();
    },
  };
}

async function startSilentPeer(): Promise<SmtpPeer> {
  const open = new Set<net.Socket>();
  let connections = 0;
  const server = net.createServer((socket) => {
    connections += 1;
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => {});
    socket.resume();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const { ca } = await certificates();

  return {
    port,
    env: settings(port, ca.file),
    become: () => {},
    mails: [],
    connections: () => connections,
    refusedLogIns: () => 0,
    mailTo: (address) => waitForMail([], address),
    stop: async () => {
      for (const socket of open) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      ca.remove();
    },
  };
}

/** `tls=required` is lettre's way to say: STARTTLS, or no mail at all. */
function settings(port: number, caFile: string): SmtpPeer['env'] {
  return {
    SMTP_URL: `smtp://${USER}:${encodeURIComponent(PASSWORD)}@localhost:${port}?tls=required`,
    MAIL_FROM: 'Magic Auth <no-reply@magic-auth.example>',
    SSL_CERT_FILE: caFile,
  };
}

async function waitForMail(mails: ParsedMail[], address: string): Promise<ParsedMail> {
  const deadline = Date.now() + MAIL_DEADLINE_MS;
  for (;;) {
    const newest = mails.findLast((mail) => recipients(mail).includes(address.toLowerCase()));
    if (newest) return newest;
    if (Date.now() > deadline) throw new Error(`no mail to ${address} in ${MAIL_DEADLINE_MS} ms`);
    await sleep(50);
  }
}

function recipients(mail: ParsedMail): string[] {
  const headers = [mail.to ?? []].flat();
  return headers.flatMap((header) => header.value).map((mailbox) => mailbox.address?.toLowerCase() ?? '');
}

/**
 * A certificate for localhost and the authority that signed it. The authority is written to a file of its own, for the
 * server under test to trust through SSL_CERT_FILE.
 */
async function certificates(): Promise<{ ca: { file: string; remove: () => void }; key: string; cert: string }> {
  const authority = await generate([{ name: 'commonName', value: 'Magic Auth test authority' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, critical: true },
    ],
  });
  const server = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    ca: { key: authority.private, cert: authority.cert },
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }, { type: 7, ip: '127.0.0.1' }] },
    ],
  });
  const folder = mkdtempSync(path.join(os.tmpdir(), 'magic-auth-smtp-'));
  const file = path.join(folder, 'ca.pem');
  writeFileSync(file, authority.cert);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  return { ca: { file, remove }, key: server.private, cert: server.cert };
}
