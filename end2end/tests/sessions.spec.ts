import { expect, test } from '../support/test';

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1';

test('the list shows every browser, and ends one of them', async ({ me, someone, email }) => {
  await me.logsIn(email);
  const phone = await someone({ userAgent: IPHONE });
  await phone.logsIn(email);
  await me.page.goto('/account');
  const items = me.page.getByRole('region', { name: 'Where you are logged in' }).getByRole('listitem');
  await expect(items).toHaveCount(2);
  await expect(items.first()).toContainText('This one');
  await expect(items.last()).toContainText('Safari on iPhone');
  await expect(items.last()).toContainText('Last seen just now');
  await me.ready();
  await items.last().getByRole('button', { name: /Log out Safari on iPhone/ }).click();
  await expect(me.notice).toHaveText('That browser is logged out.');
  await expect(items).toHaveCount(1);
  await phone.isLoggedOut();
});

test('all others are ended with one click, and a second does no harm', async ({ me, someone, email }) => {
  await me.logsIn(email);
  for (let more = 0; more < 2; more++) await (await someone()).logsIn(email);
  await me.page.goto('/account');
  await me.ready();
  await me.button('Log out all others').click();
  await expect(me.notice).toHaveText('All your other browsers are logged out.');
  await expect(me.page.getByText('In this browser only.')).toBeVisible();
  await expect(me.button('Log out all others')).toHaveCount(0);
});

test('times are told in the zone of who reads them', { tag: '@scripts' }, async ({ someone, email }) => {
  const person = await someone({ timezoneId: 'Asia/Tokyo', locale: 'en-GB' });
  await person.logsIn(email);
  await person.ready();
  const time = person.page.getByRole('region', { name: 'Where you are logged in' }).locator('time').first();
  const at = Number(await time.getAttribute('data-at'));
  const told = new Date(at).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Asia/Tokyo' });
  await expect(time).toHaveText(told);
});
