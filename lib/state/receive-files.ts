import { signal } from '@preact/signals';
import { bringBack, isBackup, type OpenBackup, openBackup } from './backup';
import { importDropped, progress, refused } from './commands';

/** A backup that is shown before it is brought back, and the files dropped with it. */
export const offeredBackup = signal<{ backup: OpenBackup; others: File[] } | undefined>();
/** A backup that asks for its passphrase. */
export const lockedBackup = signal<{ file: File; others: File[]; isWrong: boolean } | undefined>();

/** Where every chosen or dropped file enters: backups bring back what is the user's, all others are imported. */
export async function receiveFiles(files: File[]): Promise<void> {
  offeredBackup.value = undefined;
  lockedBackup.value = undefined;
  const areBackups = await Promise.all(files.map(isBackup));
  const first = areBackups.indexOf(true);
  if (first < 0) await importDropped(files);
  else await receiveBackup(files[first], files.toSpliced(first, 1));
}

async function receiveBackup(file: File, others: File[], passphrase = ''): Promise<void> {
  const backup = await openBackup(file, passphrase);
  if (backup === 'locked') lockedBackup.value = { file, others, isWrong: passphrase !== '' };
  else if (backup) offeredBackup.value = { backup, others };
}

/** Tries a passphrase on the backup that asks for one. */
export async function tryPassphrase(passphrase: string): Promise<void> {
  const locked = lockedBackup.peek();
  if (!locked || progress.peek()) return;
  lockedBackup.value = undefined;
  await receiveBackup(locked.file, locked.others, passphrase);
}

/** Leaves the locked backup as it is. The files dropped with it are imported in any case. */
export async function leaveLocked(): Promise<void> {
  const locked = lockedBackup.peek();
  if (!locked || progress.peek()) return;
  lockedBackup.value = undefined;
  await receiveFiles(locked.others);
}

/** Brings the offered backup back, or leaves it. The files dropped with it are imported in any case. */
export async function answerOffer(isWanted: boolean): Promise<void> {
  const offer = offeredBackup.peek();
  if (!offer || progress.peek()) return;
  offeredBackup.value = undefined;
  if (isWanted && !(await bringBack(offer.backup))) return;
  const before = refused.peek();
  if (offer.others.length === 0) return;
  await receiveFiles(offer.others);
  if (isWanted) refused.value = [...before, ...refused.peek()];
}
