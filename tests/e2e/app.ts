import { test as base, expect, type Locator, type Page } from '@playwright/test';
import { type ExportRow, exportText } from '../browser/export-file.ts';
import { type Launched, type LaunchOptions, launch } from '../browser/launch.ts';

/** A browser of its own with the built extension, for each test. */
export const test = base.extend<{ options: LaunchOptions; app: Launched }>({
  options: [{}, { option: true }],
  app: async ({ options }, use) => {
    const app = await launch(options);
    await use(app);
    await app.close();
  },
});

export { expect };

export interface NamedFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

export function csv(name: string, content: string | Buffer | Iterable<ExportRow>): NamedFile {
  const buffer =
    typeof content === 'string' || Buffer.isBuffer(content)
      ? Buffer.from(content)
      : Buffer.from(exportText(content));
  return { name, mimeType: 'text/csv', buffer };
}

/** Agrees on the first-run page and lands on `hash`. */
export async function begin(app: Launched, hash = '#/data'): Promise<Page> {
  const page = await app.open(`dashboard.html${hash}`);
  await page.getByRole('button', { name: 'Agree and start' }).click();
  await expect(page.getByRole('navigation', { name: 'Sections' })).toBeVisible();
  return page;
}

/** Imports files as one batch and waits for their receipt. */
export async function importFiles(page: Page, files: NamedFile[]): Promise<Record<string, number>> {
  const before = await page.getByRole('region', { name: 'Import receipt' }).count();
  await page.getByLabel('Import files').setInputFiles(files);
  await expect(page.getByRole('region', { name: 'Import receipt' })).toHaveCount(before + 1, {
    timeout: 60_000,
  });
  return receipt(page);
}

/** The newest receipt's figures. */
export async function receipt(page: Page): Promise<Record<string, number>> {
  const region = page.getByRole('region', { name: 'Import receipt' }).first();
  const entries = await region
    .locator('data[data-receipt]')
    .evaluateAll(all => all.map(e => [e.getAttribute('data-receipt'), Number(e.getAttribute('value'))]));
  return Object.fromEntries(entries);
}

export function figure(page: Page, metric: string, period?: string): Locator {
  const at = period ? `[data-period="${period}"]` : '';
  return page.locator(`data[data-metric="${metric}"]${at}`);
}
