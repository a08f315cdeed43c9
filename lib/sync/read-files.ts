import { seenAt } from '../domain/counted-rows';
import type { Dictionary } from '../domain/dictionary';
import type { FileChoice } from '../domain/file-choice';
import { FILE_KIND_IDS } from '../domain/file-kind-ids';
import { type CopyKind, type FileKindId, isCopyKind } from '../domain/file-kinds';
import { pairsOfTypes } from '../domain/lane';
import { type FileReceipt, REJECTIONS_KEPT } from '../domain/receipt';
import { EXPORT } from '../domain/source';
import { openFile } from '../sources/file-readers';
import type { ExportSink, RowDecoder } from '../sources/row-decoder';
import { zoneOf } from '../sources/zone';
import { type Batch, monthOfKind, noteEnds, takeFile } from './batch-rows';
import type { OpenBook } from './open-book';
import { ownFile } from './own-file';
import { shiftOf } from './shifted-rows';

/** Pieces of this size are read ahead while the one before is decoded. */
const PIECE = 4 << 20;

/** A `File` is one. */
export interface ImportFile {
  name: string;
  size: number;
  slice(from: number, to: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

export const kindOfFile = (file: FileReceipt): FileKindId => (file.refused ? EXPORT : (file.of ?? EXPORT));

/**
 * Reads the files of a drop one after the other.
 * @param report is told after each piece: which file, its bytes read, and the rows of all files so far. It may throw to stop.
 * @param before the names of files that were imported before.
 */
export async function readFiles(
  files: ImportFile[],
  book: OpenBook,
  report: (file: number, bytes: number, rows: number) => void,
  choices: FileChoice[] = [],
  before: string[] = [],
): Promise<Batch> {
  const kinds = FILE_KIND_IDS.map(kind => ({ kind, months: new Map(), ends: new Map() }));
  const batch: Batch = { kinds, files: [], rejections: [], told: [], own: [] };
  let rows = 0;
  for (const [index, file] of files.entries()) {
    const told = batch.rejections.length;
    const receipt = await readFile(file, index, book.dictionary, batch, choices[index], (bytes, decoder) =>
      report(index, bytes, rows + decoder.figures().rows),
    );
    noteEnds(batch, index);
    const names = [...before, ...files.slice(0, index + 1).map(({ name }) => name)];
    const isSure = choices[index]?.apart || !mayBeShifted(receipt, names);
    const held = isSure ? undefined : await heldBack(receipt, book, batch, index);
    batch.files.push(held ?? receipt);
    if (held) batch.rejections.length = told;
    if (!held && !receipt.refused) rows += receipt.rows;
  }
  return batch;
}

/** Statements have their zone in their names. Where any export's name had one, exports are looked at too. */
const mayBeShifted = (receipt: FileReceipt, names: string[]): boolean =>
  !receipt.refused &&
  (receipt.of === 'statement' || (!receipt.of && names.some(name => zoneOf(name) !== undefined)));

/** A file that tells known rows at other hours is not taken before the user has said which is right. */
async function heldBack(
  receipt: FileReceipt,
  book: OpenBook,
  batch: Batch,
  index: number,
): Promise<FileReceipt | undefined> {
  if (receipt.refused || batch.own[index]) return undefined;
  const { name, bytes, zone = 0 } = receipt;
  const rows = batch.kinds.find(({ kind }) => kind === kindOfFile(receipt))!;
  const shift = await shiftOf(book, rows, index);
  if (shift === undefined) return undefined;
  for (const [month, ends] of rows.ends) takeFile(rows, month, ends[index - 1] ?? 0);
  noteEnds(batch, index);
  return { name, bytes, refused: 'shifted', zones: { believed: zone, other: zone - shift } };
}

async function readFile(
  file: ImportFile,
  index: number,
  dictionary: Dictionary,
  batch: Batch,
  choice: FileChoice | undefined,
  report: (bytes: number, decoder: RowDecoder) => void,
): Promise<FileReceipt> {
  const { name, size: bytes } = file;
  let next = file.slice(0, PIECE).arrayBuffer();
  let decoder: RowDecoder | undefined;
  for (let at = 0; at < bytes || at === 0; at += PIECE) {
    const piece = new Uint8Array(await next);
    if (at + PIECE < bytes) next = file.slice(at + PIECE, at + 2 * PIECE).arrayBuffer();
    if (!decoder) {
      const opened = openFile(piece, name, dictionary, kind => sinkOf(batch, kind, name), choice);
      if ('refused' in opened) return { name, bytes, refused: opened.refused };
      decoder = opened.decoder;
    }
    decoder.feed(piece, at + PIECE >= bytes);
    report(Math.min(at + PIECE, bytes), decoder);
  }
  const figures = decoder!.figures();
  if (isCopyKind(figures.of)) moveToCopies(batch, index, dictionary, figures.of);
  const pairs = pairsOfTypes(dictionary.names.types);
  batch.told[index] = decoder!.told.map(({ kind, type, first, last }) => ({
    first: Math.max(first, figures.first!),
    last: Math.min(last, seenAt(kind, figures.last!)),
    pairs: 1 << pairs[type],
    ...(kind !== EXPORT && { source: kind }),
  }));
  batch.own[index] = ownFile(batch.kinds, index, figures.of ?? EXPORT, figures, pairs);
  return { name, bytes, ...figures };
}

/** Moves the rows of a file that has shown itself as a copy. */
function moveToCopies({ kinds }: Batch, index: number, dictionary: Dictionary, kind: CopyKind): void {
  const types = new Map<number, number>();
  /** The same type, of copies; where the dictionary is full, the type itself. */
  const copied = (type: number) => {
    const { literal, kind, credited, ...mark } = dictionary.names.types[type];
    // What an account's record says stays credited, however it was saved.
    const known =
      types.get(type) ?? (credited ? type : dictionary.type(literal, kind, { ...mark, copied: true }));
    types.set(type, known);
    return known < 0 ? type : known;
  };
  const original = kind === 'copy' ? EXPORT : 'statement';
  const [from, to] = [original, kind].map(kind => kinds.find(batch => batch.kind === kind)!);
  for (const [month, { length }] of from.months) {
    const begin = from.ends.get(month)?.[index - 1] ?? 0;
    if (begin === length) continue;
    const rows = takeFile(from, month, begin);
    for (let i = 0; i < rows.type.length; i++) rows.type[i] = copied(rows.type[i]);
    monthOfKind(to, month).pushAll(rows);
  }
}

/** Where the rows of a file go, and what could not be read of it. */
function sinkOf({ kinds, rejections }: Batch, kind: FileKindId, file: string): ExportSink {
  const batch = kinds.find(batch => batch.kind === kind)!;
  return {
    month: month => monthOfKind(batch, month),
    reject: rejection => {
      if (rejections.length < REJECTIONS_KEPT) rejections.push({ file, ...rejection });
    },
  };
}
