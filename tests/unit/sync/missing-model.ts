import type { Decision, MissingFate } from '../../../lib/domain/missing';

/** Copies of one row that the newest file of their time lacks, or lacked. */
interface Missed {
  batch: string;
  decided?: Decision;
  again?: true;
  copies: number;
}

/** What counts of one row, which is all the model knows: how many copies, and what is known of those missed. */
interface Counted {
  counts: number;
  missed: Missed[];
}

const isOut = ({ decided, again }: Missed) => decided === 'removed' && !again;

/** A file as the model sees it: of each row, by position, how many copies; those outside its time it says nothing of. */
export interface ModelFile {
  copies: number[];
  covers: (row: number) => boolean;
}

/** Which rows count after imports, decisions and undos, worked out in whole numbers, row by row. */
export class MissingModel {
  rows: Counted[];
  batches: { id: string; before: Counted[] }[] = [];

  constructor(rows: number) {
    this.rows = Array.from({ length: rows }, () => ({ counts: 0, missed: [] }));
  }

  import(id: string, { copies, covers }: ModelFile): void {
    this.batches.push({ id, before: structuredClone(this.rows) });
    this.rows.forEach((row, r) => {
      if (covers(r)) this.#told(row, id, copies[r]);
    });
  }

  #told(row: Counted, batch: string, copies: number): void {
    let lacking = Math.max(0, row.counts - copies);
    let fresh = Math.max(0, copies - row.counts);
    row.counts = Math.max(row.counts, copies);
    const next: Missed[] = [];
    for (const decided of ['kept', 'removed'] as const) {
      for (const one of row.missed.filter(one => one.decided === decided)) {
        if (isOut(one)) {
          const back = Math.min(one.copies, fresh);
          fresh -= back;
          next.push({ ...one, copies: one.copies - back }, { ...one, again: true, copies: back });
        } else {
          const still = Math.min(one.copies, lacking);
          lacking -= still;
          next.push({ batch, decided, copies: still }, { ...one, again: true, copies: one.copies - still });
          if (decided === 'removed') row.counts -= still;
        }
      }
    }
    row.missed = [...next, { batch, copies: lacking }].filter(one => one.copies > 0);
  }

  decide(batch: string, decided: Decision, about?: Decision): void {
    for (const row of this.rows) {
      for (const one of row.missed) {
        if (one.batch === batch && !one.again && one.decided === about) this.#turn(row, one, decided);
      }
    }
  }

  #turn(row: Counted, one: Missed, decided: Decision): void {
    const wasOut = isOut(one);
    one.decided = decided;
    row.counts += (Number(wasOut) - Number(isOut(one))) * one.copies;
  }

  undo(): void {
    const last = this.batches.pop();
    if (!last) return;
    this.rows = last.before.map((row, r) => this.#redecided(row, this.rows[r]));
  }

  /** An older row with what has been decided since. */
  #redecided(row: Counted, now: Counted): Counted {
    const left = { kept: 0, removed: 0 };
    for (const { decided, copies } of now.missed) if (decided) left[decided] += copies;
    // One copy at a time: each keeps its own decision where that still stands, before others take what is left.
    const single = row.missed.flatMap(one =>
      Array.from({ length: one.copies }, () => ({ ...one, copies: 1 })),
    );
    const next: Counted = { counts: row.counts, missed: single };
    const rest = single.filter(one => !one.decided || left[one.decided]-- <= 0);
    for (const decided of ['kept', 'removed'] as const) left[decided] = Math.max(0, left[decided]);
    for (const one of rest) {
      const decided = (['kept', 'removed'] as const).find(decision => left[decision] > 0);
      if (!decided) continue;
      left[decided]--;
      this.#turn(next, one, decided);
    }
    return next;
  }

  tally(batch: string): Record<MissingFate, number> {
    const tally = { open: 0, kept: 0, removed: 0, again: 0 };
    for (const { missed } of this.rows) {
      for (const one of missed) {
        if (one.batch === batch) tally[one.again ? 'again' : (one.decided ?? 'open')] += one.copies;
      }
    }
    return tally;
  }
}
