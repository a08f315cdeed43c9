import { every, never, onAlarm, onceAt, stayAwake } from '../../lib/platform/alarms';
import { reportFault } from '../../lib/platform/fault-log';
import { lockOverdue, signerOf } from '../../lib/platform/vault';
import { syncAll, TAKEN_UP_AFTER } from '../../lib/sync/sync-all';
import { backgroundEnv, hasConsent } from './env';

const HOURLY = 'sync';
const MORE = 'sync-more';
const LOCKS = 'auto-lock';

/** A run was asked for while another was under way. */
let wanted = false;

const report = (error: unknown) => reportFault('sync', error);
const runAgain = (at: number | undefined) => (at === undefined ? never(MORE) : onceAt(MORE, at));

/** Brings all connections up to date, one run at a time. */
export function runSyncs(byHand: boolean): Promise<void> {
  return stayAwake(
    navigator.locks.request('syncs', { ifAvailable: !byHand }, async held => {
      if (!held) {
        // The alarm that guards the run under way has just been used up; and what is asked for now comes after it.
        wanted = true;
        runAgain(Date.now() + TAKEN_UP_AFTER);
        return;
      }
      wanted = false;
      const env = { ...(await backgroundEnv()), signerOf, agreed: hasConsent, runAgain, report };
      await syncAll(env, byHand, () => wanted);
    }),
  );
}

/** Hourly syncs, what they have left, and locking by time. */
export function serveSyncs(): void {
  every(HOURLY, 60, () => void runSyncs(false));
  onAlarm(MORE, () => void runSyncs(false));
  every(LOCKS, 5, () => {
    void lockOverdue(Date.now()).then(async locked => {
      if (locked) await (await backgroundEnv()).changed();
    });
  });
}
