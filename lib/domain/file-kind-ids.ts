import { FILE_KINDS, type FileKindId } from './file-kinds';

/** The best first. Apart from the table, which the popup loads too. */
export const FILE_KIND_IDS = (Object.keys(FILE_KINDS) as FileKindId[]).sort(
  (a, b) => FILE_KINDS[a].rank - FILE_KINDS[b].rank,
);
