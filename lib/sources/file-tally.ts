import { firstDayOf, type Month, momentOf } from '../domain/day';
import { ExactSum } from '../domain/money';
import type { FileFigures } from '../domain/receipt';
import { NOBODY } from '../domain/rollup';

/** A file's own figures for the receipt, kept while its rows go by. */
export class FileTally {
  rejected = 0;
  #rows = 0;
  #unpriced = 0;
  #sum = new ExactSum();
  #seen = new Uint8Array(1024);
  #referrals = 0;
  #first = Number.POSITIVE_INFINITY;
  #last = Number.NEGATIVE_INFINITY;
  #month = Number.NaN;
  #monthBegin = 0;

  /** @param value the halves of the row's value; absent where it is unpriced. */
  row(month: Month, inMonth: number, referral: number, value?: { low: number; high: number }): void {
    this.#rows++;
    if (value) this.#sum.add(value.low, value.high);
    else this.#unpriced++;
    if (month !== this.#month) {
      this.#month = month;
      this.#monthBegin = momentOf(firstDayOf(month));
    }
    this.seen(this.#monthBegin + inMonth);
    if (referral !== NOBODY) this.#see(referral);
  }

  /** A moment the file tells of, whether it has a row of ours there or not. @param moment ms */
  seen(moment: number): void {
    if (moment < this.#first) this.#first = moment;
    if (moment > this.#last) this.#last = moment;
  }

  #see(referral: number): void {
    if (referral >= this.#seen.length) {
      const grown = new Uint8Array(Math.max(referral + 1, this.#seen.length * 2));
      grown.set(this.#seen);
      this.#seen = grown;
    }
    if (this.#seen[referral]) return;
    this.#seen[referral] = 1;
    this.#referrals++;
  }

  figures(): FileFigures {
    return {
      rows: this.#rows,
      rejected: this.rejected,
      unpriced: this.#unpriced,
      sum: this.#sum.total,
      referrals: this.#referrals,
      ...(this.#first <= this.#last && { first: this.#first, last: this.#last }),
    };
  }
}
