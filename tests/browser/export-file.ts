/**
 * Makes commission exports in the real format (docs/facts/binance.md §2.1), of any size, always the same for a seed,
 * and keeps the rows beside the text, so that an oracle can add them up without our code.
 */
export const HEADER =
  "Order Type,Friend's ID(Spot),Friend's sub ID (Spot),Commission Asset,Commission Earned,Commission Earned (USDT),Commission Time,Registration Time,Referral ID";

export interface ExportRow {
  type: string;
  friend: string;
  sub: string;
  asset: string;
  earned: string;
  value: string;
  time: string;
  registered: string;
  code: string;
}

/** mulberry32 */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function stamp(moment: number): string {
  return new Date(moment).toISOString().slice(0, 19).replace('T', ' ');
}

export function line(row: ExportRow): string {
  const { type, friend, sub, asset, earned, value, time, registered, code } = row;
  return `${type},${friend},"${sub}",${asset},${earned},${value},${time},${registered},${code}`;
}

export interface ExportShape {
  rows: number;
  referrals: number;
  /** ms */
  from: number;
  to: number;
  seed?: number;
}

const TYPES = ['USDT-futures', 'spot', 'USDT-futures', 'margin', 'COIN-futures', 'mining', 'options'];
const CODES = ['bpcode', 'TG2024', '37754157'];

/** The rows of an export, oldest first, one at a time. */
export function* exportRows({ rows, referrals, from, to, seed = 1 }: ExportShape): Generator<ExportRow> {
  const next = random(seed);
  const people = Array.from({ length: referrals }, (_, i) => ({
    friend: String(i % 50 === 0 ? `00${42_000_000 + i}` : 42_000_000 + i * 7),
    registered: stamp(from - Math.floor(next() * 400 * 86_400_000) + Math.floor(next() * (to - from) * 0.5)),
    code: CODES[Math.floor(next() * CODES.length)],
  }));
  for (let i = 0; i < rows; i++) {
    const moment = Math.floor(from + ((to - from) * i) / rows);
    const person = people[Math.floor(next() ** 2 * referrals)];
    const units = Math.floor(next() ** 6 * 5e8);
    const odd = next();
    const digits = `${Math.floor(units / 1e8)}.${String(units % 1e8).padStart(8, '0')}`;
    yield {
      type: TYPES[Math.floor(next() * next() * TYPES.length)],
      friend: person.friend,
      sub: odd > 0.97 ? String(90_000_000 + (i % 40)) : '',
      asset: odd < 0.7 ? 'USDT' : odd < 0.9 ? 'BNB' : 'BTC',
      earned: odd < 0.005 ? '2.2E-7' : digits,
      value: odd < 0.002 ? '0E-8' : odd < 0.004 ? `-${digits}` : odd < 0.005 ? '2.2E-7' : digits,
      time: stamp(moment),
      registered: person.registered,
      code: person.code,
    };
  }
}

/** A futures commission at this moment, of a friend of another row: shortly after midnight the day has no row yet. */
export const rowAt = (moment: number, like: ExportRow): ExportRow => ({
  ...like,
  type: 'USDT-futures',
  asset: 'USDT',
  earned: '1.00000000',
  value: '1.00000000',
  time: stamp(moment),
});

/** The text of an export. */
export function exportText(rows: Iterable<ExportRow>): string {
  const lines = [HEADER];
  for (const row of rows) lines.push(line(row));
  return `${lines.join('\r\n')}\r\n`;
}
