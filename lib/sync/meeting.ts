import type { Columns } from '../domain/commission';
import { type Month, startOfMonth } from '../domain/day';
import type { FileRows } from '../domain/overlap';
import type { Receipt } from '../domain/receipt';

/**
 * Finds whether a batch only meets what is known: in rows of one moment, at one of its ends. Those may be other payments
 * that look the same, and nobody but the user can tell.
 */
export class Meeting {
  #rows = 0;
  #moment: number | undefined;
  #isOneMoment = true;

  /** @param spans of the batch's files. */
  constructor(private readonly spans: FileRows[]) {}

  /** @param added positions of the rows that are new; the others are known. */
  see(month: Month, { time }: Columns, added: Uint32Array): void {
    if (!this.#isOneMoment || added.length === time.length) return;
    const begin = startOfMonth(month);
    let next = 0;
    for (let i = 0; i < time.length && this.#isOneMoment; i++) {
      if (added[next] === i) {
        next++;
        continue;
      }
      this.#rows++;
      this.#moment ??= begin + time[i];
      this.#isOneMoment = this.#moment === begin + time[i];
    }
  }

  met(): Receipt['met'] {
    const moment = this.#moment;
    if (moment === undefined || !this.#isOneMoment) return undefined;
    const told = this.spans.filter(({ rows }) => rows > 0);
    // A file of nothing but known rows is the same file, or a part of it.
    const isEnd = told.some(
      ({ reach, rows }) => rows > this.#rows && [reach.first, reach.last].includes(moment),
    );
    return isEnd ? { moment, rows: this.#rows } : undefined;
  }
}
