import { isoDay } from '../domain/day';
import { NOTEBOOK_SECTIONS, type Notebook } from '../domain/notebook';
import { changeSettings, parseSettings } from '../platform/settings';
import { DATA } from '../text/data';
import { importFiles, message, note } from './commands';
import { everything } from './income-rows';
import { exportFile } from './rows';
import { ownNotebook, settings, today } from './session';

/** The first line of a backup; behind it stand all rows as our CSV. */
interface BackupHead {
  backup: 'referral-dashboard-pro';
  version: 1;
  settings: { codes: string[]; defaultCode?: string };
  notebook: Notebook;
}

const MARK = '{"backup":"referral-dashboard-pro"';
/** The notebook of fifty thousand referrals has a few megabytes. */
const LONGEST_HEAD = 64 << 20;

/** Everything that is the user's, in one file; undefined when it was cancelled. Without secrets. */
export async function makeBackup(): Promise<{ name: string; file: Blob } | undefined> {
  const query = everything();
  if (!query) return undefined;
  const { codes, defaultCode } = settings.peek();
  const head: BackupHead = {
    backup: 'referral-dashboard-pro',
    version: 1,
    settings: { codes, ...(defaultCode && { defaultCode }) },
    notebook: ownNotebook.peek(),
  };
  const about = { title: 'Backup', zone: 'UTC' as const, currency: '', filters: {}, made: '' };
  const rows = await exportFile(query, 'csv', about);
  if (!rows) return undefined;
  const name = `referral-dashboard-pro_${isoDay(today.peek())}.backup`;
  return { name, file: new Blob([JSON.stringify(head), '\n', rows]) };
}

/** Takes files in: backups give back what is the user's, and their rows go the way of every export. */
export async function receiveFiles(files: File[]): Promise<void> {
  const exports: File[] = [];
  for (const file of files) {
    const begin = await file.slice(0, MARK.length).text();
    if (begin !== MARK) {
      exports.push(file);
      continue;
    }
    const bytes = new Uint8Array(await file.slice(0, LONGEST_HEAD).arrayBuffer());
    const end = bytes.indexOf(10);
    const head = parseHead(new TextDecoder().decode(bytes.subarray(0, end < 0 ? bytes.length : end)));
    if (!head) {
      message.value = { tone: 'bad', text: DATA.restoreBad(file.name) };
      continue;
    }
    const entries = await restore(head);
    message.value = { tone: 'good', text: DATA.restored(entries) };
    // A file again, without copying: it goes to the worker as it is.
    exports.push(new File([file.slice(end + 1)], file.name));
  }
  await importFiles(exports);
}

function parseHead(line: string): BackupHead | undefined {
  try {
    const head = JSON.parse(line) as BackupHead;
    return head.version === 1 && typeof head.notebook === 'object' ? head : undefined;
  } catch {
    return undefined;
  }
}

/** Puts the backup's entries beside what is there; where both have one, the backup's counts. */
async function restore({ settings: kept, notebook }: BackupHead): Promise<number> {
  let count = 0;
  for (const section of NOTEBOOK_SECTIONS) {
    const entries = notebook[section];
    if (typeof entries !== 'object' || entries === null) continue;
    count += Object.keys(entries).length;
    if (Object.keys(entries).length > 0) await note(section, entries as never);
  }
  const { codes, defaultCode } = parseSettings(kept);
  await changeSettings(now => ({
    ...now,
    codes: [...new Set([...now.codes, ...codes])],
    defaultCode: now.defaultCode ?? defaultCode ?? codes[0],
  }));
  return count + codes.length;
}
