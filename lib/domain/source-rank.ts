import { CONNECTION_RANK, FILE_KINDS, isFileKind } from './file-kinds';
import type { SourceId } from './source';

/** Rows that come and go with imports; the others are of connections. */
export const isFromFiles = (source: SourceId): boolean => isFileKind(source);

/** How good a source is where several cover a day whole. */
export const sourceRank = (source: SourceId) =>
  isFileKind(source) ? FILE_KINDS[source].rank : CONNECTION_RANK;
/** The best first. */
export const bySource = (a: SourceId, b: SourceId): number =>
  sourceRank(a) - sourceRank(b) || (a < b ? -1 : 1);
