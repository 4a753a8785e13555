import type { Locator } from '@playwright/test';
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

test('a session is three lines on a phone', { tag: '@scripts' }, async ({ me, someone, email }) => {
  const phone = await someone({ userAgent: IPHONE, viewport: { width: 360, height: 640 } });
  await me.logsIn(email);
  await phone.logsIn(email);
  await phone.ready();
  const items = phone.page.getByRole('region', { name: 'Where you are logged in' }).getByRole('listitem');
  await expect(items).toHaveCount(2);
  for (const item of await items.all()) {
    expect(await lines(item)).toBe(3);
  }
});

test('times are told in the zone of who reads them, once, and exactly in the title', { tag: '@scripts' }, async ({ someone, email }) => {
  const person = await someone({ timezoneId: 'Asia/Tokyo', locale: 'en-GB' });
  await person.page.clock.install();
  const { code } = await person.asksAndReads(email);
  await person.ready();
  const until = person.page.locator('time');
  const at = Number(await until.getAttribute('data-at'));
  const told = (options: Intl.DateTimeFormatOptions) => new Date(at).toLocaleString('en-GB', { timeZone: 'Asia/Tokyo', ...options });
  await expect(until).toHaveText(told({ timeStyle: 'short' }));
  const exactly = new RegExp(`^${told({ dateStyle: 'long' })}.*${told({ timeStyle: 'medium' })}`);
  await expect(until).toHaveAttribute('title', exactly);
  await expect(until).toHaveAttribute('datetime', /^\d{4}-\d\d-\d\dT.*Z$/);

  await person.types(code);
  await person.isLoggedIn();
  await person.ready();
  const session = person.page.getByRole('region', { name: 'Where you are logged in' }).getByRole('listitem');
  await expect(session).toContainText('Logged in just now');
  await person.page.clock.fastForward('05:30');
  await expect(session).toContainText('Logged in 5 minutes ago');
  await person.page.clock.fastForward('03:00:00');
  await expect(session).toContainText(/Logged in (today|yesterday), \d\d:\d\d/);
});

test('without scripts times are in UTC and say so', { tag: '@no-scripts' }, async ({ me, page, email }) => {
  await me.asks(email);
  await expect(page.getByRole('main')).toContainText(/They work for 10 minutes, until \d{1,2}:\d\d UTC\./);
});

/** On how many lines the text of an element stands. */
async function lines(element: Locator): Promise<number> {
  return element.evaluate((element) => {
    const middles: number[] = [];
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(texts.currentNode);
      for (const box of range.getClientRects()) if (box.width > 1) middles.push((box.top + box.bottom) / 2);
    }
    const sorted = middles.sort((a, b) => a - b);
    return sorted.filter((middle, index) => index === 0 || middle - sorted[index - 1]! > 6).length;
  });
}
