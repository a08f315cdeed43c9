import type { Reach } from '../domain/coverage';
import type { FileFigures, Rejection } from '../sources/commission-export';
import type { Lookalike } from '../sources/lookalike';

export type FileReceipt =
  | ({ name: string; bytes: number; refused?: undefined } & FileFigures)
  | { name: string; bytes: number; refused: Lookalike };

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
  /** Rows of earlier batches at moments this batch speaks for, which it does not have. They are kept. */
  lacking: number;
  files: FileReceipt[];
  reaches: Reach[];
  /** The first rejections in file order, at most REJECTIONS_KEPT. */
  rejections: FileRejection[];
}

/** A file of nothing but broken lines must not fill the disk; the rest is counted. */
export const REJECTIONS_KEPT = 20_000;
