import { expect } from '@playwright/test';
import { live } from './live';
import { newBrowserEmail, newestMessage, undoLink } from './mailbox';
import type { Stages } from './states';

const ADA = 'ada.lovelace@example.com';
const GRACE = 'grace.hopper@example.com';

/** States of who is logged in, of changing the address, and of limits. */
export const STATES_OF_ACCOUNTS: Stages = {
  async 'several browsers'({ someone, startApp }, look) {
    const app = await startApp();
    const [me, phone, other] = [
      await someone({}, app),
      await someone({ userAgent: PHONE, viewport: { width: 360, height: 640 } }, app),
      await someone({ userAgent: 'curl/8' }, app),
    ];
    for (const person of [me, phone, other]) await person.logsIn(ADA);
    await me.page.goto('/account');
    await me.ready();
    await look(me.page, 'account-several');
    const reader = await someone({}, app);
    await reader.page.setContent((await newBrowserEmail(app, ADA)).html);
    await look(reader.page, 'email-new-browser', 'email');
    await me.button('Log out all others').click();
    await expect(me.notice).toBeVisible();
    await me.ready();
    await look(me.page, 'account-others-ended');
    await me.page.goto('/sessions/log_out/all/get');
    await expect(me.heading).toBeVisible();
    await me.ready();
    await look(me.page, 'log-out-everywhere');
  },

  async 'a page whose session has ended'({ me, someone }, look) {
    const other = await someone();
    await other.logsIn('ada.farewell@example.com');
    await me.logsIn('ada.farewell@example.com');
    await live(other.page, () => other.page.reload());
    // 204 leaves the page where it is.
    await other.page.route('**/sessions/log_in**', (route) => route.fulfill({ status: 204 }));
    await me.button('Log out everywhere').click();
    await expect(other.page.locator('[data-farewell]')).toBeVisible();
    await look(other.page, 'farewell', 'email');
  },

  async 'change of address'({ someone, startApp }, look) {
    const app = await startApp();
    const me = await someone({}, app);
    await me.logsIn(ADA);
    await me.page.goto('/account?error=same_address');
    await me.ready();
    await look(me.page, 'account-change-error');
    await me.asksToChange(GRACE);
    await expect(me.heading).toHaveText('Check your new address');
    await me.ready();
    await look(me.page, 'change-code');
    const [notice, confirm] = [await newestMessage(app, ADA), await newestMessage(app, GRACE)];
    for (const [message, name] of [[notice, 'email-notice'], [confirm, 'email-confirm']] as const) {
      const reader = await someone({}, app);
      await reader.page.setContent(message.html);
      await look(reader.page, name, 'email');
    }

    const owner = await someone({}, app);
    const undo = await undoLink(app, ADA);
    await owner.page.goto(undo);
    await owner.ready();
    await look(owner.page, 'undo');
    await owner.page.goto('/account/email/undo?error=not_sure');
    await owner.ready();
    await look(owner.page, 'undo-not-sure');
    await owner.page.getByLabel("I don't want this change").check();
    await owner.button('Undo the change').click();
    await expect(owner.notice).toContainText('was undone');
    await look(owner.page, 'undo-done');
    await owner.page.goto(undo);
    await owner.ready();
    await look(owner.page, 'undo-over');

    await me.page.goto(confirm.link);
    await me.ready();
    await look(me.page, 'change-over');
  },

  async 'confirming a change'({ me }, look) {
    await me.logsIn('ada.confirms@example.com');
    await me.asksToChange('grace.confirms@example.com');
    await expect(me.heading).toHaveText('Check your new address');
    await me.page.goto((await newestMessage(me.app, 'grace.confirms@example.com')).link);
    await me.ready();
    await look(me.page, 'change-link');
    await me.button('Use this address').click();
    await me.isLoggedIn('/account?notice=new_address');
    await me.ready();
    await look(me.page, 'account-new-address');
  },

  async 'proving the present address'({ someone, startApp }, look) {
    const app = await startApp({ FRESH_LOG_IN: '1s' });
    const me = await someone({}, app);
    await me.logsIn(ADA);
    const loggedInAt = Number(await me.page.locator('time').first().getAttribute('data-at'));
    await expect.poll(() => Date.now() - loggedInAt).toBeGreaterThan(1_000);
    await me.asksToChange(GRACE);
    await expect(me.heading).toHaveText("Prove that it's you");
    await me.ready();
    await look(me.page, 'prove-code');
  },

  async limits({ someone, startApp }, look) {
    const app = await startApp({ DANGEROUSLY_WITHOUT_LIMITS: 'false', CODES_PER_CLIENT: '1' });
    const [me, other] = [await someone({}, app), await someone({}, app)];
    const { code } = await me.asksAndReads(ADA);
    await other.page.goto('/sessions/log_in');
    await other.emailField.fill(ADA);
    await other.button('Send me a code').click();
    await expect(other.heading).toHaveText('A little later');
    await other.ready();
    await look(other.page, 'limited-emails');
    for (let tries = 0; tries < 2; tries++) {
      await me.page.goto('/sessions/password');
      await me.types(code.replace(/^./, (digit) => String((Number(digit) + 1) % 10)));
      await expect(me.heading.or(me.error).first()).toBeVisible();
    }
    await expect(me.heading).toHaveText('A little later');
    await me.ready();
    await look(me.page, 'limited-codes');
  },
};

const PHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1';
