import type { FileCoverage } from '../domain/coverage';
import { isoDay, momentOf } from '../domain/day';
import { isFileKind } from '../domain/file-kinds';
import { NOTEBOOK_SECTIONS, type Notebook } from '../domain/notebook';
import { carried, restored } from '../domain/settings-backup';
import { type CoverageClaim, EXPORT, PAIRS } from '../domain/source';
import { changeSettings } from '../platform/settings';
import { claimsOf } from '../store/manifest';
import { DATA } from '../text/data';
import { type BackupSeal, isSealed, sealedHead } from './backup-seal';
import { importDropped, ledgerWriter, message, note } from './commands';
import { everything } from './income-rows';
import { keepLanguage } from './language';
import { exportFile } from './rows';
import { ledger, ownNotebook, settings, today } from './session';

/** The first line of a backup; behind it stand all rows as our CSV. */
interface BackupHead {
  backup: 'referral-dashboard-pro';
  version: 1;
  settings: unknown;
  notebook: Notebook;
  /** The time its rows speak for: days without any are known to be empty only where a file said so. */
  reaches: FileCoverage[];
  /** What the file must be like to be whole; older backups do not say. */
  whole?: BackupSeal;
}

const MARK = '{"backup":"referral-dashboard-pro"';
/** Binance opened in July 2017. */
const FIRST_DAY = Date.UTC(2017, 0, 1);
/** More than any ledger has: a drop a day for years. */
const MOST_REACHES = 20_000;
/** The notebook of fifty thousand referrals has a few megabytes. */
const LONGEST_HEAD = 64 << 20;

/** Everything that is the user's, in one file; undefined when it was cancelled. Without secrets. */
export async function makeBackup(): Promise<{ name: string; file: Blob } | undefined> {
  const query = everything();
  if (!query) return undefined;
  const book = ledger.peek()?.book?.state;
  const claims = book ? claimsOf(book) : [];
  const head: BackupHead = {
    backup: 'referral-dashboard-pro',
    version: 1,
    settings: carried(settings.peek()),
    notebook: ownNotebook.peek(),
    reaches: claims.map(carriedReach),
  };
  const about = { title: 'Backup', zone: 'UTC' as const, currency: '', filters: {}, made: '' };
  const rows = await exportFile(query, 'csv', about);
  if (!rows) return undefined;
  const name = `referral-dashboard-pro_${isoDay(today.peek())}.backup`;
  return { name, file: new Blob([await sealedHead(head, rows), '\n', rows]) };
}

/** What accounts and statements tell stands in a backup as credited rows. */
const carriedReach = ({ source, first, last, pairs }: CoverageClaim): FileCoverage => ({
  first,
  last,
  ...(pairs !== undefined && { pairs }),
  ...(source !== EXPORT && { source: source === 'copy' ? 'copy' : 'credited' }),
});

export async function isBackup(file: File): Promise<boolean> {
  return (await file.slice(0, MARK.length).text()) === MARK;
}

/** Brings back what a backup holds. @returns whether it was brought back whole; if not, the message says why. */
export async function restoreBackup(file: File): Promise<boolean> {
  const bytes = new Uint8Array(await file.slice(0, LONGEST_HEAD).arrayBuffer());
  const found = bytes.indexOf(10);
  const end = found < 0 ? bytes.length : found;
  const line = new TextDecoder().decode(bytes.subarray(0, end));
  const head = parseHead(line);
  const isWhole = head && (await isSealed(line, head.whole, file.slice(end + 1)));
  const read = isWhole && (await notebookIn(head.notebook));
  if (!read) {
    message.value = { tone: 'bad', text: DATA.restoreBad(file.name) };
    return false;
  }
  // Whatever could not be written has said so.
  if (!(await restore(read.notebook, head.settings))) return false;
  // A file again, without copying: it goes to the worker as it is.
  await importDropped([new File([file.slice(end + 1)], file.name)], { reaches: head.reaches });
  const lost = read.lost > 0 ? ` ${DATA.restoreLost(read.lost)}` : '';
  message.value ??= { tone: read.lost > 0 ? 'bad' : 'good', text: DATA.restored(read.kept) + lost };
  return true;
}

const isReach = ({ first, last, pairs = 0, source }: FileCoverage): boolean =>
  Number.isFinite(first) &&
  Number.isFinite(last) &&
  first <= last &&
  Number.isInteger(pairs) &&
  pairs >= 0 &&
  pairs < 1 << PAIRS &&
  (source === undefined || isFileKind(source));

/** A reach as far as there can be rows: one that goes on for ever would silence an account for ever. */
function saneReach(reach: FileCoverage): FileCoverage[] {
  const first = Math.max(reach.first, FIRST_DAY);
  const last = Math.min(reach.last, momentOf(today.peek() + 1) - 1);
  return first <= last ? [{ ...reach, first, last }] : [];
}

function parseHead(line: string): BackupHead | undefined {
  try {
    const head = JSON.parse(line) as BackupHead;
    if (head.version !== 1 || !Array.isArray(head.reaches) || head.reaches.length > MOST_REACHES)
      return undefined;
    return head.reaches.every(isReach) ? { ...head, reaches: head.reaches.flatMap(saneReach) } : undefined;
  } catch {
    // The file's fault and not ours: the message says which file.
    return undefined;
  }
}

async function notebookIn(notebook: unknown) {
  try {
    return await ledgerWriter().readNotebook(notebook);
  } catch {
    // Nested without end it cannot even be sent to the worker: it is no notebook, and the message says which file.
    return undefined;
  }
}

/** Puts the backup's entries beside what is there; where both have one, the backup's counts. */
async function restore(notebook: Notebook, kept: unknown): Promise<boolean> {
  for (const section of NOTEBOOK_SECTIONS) {
    const entries = notebook[section];
    if (Object.keys(entries).length > 0 && !(await note(section, entries as never))) return false;
  }
  const { language } = await changeSettings(now => restored(now, kept));
  keepLanguage(language);
  return true;
}
