import type { Dictionary } from '../domain/dictionary';
import type { FileChoice } from '../domain/file-choice';
import type { CopyKind, FileKindId, WholeFileKind } from '../domain/file-kinds';
import type { Lookalike } from '../domain/receipt';
import { openStatement } from './account-statement';
import { type Opened, openExport } from './commission-export';
import type { ExportSink, RowDecoder } from './row-decoder';

type SinkOf = (kind: FileKindId) => ExportSink;
/** Opens a file by its first piece. A refusal that names another kind says that the file looks like one. */
type FileReader = (
  head: Uint8Array,
  name: string,
  dictionary: Dictionary,
  sinkOf: SinkOf,
  choice: FileChoice,
) => Opened;

/** A copy shows itself only when all of a file has been read. */
const READERS: Record<Exclude<WholeFileKind, CopyKind>, FileReader> = {
  export: (head, name, dictionary, sinkOf, choice) => openExport(head, dictionary, sinkOf, { name, choice }),
  statement: (head, name, dictionary, sinkOf, choice) =>
    openStatement(head, name, dictionary, sinkOf('statement'), choice),
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
  choice: FileChoice = {},
): { decoder: RowDecoder } | { refused: Lookalike } {
  const opened = READERS.export(head, name, dictionary, sinkOf, choice);
  const isStatement = 'refused' in opened && opened.refused === 'statement';
  return isStatement ? READERS.statement(head, name, dictionary, sinkOf, choice) : opened;
}
