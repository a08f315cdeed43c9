import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { type ExportRow, exportRows } from '../browser/export-file.ts';
import { decimal, expected, units } from '../browser/oracle.ts';
import { begin, csv, expect, figure, importFiles, test } from './app.ts';

const now = Date.now();
const rows: ExportRow[] = [
  ...exportRows({ rows: 4_000, referrals: 150, from: now - 120 * 86_400_000, to: now, seed: 9 }),
];
const iso = (daysAgo: number) => new Date(now - daysAgo * 86_400_000).toISOString().slice(0, 10);
const people = [...new Set(rows.map(row => row.friend))];
const sumOf = (some: ExportRow[]) => some.reduce((total, row) => total + units(row.value), 0n);
const lastDays = (days: number) => rows.filter(row => row.time.slice(0, 10) >= iso(days - 1));
const shown = (value: bigint) =>
  Number(decimal(((value + (value < 0n ? -500_000n : 500_000n)) / 1_000_000n) * 1_000_000n))
    .toLocaleString('en-US', { minimumFractionDigits: 2 })
    .replace('-', '−');

async function open(page: Page, hash: string): Promise<void> {
  await page.goto(`${page.url().split('/dashboard.html')[0]}/dashboard.html${hash}`);
}

test('referrals: the list says what each brought, and notes outlive imports', async ({ app }) => {
  const page = await begin(app);
  await importFiles(page, [csv('export.csv', rows.slice(0, 3_000))]);
  await open(page, '#/referrals?period=all');
  const list = page.getByRole('region', { name: 'List' });
  const known = new Set(rows.slice(0, 3_000).map(row => row.friend));
  await expect(page.getByText(`${known.size} of ${known.size} referrals`)).toBeVisible();

  await list.getByRole('button', { name: 'Lifetime' }).click();
  const best = [...known]
    .map(id => ({ id, sum: sumOf(rows.slice(0, 3_000).filter(row => row.friend === id)) }))
    .sort((a, b) => (a.sum < b.sum ? 1 : -1))[0];
  await expect(list.getByRole('row').nth(1)).toContainText(best.id);
  await expect(list.getByRole('row').nth(1)).toContainText(shown(best.sum));

  await page.keyboard.press('/');
  await page.keyboard.type(best.id);
  await expect(page.getByText(`1 of ${known.size} referrals`)).toBeVisible();
  await list.getByRole('link', { name: best.id }).click();
  await expect(page.getByRole('heading', { level: 1, name: best.id })).toBeVisible();
  await expect(page.locator(`data[value="${decimal(best.sum)}"]`).first()).toBeVisible();
  const own = rows.slice(0, 3_000).filter(row => row.friend === best.id);
  await expect(page.getByText(`${own[0].time} UTC`)).toBeVisible();
  await page.getByLabel('Note').fill('met in <b>Lisbon</b>');
  await page.getByLabel('Tags').fill('vip, early');
  await page.getByLabel('Country').selectOption('PT');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved')).toBeVisible();

  await open(page, '#/data');
  await importFiles(page, [csv('more.csv', rows)]);
  await open(page, `#/referrals/${best.id}?period=all`);
  await expect(page.getByLabel('Note')).toHaveValue('met in <b>Lisbon</b>');
  await open(page, '#/referrals?period=all&country=PT');
  await expect(page.getByText(`1 of ${people.length} referrals`)).toBeVisible();
  await expect(list.getByRole('row').nth(1)).toContainText('#vip #early met in <b>Lisbon</b>');
});

test('countries come from a file, filter everything, and wrong lines are told', async ({ app }) => {
  const page = await begin(app);
  await importFiles(page, [csv('export.csv', rows)]);
  await open(page, '#/overview?period=all');
  await expect(page.getByText('Country is not in this export.')).toBeVisible();
  await open(page, '#/referrals?period=all');
  const brazil = people.filter((_, i) => i % 3 === 0);
  const lines = ['id,country', ...brazil.map(id => `${id};Brazil`), `${people[1]},Atlantis`, 'lonely'];
  await page.getByLabel('Import countries').setInputFiles(csv('countries.csv', lines.join('\n')));
  await expect(page.getByText(`${brazil.length} countries set. 2 lines could not be read.`)).toBeVisible();
  await page.getByText('2 lines', { exact: true }).click();
  await expect(page.getByText(/countries\.csv, line \d+: “Atlantis” is no country/)).toBeVisible();

  await page.getByRole('button', { name: 'Show only Brazil' }).click();
  await expect(page).toHaveURL(/country=BR/);
  await page.getByRole('link', { name: 'Overview' }).click();
  const some = rows.filter(row => brazil.includes(row.friend));
  const want = expected(some, ['0', '9'], { all: true });
  for (const metric of ['commission', 'referrals', 'traders-spot', 'traders-futures', 'miners'] as const) {
    await expect(figure(page, metric), metric).toHaveAttribute('value', want[metric]);
  }
  await page.getByRole('button', { name: 'Remove filter: Country is Brazil' }).click();
  const all = expected(rows, ['0', '9']).commission;
  await expect(figure(page, 'commission')).toHaveAttribute('value', all);
  // The panel low on the page is worked out when it comes into sight.
  const panel = page.getByRole('region', { name: 'Countries' });
  await panel.scrollIntoViewIfNeeded();
  await expect(panel.getByRole('row', { name: /Brazil/ })).toContainText(shown(sumOf(some)));
});

