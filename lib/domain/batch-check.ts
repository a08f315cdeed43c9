import { type PerReferral, type ReferralColumns, unitsOf } from './referral-table';

/** What is known of an id somebody asks about, for a period. */
export const ID_STATES = ['earning', 'negative', 'idle', 'registered', 'missing'] as const;
export type IdState = (typeof ID_STATES)[number];

export interface CheckedId {
  id: string;
  state: IdState;
  /** Its commission in the period, 1e-8 units. */
  units: bigint;
}

/**
 * Ids in any text: known ids as they stand, and runs of five to twenty digits, in order, each once. Zeros in front
 * are part of an id.
 */
export function findIds(text: string, known: ReadonlyMap<string, number>): string[] {
  const found = new Set<string>();
  for (const word of text.split(/[\s,;|"'()<>[\]]+/)) {
    if (word === '') continue;
    if (known.has(word)) found.add(word);
    else for (const digits of word.match(/(?<!\d)\d{5,20}(?!\d)/g) ?? []) found.add(digits);
  }
  return [...found];
}

/** @param within what each referral brought in the period. */
export function checkIds(
  ids: string[],
  known: ReadonlyMap<string, number>,
  table: ReferralColumns,
  within: PerReferral,
): CheckedId[] {
  return ids.map(id => {
    const referral = known.get(id);
    if (referral === undefined) return { id, state: 'missing', units: 0n };
    const units = unitsOf(within, referral);
    if (units > 0n) return { id, state: 'earning', units };
    if (units < 0n) return { id, state: 'negative', units };
    return { id, state: table.total.seen[referral] ? 'idle' : 'registered', units };
  });
}
