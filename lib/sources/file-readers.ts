import type { Dictionary } from '../domain/dictionary';
import { type FileKindId, isFileKind } from '../domain/file-kinds';
import type { Lookalike } from '../domain/receipt';
import { openStatement } from './account-statement';
import { type Opened, openExport } from './commission-export';
import type { ExportSink, RowDecoder } from './row-decoder';

/** Opens a file by its first piece. A refusal that names another kind says that the file looks like one. */
type FileReader = (head: Uint8Array, name: string, dictionary: Dictionary, sink: ExportSink) => Opened;

const READERS: Record<FileKindId, FileReader> = {
  export: (head, _, dictionary, sink) => openExport(head, dictionary, sink),
  statement: openStatement,
};

/**
 * Opens a file of whichever kind it is.
 * @param sinkOf where the rows of a file of that kind go.
 */
export function openFile(
  head: Uint8Array,
  name: string,
  dictionary: Dictionary,
  sinkOf: (kind: FileKindId) => ExportSink,
): { decoder: RowDecoder } | { refused: Lookalike } {
  let opened = READERS.export(head, name, dictionary, sinkOf('export'));
  const kind = 'refused' in opened ? opened.refused : 'export';
  if (kind !== 'export' && isFileKind(kind)) opened = READERS[kind](head, name, dictionary, sinkOf(kind));
  return opened;
}
