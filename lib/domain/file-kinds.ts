/** What holds of a kind of file that rows come from. */
interface FileKind {
  /** How good a source it is where several cover a day whole; the best is 0. Connections stand at CONNECTION_RANK. */
  rank: number;
  /** Rows name the referral and the code. */
  namesReferrals: boolean;
  /** Where values come from: the file's own column, or the price of the day. */
  values: 'own' | 'prices';
  /**
   * What it means that a newer file has not a row that an older one had in its time. A filtered file speaks only of rows
   * that it has: one that it has less often was doubled once.
   */
  missing: 'restated' | 'filtered';
  /** A file without a row of ours says that there was no referral income in its time. */
  speaksWhenEmpty: boolean;
}

/**
 * The kinds of files we read. `lib/sources/file-readers.ts` opens them, `DATA.fileKinds` names them; import, merging,
 * coverage, reconciliation and screens derive from here. Ids are stored.
 */
export const FILE_KINDS = {
  /** Binance's referral commission export. */
  export: {
    rank: 0,
    namesReferrals: true,
    values: 'own',
    missing: 'restated',
    speaksWhenEmpty: true,
  },
  /** An export that a spreadsheet has saved again: what it cut and what was edited in it nobody can tell. */
  copy: {
    rank: 1,
    namesReferrals: true,
    values: 'own',
    missing: 'filtered',
    speaksWhenEmpty: false,
  },
  /** An account statement. People filter statements before they save them. */
  statement: {
    rank: 3,
    namesReferrals: false,
    values: 'prices',
    missing: 'filtered',
    speaksWhenEmpty: false,
  },
  /** A statement that a spreadsheet has saved again. */
  'statement-copy': {
    rank: 4,
    namesReferrals: false,
    values: 'prices',
    missing: 'filtered',
    speaksWhenEmpty: false,
  },
  /**
   * Rows of an account's own records as our CSV and backups carry them, beside rows of exports in one file. They speak
   * for the days they stand on.
   */
  credited: {
    rank: 5,
    namesReferrals: false,
    values: 'own',
    missing: 'filtered',
    speaksWhenEmpty: false,
  },
  /**
   * Rows of a worse source that one of our own files has among rows of a better one: both counted when it was written.
   * They count where that file is the best to tell (`FileCoverage.beside`), and nowhere else.
   */
  beside: {
    rank: 6,
    namesReferrals: false,
    values: 'own',
    missing: 'filtered',
    speaksWhenEmpty: false,
  },
} as const satisfies Record<string, FileKind>;

export type FileKindId = keyof typeof FILE_KINDS;
/** What a spreadsheet has made of a file. */
export type CopyKind = 'copy' | 'statement-copy';
export const isCopyKind = (kind: string | undefined): kind is CopyKind =>
  kind === 'copy' || kind === 'statement-copy';
/** A kind as it is stored with rows and receipts: exports came first and are left out. */
export type StoredFileKind = Exclude<FileKindId, 'export'>;
/** Kinds of whole files; the others' rows only stand in our own. */
export type WholeFileKind = Exclude<FileKindId, 'credited' | 'beside'>;

/** What Binance answers is nearer to the truth than a statement somebody has filtered, and names nobody. */
export const CONNECTION_RANK = 2;

export const isFileKind = (id: string): id is FileKindId => Object.hasOwn(FILE_KINDS, id);
