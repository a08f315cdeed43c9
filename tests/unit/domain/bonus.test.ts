import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Programme, progressOf, thresholdOf, tiersOn, windowOn } from '../../../lib/domain/bonus';
import { BONUS_PRESETS } from '../../../lib/domain/bonus-presets';
import { isoDay, parseDay } from '../../../lib/domain/day';

const day = (text: string) => parseDay(text)!;
const programme = (part: Partial<Programme>): Programme => ({
  name: 'P',
  metric: 'commission',
  when: { is: 'month' },
  versions: [
    {
      from: 0,
      tiers: [
        { name: 'two', threshold: '200', reward: '' },
        { name: 'one', threshold: '100', reward: '' },
      ],
    },
  ],
  ...part,
});
/** One unit of the metric on each of these days. */
const paidOn = (days: Record<string, bigint>) => (_: unknown, span: { from: number; to: number }) =>
  Object.entries(days).reduce(
    (sum, [at, n]) => (day(at) >= span.from && day(at) <= span.to ? sum + n : sum),
    0n,
  );

test.each([
  ['2026-02-14', { is: 'month' }, '2026-02-01', '2026-02-28'],
  ['2024-02-29', { is: 'month' }, '2024-02-01', '2024-02-29'],
  ['2026-05-31', { is: 'rolling', months: 3 }, '2026-03-01', '2026-05-31'],
  ['2026-11-22', { is: 'rolling', months: 3 }, '2026-08-23', '2026-11-22'],
  ['2026-01-10', { is: 'fixed', from: day('2026-03-01'), to: day('2026-03-09') }, '2026-03-01', '2026-03-09'],
] as const)('on %s %j counts %s to %s', (today, when, from, to) => {
  const span = windowOn(when, day(today));
  expect([isoDay(span.from), isoDay(span.to)]).toEqual([from, to]);
});

describe('progress', () => {
  test('tiers in order, what is missing, what is needed a day', () => {
    const units = 150n * 100_000_000n;
    const p = progressOf(programme({}), day('2026-11-21'), paidOn({ '2026-11-03': units }));
    expect(p.tiers.map(t => [t.tier.name, t.reached])).toEqual([
      ['one', true],
      ['two', false],
    ]);
    expect([p.at, p.next, p.missing, p.daysLeft]).toEqual([0, 1, 5_000_000_000n, 9]);
    expect(p.needed).toBeCloseTo(50 / 9);
    expect(p.pace).toBeCloseTo(150 / 21);
  });

  test('a threshold is reached exactly, not nearly', () => {
    const nearly = 100n * 100_000_000n - 1n;
    const at = (units: bigint) =>
      progressOf(programme({}), day('2026-11-21'), paidOn({ '2026-11-03': units })).at;
    expect([at(nearly), at(nearly + 1n)]).toEqual([-1, 0]);
  });

  test('upcoming counts nothing, over counts to its end only', () => {
    const fixed = programme({ when: { is: 'fixed', from: day('2026-03-01'), to: day('2026-03-09') } });
    const measure = paidOn({ '2026-03-05': 5n, '2026-03-10': 7n });
    expect(progressOf(fixed, day('2026-02-01'), measure)).toMatchObject({ state: 'upcoming', value: 0n });
    expect(progressOf(fixed, day('2026-06-01'), measure)).toMatchObject({ state: 'over', value: 5n });
  });

  test('what leaves a rolling time next is really gone on that day, and not a day before', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: day('2025-01-01'), max: day('2026-12-31') }),
        fc.uniqueArray(fc.integer({ min: 0, max: 95 }), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 3 }),
        (today, ago, months) => {
          const days = Object.fromEntries(ago.map(n => [isoDay(today - n), 1n]));
          const measure = paidOn(days);
          const rolling = programme({ metric: 'new-referrals', when: { is: 'rolling', months } });
          const now = progressOf(rolling, today, measure);
          if (!now.leaving) {
            expect(now.value).toBe(0n);
            return;
          }
          const later = (on: number) => progressOf(rolling, on, measure).value;
          expect(later(now.leaving.on)).toBe(now.value - now.leaving.value);
          for (let on = today; on < now.leaving.on; on++) expect(later(on)).toBe(now.value);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('who trades every day drops out with the last day, not with an old one', () => {
    const rolling = programme({ metric: 'traders-spot', when: { is: 'rolling', months: 1 } });
    const always = () => 100n;
    const { leaving } = progressOf(rolling, day('2026-11-22'), always);
    expect(leaving).toEqual({ on: day('2026-12-22'), value: 100n });
  });

  test('a second condition is told apart', () => {
    const p = programme({
      needs: { metric: 'new-traders-futures', threshold: '3', when: { is: 'rolling', months: 3 } },
    });
    const measure = (metric: string) => (metric === 'new-traders-futures' ? 2n : 10n ** 12n);
    expect(progressOf(p, day('2026-11-22'), measure).needs).toMatchObject({
      value: 2n,
      threshold: 3n,
      met: false,
    });
  });
});

test('tiers that change keep the old ones for the time before', () => {
  const changed = programme({
    versions: [
      { from: 0, tiers: [{ name: 'old', threshold: '1', reward: '' }] },
      { from: day('2026-06-01'), tiers: [{ name: 'new', threshold: '2', reward: '' }] },
    ],
  });
  expect(tiersOn(changed, day('2026-05-31'))[0].name).toBe('old');
  expect(tiersOn(changed, day('2026-06-01'))[0].name).toBe('new');
});

test('thresholds of presets are numbers, and every preset says where it is from', () => {
  for (const preset of Object.values(BONUS_PRESETS)) {
    expect(preset.source?.date).toMatch(/^\d{4}/);
    for (const { tiers } of preset.versions) {
      for (const tier of tiers) expect(thresholdOf(preset.metric, tier.threshold)).toBeDefined();
    }
  }
});