test('a list that reaches below the window draws what is in the window, and the rest when it comes there', async ({
  app,
}) => {
  const page = await begin(app);
  await importFiles(page, [csv('export.csv', rows)]);
  await page.setViewportSize({ width: 1280, height: 760 });
  await open(page, '#/referrals?period=all');
  const list = page.getByRole('region', { name: 'List' });
  const last = list.getByRole('row').last();
  await expect(last).toHaveAttribute('aria-rowindex', /\d/);
  const bottom = async (of: 'row' | 'box') =>
    (of === 'row' ? last : list).evaluate(element => element.getBoundingClientRect().bottom);
  await expect.poll(async () => (await bottom('row')) < (await bottom('box'))).toBe(true);
  expect(await bottom('row')).toBeGreaterThan(760);
  await page.mouse.move(20, 400);
  await page.mouse.wheel(0, 3000);
  await expect.poll(async () => (await bottom('row')) >= (await bottom('box'))).toBe(true);
  // All of it is in sight, and stays so while the window and with it the table grow.
  await page.setViewportSize({ width: 1280, height: 1300 });
  await page.mouse.wheel(0, 3000);
  await expect.poll(async () => (await bottom('row')) >= (await bottom('box'))).toBe(true);
  await page.setViewportSize({ width: 1280, height: 760 });
  await page.mouse.wheel(0, -3000);
  await expect(list.getByRole('row').nth(5)).toBeAttached();
});

