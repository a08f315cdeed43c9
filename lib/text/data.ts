import type { FileKindId, WholeFileKind } from '../domain/file-kinds';
import type { MissingFate } from '../domain/missing';
import type { DecimalFault } from '../domain/money';
import type { Lookalike, RejectionReason, WriteFault } from '../domain/receipt';
import { bytes, counted } from './amounts';
import { BASE, count } from './format';

export const DATA = {
  title: 'Data',
  import: 'Import files',
  importLead:
    'Commission exports and account statements from Binance (CSV), or a backup of yours. Several at once are one batch; what is known already is not doubled.',
  drop: 'Drop files here, or',
  choose: 'Choose files',
  importing: 'Importing',
  progressOf: (done: number, total: number) => `${bytes(done)} of ${bytes(total)}`,
  rows: (n: number) => counted(n, 'row'),
  rate: (perSecond: number) => `${count(Math.round(perSecond))} rows per second`,
  left: (seconds: number) => (seconds < 1 ? 'nearly done' : `${counted(Math.ceil(seconds), 'second')} left`),
  phases: { reading: 'Reading', merging: 'Comparing with what is known', saving: 'Saving' },
  waiting: 'Starting, or waiting for another window',
  cancel: 'Cancel',
  cancelled: 'Import cancelled. Nothing was changed.',
  receipt: 'Import receipt',
  moreReceipts: (n: number) => `and ${counted(n, 'earlier import')}`,
  receiptSummary: (added: number, known: number, rejected: number) =>
    [
      `Imported ${counted(added, 'row')}.`,
      known > 0 && `${count(known)} ${known === 1 ? 'was' : 'were'} already known.`,
      rejected > 0 && `${count(rejected)} could not be read.`,
    ]
      .filter(Boolean)
      .join(' '),
  figures: { read: 'Read', added: 'Added', known: 'Known', rejected: 'Rejected', unpriced: 'Unpriced' },
  figureWhy: {
    read: 'Rows in the files, without header lines',
    added: 'New in your ledger',
    known: 'In your ledger already, or repeated between these files',
    rejected: 'Could not be read; listed below',
    unpriced: 'Of the added: no value in the export',
  },
  repeated: (n: number) =>
    `${counted(n, 'row')} ${n === 1 ? 'stands' : 'stand'} in more than one of these files and ${n === 1 ? 'was' : 'were'} counted once.`,
  zones: (file: string, believed: string, other: string) =>
    `${file}: its header and its name tell different time zones. Its times were read as ${believed}; the other is ${other}.`,
  readAs: (zone: string) => `Read its times as ${zone}`,
  rereadHow: 'To read it the other way, undo this import, drop the same files again and press here.',
  zoneOfTimes: (file: string) => `Time zone of ${file}`,
  chooseZone: 'Choose the zone',
  readDayFirst: 'Read day first',
  readMonthFirst: 'Read month first',
  countApart: 'Count them as other payments',
  copySaved: (file: string) =>
    `${file} was saved by a spreadsheet, which cuts what it does not show, such as seconds. It counts only where no file of Binance’s own does; import that one when you have it.`,
  seam: (n: number, one: string, other: string, at: string) =>
    `${counted(n, 'equal row')} of ${at} ${n === 1 ? 'stands' : 'stand'} in both ${one} and ${other}. Files that only meet add up, so all of them count. If it is the same payment, undo this and import the files one after the other.`,
  met: (n: number, at: string) =>
    `${counted(n, 'row')} of ${at} ${n === 1 ? 'is' : 'are'} known from an earlier import that ends or begins there, and ${n === 1 ? 'counts' : 'count'} once. If these are other payments that look the same, undo this and import both files in one drop.`,
  missing: (n: number) =>
    `${counted(n, 'row')} of earlier imports ${n === 1 ? 'lies' : 'lie'} in the time of these files but ${n === 1 ? 'is' : 'are'} not in them.`,
  missingFates: {
    open: (n: number) =>
      `Undecided: ${counted(n, 'row')}. Binance may have restated such rows; they are kept until you decide.`,
    kept: (n: number) => `Kept: ${counted(n, 'row')}. Files that lack such rows again change nothing.`,
    removed: (n: number) => `Removed: ${counted(n, 'row')}. A file that has such rows brings them back.`,
    again: (n: number) => `In a newer file again: ${counted(n, 'row')}, counted.`,
  } satisfies Record<MissingFate, (n: number) => string>,
  missingNewer: 'Newer imports tell of these rows.',
  missingShow: 'Show them',
  missingKeep: 'Keep them',
  missingRemove: 'Remove them from the ledger',
  missingBack: 'Put them back',
  returned: (n: number) =>
    `${counted(n, 'row')} that you had removed ${n === 1 ? 'counts' : 'count'} again: these files have ${n === 1 ? 'it' : 'them'}.`,
  fileKinds: {
    export: 'Exports',
    copy: 'Copies of exports',
    statement: 'Account statements',
    'statement-copy': 'Copies of account statements',
    credited: 'Own exports, credited',
    beside: 'Own exports, counted beside',
  } satisfies Record<FileKindId, string>,
  fileOf: {
    copy: 'Copy of an export',
    statement: 'Account statement',
    'statement-copy': 'Copy of an account statement',
  } satisfies Record<Exclude<WholeFileKind, 'export'>, string>,
  otherOperations: (n: number) =>
    `${counted(n, 'row')} of other operations ${n === 1 ? 'was' : 'were'} left out: only what is surely referral income is taken.`,
  statementsText:
    'What was really credited, without referrals and codes. Each moment is counted from exports, else from copies, else from a connected account, else from statements; where an export and a statement agree on a day, its commissions are credited.',
  statementsValue:
    'Statements have no values. Each row is valued at the price its asset opened at that day; prices come from Binance’s public price host, which the browser asks you to allow.',
  statementsAsk: 'Get prices',
  statementsAsking: 'Asking for prices …',
  statementsValued: 'Every row has a value now.',
  statementsOpen:
    'Some rows stay unpriced: Binance has no price of their asset on their day, or could not be asked.',
  statementsDenied: 'Without that permission there are no prices: those rows stay unpriced.',
  file: 'File',
  fileRows: 'Rows',
  fileValue: `Value, ${BASE}`,
  fileReferrals: 'Referrals',
  fileFirst: 'First',
  fileLast: 'Last',
  refusedTitle: (n: number) => (n === 1 ? 'A file was refused' : `${count(n)} files were refused`),
  rejections: (n: number) => `${counted(n, 'row')} could not be read`,
  line: 'Line',
  column: 'Column',
  reason: 'Reason',
  wholeRow: 'whole row',
  rawRow: 'Row',
  moreRejections: (n: number) => `and ${count(n)} more in the download`,
  onlyFirst: (n: number) => `Only the first ${count(n)} are kept in detail.`,
  download: 'Download rejected rows',
  undo: 'Undo this import',
  undone: 'The last import was undone.',
  undoneAlready: 'That import is not the last one any more. Nothing was changed.',
  undoEnds: (imports: number) =>
    `Undo reaches back ${counted(imports, 'import')}, and no further. Nothing was changed.`,
  reconcile: 'Reconciliation',
  reconcileText:
    'Commissions in your exports beside the records of your account, or its statements, by amount, on the days that both cover whole.',
  reconcileMonth: 'Month',
  reconcileAccount: 'Account',
  reconcileDays: 'Days',
  reconcileAsset: 'Asset',
  reconcileFiles: 'In files',
  reconcileOwn: 'In the account',
  reconcileDifference: 'Difference',
  reconcileAgrees: (assets: number) => `${counted(assets, 'asset')}, no difference`,
  ledger: 'Your ledger',
  ledgerEmpty: 'Nothing is stored yet.',
  ledgerRows: 'Commissions',
  ledgerReferrals: 'Referrals',
  ledgerSpan: 'Days covered',
  ledgerUpTo: 'Data up to',
  batches: 'Imports',
  demoTitle: 'Demo',
  demoText: 'The figures you see are invented. They leave with the first import, or now.',
  demoOffer: 'Two years of invented figures, to look around before you import your own.',
  demoStart: 'Try the demo',
  demoLeave: 'Leave the demo',
  erase: 'Erase everything',
  eraseText:
    'Deletes every commission, receipt and code from this browser. Your Binance account is not touched.',
  eraseSure: 'Really erase everything',
  eraseKeep: 'Keep it',
};

