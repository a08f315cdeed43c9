import { done, type Result } from '../../lib/domain/result';
import { stayAwake } from '../../lib/platform/alarms';
import { valueOpenRows } from '../../lib/sync/value-rows';
import { backgroundEnv } from './env';

/** Values the rows of account statements. @returns whether each that can have a value has one. */
export function valueStatements(): Promise<Result<boolean, never>> {
  return stayAwake(
    navigator.locks.request('statements', async () =>
      done(await valueOpenRows(await backgroundEnv(), 'statement')),
    ),
  );
}
