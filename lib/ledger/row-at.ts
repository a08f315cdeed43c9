import type { Kind } from '../domain/commission';
import { isConfirmed } from '../domain/counted-rows';
import { type Status, statusOf } from '../domain/dictionary';
import { halves, UNPRICED_HIGH, UNPRICED_LOW } from '../domain/money';
import { NOBODY } from '../domain/rollup';
import type { Part } from './generation';
import type { Block, RowNames } from './row-query';

/** Rows of the first page: what a tall screen shows, and some more. */
export const ROWS_A_PAGE = 120;

/** A row as a screen shows it. */
export interface CommissionRow {
  /** ms */
  time: number;
  type: string;
  kind: Kind;
  asset: string;
  /** 1e-8 of the asset; value in 1e-8 of the reporting currency, undefined where unpriced. */
  amount: bigint;
  value?: bigint;
  referral: string;
  sub: string;
  code: string;
  status: Status;
}

export function firstRows(found: Part[], descending: boolean, meaning: RowNames): CommissionRow[] {
  const rows: CommissionRow[] = [];
  for (const part of found) {
    for (let i = 0; i < part.rows.length && rows.length < ROWS_A_PAGE; i++) {
      const at = part.rows[descending ? part.rows.length - 1 - i : i];
      rows.push(rowAt(part.block, at, meaning));
    }
  }
  return rows;
}

/** @internal One row with its texts. */
export function rowAt(block: Block, i: number, { names, parties, pairs }: RowNames): CommissionRow {
  const { begin, columns } = block;
  const party = columns.party[i];
  const type = names.types[columns.type[i]];
  const value = halves(columns.value.subarray(i, i + 1));
  const unpriced = value[0] === UNPRICED_LOW && value[1] === UNPRICED_HIGH;
  return {
    time: begin + columns.time[i],
    type: type.literal,
    kind: type.kind,
    asset: names.assets[columns.asset[i]],
    amount: columns.amount[i],
    ...(!unpriced && { value: columns.value[i] }),
    referral: parties.referral[party] === NOBODY ? '' : names.referrals[parties.referral[party]],
    sub: names.subs[party],
    code: names.codes[parties.code[party]],
    status: isConfirmed(block, columns, i, pairs) ? 'credited' : statusOf(type),
  };
}