export const FAULTS: Record<DecimalFault, string> = {
  'not a number': 'is not a number',
  'more than 8 decimals': 'has more than 8 decimals, which cannot be kept exactly',
  'too large': 'is too large to be kept exactly',
};

export const REJECTED = {
  columns: (found: number, expected: number) => `has ${counted(found, 'column')}, the header has ${expected}`,
  quote: 'a quotation mark is never closed, or has text behind it',
  decimal: (text: string, fault: string) => `“${text}” ${fault}`,
  moment: (text: string) => `“${text}” is not a date and time like 2026-01-31 07:49:33`,
  power: (text: string) =>
    `“${text}” is an id that a spreadsheet has turned into a power of ten: its digits are lost`,
  kind: (text: string) => `“${text}” is none of commission, kickback, bonus`,
  empty: 'is empty',
  full: 'is one of more than 65,535 different ones',
};

/** Why a row was rejected, as a sentence without its end. */
export function rejectionText(reason: RejectionReason): string {
  switch (reason.is) {
    case 'columns':
      return REJECTED.columns(reason.found, reason.expected);
    case 'decimal':
      return REJECTED.decimal(reason.text, FAULTS[reason.fault]);
    case 'moment':
    case 'kind':
    case 'power':
      return REJECTED[reason.is](reason.text);
    default:
      return REJECTED[reason.is];
  }
}

