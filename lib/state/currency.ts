import { signal } from '@preact/signals';
import type { Currency } from '../domain/currency';
import { requestPrices } from '../platform/permissions';
import { SETTINGS } from '../text/settings';
import { ask } from './ask';
import { returnHosts } from './connections';

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
    const asked = await ask('report-in', { ...(currency && { currency }) });
    if (asked.ok) await returnHosts();
    else
      currencyTrouble.value =
        asked.fault.is === 'no rates' && currency ? SETTINGS.noRates(currency) : SETTINGS.notChanged;
  } finally {
    bringingInto.value = undefined;
  }
}
