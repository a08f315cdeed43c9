import { FILE_KIND_IDS } from '../../lib/domain/file-kind-ids';
import { FILE_KINDS } from '../../lib/domain/file-kinds';
import { done, type Result } from '../../lib/domain/result';
import { stayAwake } from '../../lib/platform/alarms';
import { valueOpenRows } from '../../lib/sync/value-rows';
import { backgroundEnv } from './env';

/** Values the rows of account statements. @returns whether each that can have a value has one. */
export function valueStatements(): Promise<Result<boolean, never>> {
  return stayAwake(
    navigator.locks.request('statements', async () => {
      const env = await backgroundEnv();
      let isWhole = true;
      for (const kind of FILE_KIND_IDS.filter(id => FILE_KINDS[id].values === 'prices')) {
        isWhole = (await valueOpenRows(env, kind)) && isWhole;
      }
      return done(isWhole);
    }),
  );
}
