import { MonthRows } from '../domain/commission';
import type { Reach } from '../domain/coverage';
import type { Dictionary } from '../domain/dictionary';
import { type FileReceipt, type FileRejection, REJECTIONS_KEPT } from '../domain/receipt';
import { EXPORT, type SourceId, STATEMENT } from '../domain/source';
import { openStatement } from '../sources/account-statement';
import { type Opened, openExport } from '../sources/commission-export';
import type { ExportSink, RowDecoder } from '../sources/row-decoder';
import type { ReadFiles } from './merge-batch';

/** Pieces of this size are read ahead while the one before is decoded. */
const PIECE = 4 << 20;

/** A `File` is one. */
export interface ImportFile {
  name: string;
  size: number;
  slice(from: number, to: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

/** Rows of one source, and of each month the number of them after each file. */
type SourceBatch = Pick<ReadFiles, 'source' | 'months' | 'ends'>;

/** What the files of a drop hold. */
export interface Batch {
  sources: SourceBatch[];
  files: FileReceipt[];
  rejections: FileRejection[];
}

export const sourceOfFile = (file: FileReceipt): SourceId => (!file.refused && file.of ? STATEMENT : EXPORT);

/**
 * Reads the files of a drop one after the other.
 * @param report is told after each piece: which file, its bytes read, and the rows of all files so far. It may throw to stop.
 */
export async function readFiles(
  files: ImportFile[],
  dictionary: Dictionary,
  report: (file: number, bytes: number, rows: number) => void,
): Promise<Batch> {
  const sources = [EXPORT, STATEMENT].map(source => ({ source, months: new Map(), ends: new Map() }));
  const batch: Batch = { sources, files: [], rejections: [] };
  let rows = 0;
  for (const [index, file] of files.entries()) {
    const receipt = await readFile(file, dictionary, batch, (bytes, decoder) =>
      report(index, bytes, rows + decoder.figures().rows),
    );
    batch.files.push(receipt);
    if (!receipt.refused) rows += receipt.rows;
    for (const source of batch.sources) {
      for (const [month, rows] of source.months) {
        const ends = source.ends.get(month) ?? [];
        // A month that appears only now had no rows at the end of the files before.
        while (ends.length < index) ends.push(0);
        ends.push(rows.length);
        source.ends.set(month, ends);
      }
    }
  }
  return batch;
}

async function readFile(
  file: ImportFile,
  dictionary: Dictionary,
  batch: Batch,
  report: (bytes: number, decoder: RowDecoder) => void,
): Promise<FileReceipt> {
  const { name, size: bytes } = file;
  let next = file.slice(0, PIECE).arrayBuffer();
  let decoder: RowDecoder | undefined;
  for (let at = 0; at < bytes || at === 0; at += PIECE) {
    const piece = new Uint8Array(await next);
    if (at + PIECE < bytes) next = file.slice(at + PIECE, at + 2 * PIECE).arrayBuffer();
    if (!decoder) {
      let opened: Opened = openExport(piece, dictionary, sinkOf(batch, EXPORT, name));
      if ('refused' in opened && opened.refused === 'statement') {
        opened = openStatement(piece, name, dictionary, sinkOf(batch, STATEMENT, name));
      }
      if ('refused' in opened) return { name, bytes, refused: opened.refused };
      decoder = opened.decoder;
    }
    decoder.feed(piece, at + PIECE >= bytes);
    report(Math.min(at + PIECE, bytes), decoder);
  }
  return { name, bytes, ...decoder!.figures() };
}

/** Where the rows of a file go, and what could not be read of it. */
function sinkOf({ sources, rejections }: Batch, source: SourceId, file: string): ExportSink {
  const { months } = sources.find(batch => batch.source === source)!;
  return {
    month: month => {
      let rows = months.get(month);
      if (!rows) {
        rows = new MonthRows(month);
        months.set(month, rows);
      }
      return rows;
    },
    reject: rejection => {
      if (rejections.length < REJECTIONS_KEPT) rejections.push({ file, ...rejection });
    },
  };
}

/** A file speaks for its time, and for what it has rows of: an export without futures says nothing of futures. */
export function reachesOf(batch: Batch, pairOfType: Uint8Array): Reach[] {
  return batch.files.flatMap((file, index) => {
    if (file.refused || file.first === undefined) return [];
    let pairs = 0;
    const source = sourceOfFile(file);
    const { months, ends: allEnds } = batch.sources.find(rows => rows.source === source)!;
    for (const [month, rows] of months) {
      const ends = allEnds.get(month)!;
      for (const type of rows.columns().type.subarray(ends[index - 1] ?? 0, ends[index] ?? rows.length))
        pairs |= 1 << pairOfType[type];
    }
    // A statement without a single row of ours says nothing of referral income: it may have been filtered.
    if (source === STATEMENT && pairs === 0) return [];
    return [{ first: file.first, last: file.last!, pairs, ...(source === STATEMENT && { source }) }];
  });
}
