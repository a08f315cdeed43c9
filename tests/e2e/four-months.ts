/** The ledger that the tests of the sections share: 4,000 rows of the last four months. */
import type { Page } from '@playwright/test';
import { type ExportRow, exportRows } from '../browser/export-file.ts';
import { decimal, units } from '../browser/oracle.ts';

export const now = Date.now();
export const rows: ExportRow[] = [
  ...exportRows({ rows: 4_000, referrals: 150, from: now - 120 * 86_400_000, to: now, seed: 9 }),
];
export const iso = (daysAgo: number) => new Date(now - daysAgo * 86_400_000).toISOString().slice(0, 10);
export const people = [...new Set(rows.map(row => row.friend))];
export const sumOf = (some: ExportRow[]) => some.reduce((total, row) => total + units(row.value), 0n);
export const lastDays = (days: number) => rows.filter(row => row.time.slice(0, 10) >= iso(days - 1));
export const shown = (value: bigint) =>
  Number(decimal(((value + (value < 0n ? -500_000n : 500_000n)) / 1_000_000n) * 1_000_000n))
    .toLocaleString('en-US', { minimumFractionDigits: 2 })
    .replace('-', '−');

/** Goes to a section as its address is opened: the dashboard starts anew. */
export async function open(page: Page, hash: string): Promise<void> {
  await page.goto(`${page.url().split('/dashboard.html')[0]}/dashboard.html${hash}`);
}
