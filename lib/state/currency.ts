import { signal } from '@preact/signals';
import type { Currency } from '../domain/currency';
import type { PageMessage, Result } from '../messages/messages';
import { ask } from '../platform/messages';
import { requestPrices } from '../platform/permissions';
import { SETTINGS } from '../text/settings';

/** What figures are being brought into; undefined: nothing is under way. */
export const bringingInto = signal<Currency | 'base' | undefined>();
/** Why it did not come to that. */
export const currencyTrouble = signal('');

/** Figures in another currency, or in BUSD again. Only in the very turn of a press: the browser asks for the host. */
export async function setCurrency(currency: Currency | undefined): Promise<void> {
  currencyTrouble.value = '';
  if (currency && !(await requestPrices())) {
    currencyTrouble.value = SETTINGS.noPriceHost;
    return;
  }
  bringingInto.value = currency ?? 'base';
  try {
    const done = await ask<PageMessage, Result>({ is: 'report-in', ...(currency && { currency }) });
    if (!done.ok) currencyTrouble.value = SETTINGS.noRates(currency ?? '');
  } catch {
    currencyTrouble.value = SETTINGS.noRates(currency ?? '');
  } finally {
    bringingInto.value = undefined;
  }
}
