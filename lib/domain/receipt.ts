import type { FileCoverage } from './coverage';
import type { WholeFileKind } from './file-kinds';
import type { DecimalFault } from './money';
import type { Seam } from './overlap';

/** Why a row was rejected. `column` is the header's own name of it, '' when it is the row as a whole. */
export interface Rejection {
  line: number;
  column: string;
  reason: RejectionReason;
  /** The row as it stands in the file, at most 500 characters of it. */
  raw: string;
}
export type RejectionReason =
  | { is: 'columns'; found: number; expected: number }
  | { is: 'quote' }
  | { is: 'decimal'; fault: DecimalFault; text: string }
  | { is: 'moment'; text: string }
  | { is: 'kind'; text: string }
  /** An id or a code that a spreadsheet has turned into a power of ten. */
  | { is: 'power'; text: string }
  | { is: 'empty' }
  | { is: 'full' };

/** What a file that is no commission export looks like, so that the refusal can say it. */
export type Lookalike =
  | 'empty'
  | 'zip'
  | 'gzip'
  | 'pdf'
  | 'html'
  | 'json'
  | 'utf-16'
  | 'binary'
  | 'binance-us'
  | 'statement'
  | 'statement-zone'
  | 'zone'
  | 'dates'
  | 'shifted'
  | 'trades'
  | 'futures-income'
  | 'unknown-csv';

export interface Zones {
  believed: number;
  other: number;
}

export interface FileFigures {
  /** Rows that could be read. */
  rows: number;
  rejected: number;
  unpriced: number;
  sum: bigint;
  referrals: number;
  /** First and last moment in ms; undefined without rows. */
  first?: number;
  last?: number;
  /** Its kind; absent: a commission export. */
  of?: Exclude<WholeFileKind, 'export'>;
  /** The zone of a statement, and of an export whose name tells one; ms east of UTC. */
  zone?: number;
  /** The zone its times were read in, and the other one that its header or its name tells; ms east of UTC. */
  zones?: Zones;
  /** The accounts whose statement it is, shortened. */
  accounts?: string[];
  /** A statement's operations that are no referral income, and how many rows each has. They are not taken. */
  others?: Record<string, number>;
}

export type FileReceipt =
  | ({ name: string; bytes: number; refused?: undefined } & FileFigures)
  | { name: string; bytes: number; refused: Lookalike; zones?: Zones };

export interface FileRejection extends Rejection {
  file: string;
}

/** What one import did. Always `read = added + known + rejected`; unpriced rows are among the added. */
export interface Receipt {
  batch: string;
  /** When it was committed, ms. */
  at: number;
  /** How long it took, ms. */
  took: number;
  read: number;
  added: number;
  known: number;
  rejected: number;
  unpriced: number;
  /** Of the known: rows that only repeat rows of another file of this batch. */
  repeated: number;
  /** The only known rows are alike, and stand where an earlier batch ends or begins: they count once. */
  met?: { moment: number; rows: number };
  /** Equal rows where two files of this batch meet. All of them count. */
  seams?: Seam[];
  /** Rows of earlier batches at moments this batch speaks for, which it does not have. What became of them, and what
   * is decided about them, stands in the book (`Book.missing`). */
  lacking: number;
  /** Of the added: rows that the user had removed because a file lacked them. */
  returned?: number;
  files: FileReceipt[];
  reaches: FileCoverage[];
  /** The first rejections in file order, at most REJECTIONS_KEPT. */
  rejections: FileRejection[];
}

/** A file of nothing but broken lines must not fill the disk; the rest is counted. */
export const REJECTIONS_KEPT = 20_000;

/** Why the ledger could not be changed. Whatever it is, nothing was changed. */
export type WriteFault =
  | { is: 'full' | 'damaged' | 'unreadable' | 'outpaced' }
  /** What the browser says of it, in its own words. */
  | { is: 'unknown'; detail: string };
