import { type Columns, MonthRows, viewOfColumns } from '../domain/commission';
import type { Month } from '../domain/day';
import type { Dictionary } from '../domain/dictionary';
import { FILE_KIND_IDS, type FileKindId } from '../domain/file-kinds';
import { type FileReceipt, type FileRejection, REJECTIONS_KEPT } from '../domain/receipt';
import { EXPORT } from '../domain/source';
import { openFile } from '../sources/file-readers';
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

/** Rows of one kind of file, and of each month the number of them after each file. */
export type KindBatch = Pick<ReadFiles, 'kind' | 'months' | 'ends'>;

/** What the files of a drop hold. */
export interface Batch {
  kinds: KindBatch[];
  files: FileReceipt[];
  rejections: FileRejection[];
}

export const kindOfFile = (file: FileReceipt): FileKindId => (file.refused ? EXPORT : (file.of ?? EXPORT));

/**
 * Reads the files of a drop one after the other.
 * @param report is told after each piece: which file, its bytes read, and the rows of all files so far. It may throw to stop.
 */
export async function readFiles(
  files: ImportFile[],
  dictionary: Dictionary,
  report: (file: number, bytes: number, rows: number) => void,
): Promise<Batch> {
  const kinds = FILE_KIND_IDS.map(kind => ({ kind, months: new Map(), ends: new Map() }));
  const batch: Batch = { kinds, files: [], rejections: [] };
  let rows = 0;
  for (const [index, file] of files.entries()) {
    const receipt = await readFile(file, dictionary, batch, (bytes, decoder) =>
      report(index, bytes, rows + decoder.figures().rows),
    );
    batch.files.push(receipt);
    if (!receipt.refused) rows += receipt.rows;
    for (const { months, ends: allEnds } of batch.kinds) {
      for (const [month, rows] of months) {
        const ends = allEnds.get(month) ?? [];
        // A month that appears only now had no rows at the end of the files before.
        while (ends.length < index) ends.push(0);
        ends.push(rows.length);
        allEnds.set(month, ends);
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
      const opened = openFile(piece, name, dictionary, kind => sinkOf(batch, kind, name));
      if ('refused' in opened) return { name, bytes, refused: opened.refused };
      decoder = opened.decoder;
    }
    decoder.feed(piece, at + PIECE >= bytes);
    report(Math.min(at + PIECE, bytes), decoder);
  }
  return { name, bytes, ...decoder!.figures() };
}

/** Where the rows of a file go, and what could not be read of it. */
function sinkOf({ kinds, rejections }: Batch, kind: FileKindId, file: string): ExportSink {
  const { months } = kinds.find(batch => batch.kind === kind)!;
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

/** The rows that one file of a drop has of a kind, by month. */
export function rowsOfFile({ months, ends: allEnds }: KindBatch, index: number): Map<Month, Columns> {
  const found = new Map<Month, Columns>();
  for (const [month, rows] of months) {
    const ends = allEnds.get(month)!;
    const [from, to] = [ends[index - 1] ?? 0, ends[index] ?? rows.length];
    if (to > from) found.set(month, viewOfColumns(rows.columns(), from, to));
  }
  return found;
}
