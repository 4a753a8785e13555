import { expect, type Locator, type Page } from '@playwright/test';
import { messages, newestMessage, type Message } from './mailbox';
import type { App } from './server';

/** Somebody with a browser: what people do on the pages, in the words of the pages. */
export class Person {
  readonly heading: Locator;
  readonly emailField: Locator;
  readonly codeField: Locator;
  readonly keep: Locator;
  /** Messages above a form, and errors at a field. */
  readonly error: Locator;
  readonly notice: Locator;

  constructor(
    readonly page: Page,
    readonly app: App,
    /** Whether scripts run in this browser. */
    readonly scripts: boolean,
  ) {
    this.heading = page.getByRole('heading', { level: 1 });
    this.emailField = page.getByLabel('Your email address');
    this.codeField = page.locator('input[name="code"]');
    this.keep = page.getByLabel('Keep me logged in');
    this.error = page.getByRole('alert');
    this.notice = page.getByRole('status');
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('main').getByRole('button', { name });
  }

  /** Waits until the page's scripts have taken over; without scripts there is nothing to wait for. */
  async ready(): Promise<void> {
    if (this.scripts) await this.page.waitForFunction(() => 'pageIsAlive' in window);
  }

  /** Asks for an email, from the log-in page or from wherever `at` leads. */
  async asks(email: string, { keep = true, at = '/sessions/log_in' } = {}): Promise<void> {
    await this.page.goto(at);
    await this.emailField.fill(email);
    await this.keep.setChecked(keep);
    await this.button('Send me a code').click();
    await expect(this.heading).toHaveText('Check your email');
  }

  /** The same, and then reads the mail: an email that was not there before, however many were. */
  async asksAndReads(email: string, options?: { keep?: boolean; at?: string }): Promise<Message> {
    const [previous] = await messages(this.app, email);
    await this.asks(email, options);
    return newestMessage(this.app, email, previous);
  }

  /** Types a code: with scripts a whole one is submitted by itself, without them it takes the button. */
  async types(code: string): Promise<void> {
    await this.ready();
    await this.codeField.fill(code);
    if (!this.scripts) await this.button('Log in').click();
  }

  async logsIn(email: string, options?: { keep?: boolean }): Promise<void> {
    const message = await this.asksAndReads(email, options);
    await this.types(message.code);
    await this.isLoggedIn();
  }

  async logsOut(): Promise<void> {
    await this.page.getByRole('banner').getByRole('button', { name: 'Log out' }).click();
    await expect(this.notice).toHaveText('You are logged out.');
  }

  /** Types a new address into the account page's form. */
  async asksToChange(to: string): Promise<void> {
    await this.page.goto('/account');
    await this.ready();
    await this.page.getByLabel('New email address').fill(to);
    await this.button('Change address').click();
  }

  async isLoggedIn(path = '/account'): Promise<void> {
    await expect(this.page).toHaveURL(this.app.url + path);
    await expect(this.page.getByRole('banner').getByRole('button', { name: 'Log out' })).toBeVisible();
  }

  /** Asks for the account page, which only somebody logged in gets. */
  async isLoggedOut(): Promise<void> {
    const answer = await this.page.request.get('/account', { maxRedirects: 0 });
    expect(answer.status()).toBe(303);
    expect(answer.headers()['location']).toContain('/sessions/log_in');
  }
}

/** A code that is not this one. */
export function wrong(code: string, by = 1): string {
  return String((Number(code) + by) % 10 ** code.length).padStart(code.length, '0');
}
