import type { Page } from '@playwright/test';
import type { Account, Binance } from '../browser/binance.ts';
import { API_HOSTS, type StandIn, standIn } from '../browser/stand-in.ts';
import { expect } from './app.ts';

/**
 * The stand-in for Binance's API on the real host names.
 * @param delay how many ms an answer takes.
 */
export function serve(binance: Binance, delay: (url: URL) => number = () => 0): Promise<StandIn> {
  return standIn(API_HOSTS, (url, request, response) => {
    setTimeout(() => {
      const { status, headers, body } = binance.answer({
        method: request.method ?? 'GET',
        url,
        headers: request.headers,
      });
      if (status === 0) {
        response.destroy();
        return;
      }
      response.writeHead(status, headers);
      response.end(body);
    }, delay(url));
  });
}

export const PASSPHRASE = 'correct horse battery';

/** Fills in the form and connects. */
export async function connectAccount(
  page: Page,
  { apiKey, secret = '' }: Account,
  how: 'Locked' | 'Convenient',
): Promise<void> {
  await page.getByRole('button', { name: 'Connect account' }).click();
  await page.getByLabel(how, { exact: true }).check();
  await page.getByLabel('API key').fill(apiKey);
  await page.getByLabel('API secret').fill(secret);
  if (how === 'Locked') await page.getByLabel('Passphrase').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(page.getByText('is connected. Its key can only read.')).toBeVisible();
}
