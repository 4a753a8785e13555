import type { BrowserContext } from '@playwright/test';
import { newestMessage } from '../support/mailbox';
import { wrong, type Person } from '../support/person';
import { expect, test } from '../support/test';

/** Has the browser translate each page while it loads, before any script of the page has run. */
const translated = (context: BrowserContext) => context.addInitScript(translate);

/** Runs in a page before its own scripts: puts two elements around every text, as browsers that translate do. */
function translate(): void {
  const wrap = (text: Text) => {
    const parent = text.parentElement;
    if (!parent || !text.data.trim() || parent.closest('script, style, noscript, [translate="no"], font')) return;
    const [outer, inner] = [document.createElement('font'), document.createElement('font')];
    outer.append(inner);
    text.replaceWith(outer);
    inner.append(text);
  };
  const wrapAll = (root: Node) => {
    const texts: Text[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    texts.forEach(wrap);
  };
  new MutationObserver((changes) => {
    for (const change of changes) for (const node of change.addedNodes) node instanceof Text ? wrap(node) : wrapAll(node);
  }).observe(document, { childList: true, subtree: true });
}

/** Each page says whether its texts were wrapped before its scripts took over. No test passes with an exception. */
async function isAlive(person: Person): Promise<void> {
  await expect(person.page.locator('h1 font font').first()).toBeVisible();
  await person.ready();
}

test('the countdown of another email runs on a page that is translated', { tag: '@scripts' }, async ({ me, page, context, email }) => {
  await translated(context);
  await me.asks(email);
  await isAlive(me);
  const again = page.getByRole('button', { name: 'Send it again' });
  await expect(again).toBeDisabled();
  await expect(again).toHaveText(/^Send it again in 0:\d\d$/);
  const first = await again.textContent();
  await expect(again).not.toHaveText(first!);
  await expect(again.locator('font font')).toHaveText('Send it again');
});

test('logging in by code, and out, works on pages that are translated', { tag: '@scripts' }, async ({ me, page, context, email, app }) => {
  await translated(context);
  await page.goto('/sessions/log_in');
  await isAlive(me);
  await me.asks(email);
  await isAlive(me);
  const { code } = await newestMessage(app, email);
  await me.types(wrong(code));
  await expect(me.error).toContainText('4 tries left.');
  await isAlive(me);
  await me.codeField.fill(code);
  await me.isLoggedIn();
  await isAlive(me);
  await page.getByLabel('New email address').fill(email);
  await me.button('Change address').click();
  await expect(page.getByRole('alert')).toHaveText('That is your address already. Type the new one.');
  await me.logsOut();
  await isAlive(me);
});

test('links and live pages work on pages that are translated', { tag: '@scripts' }, async ({ me, someone, context, email }) => {
  await translated(context);
  const other = await someone();
  const message = await me.asksAndReads(email);
  await me.page.goto(message.link);
  await isAlive(me);
  await me.button('Log in').click();
  await me.isLoggedIn();
  await isAlive(me);
  await other.logsIn(email);
  await other.button('Log out everywhere').click();
  await expect(me.page).toHaveURL(/\/sessions\/log_in\?notice=logged_out_everywhere/);
  await isAlive(me);
});

test('the countdown of a limit runs on a page that is translated', { tag: '@scripts' }, async ({ someone, startApp, email, complaints }) => {
  complaints.allow(/status of 429/);
  const app = await startApp({ DANGEROUSLY_WITHOUT_LIMITS: 'false' });
  const [first, me] = [await someone({}, app), await someone({}, app)];
  await first.asks(email);
  await translated(me.page.context());
  await me.page.goto('/sessions/log_in');
  await isAlive(me);
  await me.emailField.fill(email);
  await me.button('Send me a code').click();
  await expect(me.heading).toHaveText('A little later');
  await isAlive(me);
  const again = me.page.getByRole('button', { name: /^Send me a code/ });
  await expect(again).toBeDisabled();
  const left = await again.textContent();
  expect(left).toMatch(/^Send me a code in 0:\d\d$/);
  await expect(again).not.toHaveText(left!);
});
