import { messages } from '../support/mailbox';
import { expect, test } from '../support/test';

test('a refusal says when, counts down, and sends the same again', { tag: '@scripts' }, async ({ someone, startApp, email, complaints }) => {
  complaints.allow(/status of 429/);
  const app = await startApp({ DANGEROUSLY_WITHOUT_LIMITS: 'false', EMAIL_PAUSE: '10s' });
  const [me, other] = [await someone({}, app), await someone({}, app)];
  await me.asks(email);
  await other.page.goto('/sessions/log_in');
  await other.emailField.fill(email);
  await other.ready();
  await other.button('Send me a code').click();
  await expect(other.heading).toHaveText('A little later');
  await expect(other.notice).toContainText('The newest one in your inbox works here too');
  await other.button(/^Send me a code$/).click();
  await expect(other.heading).toHaveText('Check your email');
  await expect.poll(async () => (await messages(app, email)).length).toBe(2);
});

test('the newest email works in a browser that was refused one', async ({ someone, startApp, email, complaints }) => {
  complaints.allow(/status of 429/);
  const app = await startApp({ DANGEROUSLY_WITHOUT_LIMITS: 'false' });
  const [stranger, me] = [await someone({}, app), await someone({}, app)];
  const message = await stranger.asksAndReads(email);
  await me.page.goto('/sessions/log_in');
  await me.emailField.fill(email);
  await me.ready();
  await me.button('Send me a code').click();
  await expect(me.heading).toHaveText('A little later');
  if (me.scripts) {
    const button = me.button(/^Send me a code in 0:[0-3]\d$/);
    await expect(button).toBeDisabled();
  } else {
    // Who comes early is told again.
    await me.button('Send me a code').click();
    await expect(me.heading).toHaveText('A little later');
  }
  await me.page.goto(message.link);
  await me.types(message.code);
  await me.isLoggedIn();
  await stranger.isLoggedOut();
});
