import { decimal, expected } from '../browser/oracle.ts';
import { begin, csv, expect, figure, importFiles, test } from './app.ts';
import { open, people, rows, shown, sumOf } from './four-months.ts';

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
