import { joinColumns, sortByTime } from '../domain/commission';
import type { Month } from '../domain/day';
import { columnsOf, EXPORT, type SourceRows } from '../domain/source';
import { type ChunkRef, sourceOf } from '../store/manifest';
import type { Database } from '../store/schema';
import { CHUNK_ROWS, putChunks } from '../store/write';

/** Rows of one month and the chunks that hold them, in the same order. */
export interface Placed {
  chunks: ChunkRef[];
  rows: SourceRows[];
}

/**
 * Puts new rows of a month as chunks beside the stored ones. They are orphans until a commit names them.
 * @param prefix of the new chunks' keys.
 * @param puts takes what is still on its way to the disk.
 */
export function placeRows(
  db: Database,
  prefix: string,
  month: Month,
  kept: Placed,
  incoming: SourceRows[],
  puts: Promise<unknown>[],
): Placed {
  const all: Placed = { chunks: [...kept.chunks], rows: [...kept.rows] };
  for (const source of new Set(incoming.map(rows => rows.source))) {
    const parts = columnsOf(incoming, source);
    // A connection brings a few rows an hour: they join the last chunk until it is full.
    for (let i = all.chunks.length - 1; i >= 0 && source !== EXPORT; i--) {
      if (sourceOf(all.chunks[i]) !== source || all.chunks[i].rows >= CHUNK_ROWS) continue;
      parts.push(all.rows[i].columns);
      all.chunks.splice(i, 1);
      all.rows.splice(i, 1);
    }
    const { refs, chunks, stored } = putChunks(db, prefix, month, sortByTime(joinColumns(parts)), source);
    puts.push(stored);
    all.chunks.push(...refs);
    all.rows.push(...chunks.map(columns => ({ source, columns })));
  }
  return all;
}
