/**
 * A ledger to look at: invented, always the same for the same day, and marked as demo wherever it is shown. Its
 * codes all begin with DEMO_, so that none can be somebody's.
 */
import { MonthRows } from '../domain/commission';
import type { FileCoverage } from '../domain/coverage';
import { DAY_MS, dayOf, firstDayOf, type Month, momentOf, monthOf } from '../domain/day';
import { Dictionary } from '../domain/dictionary';

const ROWS = 150_000;
const DEMO_REFERRALS = 6_000;
const MONTHS = 24;

/** ISO 3166 codes with rough weights. */
const COUNTRIES =
  'BR14 TR13 VN11 NG9 IN8 ID7 UA6 AR5 PH5 PK4 MX4 TH4 BD3 ZA3 EG3 CO3 FR2 ES2 PL2 PT2 RO2 KE2 GH2 MA2 PE2 CL2 KZ2 UZ2 GE1 AM1 LK1 NP1 DE2 IT2 CZ1 HU1 BG1 RS1 AE2 SA1'
    .split(' ')
    .map(entry => [entry.slice(0, 2), Number(entry.slice(2))] as const);
const CODES = ['DEMO_YT', 'DEMO_TG', 'DEMO_BLOG', 'DEMO_X'] as const;
const CODE_WEIGHTS = [46, 27, 18, 9];

/** Assets with a price that stays put: the demo shows the product, not the market. */
const ASSETS: Record<string, number> = {
  USDT: 1,
  BNB: 640,
  BTC: 92_000,
  ETH: 3_300,
  FDUSD: 1,
  SOL: 190,
  DOGE: 0.21,
};
const TYPES: { literal: string; assets: string[]; scale: number }[] = [
  { literal: 'spot', assets: ['USDT', 'BNB', 'BTC', 'ETH', 'FDUSD', 'SOL', 'DOGE'], scale: 0.55 },
  { literal: 'margin', assets: ['USDT', 'BTC', 'ETH'], scale: 0.8 },
  { literal: 'USDT-futures', assets: ['USDT', 'USDT', 'USDT', 'BNB'], scale: 1.05 },
  { literal: 'COIN-futures', assets: ['BTC', 'ETH'], scale: 0.9 },
  { literal: 'mining', assets: ['BTC', 'ETH'], scale: 1.6 },
];

export interface Demo {
  dictionary: Dictionary;
  months: Map<Month, MonthRows>;
  reaches: FileCoverage[];
}

/** mulberry32: small, seeded, the same everywhere. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function weighted(weights: readonly number[], roll: number): number {
  let left = roll * weights.reduce((a, b) => a + b, 0);
  for (let i = 0; i < weights.length; i++) {
    left -= weights[i];
    if (left < 0) return i;
  }
  return weights.length - 1;
}

interface DemoReferral {
  party: number;
  registered: number;
  /** How much the referral trades, heavy-tailed. */
  size: number;
  /** How likely each of TYPES is. */
  leaning: number[];
}

function makeReferrals(
  dictionary: Dictionary,
  begin: number,
  end: number,
  next: () => number,
): DemoReferral[] {
  const countries: string[] = [];
  const referrals: DemoReferral[] = [];
  const weights = COUNTRIES.map(([, weight]) => weight);
  for (let i = 0; i < DEMO_REFERRALS; i++) {
    // More of them later: the square root bends the growth upwards.
    const even = Math.sqrt((i + 0.5) / DEMO_REFERRALS);
    const wave = Math.sin(even * 71) * 0.004 + Math.sin(even * 29 + 2) * 0.007 + (next() - 0.5) * 0.004;
    const registered = Math.floor(begin + (end - begin) * Math.min(0.9999, Math.max(0, even + wave)));
    const second = Math.min(end - 1000, registered - (registered % 1000));
    const code = CODES[i === 0 ? 0 : weighted(CODE_WEIGHTS, next())];
    const id = String(100_000_000 + Math.floor(next() * 900_000_000));
    const party = dictionary.party(id, '', second, code);
    if (dictionary.names.referrals.length > countries.length)
      countries.push(COUNTRIES[weighted(weights, next())][0]);
    const futures = next();
    const leaning = [1.4 - futures, 0.12, futures * 1.7, futures * 0.2, next() < 0.02 ? 1.4 : 0];
    referrals.push({ party, registered: second, size: Math.exp(1.5 * normal(next) - 0.9), leaning });
  }
  dictionary.names.countries = countries;
  return referrals.sort((a, b) => a.registered - b.registered);
}

