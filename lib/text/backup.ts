import { counted } from './amounts';

/** Saving everything in one file, and bringing it back. */
export const BACKUP = {
  backup: 'Backup',
  backupText:
    'One file with every row, your codes, how things look and everything you have written down. No secrets are in it. Importing it anywhere brings all of it back.',
  backupSave: 'Save backup',
  backupSaved: 'Backup saved.',
  restored: (entries: number) =>
    `Backup read: ${counted(entries, 'entry', 'entries')} of yours, and its rows below.`,
  restoredWithoutRows: (entries: number) =>
    `Backup read: ${counted(entries, 'entry', 'entries')} of yours. Why its rows could not be read stands below.`,
  restoreLost: (n: number) =>
    `${counted(n, 'entry', 'entries')} could not be understood and ${n === 1 ? 'was' : 'were'} left out.`,
  restoreBad: (name: string) =>
    `${name} is damaged, or a backup of a newer version of this extension. Nothing was changed.`,
  backupPassphrase: 'Passphrase (optional)',
  backupPassphraseWhy:
    'With one, nobody can open the backup without it, and nobody can bring it back if it is lost.',
  backupLocked: (name: string) => `${name} is locked. Type the passphrase it was saved with.`,
  restoreTitle: (name: string) => `Bring back ${name}?`,
  restoreText:
    'What is here stays. Where both have an entry, the backup’s counts; rows that are known are not doubled.',
  restoreMade: 'Made',
  restoreCodes: 'Codes',
  restoreRows: 'Rows',
  restoreEntries: 'Entries of yours',
  restoreTime: 'Speaks for',
  restoreBring: 'Bring it back',
  restoreLeave: 'Leave it',
  backupAge: (days: number) =>
    days === 0 ? 'Your last backup is of today.' : `Your last backup is ${counted(days, 'day')} old.`,
  backupNever: 'This browser has saved no backup yet.',
  backupRemind: 'Remind me when it is older than 30 days',
  backupDue: 'It is time for a backup.',
  backupFailed: (why: string) => `The backup failed: ${why}`,
};
