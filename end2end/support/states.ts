import { expect, type BrowserContextOptions, type Page } from '@playwright/test';
import { newestMessage } from './mailbox';
import { MAILBOX_KEY } from './server';
import { wrong, type Person } from './person';
import type { App } from './server';
import type { SmtpMode, SmtpPeer } from './smtp';
import { STATES_OF_ACCOUNTS } from './states_of_accounts';
import { askFromElsewhere, fragileDatabase, postOverlongForm } from './trouble';

/** What it takes to bring pages into a state: fixtures of support/test.ts. */
export interface Stage {
  me: Person;
  someone: (options?: BrowserContextOptions, app?: App) => Promise<Person>;
  startApp: (env?: Record<string, string>) => Promise<App>;
  startPeer: (mode: SmtpMode) => Promise<SmtpPeer>;
}

/** Looks at a page in the state that the name says. An email is no page of ours: it has no way back, for instance. */
export type Look = (page: Page, name: string, kind?: 'page' | 'email') => Promise<void>;

/** Groups of states by their name. */
export type Stages = Record<string, (stage: Stage, look: Look) => Promise<void>>;

const ADA = 'ada.lovelace@example.com';

/** Every state of every page, each group from a fresh browser. Whoever looks may change the window and the colours. */
export const STATES: Stages = {
  async 'home and log-in'({ me }, look) {
    const { page } = me;
    await page.goto('/');
    await me.ready();
    await look(page, 'home');
    for (const [address, name] of [
      ['/sessions/log_in', 'log-in'],
      ['/account', 'log-in-first'],
      ['/sessions/log_in?notice=session_expired', 'log-in-expired'],
      ['/sessions/log_in?error=no_challenge', 'log-in-cookies-blocked'],
    ] as const) {
      await page.goto(address);
      await me.ready();
      await look(page, name);
    }

    await page.goto('/sessions/log_in');
    await me.emailField.fill('ada.lovelace@example');
    await me.button('Send me a code').click();
    await expect(me.error).toBeVisible();
    await me.ready();
    await look(page, 'log-in-error');

    await page.goto('/sessions/log_in');
    await me.ready();
    await me.emailField.fill(ADA);
    await page.context().setOffline(true);
    await me.button('Send me a code').click();
    await expect(me.error).toContainText('You are offline');
    await look(page, 'log-in-offline');
    await page.context().setOffline(false);

    // 204 leaves the page as it is, as if the answer were still to come.
    await page.route('**/api/magic_auth/request_log_in', (route) => route.fulfill({ status: 204 }));
    await page.goto('/sessions/log_in');
    await me.ready();
    await me.emailField.fill(ADA);
    await me.button('Send me a code').click();
    await expect(me.button('Sending…')).toBeVisible();
    await look(page, 'log-in-busy');
  },

  async 'code page'({ me }, look) {
    const { page } = me;
    const { code } = await me.asksAndReads(ADA);
    await me.ready();
    await look(page, 'code');
    await me.codeField.pressSequentially('1234');
    await look(page, 'code-half');
    await me.types(wrong(code));
    await expect(me.error).toBeVisible();
    await me.ready();
    await look(page, 'code-wrong');
    await me.codeField.fill('12x');
    await me.button('Log in').click();
    await expect(me.error).toContainText('digits');
    await me.ready();
    await look(page, 'code-not-a-code');
    await page.goto('/sessions/password?notice=email_again');
    await look(page, 'code-sent-again');
    await page.goto('/sessions/password?error=too_soon');
    await look(page, 'code-too-soon');

    await page.clock.install();
    await page.reload();
    await me.ready();
    await page.clock.fastForward('01:00');
    await expect(me.button(/^send it again$/i)).toBeEnabled();
    await look(page, 'code-resend-ready');
    for (let tries = 2; tries <= 5; tries++) {
      await page.goto('/sessions/password');
      await me.types(wrong(code, tries));
      await expect(me.error).toBeVisible();
    }
    await look(page, 'code-used-up');
  },

  async 'code page with a way to the inbox'({ me }, look) {
    await me.asks('a.very.long.address.that.hardly.fits.anywhere.on.a.phone@gmail.com');
    await me.ready();
    await look(me.page, 'code-inbox-link');
  },

  async 'emails whose time is over'({ someone, startApp }, look) {
    const app = await startApp({ EMAIL_LIFETIME: '1s' });
    const me = await someone({}, app);
    await me.page.goto('/sessions/log_in');
    await me.emailField.fill(ADA);
    await me.button('Send me a code').click();
    await expect(me.heading).toHaveText('Ask for a new code');
    await me.ready();
    await look(me.page, 'code-ended');
    const { link } = await newestMessage(app, ADA);
    await me.page.goto(link);
    await expect(me.heading).toHaveText('This link has expired');
    await me.ready();
    await look(me.page, 'link-ended');
  },

  async 'emails on their way, and not sent'({ someone, startApp, startPeer }, look) {
    const peer = await startPeer('hangs');
    const me = await someone({}, await startApp({ ...peer.env, SMTP_TIMEOUT: '12s' }));
    await me.asks(ADA);
    await me.ready();
    await look(me.page, 'code-sending');
    await expect(me.heading).toHaveText("We couldn't send your email", { timeout: 20_000 });
    await me.ready();
    await look(me.page, 'code-not-sent');
  },

  async links({ me, someone }, look) {
    const { page } = me;
    const message = await me.asksAndReads(ADA);
    await page.goto(message.link);
    await me.ready();
    await look(page, 'link-own');

    const other = await someone();
    await other.page.goto(message.link);
    await other.ready();
    await look(other.page, 'link-other-browser');
    await other.types(wrong(message.code));
    await expect(other.error).toBeVisible();
    await other.ready();
    await look(other.page, 'link-other-browser-wrong');

    const grace = await someone();
    await grace.logsIn('grace.hopper@example.com');
    await grace.page.goto(message.link);
    await grace.ready();
    await look(grace.page, 'link-logged-in-as-someone-else');

    await me.button('Log in').click();
    await me.isLoggedIn();
    await other.page.goto(message.link);
    await other.ready();
    await look(other.page, 'link-used');
    await other.page.goto(message.link.slice(0, -9));
    await other.ready();
    await look(other.page, 'link-cut');
  },

  async 'logged in'({ me }, look) {
    await me.logsIn('ada@example.com');
    await me.ready();
    await look(me.page, 'account');
    await me.page.goto('/');
    await me.ready();
    await look(me.page, 'home-logged-in');
    await me.logsOut();
    await me.ready();
    await look(me.page, 'logged-out');
  },

  async 'mailbox and mail'({ someone, startApp }, look) {
    const app = await startApp();
    const me = await someone({}, app);
    const { page } = me;
    await page.goto(`/dev/mailbox?key=${MAILBOX_KEY}`);
    await me.ready();
    await look(page, 'mailbox-empty');
    const { html, text } = await me.asksAndReads(ADA);
    await page.goto('/dev/mailbox');
    await me.ready();
    await look(page, 'mailbox');

    await page.goto('about:blank');
    await page.setContent(html);
    await look(page, 'mail-html', 'email');
    await page.setContent(
      '<!doctype html><html lang="en"><title>Email</title><meta name="color-scheme" content="light dark">' +
        '<pre style="white-space:pre-wrap;overflow-wrap:anywhere"></pre>',
    );
    await page.locator('pre').evaluate((pre, text) => void (pre.textContent = text), text);
    await look(page, 'mail-text', 'email');
  },

  async errors({ me }, look) {
    const { page } = me;
    await page.goto('/nothing-here');
    await look(page, '404');
    await askFromElsewhere(me);
    await look(page, '403');
    await page.goto('/api/magic_auth/log_out');
    await look(page, '405');
    await postOverlongForm(me);
    await look(page, '413');
  },

  async 'database away'({ someone, startApp }, look) {
    const database = fragileDatabase();
    const app = await startApp(database.env);
    const me = await someone({}, app);
    await me.asks(ADA);
    await newestMessage(app, ADA);
    database.breakIt();
    await me.page.reload();
    await expect(me.heading).toHaveText("We'll be right back");
    await look(me.page, '503');
  },

  ...STATES_OF_ACCOUNTS,
};
