import { violations } from '../browser/accessibility.ts';
import { readQr } from '../browser/read-qr.ts';
import { serveFiles } from '../browser/static-server.ts';
import { expect } from './app.ts';
import { DAY, hrefs, inline, PIXEL, pageOf, snapshotOf, test, WIDGET } from './widget-site.ts';

test('nothing moves: the place is held from the first paint on', async ({ visit }) => {
  const reserve = '240:640 300:600 400:420 560:400';
  const site = await serveFiles({
    'widget.js': WIDGET,
    'snapshot.json': JSON.stringify(snapshotOf()),
    'index.html': pageOf(
      `<referral-card src="snapshot.json" reserve="${reserve}"><a href="#">plain</a></referral-card><p>What comes after it.</p>`,
    ),
  });
  try {
    for (const width of [360, 800]) {
      const { page, close } = await visit(site, '', { width });
      await expect(page.locator('referral-card a.join')).toBeVisible();
      // The control: a box of the test's own moves after all else, and it is all that has moved.
      await page.evaluate(async () => {
        const box = document.createElement('aside');
        box.style.cssText = 'position:fixed;top:0;left:0;width:200px;height:200px;background:teal';
        document.body.append(box);
        for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
        box.style.top = '300px';
      });
      const shifts = () => page.evaluate(() => (globalThis as unknown as { shifts: string[] }).shifts);
      await expect.poll(async () => (await shifts()).join()).toContain('ASIDE');
      expect(await shifts()).toEqual(['ASIDE']);
      await close();
    }
  } finally {
    await site.close();
  }
});

test('a campaign that ends disappears by itself, links carry the code, and the QR reads', async ({
  visit,
  plain,
}) => {
  const site = await serveFiles({ 'widget.js': WIDGET, 'index.html': pageOf(inline(snapshotOf())) });
  try {
    const { page, close } = await visit(site);
    expect(await hrefs(page)).toEqual([
      'https://www.binance.com/join?ref=MYCODE1',
      'https://www.binance.com/en/support/announcement/summer-cup?ref=MYCODE1',
    ]);
    for (const a of await page.locator('referral-card a').all()) {
      if ((await a.textContent()) === 'plain') continue;
      await expect(a).toHaveAttribute('rel', 'sponsored noopener noreferrer');
      await expect(a).toHaveAttribute('referrerpolicy', 'no-referrer');
    }
    const picture = await page.locator('referral-card .qr').screenshot();
    expect(await readQr(page, picture)).toBe('https://www.binance.com/join?ref=MYCODE1');
    await close();
    // Two days later.
    const context = await plain.newContext();
    const later = await context.newPage();
    await later.clock.install({ time: Date.now() + 2 * DAY - 60_000 });
    await later.goto(site.url);
    await expect(later.getByText('Summer cup')).toBeVisible();
    await later.clock.runFor(3 * 60_000);
    await expect(later.getByText('Summer cup')).toHaveCount(0);
    await context.close();
  } finally {
    await site.close();
  }
});

test('a broken, foreign or missing snapshot leaves the plain link', async ({ visit }) => {
  const broken = [
    '',
    '{',
    '[]',
    'null',
    '{"v":1}',
    '{"code":"<x>"}',
    '{"code":["MYCODE1"]}',
    'x'.repeat(2_000_000),
  ];
  const site = await serveFiles({
    'widget.js': WIDGET,
    'good.json': JSON.stringify(snapshotOf()),
    ...Object.fromEntries(broken.map((text, i) => [`${i}.json`, text])),
    'index.html': pageOf(
      [...broken.map((_, i) => `${i}.json`), 'missing.json', 'javascript:1', 'data:application/json,{}']
        .map(
          src =>
            `<referral-card src="${src}"><a href="https://www.binance.com/join?ref=MYCODE1">plain</a></referral-card>`,
        )
        .join(''),
    ),
  });
  try {
    const { page, close } = await visit(site);
    // All files have come, or failed to; and the control: a good one that is asked for after them is shown.
    const files = () =>
      page.evaluate(() => {
        const all = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
        return all.filter(entry => entry.name.endsWith('.json') && entry.responseEnd > 0).length;
      });
    await expect.poll(files).toBe(broken.length + 1);
    await page.evaluate(() => {
      const good = document.createElement('referral-card');
      good.setAttribute('src', 'good.json');
      document.body.append(good);
    });
    await expect(page.locator('referral-card[src="good.json"] a.join')).toBeVisible();
    const links = page.getByRole('link', { name: 'plain' });
    await expect(links).toHaveCount(broken.length + 3);
    for (const link of await links.all()) await expect(link).toBeVisible();

    // A snapshot that arrives in pieces is read when it is whole.
    const card = page.locator('referral-card').first();
    const whole = JSON.stringify(snapshotOf());
    await card.evaluate((element, text) => {
      element.removeAttribute('src');
      const script = document.createElement('script');
      script.type = 'application/json';
      script.append(text.slice(0, 200));
      element.append(script);
      setTimeout(() => script.append(text.slice(200)), 200);
    }, whole);
    await expect(card.locator('a.join')).toBeVisible();
    // Another file that is not there does not leave the card before it.
    await card.evaluate(element => element.setAttribute('src', 'missing.json'));
    await expect(card.locator('a.join')).toHaveCount(0);
    await expect(card.getByRole('link', { name: 'plain' })).toBeVisible();
    await close();
  } finally {
    await site.close();
  }
});

test('no rule of accessibility is broken: layouts × themes × directions, 240 to 1200 px', async ({
  visit,
}) => {
  test.setTimeout(180_000);
  const site = await serveFiles({
    'widget.js': WIDGET,
    'index.html': pageOf('<div id="here"></div>'),
  });
  try {
    const { page, close } = await visit(site);
    for (const layout of ['card', 'strip', 'button'] as const) {
      for (const theme of ['light', 'dark'] as const) {
        for (const rtl of [false, true]) {
          const snapshot = snapshotOf({
            layout,
            theme,
            rtl,
            lang: rtl ? 'ar' : 'en',
            picture: PIXEL,
            figures: { referrals: 12_345, years: 4, index: [1, 20, 30, 40, 50, 60, 70, 80, 90, 100, 50, 0] },
          });
          await page.evaluate(text => {
            const card = document.createElement('referral-card');
            const data = document.createElement('script');
            data.type = 'application/json';
            data.textContent = text;
            card.append(data);
            document.getElementById('here')!.replaceChildren(card);
          }, JSON.stringify(snapshot));
          expect(await violations(page), `${layout} ${theme} ${rtl}`).toEqual([]);
          for (const width of [240, 320, 560, 1_200]) {
            await page.setViewportSize({ width: width + 16, height: 900 });
            const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
            expect(over, `${layout} at ${width}`).toBeLessThanOrEqual(0);
          }
        }
      }
    }
    await close();
  } finally {
    await site.close();
  }
});
