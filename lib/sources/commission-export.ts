import type { Dictionary } from '../domain/dictionary';
import type { FileChoice } from '../domain/file-choice';
import type { Lookalike } from '../domain/receipt';
import { ExportDecoder } from './export-decoder';
import { headerLooksLike, looksLike } from './lookalike';
import { type ExportSink, firstLine, type RowDecoder } from './row-decoder';

export type Opened = { refused: Lookalike } | { decoder: RowDecoder };

/**
 * Recognises an export by its first bytes.
 * @param head the file's begin: all of it, or at least 64 KiB.
 * @param sinkOf takes rows; our own exports have such of an account's records and of copies too.
 */
export function openExport(
  head: Uint8Array,
  dictionary: Dictionary,
  sinkOf: (kind: 'export' | 'credited' | 'copy') => ExportSink,
  { name = '', choice = {} }: { name?: string; choice?: FileChoice } = {},
): Opened {
  const refused = looksLike(head);
  if (refused) return { refused };
  for (const encoding of ['utf-8', 'gb18030']) {
    for (const delimiter of [',', ';', '\t']) {
      const decoder = new ExportDecoder(encoding, delimiter.charCodeAt(0), dictionary, sinkOf);
      if (!decoder.readHeader(head)) continue;
      const refused = decoder.readIn(head, name, choice);
      return refused ? { refused } : { decoder };
    }
  }
  const cells = new TextDecoder('utf-8')
    .decode(firstLine(head))
    .split(/[,;\t]/)
    .map(cell =>
      cell
        .replace(/["']/g, '')
        .replace(/^\uFEFF/, '')
        .trim()
        .toLowerCase(),
    );
  return { refused: headerLooksLike(cells) };
}
