import { expect, test } from '../support/test';

test('whatever breaches the policy is noticed', { tag: '@scripts' }, async ({ page, complaints }) => {
  complaints.allow(/policy breached|Content Security Policy/);
  await page.goto('/sessions/log_in');
  expect(complaints.found()).toEqual([]);
  for (const [breach, directive] of [
    ["const script = document.createElement('script'); script.textContent = 'window.breached = 1'; document.head.append(script);", 'script-src'],
    ["const image = new Image(); image.src = 'http://evil.example/x.png'; document.body.append(image);", 'img-src'],
    ["document.body.setAttribute('style', 'color: red');", 'style-src'],
    ["fetch('http://evil.example/').catch(() => undefined);", 'connect-src'],
  ] as const) {
    await page.evaluate(breach);
    await expect.poll(() => complaints.found().join('\n')).toContain(`policy breached: ${directive}`);
  }
  expect(await page.evaluate(() => 'breached' in window)).toBe(false);
});