test('ids pasted in any text are checked, and the missing ones can be copied', async ({ app }) => {
  const page = await begin(app);
  await importFiles(page, [csv('export.csv', rows)]);
  await open(page, '#/referrals?period=today');
  await page.getByLabel('Text with ids').fill(`hello ${people[0]}, 999888777 and ${people[1]}\n999888777`);
  const table = page.getByRole('region', { name: 'Check ids' }).getByRole('table');
  await expect(table.getByRole('row')).toHaveCount(4);
  await expect(table.getByRole('row', { name: /999888777 Not in any file/ })).toBeVisible();
  await page.getByRole('button', { name: 'Copy 1 missing id' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
});

test('income: every row, sorted and searched, with exact totals', async ({ app }) => {
  const page = await begin(app);
  await importFiles(page, [csv('export.csv', rows)]);
  await open(page, '#/income/commissions?period=30d');
  const some = lastDays(30);
  const of = (types: string[]) => decimal(sumOf(some.filter(row => types.includes(row.type))));
  await expect(figure(page, 'commission')).toHaveAttribute('value', decimal(sumOf(some)));
  await expect(figure(page, 'commission-spot')).toHaveAttribute('value', of(['spot', 'margin']));
  await expect(figure(page, 'commission-futures')).toHaveAttribute(
    'value',
    of(['USDT-futures', 'COIN-futures']),
  );
  await expect(figure(page, 'commission-mining')).toHaveAttribute('value', of(['mining']));
  await expect(figure(page, 'kickback')).toHaveAttribute('value', '0');

  const table = page.getByRole('region', { name: 'Every commission' });
  await expect(page.getByText(`${some.length.toLocaleString('en-US')} of 4,000 rows`)).toBeVisible();
  await expect(table.getByRole('row').nth(1)).toContainText(some.at(-1)!.time);
  await table.getByRole('button', { name: 'Distributed (UTC)' }).click();
  await expect(table.getByRole('row').nth(1)).toContainText(some[0].time);
  await table.getByRole('button', { name: 'Value, BUSD' }).click();
  const top = some.reduce((best, row) => (units(row.value) > units(best.value) ? row : best));
  await expect(table.getByRole('row').nth(1)).toContainText(top.friend);
  await expect(table.locator('data').nth(1)).toHaveAttribute('value', decimal(units(top.value)));

  // To the very end and back, by keyboard.
  await table.focus();
  await page.keyboard.press('End');
  await expect(table.getByRole('row').last()).toHaveAttribute('aria-rowindex', String(some.length + 1));
  await expect(table.getByRole('row').last()).toContainText(/\d/);
  await expect(table.getByRole('row').last()).toBeInViewport();
  await page.getByLabel('Search id, asset, type, code').fill('bnb');
  const found = some.filter(row => row.asset === 'BNB').length;
  await expect(page.getByText(`${found} of 4,000 rows`)).toBeVisible();
  const asset = page.getByRole('region', { name: 'By asset' }).getByRole('row', { name: /^BNB/ });
  const amount = some.filter(row => row.asset === 'BNB').reduce((sum, row) => sum + units(row.earned), 0n);
  await expect(asset.locator('data')).toHaveAttribute('value', decimal(amount));
});

test('an export read back is the same ledger; what is filtered is what is written', async ({ app }) => {
  const page = await begin(app);
  await importFiles(page, [csv('export.csv', rows)]);
  await open(page, '#/income/commissions?period=all&code=bpcode');
  await expect(figure(page, 'commission')).toHaveAttribute('value', /\d/);
  const save = async (what: string) => {
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: what }).click();
    const file = await download;
    return { name: file.suggestedFilename(), content: readFileSync(await file.path()) };
  };
  const filtered = await save('What is filtered as CSV');
  expect(filtered.name).toMatch(
    /^commissions_\d{4}-\d\d-\d\d_\d{4}-\d\d-\d\d_UTC_BUSD-equivalent_bpcode\.csv$/,
  );
  const lines = filtered.content.toString().trimEnd().split('\r\n');
  expect(lines).toHaveLength(rows.filter(row => row.code === 'bpcode').length + 1);
  const json = JSON.parse((await save('What is filtered as JSON')).content.toString());
  expect(json.about.filters).toMatchObject({ code: 'bpcode' });
  expect(json.rows).toHaveLength(lines.length - 1);
  const book = await save('What is filtered as Excel (XLSX)');
  expect(book.content.subarray(0, 2).toString()).toBe('PK');

  const everything = await save('Everything as CSV');
  await open(page, '#/data');
  const again = await importFiles(page, [csv('again.csv', everything.content)]);
  expect(again).toEqual({ read: 4_000, added: 0, known: 4_000, rejected: 0, unpriced: 0 });
  for (const left of [1, 0]) {
    await page.getByRole('button', { name: 'Undo this import' }).click();
    await expect(page.getByRole('region', { name: 'Import receipt' })).toHaveCount(left);
  }
  const fresh = await importFiles(page, [csv('again.csv', everything.content)]);
  expect(fresh.added).toBe(4_000);
  await open(page, '#/overview?period=all');
  await expect(figure(page, 'commission')).toHaveAttribute('value', decimal(sumOf(rows)));
});

test('bonus: a programme of one’s own is measured from the ledger', async ({ app }) => {
  const page = await begin(app);
  await importFiles(page, [csv('export.csv', rows)]);
  await open(page, '#/income/bonus');
  await page.getByRole('button', { name: 'Add programme' }).click();
  await page.getByLabel('Name').fill('Mine');
  await page.getByLabel('What counts').selectOption('commission-futures');
  await page.getByLabel('When it counts').selectOption('fixed');
  await page.getByLabel('From', { exact: true }).fill(iso(60));
  await page.getByLabel('To', { exact: true }).fill(iso(20));
  await page.getByLabel('Threshold 1').fill('not a number');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert')).toContainText('a threshold that is a number');
  await page.getByLabel('Threshold 1').fill('0.5');
  await page.getByRole('button', { name: 'Save' }).click();
  const card = page.getByRole('region', { name: 'Mine' });
  const want = expected(rows, [iso(60), iso(20)], { account: 'futures' }).commission;
  await expect(card.locator('data')).toHaveAttribute('value', want);
  await expect(card.getByText('Reached', { exact: true })).toBeVisible();
  await page.reload();
  await expect(card.locator('data')).toHaveAttribute('value', want);

  await page.getByRole('button', { name: 'Enter a payout' }).click();
  await page.getByLabel('Value, BUSD').fill('1,234.5');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('region', { name: 'Distribution history' }).locator('data')).toHaveAttribute(
    'value',
    '1234.5',
  );
});

