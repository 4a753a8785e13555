import { spawnSync } from 'node:child_process';
import os from 'node:os';
import { codeIn, linkIn } from '../support/mailbox';
import { program } from '../support/server';
import { smtpNotThere, type SmtpMode } from '../support/smtp';
import type { Person } from '../support/person';
import { expect, test } from '../support/test';

const PASSWORD = 'correct horse battery staple';

test('an email arrives through STARTTLS and a password', async ({ someone, startApp, startPeer, email }) => {
  const peer = await startPeer('good');
  const app = await startApp(peer.env);
  const me = await someone({}, app);
  await me.asks(email);
  const mail = await peer.mailTo(email);
  expect(peer.refusedLogIns()).toBe(0);

  expect(mail.from?.value).toEqual([{ name: 'Magic Auth', address: 'no-reply@magic-auth.example' }]);
  expect(mail.subject).toBe('Log in to Magic Auth');
  expect(mail.messageId).toMatch(/^<[^@\s]+@magic-auth\.example>$/);
  expect(Math.abs(mail.date!.getTime() - Date.now())).toBeLessThan(60_000);
  expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
  expect(mail.headers.get('content-type')).toMatchObject({ value: 'multipart/alternative' });
  expect(mail.headers.get('mime-version')).toBe('1.0');
  expect(mail.attachments).toEqual([]);

  const code = codeIn(mail.text!);
  const link = linkIn(mail.text!, app.url);
  expect(code).toMatch(/^\d{6}$/);
  expect(link).not.toBe('');
  expect((mail.html as string).replace(/<[^>]*>/g, '')).toMatch(new RegExp(`^\\s*${code}\\s*$`, 'm'));
  expect(mail.html).toContain(link);
  for (const part of [mail.text!, mail.html as string]) {
    expect(part).toContain(email);
    expect(part).toMatch(/\d{1,2} \w+ \d{4}, \d\d:\d\d UTC/);
    expect(part).toContain("If you didn't ask");
  }
  expect([...mail.headerLines].map(({ line }) => line).join('\n')).not.toContain(code);

  await expect(fetch(`${app.url}/dev/mailbox`).then(({ status }) => status)).resolves.toBe(404);
  await me.types(code);
  await me.isLoggedIn();
  expect(app.log()).not.toContain(code);
  expect(app.log()).not.toContain(new URL(link).searchParams.get('token'));
});

const TROUBLES: { what: string; mode: Exclude<SmtpMode, 'good'> | 'not-there'; reason: RegExp }[] = [
  { what: 'refuses the address', mode: 'refuses', reason: /no such mailbox here/ },
  { what: 'is not there', mode: 'not-there', reason: /refused|Connection/ },
  { what: 'hangs', mode: 'hangs', reason: /did not answer within 2s|timed? ?out/i },
  { what: 'offers no TLS', mode: 'no-tls', reason: /STARTTLS/i },
];

for (const { what, mode, reason } of TROUBLES) {
  test(`a mail server that ${what}`, async ({ someone, startApp, startPeer, email }) => {
    const peer = mode === 'not-there' ? undefined : await startPeer(mode);
    const app = await startApp({ ...(peer?.env ?? (await smtpNotThere())), SMTP_TIMEOUT: '2s' });
    const me = await someone({}, app);

    const asked = Date.now();
    await me.page.goto('/sessions/log_in');
    await me.emailField.fill(email);
    await me.button('Send me a code').click();
    await me.page.waitForURL('/sessions/password');
    expect(Date.now() - asked, 'time to the answer').toBeLessThan(6_000);
    const words = mode === 'refuses' ? /Check the address/ : /The fault is on our side/;
    await hearsThatItWasNotSent(me, words);
    await expect(me.page.getByRole('main')).toContainText(email);
    await expect(me.page).toHaveTitle("We couldn't send your email · Magic Auth");
    await expect(me.codeField).toHaveCount(0);

    expect(app.log()).toMatch(/ERROR.*email_id/);
    expect(app.log()).toMatch(reason);
    for (const secret of [PASSWORD, encodeURIComponent(PASSWORD), 'token=']) expect(app.log()).not.toContain(secret);
    expect(app.log()).not.toMatch(/\d{3} \d{3}(?!\d)/);
    if (peer) expect(peer.mails).toEqual([]);

    // Trying again is possible at once, and fails as well.
    await me.button('Try again').click();
    await hearsThatItWasNotSent(me, words);
    await me.page.getByRole('link', { name: 'Use another address' }).click();
    await expect(me.page).toHaveURL('/sessions/log_in');
  });
}

test('trying again works once the mail server is back', async ({ someone, startApp, startPeer, email }) => {
  const peer = await startPeer('refuses');
  const app = await startApp({ ...peer.env, SMTP_TIMEOUT: '2s' });
  const me = await someone({}, app);
  await me.page.goto('/account?from=the+wall');
  await me.emailField.fill(email);
  await me.keep.uncheck();
  await me.button('Send me a code').click();
  await hearsThatItWasNotSent(me);

  peer.become('good');
  await me.button('Try again').click();
  await expect(me.heading).toHaveText('Check your email');
  await me.types(codeIn((await peer.mailTo(email)).text!));
  await me.isLoggedIn('/account?from=the+wall');
  expect(peer.mails).toHaveLength(1);
  const session = (await me.page.context().cookies()).find(({ name }) => name === '__Host-magic_auth');
  expect(session?.expires).toBe(-1);
});

for (const [name, env, variable] of [
  ['without TLS to another machine', { SMTP_URL: 'smtp://user:hunter2@mail.example:587' }, 'SMTP_URL'],
  ['that is no address', { SMTP_URL: 'mail.example' }, 'SMTP_URL'],
  ['without a sender', { SMTP_URL: 'smtps://user:hunter2@mail.example', MAIL_FROM: '' }, 'MAIL_FROM'],
] as const) {
  test(`does not start with a mail server ${name}`, { tag: '@no-scripts' }, () => {
    const { MAIL_FROM: from = 'Notes <no-reply@notes.example>', ...rest } = env as Record<string, string>;
    const settings = { ...rest, ...(from && { MAIL_FROM: from }), LEPTOS_SITE_ADDR: '127.0.0.1:0' };
    const run = spawnSync(program(), [], { encoding: 'utf8', timeout: 5_000, cwd: os.tmpdir(), env: settings });
    expect(run.status).toBe(2);
    expect(run.stderr.trim().split('\n')).toHaveLength(1);
    expect(run.stderr).toContain(variable);
    expect(run.stderr).not.toContain('hunter2');
  });
}

async function hearsThatItWasNotSent(me: Person, words: RegExp = /Check the address/): Promise<void> {
  // Without scripts the page looks again by itself, but only after a while.
  await expect(async () => {
    if (!me.scripts) await me.page.goto('/sessions/password');
    await expect(me.heading).toHaveText("We couldn't send your email", { timeout: me.scripts ? 8_000 : 200 });
  }).toPass({ timeout: 8_000 });
  await expect(me.error).toContainText(words);
  await expect(me.button('Try again')).toBeVisible();
}
