import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_FILTER } from '../../../lib/domain/filter';
import { changeOf } from '../../../lib/domain/metric';
import { readGlanceDetail } from '../../../lib/ledger/glance';
import { readOverview } from '../../../lib/ledger/overview';
import { exportRows, stamp } from '../../browser/export-file';
import { units } from '../../browser/oracle';
import { ledgerWith } from '../builders';

const DAY = 86_400_000;
const end = Date.UTC(2026, 10, 22, 18, 30);
const rows = [...exportRows({ rows: 4_000, referrals: 60, from: end - 75 * DAY, to: end, seed: 21 })];

/** Sum and futures traders of the rows from one moment up to, not including, another. */
function between(from: number, to: number): { sum: bigint; traders: bigint } {
  const inside = rows.filter(row => row.time >= stamp(from) && row.time < stamp(to));
  const traders = new Set(inside.filter(row => /futures/i.test(row.type)).map(row => row.friend));
  return { sum: inside.reduce((sum, row) => sum + units(row.value), 0n), traders: BigInt(traders.size) };
}

describe('a period that is not over is compared with the same part of the other', () => {
  test('to the second, for money and for people, at any hour', async () => {
    const { ledger } = await ledgerWith(rows);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 18 * 3600 }),
        fc.constantFrom(['today', 1] as const, ['7d', 7] as const, ['30d', 30] as const),
        async (second, [period, days]) => {
          const midnight = Date.UTC(2026, 10, 22);
          const now = midnight + second * 1000;
          const { cards } = await readOverview(ledger, { ...DEFAULT_FILTER, period }, now);
          const from = midnight - (days - 1) * DAY;
          // The figure itself counts the whole day; the base ends where this one has got to.
          const own = between(from, midnight + DAY);
          const base = between(from - days * DAY, now - days * DAY);
          const change = (metric: string) => cards.find(card => card.metric === metric)?.change;
          if (second === 0 && days === 1) return;
          expect(change('commission')).toEqual(changeOf(own.sum, base.sum));
          expect(change('traders-futures')).toEqual(changeOf(own.traders, base.traders));
        },
      ),
      { numRuns: 60 },
    );
  });
});

test('where no file speaks for the other period there is no change, in the popup neither', async () => {
  const now = Date.UTC(2026, 10, 22, 13);
  const young = rows.filter(row => row.time >= '2026-11-21');
  const { ledger } = await ledgerWith(young);
  const { changes } = await readGlanceDetail(ledger, now);
  expect(changes.yesterday).toBeUndefined();
  expect(changes['last-month']).toBeUndefined();
  expect(changes.today).toBeDefined();
  const { cards } = await readOverview(ledger, { ...DEFAULT_FILTER, period: 'yesterday' }, now);
  expect(cards[0].change).toBeUndefined();
});
