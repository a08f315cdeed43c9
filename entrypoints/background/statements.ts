import { STATEMENT } from '../../lib/domain/source';
import type { Result } from '../../lib/messages/messages';
import { stayAwake } from '../../lib/platform/alarms';
import { valueOpenRows } from '../../lib/sync/value-rows';
import { place } from './place';

/** Values the rows of account statements. @returns whether each that can have a value has one. */
export function valueStatements(): Promise<Result<boolean>> {
  return stayAwake(
    navigator.locks.request(
      'statements',
      async (): Promise<Result<boolean>> => ({
        ok: true,
        value: await valueOpenRows(await place(), STATEMENT),
      }),
    ),
  );
}
