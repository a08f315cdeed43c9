import { ACCOUNTS, type Account } from '../domain/account';
import { type Columns, KINDS, type Kind } from '../domain/commission';
import { ExactSum, halves, UNPRICED_HIGH, UNPRICED_LOW } from '../domain/money';
import type { RowNames } from './row-query';

export interface KindTotal {
  kind: Kind;
  account: Account;
  rows: number;
  units: bigint;
  unpriced: number;
}

export interface AssetTotal {
  asset: string;
  rows: number;
  /** 1e-8 of the asset. */
  amount: bigint;
  units: bigint;
  unpriced: number;
}

export interface TypeTotal {
  kind: Kind;
  /** As the source spells it. */
  type: string;
  rows: number;
  units: bigint;
}

/** What the filtered rows come to, exactly. */
export interface RowTotals {
  accounts: KindTotal[];
  types: TypeTotal[];
  /** The most valuable first. */
  assets: AssetTotal[];
}

interface Entry {
  rows: number;
  amount: ExactSum;
  value: ExactSum;
  unpriced: number;
}

/** Adds rows up by type and asset; what they come to by account is put together in the end. */
export class TotalsTally {
  #byType: Entry[] = [];
  #byAsset: Entry[] = [];

  constructor(private readonly meaning: RowNames) {}

  add(columns: Columns, rows: Uint32Array): void {
    const amount = halves(columns.amount);
    const value = halves(columns.value);
    for (let n = 0; n < rows.length; n++) {
      const i = rows[n];
      const type = entryOf(this.#byType, columns.type[i]);
      const asset = entryOf(this.#byAsset, columns.asset[i]);
      type.rows++;
      asset.rows++;
      asset.amount.add(amount[2 * i], amount[2 * i + 1]);
      const low = value[2 * i];
      const high = value[2 * i + 1];
      if (high === UNPRICED_HIGH && low === UNPRICED_LOW) {
        type.unpriced++;
        asset.unpriced++;
      } else {
        type.value.add(low, high);
        asset.value.add(low, high);
      }
    }
  }

  get totals(): RowTotals {
    const { names, lookup } = this.meaning;
    const accounts = new Map<string, KindTotal>();
    this.#byType.forEach((entry, type) => {
      const kind = KINDS[lookup.kindOfType[type]];
      const account = ACCOUNTS[lookup.accountOfType[type]];
      const known = accounts.get(`${kind} ${account}`) ?? { kind, account, rows: 0, units: 0n, unpriced: 0 };
      known.rows += entry.rows;
      known.units += entry.value.total;
      known.unpriced += entry.unpriced;
      accounts.set(`${kind} ${account}`, known);
    });
    const assets = this.#byAsset.flatMap((entry, asset) => ({
      asset: names.assets[asset],
      rows: entry.rows,
      amount: entry.amount.total,
      units: entry.value.total,
      unpriced: entry.unpriced,
    }));
    const types = this.#byType.flatMap((entry, type) => ({
      kind: names.types[type].kind,
      type: names.types[type].literal,
      rows: entry.rows,
      units: entry.value.total,
    }));
    return {
      accounts: [...accounts.values()],
      types,
      assets: assets.sort((a, b) => (a.units === b.units ? b.rows - a.rows : a.units < b.units ? 1 : -1)),
    };
  }
}

function entryOf(list: Entry[], at: number): Entry {
  list[at] ??= { rows: 0, amount: new ExactSum(), value: new ExactSum(), unpriced: 0 };
  return list[at];
}