test('campaigns by hand: only Binance’s pages, and every copy carries one’s own code', async ({ app }) => {
  const page = await begin(app, '#/links');
  await app.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByLabel('Referral code').fill('MYCODE1');
  await page.getByRole('button', { name: 'Add code' }).click();
  await open(page, '#/campaigns/binance');
  await page.getByRole('button', { name: 'Add campaign' }).click();
  await page.getByLabel('Title').fill('Big <i>Cup</i>');
  await page.getByLabel('Page on binance.com').fill('https://www.binance.com.evil.example/en/activity/x');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert')).toContainText('no campaign page of www.binance.com');
  await page
    .getByLabel('Page on binance.com')
    .fill('https://www.binance.com/en/support/announcement/abc123?ref=SOMEBODY&utm_source=x&evil=1');
  await page.getByLabel('Ends (UTC)').fill(`${iso(-5)}T12:00`);
  await page.getByRole('button', { name: 'Save' }).click();
  const card = page.getByRole('article', { name: 'Big <i>Cup</i>' });
  await card.getByRole('button', { name: 'Copy link' }).click();
  const link = 'https://www.binance.com/en/support/announcement/abc123?utm_source=x&ref=MYCODE1';
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(clipboard).toBe(link);
  await card.getByRole('button', { name: 'Copy as' }).click();
  await card.getByRole('menuitem', { name: 'HTML' }).click();
  await expect
    .poll(clipboard)
    .toContain('rel="sponsored noopener noreferrer">Big &#60;i&#62;Cup&#60;/i&#62;</a>');
  expect(await clipboard()).toContain('Advertising: this is my referral link');
  await card.getByRole('button', { name: 'More' }).click();
  const download = page.waitForEvent('download');
  await card.getByRole('menuitem', { name: 'Calendar file' }).click();
  expect(readFileSync(await (await download).path()).toString()).toContain(
    `DTSTART:${iso(-5).replaceAll('-', '')}T120000Z`,
  );
  await card.getByRole('button', { name: 'More' }).click();
  await card.getByRole('menuitem', { name: 'Hide' }).click();
  await expect(card).toHaveCount(0);
  await expect(page.getByText('0 of 1 campaigns')).toBeVisible();
});

test('links: terms by date, built links and a check of links', async ({ app }) => {
  const page = await begin(app, '#/data');
  await importFiles(page, [csv('export.csv', rows)]);
  await open(page, '#/links');
  await page.getByRole('button', { name: 'Add bpcode' }).click();
  const row = page.getByRole('listitem').filter({ hasText: 'join?ref=bpcode' });
  const own = rows.filter(r => r.code === 'bpcode');
  await expect(row).toContainText(shown(sumOf(own)));
  await row.getByRole('button', { name: 'Edit bpcode' }).click();
  await page.getByLabel('Ratio Futures 1').fill('130');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert')).toContainText('from 0 to 100');
  await page.getByLabel('Ratio Futures 1').fill('40.5');
  await page.getByLabel('To friends Futures 1').fill('10');
  await page.getByRole('button', { name: 'Save' }).click();
  await open(page, '#/overview');
  const ratios = page.getByRole('region', { name: 'Ratios' }).getByRole('row', { name: /bpcode/ });
  await expect(ratios).toContainText('40.50');
  await expect(ratios).toContainText('to friends');

  await open(page, '#/links');
  await page
    .getByLabel('Page on binance.com')
    .fill('https://www.binance.com/en/activity/trading-competition/cup');
  await page.getByLabel('utm_campaign').fill('nov');
  await expect(page.getByLabel('Your link', { exact: true }).last()).toHaveText(
    'https://www.binance.com/en/activity/trading-competition/cup?utm_campaign=nov&ref=bpcode',
  );
  await page.getByLabel('Link to check').fill('https://www.binance.com/join?ref=OTHER');
  await expect(page.getByText('OTHER is none of your codes.')).toBeVisible();
});

test('a note is pinned to a day of the chart', async ({ app }) => {
  const page = await begin(app);
  await importFiles(page, [csv('export.csv', rows)]);
  await open(page, '#/overview?period=7d');
  await page.getByRole('button', { name: 'Add note' }).click();
  await page.getByLabel('Day (UTC)').fill(iso(1));
  await page.getByLabel('Note', { exact: true }).fill('Live stream');
  await page.getByRole('button', { name: 'Save note' }).click();
  const chart = page.getByRole('group', { name: 'Commission per day' });
  // A note makes the chart be drawn anew; a key pressed before that is lost with the old one.
  await expect(async () => {
    await page.keyboard.press('Escape');
    await chart.focus();
    await page.keyboard.press('ArrowLeft');
    await expect(chart.getByRole('status')).toBeVisible({ timeout: 1_000 });
    await expect(chart.getByRole('status')).not.toContainText('Live stream', { timeout: 1_000 });
  }).toPass();
  await page.keyboard.press('ArrowLeft');
  await expect(chart.getByRole('status')).toContainText('Live stream');
  await page.getByRole('button', { name: 'Remove note: Live stream' }).click();
  await expect(page.getByText('Live stream')).toHaveCount(0);
});

