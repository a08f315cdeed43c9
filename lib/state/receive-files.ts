import { isBackup, restoreBackup } from './backup';
import { importDropped } from './commands';

/** Where every chosen or dropped file enters: backups bring back what is the user's, all others are imported. */
export async function receiveFiles(files: File[]): Promise<void> {
  const exports: File[] = [];
  for (const file of files) {
    if (!(await isBackup(file))) exports.push(file);
    else if (!(await restoreBackup(file))) return;
  }
  await importDropped(exports);
}