export const LOOKS: Record<Lookalike, string> = {
  empty: 'It is empty.',
  zip: 'It is a ZIP archive or an Excel workbook. Unpack it, or save it as CSV.',
  gzip: 'It is a compressed archive. Unpack it first.',
  pdf: 'It is a PDF. Export the commissions as CSV.',
  html: 'It is a web page, perhaps a login page saved in place of the file. Download the export again.',
  json: 'It is JSON, not CSV.',
  'utf-16': 'It is text in UTF-16, as some spreadsheets save it. Save it as CSV UTF-8.',
  binary: 'It is not a text file.',
  'binance-us': 'It is a Binance.US file. Binance.US is another company with its own programme.',
  statement:
    'It looks like an account statement (transaction history), but in a form that is not known. Download it again as CSV.',
  'statement-zone':
    'It is an account statement whose times are in a zone that only Binance’s name of the file tells, like “…(UTC+2)….csv”. Choose the zone, or give it that name again.',
  zone: 'Its header names a time zone that does not exist. Choose the one its times are in.',
  dates: 'Its dates can be read day first or month first, and nothing in it tells which.',
  shifted:
    'Its rows stand whole hours beside rows that are known, as in statements downloaded once in summer and once in winter. Counted as they are, they might count twice.',
  trades: 'It is a trade export, not the commission export.',
  'futures-income': 'It is a futures income file, not the commission export.',
  'unknown-csv': 'Its first line does not name the columns of a commission export.',
};

/** What a refused file looks like. */
export function lookalikeText(of: Lookalike): string {
  return LOOKS[of];
}

/** What went wrong with a change of the ledger, and what to do. */
export const FAULT_TEXT: Record<WriteFault['is'], string> = {
  full: 'The disk or the browser’s storage is full. Nothing was changed. Free some space and try again.',
  damaged: 'The stored ledger is damaged. Nothing was changed. Erase it and import your exports again.',
  unreadable: 'A file could not be read to its end; perhaps it was moved or changed. Nothing was imported.',
  outpaced: 'Another window changed the ledger at the same moment. Nothing was imported. Try again.',
  unknown: 'Something went wrong. Nothing was changed.',
};

/** Why the ledger could not be changed; where we do not know it, in the browser's own words too. */
export const writeFaultText = (fault: WriteFault): string =>
  FAULT_TEXT[fault.is] + (fault.is === 'unknown' && fault.detail ? ` (${fault.detail})` : '');

export const DAMAGE = {
  title: 'The ledger is not what it was',
  text: 'This browser’s database holds less than was last stored, which happens when its files are damaged or deleted. No figures are shown, because they would be wrong.',
  advice: 'Import your exports again to rebuild it. Nothing at Binance is affected.',
  accept: 'Start again with what is there',
  failed: 'The ledger could not be read',
  again: 'Try again',
};
