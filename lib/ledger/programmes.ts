import type { FilterAccount } from '../domain/account';
import {
  type Measure,
  PROGRAMME_METRICS,
  type Programme,
  type ProgrammeMetric,
  type Progress,
  progressOf,
  windowOn,
} from '../domain/bonus';
import { eachCell } from '../domain/cells';
import { type Day, dayOf } from '../domain/day';
import { type Figures, referralsIn, sumOf, tradersIn } from '../domain/metric';
import { joinHalves } from '../domain/money';
import { type CodeNote, termsOn } from '../domain/notebook';
import type { Span } from '../domain/period';
import { newTraders, type ReferralColumns } from '../domain/referral-table';
import { paidDays } from './income';
import type { LedgerReader } from './reader';
import { readReferralTable } from './referrals';

export interface ProgrammeView<P extends Programme = Programme> {
  id: string;
  programme: P;
  progress: Progress;
  /** Why the figure is less than it should be: codes without a ratio, whose fees nobody can know. */
  withoutRatio: string[];
}

/** Progress of programmes. @param notes of codes: ratios turn commissions into fees. */
export async function readProgrammes<P extends Programme>(
  reader: LedgerReader,
  programmes: Readonly<Record<string, P>>,
  notes: Readonly<Record<string, CodeNote>>,
  now: number,
): Promise<ProgrammeView<P>[]> {
  if (Object.keys(programmes).length === 0) return [];
  // Thresholds are in BUSD.
  const ledger = reader.inBase();
  const { book } = ledger;
  const today = dayOf(now);
  const spans = Object.values(programmes).flatMap(p => [
    windowOn(p.when, today),
    ...(p.needs ? [windowOn(p.needs.when, today)] : []),
  ]);
  const { figures } = await ledger.figures(spans);
  const table = book ? (await readReferralTable(ledger)).table : undefined;
  const codes = book?.state.codes ?? [];
  return Object.entries(programmes).map(([id, programme]) => {
    const missing = new Set<string>();
    const measure = measurer(figures, table, codes, notes, missing);
    return { id, programme, progress: progressOf(programme, today, measure), withoutRatio: [...missing] };
  });
}

/** The days on which bonuses were paid. */
export async function readPaidBonuses(reader: LedgerReader): Promise<{ day: Day; units: bigint }[]> {
  const ledger = reader.inBase();
  const { book } = ledger;
  if (!book) return [];
  const { figures } = await ledger.figures([book.known]);
  const byDay = new Map<Day, bigint>();
  for (const { day, units } of paidDays('bonus', figures, book.known, {})) {
    byDay.set(day, (byDay.get(day) ?? 0n) + units);
  }
  return [...byDay].map(([day, units]) => ({ day, units }));
}

function measurer(
  figures: Figures,
  table: ReferralColumns | undefined,
  codes: string[],
  notes: Readonly<Record<string, CodeNote>>,
  missing: Set<string>,
): Measure {
  return (metric: ProgrammeMetric, span: Span): bigint => {
    const spec = PROGRAMME_METRICS[metric];
    switch (spec.of) {
      case 'commission':
        return sumOf('commission', figures, span, 'account' in spec ? spec : {}).units;
      case 'fees':
        return feesIn(figures, span, spec.account, codes, notes, missing);
      case 'traders':
        return BigInt(tradersIn(spec.account, figures, span, {}));
      case 'new-traders':
        return BigInt(table ? newTraders(table, spec.account, span) : 0);
      case 'new-referrals':
        return BigInt(referralsIn(figures, span, false));
      default:
        return spec satisfies never;
    }
  };
}

/**
 * What referrals paid in fees: each day's commission of a code divided by its ratio on that day. Rounded down to 1e-8
 * once a code and ratio, never per row. Codes without a ratio are named, not guessed.
 */
function feesIn(
  { rollups }: Figures,
  span: Span,
  account: FilterAccount,
  codes: string[],
  notes: Readonly<Record<string, CodeNote>>,
  missing: Set<string>,
): bigint {
  const byRatio = new Map<string, { units: bigint; ratio: number }>();
  eachCell(rollups, span, 'commission', { account }, (cells, at, day) => {
    const code = codes[cells.code[at]] ?? '';
    const ratio = termsOn(notes[code], day)?.ratio[account];
    if (!ratio) {
      missing.add(code);
      return;
    }
    const key = `${code} ${ratio}`;
    const entry = byRatio.get(key) ?? { units: 0n, ratio };
    entry.units += joinHalves(cells.sum.low[at], cells.sum.high[at]);
    byRatio.set(key, entry);
  });
  let total = 0n;
  for (const { units, ratio } of byRatio.values()) total += (units * 10_000n) / BigInt(ratio);
  return total;
}