test('a backup brings everything back in another browser', async ({ app }) => {
  const page = await begin(app);
  await importFiles(page, [csv('export.csv', rows)]);
  await open(page, `#/referrals/${people[0]}`);
  await page.getByLabel('Note').fill('keep me');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved')).toBeVisible();
  await open(page, '#/links');
  await page.getByRole('button', { name: 'Add bpcode' }).click();
  await open(page, '#/data');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save backup' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^referral-dashboard-pro_.*\.backup$/);
  const buffer = readFileSync(await file.path());

  await page.getByRole('button', { name: 'Erase everything' }).click();
  await page.getByRole('button', { name: 'Really erase everything' }).click();
  await page.getByRole('button', { name: 'Agree and start' }).click();
  await open(page, `#/referrals/${people[0]}`);
  await open(page, '#/data');
  const receipt = await importFiles(page, [{ name: 'my.backup', mimeType: '', buffer }]);
  expect(receipt).toEqual({ read: 4_000, added: 4_000, known: 0, rejected: 0, unpriced: 0 });
  await open(page, '#/overview?period=all');
  await expect(figure(page, 'commission')).toHaveAttribute('value', decimal(sumOf(rows)));
  await open(page, `#/referrals/${people[0]}`);
  await expect(page.getByLabel('Note')).toHaveValue('keep me');
  await open(page, '#/links');
  await expect(page.getByText('★ Default')).toHaveCount(1);
});

test('theme and privacy are kept', async ({ app }) => {
  const page = await begin(app, '#/settings');
  await page.getByRole('radio', { name: 'Dark' }).check();
  await page.getByRole('checkbox', { name: /Privacy mode/ }).check();
  await expect(page.locator('html')).toHaveAttribute('data-privacy', '');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('html')).toHaveAttribute('data-privacy', '');
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(18, 18, 16)');
});

test('hostile texts are shown as texts in every section, and bend no page', async ({ app }) => {
  const texts = [
    '<img src=x onerror=window.hacked=1>',
    '"><script>window.hacked=1</script>',
    '\u202Etxt.exe\u202Ertl',
    'שלום עולם',
    '=HYPERLINK("http://evil.example")',
    'long'.repeat(2_500),
    'javascript:window.hacked=1',
    '%2e%2e/#?&=',
  ];
  const hostile = texts.map((text, i) => ({
    ...rows[i * 7],
    type: i % 2 ? text.replaceAll('"', '""') : 'spot',
    friend: text.replaceAll('"', '""'),
    asset: i % 3 ? 'USDT' : text.replaceAll('"', '""').slice(0, 3_000),
    code: text.replaceAll('"', '""'),
    sub: text.replaceAll('"', '""'),
    time: `${iso(i)} 01:02:03`,
  }));
  const line = (row: ExportRow) =>
    [row.type, row.friend, row.sub, row.asset, row.earned, row.value, row.time, row.registered, row.code]
      .map(cell => `"${cell}"`)
      .join(',');
  const head =
    "Order Type,Friend's ID(Spot),Friend's sub ID (Spot),Commission Asset,Commission Earned,Commission Earned (USDT),Commission Time,Registration Time,Referral ID";
  const page = await begin(app);
  const failures: string[] = [];
  page.on('pageerror', error => failures.push(error.message));
  page.on('console', message => message.type() === 'error' && failures.push(message.text()));
  const receipt = await importFiles(page, [csv('evil.csv', [head, ...hostile.map(line)].join('\n'))]);
  expect(receipt.added).toBe(texts.length);
  for (const hash of [
    '#/overview?period=30d',
    '#/referrals?period=30d',
    '#/income/commissions?period=30d',
    '#/links',
    `#/referrals/${encodeURIComponent(texts[0])}`,
    `#/referrals/${encodeURIComponent(texts[5])}`,
  ]) {
    await open(page, hash);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.waitForTimeout(400);
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      const over = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      await expect.poll(over, { message: `${hash.slice(0, 40)} at ${width} px` }).toBeLessThanOrEqual(0);
    }
    expect(await page.evaluate(() => (globalThis as { hacked?: number }).hacked)).toBeUndefined();
    expect(await page.locator('main img, main script').count()).toBe(0);
  }
  await open(page, '#/income/commissions?period=30d');
  await expect(
    page.getByRole('region', { name: 'Every commission' }).getByText('<img src=x').first(),
  ).toBeVisible();
  expect(failures).toEqual([]);
});
