import { launch } from '../browser/launch.ts';
import { sendJson, standIn } from '../browser/stand-in.ts';
import { begin, expect, test } from './app.ts';

const day = 86_400_000;
const stamp = (moment: number) => new Date(moment).toISOString().slice(0, 16).replace('T', ' ');

function list(now: number) {
  const article = (n: number, title: string) => ({
    id: n,
    code: String(n).repeat(32),
    title,
    releaseDate: now - n,
  });
  return {
    code: '000000',
    data: {
      catalogs: [
        {
          catalogId: 93,
          articles: [
            article(
              1,
              'Referral Finale: Invite Friends and Earn Up to 8,000 USDC <img src=x onerror=alert(1)>',
            ),
            article(2, 'Cup: Trade to Share $1M'),
          ],
        },
      ],
    },
  };
}

function detail(now: number) {
  // Half an hour less than three days: what is left is the same whole hours whichever minute it is.
  const text = `Promotion Period: ${stamp(now - day)} (UTC) to ${stamp(now + 3 * day - 1_800_000)} (UTC)`;
  return {
    code: '000000',
    data: { title: 'x', body: JSON.stringify({ child: [{ tag: 'p', child: [{ text }] }] }) },
  };
}

test('the campaign feed: off until wanted, then real dates and own links, and kept when Binance is away', async () => {
  const now = Date.now();
  let broken = false;
  const binance = await standIn(['www.binance.com'], (url, request, response) => {
    if (request.headers.cookie) throw new Error('cookies went along');
    if (broken) return sendJson(response, { code: '000002' }, 429);
    sendJson(response, url.pathname.includes('detail') ? detail(now) : list(now));
  });
  const app = await launch({ args: binance.args });
  try {
    const page = await begin(app, '#/links');
    await page.getByLabel('Referral code').fill('MYCODE1');
    await page.getByRole('button', { name: 'Add code' }).click();
    await page.getByRole('link', { name: 'Campaigns' }).click();
    await expect(page.getByText('It is off until you want it')).toBeVisible();
    expect(binance.asked).toEqual([]);

    await page.getByRole('button', { name: 'Turn on the feed' }).click();
    const card = page.getByRole('article', { name: /Referral Finale/ });
    await expect(card).toContainText('Ongoing · 2 d 23 h left', { timeout: 30_000 });
    await expect(card).toContainText('Up to 8,000 USDC');
    await expect(card).toContainText('For affiliates');
    await expect(card).toContainText('<img src=x onerror=alert(1)>');
    await card.getByRole('button', { name: 'Copy link' }).click();
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await expect
      .poll(copied)
      .toBe(`https://www.binance.com/en/support/announcement/${'1'.repeat(32)}?ref=MYCODE1`);
    const asked = binance.asked.length;
    expect(asked).toBe(4);

    // Asked again within the minute, nothing leaves; when Binance refuses, what is known stays.
    await page.getByRole('button', { name: 'Refresh' }).click();
    await expect(page.getByRole('button', { name: 'Refresh', exact: true })).toBeEnabled();
    expect(binance.asked).toHaveLength(asked);
    broken = true;
    await page.reload();
    await expect(card).toBeVisible();
    await page.getByRole('button', { name: 'Turn off' }).click();
    await expect(card).toHaveCount(0);
  } finally {
    await app.close();
    await binance.close();
  }
});
