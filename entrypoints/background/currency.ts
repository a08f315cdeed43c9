import { type Currency, isCurrency } from '../../lib/domain/currency';
import { DONE, failed, type Result } from '../../lib/domain/result';
import { every, stayAwake } from '../../lib/platform/alarms';
import { reportFault } from '../../lib/platform/fault-log';
import { watchSentinel } from '../../lib/platform/sentinel';
import { changeSettings, readSettings } from '../../lib/platform/settings';
import { reportIn } from '../../lib/sync/report-in';
import { backgroundEnv } from './env';

/** Changes what figures are in. Kept only once there are rates: until then nothing is different. */
export function currencyChosen(
  currency: Currency | undefined,
): Promise<Result<undefined, { is: 'no rates' }>> {
  return stayAwake(
    navigator.locks.request('currency', async () => {
      if (!(await reportIn(await backgroundEnv(), currency))) return failed({ is: 'no rates' });
      await changeSettings(({ currency: _, ...rest }) => ({ ...rest, ...(currency && { currency }) }));
      return DONE;
    }),
  );
}

/** Brings the ledger into the chosen currency after imports, syncs and undo, and as new days get their rates. */
export function serveCurrency(): void {
  const settle = () => {
    const settled = navigator.locks.request('currency', async () => {
      const { consentAt, currency } = await readSettings();
      if (consentAt === undefined) return;
      await reportIn(await backgroundEnv(), isCurrency(currency) ? currency : undefined);
    });
    // What is wrong with the ledger is for its screens to say; the next commit or hour tries again.
    stayAwake(settled).catch(error => reportFault('currency', error));
  };
  watchSentinel(settle);
  every('currency', 60, settle);
}
