import type { Page } from '@playwright/test';
import { violations } from '../browser/accessibility.ts';
import { drawn } from '../browser/drawn.ts';
import { type ExportRow, exportRows, rowAt } from '../browser/export-file.ts';
import { decimal, expected, units } from '../browser/oracle.ts';
import { begin, csv, expect, figure, importFiles, test } from './app.ts';

function lastMonths(rows: number): ExportRow[] {
  const now = Date.now();
  const all = [...exportRows({ rows, referrals: 120, from: now - 120 * 86_400_000, to: now, seed: 9 })];
  return [...all, rowAt(now, all[all.length - 1])];
}

const iso = (daysAgo: number) => new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10);

test('filters live in the address: menus set them, Back undoes them, chips remove them', async ({ app }) => {
  const rows = lastMonths(3_000);
  const page = await begin(app);
  await importFiles(page, [csv('export.csv', rows)]);
  await page.getByRole('link', { name: 'Overview' }).click();
  const month = expected(rows, [iso(29), iso(0)]);
  await expect(figure(page, 'commission')).toHaveAttribute('value', month.commission);

  await page.getByRole('button', { name: /^Period:/ }).click();
  await page.getByRole('menuitemradio', { name: /Last 7 days/ }).click();
  await expect(figure(page, 'commission')).toHaveAttribute(
    'value',
    expected(rows, [iso(6), iso(0)]).commission,
  );
  await expect(page).toHaveURL(/#\/overview\?period=7d$/);

  // By keyboard alone.
  await page.getByRole('button', { name: /^Account:/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitemradio', { name: 'All accounts' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/account=futures/);
  const futures = expected(rows, [iso(6), iso(0)], { account: 'futures' });
  await expect(figure(page, 'commission')).toHaveAttribute('value', futures.commission);

  await page.goBack();
  await expect(page).not.toHaveURL(/account/);
  await page.goForward();
  await page.getByRole('button', { name: 'Remove filter: Account is Futures' }).click();
  await expect(figure(page, 'commission')).toHaveAttribute(
    'value',
    expected(rows, [iso(6), iso(0)]).commission,
  );

  await page.getByRole('button', { name: 'Show only bpcode' }).click();
  const code = expected(rows, [iso(6), iso(0)], { code: 'bpcode' });
  await expect(figure(page, 'commission')).toHaveAttribute('value', code.commission);
  await expect(figure(page, 'traders-spot')).toHaveAttribute('value', code['traders-spot']);

  await page.getByRole('button', { name: /^Period:/ }).click();
  await page.getByLabel('From').fill(iso(50));
  await page.getByLabel('To').fill(iso(31));
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(figure(page, 'commission')).toHaveAttribute(
    'value',
    expected(rows, [iso(50), iso(31)], { code: 'bpcode' }).commission,
  );
  await page.reload();
  await expect(figure(page, 'referrals')).toHaveAttribute(
    'value',
    expected(rows, [iso(50), iso(31)], { code: 'bpcode' }).referrals,
  );
});

test('the chart follows the card that is pressed, moves by keyboard, and has a table twin', async ({
  app,
}) => {
  const rows = lastMonths(3_000);
  const page = await begin(app);
  await importFiles(page, [csv('export.csv', rows)]);
  await page.goto(`${app.origin}/dashboard.html#/overview?period=7d`);
  await expect(figure(page, 'commission')).toHaveAttribute(
    'value',
    expected(rows, [iso(6), iso(0)]).commission,
  );
  const chart = page.getByRole('group', { name: 'Commission per day' });
  await chart.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(chart.getByRole('status')).toContainText('so far');
  await page.keyboard.press('ArrowLeft');
  const yesterday = units(expected(rows, [iso(1), iso(1)]).commission);
  const shown = decimal(((yesterday + 500_000n) / 1_000_000n) * 1_000_000n);
  await expect(chart.getByRole('status')).toContainText(
    Number(shown).toLocaleString('en-US', { minimumFractionDigits: 2 }),
  );

  await page.getByRole('button', { name: 'Show as table' }).click();
  const table = page.getByRole('region', { name: 'Commission per day' }).getByRole('table');
  await expect(table.getByRole('row')).toHaveCount(8);
  await page.getByRole('button', { name: /^Traded Futures/ }).click();
  await expect(page.getByRole('heading', { name: 'Traded Futures per day' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Traded Futures/ })).toHaveAttribute('aria-pressed', 'true');
});

/** What a page breaks in light and in dark; it stays in light. */
async function violationsInBoth(page: Page): Promise<string[]> {
  const all: string[] = [];
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    // Colours come gently.
    await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
    all.push(...(await violations(page)).map(text => `${colorScheme}: ${text}`));
  }
  return all;
}

test('no page breaks a rule of accessibility or overflows, from 360 to 1920 px', async ({ app }) => {
  test.setTimeout(240_000);
  const page = await app.open('dashboard.html');
  await expect(page.getByRole('button', { name: 'Agree and start' })).toBeVisible();
  expect(await violationsInBoth(page)).toEqual([]);
  await page.getByRole('button', { name: 'Agree and start' }).click();
  await expect(page.getByRole('heading', { name: 'Nothing here yet' })).toBeVisible();
  expect(await violationsInBoth(page)).toEqual([]);
  await page.getByRole('button', { name: 'Try the demo' }).click();
  await expect(figure(page, 'commission')).toHaveAttribute('value', /\d/);
  for (const hash of [
    '#/overview',
    '#/overview?period=all&account=spot&code=DEMO_TG',
    '#/overview?country=BR',
    '#/referrals',
    '#/referrals?period=this-month&country=unknown',
    '#/income/commissions',
    '#/income/bonus',
    '#/campaigns/binance',
    '#/campaigns/exclusive',
    '#/links',
    '#/data',
    '#/publish',
    '#/settings',
  ]) {
    await page.goto(`${app.origin}/dashboard.html${hash}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    // What is below the figures comes a moment later.
    await drawn(page);
    expect(await violationsInBoth(page), hash).toEqual([]);
    for (const width of [360, 768, 1024, 1920]) {
      await page.setViewportSize({ width, height: 900 });
      const over = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      await expect.poll(over, { message: `${hash} at ${width} px` }).toBeLessThanOrEqual(0);
    }
  }
  await importFiles(await onData(page, app.origin), [
    csv('with a very long name that goes on and on and on and on until it has to be cut.csv', [
      ...lastMonths(200),
    ]),
  ]);
  expect(await violationsInBoth(page)).toEqual([]);

  const popup = await app.open('popup.html');
  await popup.setViewportSize({ width: 360, height: 600 });
  await expect(figure(popup, 'traders-spot')).toHaveAttribute('value', /\d/);
  expect(await violationsInBoth(popup)).toEqual([]);
  // The control: what breaks a rule is seen, and in which theme.
  await popup.addStyleTag({ content: '@media (prefers-color-scheme: dark) { button { color: #333 } }' });
  expect((await violationsInBoth(popup)).join()).toMatch(/^dark: color-contrast(?!.*light:)/);
});

async function onData(page: Page, origin: string): Promise<Page> {
  await page.goto(`${origin}/dashboard.html#/data`);
  return page;
}

test('keys set periods, intervals and comparisons, go to sections, and are listed on a sheet', async ({
  app,
}) => {
  const rows = lastMonths(2_000);
  const page = await begin(app);
  await importFiles(page, [csv('export.csv', rows)]);
  await page.goto(`${app.origin}/dashboard.html#/overview`);
  const commission = figure(page, 'commission');
  await expect(commission).toHaveAttribute('value', expected(rows, [iso(29), iso(0)]).commission);
  await page.keyboard.press('w');
  await expect(commission).toHaveAttribute('value', expected(rows, [iso(6), iso(0)]).commission);
  await page.keyboard.press('ArrowLeft');
  await expect(commission).toHaveAttribute('value', expected(rows, [iso(13), iso(7)]).commission);
  await page.keyboard.press('ArrowRight');
  await expect(commission).toHaveAttribute('value', expected(rows, [iso(6), iso(0)]).commission);
  await page.keyboard.press('i');
  await expect(page.getByRole('heading', { name: 'Commission per week' })).toBeVisible();
  await page.keyboard.press('x');
  await expect(page).toHaveURL(/compare=year/);
  await expect(page.getByRole('button', { name: 'Compare: last year' })).toBeVisible();
  await page.keyboard.press('c');
  await expect(page.getByLabel('From')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByLabel('From')).toBeHidden();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeHidden();
  await page.keyboard.press('g');
  await page.keyboard.press('l');
  await expect(page.getByRole('heading', { level: 1, name: 'Links' })).toBeVisible();
  // Typing is typing.
  await page.getByLabel('Referral code').pressSequentially('gdw');
  await expect(page.getByLabel('Referral code')).toHaveValue('gdw');
  await expect(page.getByRole('heading', { level: 1, name: 'Links' })).toBeVisible();
});

test('a figure is never that of the filter before', async ({ app }) => {
  const now = Date.now();
  const rows = [
    ...exportRows({ rows: 6_000, referrals: 80, from: now - 600 * 86_400_000, to: now, seed: 13 }),
  ];
  const page = await begin(app);
  await importFiles(page, [csv('export.csv', rows)]);
  await page.goto(`${app.origin}/dashboard.html#/overview`);
  await expect(figure(page, 'commission')).toHaveAttribute('value', /\d/);
  for (let month = 2; month < 20; month++) {
    const [from, to] = [iso(month * 30), iso(month * 30 - 20)];
    const seen = await page.evaluate(async hash => {
      location.hash = hash;
      const values: (string | null)[] = [];
      const look = () =>
        values.push(document.querySelector('data[data-metric="commission"]')!.getAttribute('value'));
      await new Promise(done => addEventListener('hashchange', done, { once: true }));
      // The mark of what is stale is a task of its own, and drawn in the turn after it: these stand behind it.
      const turn = () => scheduler.postTask(() => undefined, { priority: 'user-blocking' });
      await turn();
      await turn();
      // From now on only the answer may stand there, or nothing yet: at every change and in every frame.
      const changes = new MutationObserver(look);
      changes.observe(document.documentElement, { subtree: true, childList: true, attributes: true });
      for (let frame = 0; frame < 10 || values.at(-1) === null; frame++) {
        look();
        await new Promise(requestAnimationFrame);
      }
      changes.disconnect();
      return values;
    }, `#/overview?period=custom&from=${from}&to=${to}`);
    const want = expected(rows, [from, to]).commission;
    expect(new Set(seen.filter(value => value !== null))).toEqual(new Set([want]));
  }
});
