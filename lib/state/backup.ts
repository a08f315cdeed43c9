import type { CarriedMissing } from '../domain/carried-missing';
import type { FileCoverage } from '../domain/coverage';
import type { CoverageClaim, PairSpan } from '../domain/coverage-claim';
import { isoDay, momentOf } from '../domain/day';
import { isFileKind } from '../domain/file-kinds';
import { joinReaches } from '../domain/join-reaches';
import { PAIRS } from '../domain/lane';
import { NOTEBOOK_SECTIONS, type Notebook } from '../domain/notebook';
import { parseSettings } from '../domain/settings';
import { carried, restored } from '../domain/settings-backup';
import { EXPORT } from '../domain/source';
import { changeSettings } from '../platform/settings';
import { claimsOf } from '../store/manifest';
import { BACKUP } from '../text/backup';
import { lockBackup, lockOf, unlockBackup } from './backup-lock';
import { type BackupSeal, isSealed, sealedHead } from './backup-seal';
import { importDropped, ledgerWriter, message, note } from './commands';
import { everything } from './income-rows';
import { keepLanguage } from './language';
import { carriedMissing, exportFile } from './rows';
import { ledger, ownNotebook, settings, today } from './session';

/** The first line of a backup; behind it stand all rows as our CSV. */
interface BackupHead {
  backup: 'referral-dashboard-pro';
  version: 1;
  settings: unknown;
  notebook: Notebook;
  /** The time its rows speak for: days without any are known to be empty only where a file said so. */
  reaches: FileCoverage[];
  /** Rows that files lack, and what was decided about them; older backups do not say. */
  missing?: CarriedMissing[];
  /** When it was made, ms, and how many rows it has; older backups do not say. */
  made?: number;
  rows?: number;
  /** What the file must be like to be whole; older backups do not say. */
  whole?: BackupSeal;
}

const MARK = '{"backup":"referral-dashboard-pro"';
/** Binance opened in July 2017. */
const FIRST_DAY = Date.UTC(2017, 0, 1);
/** The last moment that dates know, ms. */
const LAST_MOMENT = 8.64e15;
/** More than any ledger has: twenty drops a day for years. */
const MOST_REACHES = 100_000;
/** The notebook of fifty thousand referrals has a few megabytes. */
const LONGEST_HEAD = 64 << 20;
/** The notebook nests six deep. */
const DEEPEST = 32;

/**
 * Everything that is the user's, in one file; undefined when it was cancelled. Without secrets.
 * @param passphrase locks it; '': anybody can read it.
 */
export async function makeBackup(passphrase = ''): Promise<{ name: string; file: Blob } | undefined> {
  const query = everything();
  if (!query) return undefined;
  const book = ledger.peek()?.book?.state;
  const claims = book ? claimsOf(book) : [];
  const head: BackupHead = {
    backup: 'referral-dashboard-pro',
    version: 1,
    settings: carried(settings.peek()),
    notebook: ownNotebook.peek(),
    reaches: joinReaches([], claims.map(carriedReach)),
    made: Date.now(),
  };
  const about = { title: 'Backup', zone: 'UTC' as const, currency: '', filters: {}, made: '' };
  const made = await exportFile(query, 'csv', about);
  if (!made) return undefined;
  const name = `referral-dashboard-pro_${isoDay(today.peek())}.backup`;
  const missing = await carriedMissing();
  const carries = { rows: made.rows, ...(missing.length > 0 && { missing }) };
  const line = await sealedHead({ ...head, ...carries }, made.file);
  const plain = new Blob([line, '\n', made.file]);
  return { name, file: passphrase === '' ? plain : await lockBackup(plain, passphrase, MARK) };
}

/** What accounts and statements tell stands in a backup as credited rows. */
const carriedReach = ({ source, first, last, pairs, spans }: CoverageClaim): FileCoverage => ({
  first,
  last,
  ...(spans && { spans }),
  ...(pairs !== undefined && { pairs }),
  ...(source !== EXPORT && { source: source === 'copy' ? 'copy' : 'credited' }),
});

/** Remembers that a backup has been saved. */
export const noteBackup = () => changeSettings(before => ({ ...before, backupAt: Date.now() }));

export const remindOfBackups = (backupReminder: boolean) =>
  changeSettings(before => ({ ...before, backupReminder }));

export async function isBackup(file: File): Promise<boolean> {
  return (await file.slice(0, MARK.length).text()) === MARK;
}

/** A backup that has been read and not yet brought back. */
export interface OpenBackup {
  name: string;
  head: BackupHead;
  rows: Blob;
  notebook: Notebook;
  /** Entries of the user's, and such that could not be understood. */
  kept: number;
  lost: number;
  /** Its own codes, the first ones first. */
  codes: string[];
}

/**
 * Reads a backup. Nothing is written.
 * @param passphrase of a locked one.
 * @returns 'locked' where the passphrase does not open it; undefined where it is none: then the message says why.
 */
