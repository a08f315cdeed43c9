import type { Page } from '@playwright/test';
import type { Launched } from '../browser/launch.ts';
import { median } from './filter-bench.ts';

/** Tells a country of the referrals that `exportRows` makes, as a user would: with a file. */
export async function tellCountries(app: Launched, referrals: number): Promise<void> {
  const page = await app.open('dashboard.html#/referrals?period=30d');
  const list = ['BR', 'VN', 'NG', 'TR', 'IN', 'ID', 'UA'];
  const lines = Array.from({ length: referrals }, (_, i) => {
    const id = String(i % 50 === 0 ? `00${42_000_000 + i}` : 42_000_000 + i * 7);
    return i % 9 === 0 ? '' : `${id},${list[i % list.length]}`;
  });
  await page.getByLabel('Import countries').setInputFiles({
    name: 'countries.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(lines.filter(Boolean).join('\n')),
  });
  await page.getByText('countries set.').waitFor();
  await page.close();
}

const TABLE = '.vtable tbody tr';

/** From a change of what is asked for until other rows have been drawn, ms. */
async function untilRows(page: Page, change: string): Promise<number> {
  return page.evaluate(
    async ([rows, code]) => {
      const first = () => document.querySelector(rows)?.textContent ?? '';
      const before = first();
      const start = performance.now();
      if (code.startsWith('#')) location.hash = code;
      else {
        const head = [...document.querySelectorAll<HTMLElement>('.vtable th button')];
        head.find(button => button.textContent?.startsWith(code))!.click();
      }
      while (first() === before || first() === '') {
        if (performance.now() - start > 20_000) throw new Error(`no other rows after ${code}`);
        await new Promise(requestAnimationFrame);
      }
      return performance.now() - start;
    },
    [TABLE, change] as const,
  );
}

/** How soon the table of rows shows its first page. */
export async function firstRows(app: Launched): Promise<Record<string, number>> {
  const page = await app.open('dashboard.html#/income/commissions?period=30d');
  await page.locator(TABLE).first().waitFor();
  // Nothing but the last month has been read so far.
  const cold = await untilRows(page, '#/income/commissions?period=this-year&account=futures');
  await page.getByText('of 1,000,000 rows').waitFor();
  const filters: number[] = [];
  for (const query of [
    'period=all&account=spot',
    'period=all&account=mining',
    'period=last-month',
    'period=all',
  ]) {
    filters.push(await untilRows(page, `#/income/commissions?${query}`));
    await page.getByText('of 1,000,000 rows').waitFor();
  }
  const sorts: number[] = [];
  for (const column of ['Value', 'Referral', 'Distributed', 'Asset']) {
    sorts.push(await untilRows(page, column));
    await page.waitForTimeout(300);
  }
  await page.close();
  return {
    'another filter, rows not read before': cold,
    'another filter, median': median(filters),
    'another order of 1,000,000 rows, median': median(sorts),
  };
}

/** The longest gap between frames while the table scrolls through all rows. */
export async function scrollFrames(app: Launched): Promise<number> {
  const page = await app.open('dashboard.html#/income/commissions?period=all');
  await page.getByText('1,000,000 of 1,000,000 rows').waitFor();
  await page.waitForTimeout(500);
  const longest = await page.evaluate(async () => {
    const box = document.querySelector<HTMLElement>('.vtable')!;
    const gaps: number[] = [];
    let last = performance.now();
    const steps = 240;
    for (let i = 0; i < steps; i++) {
      // Small steps as with a wheel, and now and then a leap as with the bar.
      box.scrollTop += i % 40 === 39 ? box.scrollHeight / 8 : 120;
      await new Promise(requestAnimationFrame);
      const now = performance.now();
      gaps.push(now - last);
      last = now;
    }
    return Math.max(...gaps);
  });
  await page.close();
  return longest;
}

/** From pressing Export until the file is there, ms. */
export async function exportTime(app: Launched): Promise<number> {
  const page = await app.open('dashboard.html#/income/commissions?period=30d');
  await page.getByText('of 1,000,000 rows').waitFor();
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const item = page.getByRole('menuitem', { name: 'Everything as CSV' });
  await item.waitFor();
  const download = page.waitForEvent('download', { timeout: 120_000 });
  const start = performance.now();
  await item.click();
  await download;
  const took = performance.now() - start;
  await page.close();
  return took;
}
