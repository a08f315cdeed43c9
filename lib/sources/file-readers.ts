import type { Dictionary } from '../domain/dictionary';
import type { FileKindId } from '../domain/file-kinds';
import type { Lookalike } from '../domain/receipt';
import { openStatement } from './account-statement';
import { type Opened, openExport } from './commission-export';
import type { ExportSink, RowDecoder } from './row-decoder';

type SinkOf = (kind: FileKindId) => ExportSink;
/** Opens a file by its first piece. A refusal that names another kind says that the file looks like one. */
type FileReader = (head: Uint8Array, name: string, dictionary: Dictionary, sinkOf: SinkOf) => Opened;

/** Credited rows stand in files of our own, which are exports otherwise. */
const READERS: Record<Exclude<FileKindId, 'credited'>, FileReader> = {
  export: (head, _, dictionary, sinkOf) => openExport(head, dictionary, sinkOf('export'), sinkOf('credited')),
  statement: (head, name, dictionary, sinkOf) => openStatement(head, name, dictionary, sinkOf('statement')),
};

/**
 * Opens a file of whichever kind it is.
 * @param sinkOf where the rows of a file of that kind go.
 */
export function openFile(
  head: Uint8Array,
  name: string,
  dictionary: Dictionary,
  sinkOf: SinkOf,
): { decoder: RowDecoder } | { refused: Lookalike } {
  const opened = READERS.export(head, name, dictionary, sinkOf);
  const isStatement = 'refused' in opened && opened.refused === 'statement';
  return isStatement ? READERS.statement(head, name, dictionary, sinkOf) : opened;
}