/** A bell curve of mean 0 and deviation near 1, from four even rolls. */
function normal(next: () => number): number {
  return (next() + next() + next() + next() - 2) * 1.732;
}

/** Share of the rows each day gets: growth, quieter weekends, a few lively fortnights. */
function dayWeights(first: number, days: number, next: () => number): number[] {
  return Array.from({ length: days }, (_, i) => {
    const weekday = (first + i + 3) % 7;
    const left = days - i;
    const wave = 1 + 0.2 * Math.cos(left / 19) + 0.14 * Math.sin(left / 47 + 1);
    const lively = left % 173 < 18 ? 1.35 : 1;
    return (0.32 + (i / days) * 1.05) * (weekday >= 5 ? 0.74 : 1) * wave * lively * (0.86 + 0.28 * next());
  });
}

/** @param now ms; the demo ends there, 24 months after its first day. */
export function makeDemo(now: number): Demo {
  const next = random(20_240_229);
  const dictionary = new Dictionary();
  const today = dayOf(now);
  const first = firstDayOf(monthOf(today) - MONTHS + 1);
  const days = today - first + 1;
  const begin = momentOf(first);
  const referrals = makeReferrals(dictionary, begin, now, next);
  const months = new Map<Month, MonthRows>();
  const units = (value: number) => BigInt(Math.round(value * 1e8));
  const push = (moment: number, party: number, type: number, asset: string, value: bigint) => {
    const month = monthOf(dayOf(moment));
    let rows = months.get(month);
    if (!rows) {
      rows = new MonthRows(month);
      months.set(month, rows);
    }
    const amount = units(Number(value) / 1e8 / ASSETS[asset]);
    const half = (n: bigint) => [Number(BigInt.asIntN(32, n)), Number(n >> 32n)] as const;
    const [amountLow, amountHigh] = half(amount);
    const [valueLow, valueHigh] = half(value);
    rows.push(
      moment - momentOf(firstDayOf(month)),
      party,
      type,
      dictionary.asset(asset),
      amountLow,
      amountHigh,
      valueLow,
      valueHigh,
    );
  };

  const weights = dayWeights(first, days, next);
  // The last day is as long as it has been so far.
  weights[days - 1] *= (now - momentOf(today)) / DAY_MS;
  const total = weights.reduce((a, b) => a + b, 0);
  let given = 0;
  let share = 0;
  let active = 0;
  let lastMoment = begin;
  for (let i = 0; i < days; i++) {
    share += weights[i];
    const until = i === days - 1 ? ROWS : Math.round((share / total) * ROWS);
    const dayBegin = begin + i * DAY_MS;
    const length = i === days - 1 ? now - dayBegin : DAY_MS;
    while (active < referrals.length && referrals[active].registered < dayBegin + length * 0.5) active++;
    const moments = Array.from({ length: until - given }, () => Math.floor(next() * length)).sort(
      (a, b) => a - b,
    );
    given = until;
    for (const offset of moments) {
      const moment = Math.max(begin, dayBegin + offset - ((dayBegin + offset) % 1000));
      // Recent and large referrals trade most; the roll's power leans towards the recent ones.
      const pick = referrals[Math.min(active - 1, Math.floor(active * (1 - next() ** 1.35)))] ?? referrals[0];
      const other = referrals[Math.floor(next() * Math.max(1, active))];
      const referral = next() < 0.6 && other.size > pick.size ? other : pick;
      const type = TYPES[weighted(referral.leaning, next())];
      const asset = type.assets[Math.floor(next() * type.assets.length)];
      const size = Math.min(14, 0.5 + referral.size * 0.55) * type.scale * Math.exp(normal(next) * 0.55);
      const value = units(next() < 0.0012 ? -size / 4 : size);
      push(
        Math.max(moment, referral.registered),
        referral.party,
        dictionary.type(type.literal, 'commission'),
        asset,
        value,
      );
      lastMoment = Math.max(lastMoment, moment);
    }
    if (i % 3 === 0) {
      push(
        dayBegin,
        dictionary.party('', '', Number.NaN, ''),
        dictionary.type('spot', 'kickback'),
        'USDT',
        units(0.4 + next()),
      );
    }
    if (new Date(dayBegin).getUTCDate() === 5) {
      const bonus = dictionary.type('USDT-futures', 'bonus');
      push(
        dayBegin,
        dictionary.party('', '', Number.NaN, ''),
        bonus,
        'USDT',
        units(150 + Math.floor(next() * 5) * 50),
      );
    }
  }
  return { dictionary, months, reaches: [{ first: begin, last: lastMoment }] };
}
