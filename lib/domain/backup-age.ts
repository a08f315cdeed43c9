import { dayOf } from './day';
import type { Settings } from './settings';

/** Days after which a backup is old. */
const OLD_BACKUP = 30;

/** Whether the user wants to be told that there is no backup of the last days. @param today a day's number */
export const isBackupDue = (
  { backupReminder, backupAt }: Pick<Settings, 'backupReminder' | 'backupAt'>,
  today: number,
): boolean => backupReminder && (backupAt === undefined || today - dayOf(backupAt) > OLD_BACKUP);