export async function openBackup(file: File, passphrase = ''): Promise<OpenBackup | 'locked' | undefined> {
  const { line, rest } = await firstLineOf(file);
  const raw = parseLine(line);
  const lock = lockOf(raw);
  if (lock) {
    const plain = passphrase === '' ? undefined : await unlockBackup(line, lock, rest, passphrase);
    return plain ? openBackup(new File([plain], file.name)) : 'locked';
  }
  const head = headOf(raw);
  const isWhole = head && (await isSealed(line, head.whole, rest));
  const read = isWhole && (await ledgerWriter().readNotebook(head.notebook));
  if (read) return { ...read, name: file.name, head, rows: rest, codes: parseSettings(head.settings).codes };
  message.value = { tone: 'bad', text: BACKUP.restoreBad(file.name) };
  return undefined;
}

async function firstLineOf(file: File): Promise<{ line: string; rest: Blob }> {
  const bytes = new Uint8Array(await file.slice(0, LONGEST_HEAD).arrayBuffer());
  const found = bytes.indexOf(10);
  const end = found < 0 ? bytes.length : found;
  return { line: new TextDecoder().decode(bytes.subarray(0, end)), rest: file.slice(end + 1) };
}

/**
 * Brings back what a backup holds: its rows, and with them all that is the user's.
 * @returns whether it was read; if not, nothing of it is here, or the message says what could not be written.
 */
export async function bringBack({ name, head, rows, notebook, kept, lost }: OpenBackup): Promise<boolean> {
  // A file again, without copying: it goes to the worker as it is.
  const end = await importDropped([new File([rows], name)], {
    reaches: head.reaches,
    missing: head.missing ?? [],
  });
  if (end !== 'committed' && end !== 'refused') return false;
  if (!(await restore(notebook, head.settings))) return false;
  const said = end === 'committed' ? BACKUP.restored(kept) : BACKUP.restoredWithoutRows(kept);
  const without = lost > 0 ? ` ${BACKUP.restoreLost(lost)}` : '';
  const isWhole = end === 'committed' && lost === 0;
  message.value ??= { tone: isWhole ? 'good' : 'bad', text: said + without };
  return true;
}

/** A number that may be missing: a moment, or how many. */
const isCount = (value: unknown): boolean =>
  value === undefined || (Number.isInteger(value) && 0 <= Number(value) && Number(value) <= LAST_MOMENT);

/** Missing rows of one fate. */
const isMissing = (part: CarriedMissing | null): boolean =>
  typeof part?.rows === 'string' &&
  [undefined, 'kept', 'removed'].includes(part.decided) &&
  [undefined, true].includes(part.again);

const isReach = ({ first, last, pairs = 0, source }: FileCoverage): boolean =>
  Number.isFinite(first) &&
  Number.isFinite(last) &&
  first <= last &&
  Number.isInteger(pairs) &&
  pairs >= 0 &&
  pairs < 1 << PAIRS &&
  (source === undefined || isFileKind(source));

/** A pair, and two moments. */
const isSpan = (span: unknown): span is PairSpan =>
  Array.isArray(span) && span.length === 3 && span.every(Number.isFinite);

/** A reach as far as there can be rows: one that goes on for ever would silence an account for ever. */
function saneReach(reach: FileCoverage): FileCoverage[] {
  const first = Math.max(reach.first, FIRST_DAY);
  const last = Math.min(reach.last, momentOf(today.peek() + 1) - 1);
  const { pairs, source, spans } = reach;
  const sane = {
    first,
    last,
    ...(pairs !== undefined && { pairs }),
    ...(source && { source }),
    ...(Array.isArray(spans) && { spans: spans.filter(isSpan) }),
  };
  return first <= last ? [sane] : [];
}

/** What the first line says; undefined where it is no JSON, or nested deeper than anything of ours. */
function parseLine(line: string): unknown {
  let depth = 0;
  // Texts stand between quotation marks, which are never inside them unescaped.
  for (const [bracket] of line.replace(/"(?:[^"\\]|\\.)*"/g, '').matchAll(/[[\]{}]/g)) {
    depth += bracket === '[' || bracket === '{' ? 1 : -1;
    if (depth > DEEPEST) return undefined;
  }
  try {
    return JSON.parse(line);
  } catch {
    // The file's fault and not ours: the message says which file.
    return undefined;
  }
}

function headOf(raw: unknown): BackupHead | undefined {
  const head = (raw ?? {}) as BackupHead;
  if (head.version !== 1 || !Array.isArray(head.reaches) || head.reaches.length > MOST_REACHES)
    return undefined;
  const { missing = [] } = head;
  if (!Array.isArray(missing) || !missing.every(isMissing)) return undefined;
  if (!isCount(head.made) || !isCount(head.rows)) return undefined;
  const isSane = head.reaches.every(reach => typeof reach === 'object' && reach && isReach(reach));
  return isSane ? { ...head, reaches: head.reaches.flatMap(saneReach) } : undefined;
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
