import type { Signer } from '../domain/connect';
import { type Connection, earliestOf, type SyncState, type WayState } from '../domain/connection';
import { DAY_MS } from '../domain/day';
import { UNPRICED } from '../domain/money';
import type { ApiRow, Ask, RowWay, Stretch } from '../sources/api';
import { coinmIncome, usdmIncome } from '../sources/futures-income';
import { miningRebates } from '../sources/mining-rebates';
import { isTicker } from '../sources/prices';
import { spotRebates } from '../sources/spot-rebates';
import { changeSync, readSync } from '../store/connections';
import type { Cursor } from '../store/manifest';
import { readQuota } from '../store/quota';
import { readManifest } from '../store/read';
import { Away, askBinance, Refused, Spent, TooWide } from './ask-binance';
import { changeBook } from './change-book';
import { cursorKey, stretchKept } from './keep-stretch';
import { priceRows } from './price-rows';
import { proveKey } from './prove-key';
import { refreshPerformance } from './refresh-performance';
import type { Patch, SyncPlace } from './sync-place';
import { forgiven, troubleOf } from './sync-trouble';
import { knownRows, valueOpenRows } from './value-rows';

const READ_WAYS: RowWay[] = [spotRebates, usdmIncome, coinmIncome, miningRebates];

const MINUTE = 60_000;
const HOUR = 3_600_000;
/** A key is proved to be read-only again after so long: at least daily. */
const PROOF_LASTS = 20 * HOUR;
/** The last moments are left to settle; what is credited later still is read again with the overlap. */
const LAG = 5_000;
/** Rows that are credited late: the time before the cursor is read again, further once a day. */
const OVERLAP = 2 * HOUR;
const DAILY_OVERLAP = 48 * HOUR;
/** Missing prices, and what Binance tells of referrals and codes, are asked for after so long. */
const EXTRA_EVERY = HOUR - MINUTE;
/** What a short stretch brings easily may be wider the next time. */
const NARROWEST = HOUR;
const FEW = 100;
const LONGEST_AWAY = 3 * DAY_MS;

/**
 * Brings one connection up to date, the newest first, then further back: one stretch a step, each published with its
 * cursor. One way's trouble never stops the others. A death at any point costs at most a stretch's requests.
 * @param until when to stop for now, ms.
 * @returns when to go on, if there is more to do; undefined when all is done until the next hour.
 */
export async function syncConnection(
  place: SyncPlace,
  connection: Connection,
  signer: Signer,
  { byHand, until }: { byHand: boolean; until: number },
): Promise<number | undefined> {
  const { db, now } = place;
  const patch = async (change: (state: SyncState) => SyncState) => {
    const next = await changeSync(db, connection.id, change);
    await place.changed();
    return next;
  };
  if (byHand) await patch(forgiven);
  if (!(await prove(place, connection, signer, patch)))
    return (await readSync(db, connection.id)).trouble?.until;

  let later: number | undefined;
  const goOn = (moment: number) => {
    later = Math.min(later ?? moment, moment);
  };
  // What is newest of every way first: that is what the user looks at.
  const first = await readSync(db, connection.id);
  const isOpen = (way: RowWay) => {
    const state = first.ways[way.way];
    return !isAway(state, now()) && (byHand || isDue(way, state, now()));
  };
  const busy = READ_WAYS.some(way => !way.costly && isOpen(way));
  for (const backwards of [false, true]) {
    for (const way of READ_WAYS) {
      const state = first.ways[way.way];
      // What takes many requests waits for a run of its own, so that an hourly one is a handful.
      if (way.costly && busy && !backwards && state?.at !== undefined) {
        if (isDue(way, state, now())) goOn(now() + MINUTE);
        continue;
      }
      const outcome = await readWay({ place, connection, signer, way, patch, backwards, until, byHand });
      if (outcome === 'refused') return undefined;
      if (outcome !== undefined) goOn(outcome);
      if (now() >= until) {
        goOn(now());
        return later;
      }
    }
  }
  const { unpriced, performance } = await readSync(db, connection.id);
  const isUnpriced = unpriced !== undefined && now() - unpriced >= EXTRA_EVERY;
  const rest = performance?.answers === false ? DAY_MS : EXTRA_EVERY;
  const isUnasked = connection.ownsExports && now() - (performance?.at ?? 0) >= rest;
  if (busy) {
    if (isUnpriced || isUnasked) goOn(now() + MINUTE);
    return later;
  }
  if (isUnpriced) {
    const whole = await valueOpenRows(place, connection.id);
    await patch(({ unpriced: _, ...rest }) => ({ ...rest, ...(!whole && { unpriced: place.now() }) }));
  }
  if (isUnasked) {
    const answers = await refreshPerformance(place, connection, signer, until);
    await patch(before => ({ ...before, performance: { at: now(), answers } }));
  }
  return later;
}

/** @returns whether the key is proved to be read-only, now or lately. Nothing else is asked before that. */
async function prove(
  place: SyncPlace,
  connection: Connection,
  signer: Signer,
  patch: Patch,
): Promise<boolean> {
  const state = await readSync(place.db, connection.id);
  if (state.refused) return false;
  const age = place.now() - (state.checkedAt ?? 0);
  if (age >= 0 && age < PROOF_LASTS) return true;
  if (isAway(state, place.now())) return false;
  const proof = await proveKey(place, signer);
  await patch(({ trouble: last, ...before }) => {
    if (proof.is === 'away') return { ...before, trouble: troubleOf(new Away(proof.why), last, place.now()) };
    if (proof.is === 'refused') return { ...before, refused: proof.refusal };
    return { ...before, checkedAt: place.now() };
  });
  return proof.is === 'read-only';
}

interface Reading {
  place: SyncPlace;
  connection: Connection;
  signer: Signer;
  way: RowWay;
  patch: Patch;
  backwards: boolean;
  until: number;
  byHand: boolean;
}

/** Reads one way forwards to now, or backwards to where Binance begins. @returns when to go on with it. */
async function readWay(reading: Reading): Promise<number | 'refused' | undefined> {
  const { place, connection, way, patch, backwards, until, byHand } = reading;
  const { db, now } = place;
  const key = cursorKey(connection.id, way.way);
  const change = (change: (state: WayState) => WayState) =>
    patch(before => ({ ...before, ways: { ...before.ways, [way.way]: change(before.ways[way.way] ?? {}) } }));
  const state = (await readSync(db, connection.id)).ways[way.way] ?? {};
  if (isAway(state, now())) return state.trouble?.until;
  // Reading forwards has an end of its own: time goes on while it is read.
  const { clock } = await readQuota(db);
  const end = now() + (clock?.offset ?? 0) - LAG;
  if (!backwards && !byHand && !isDue(way, state, now())) return undefined;
  const deep = state.deepDay !== Math.floor(end / DAY_MS);
  const overlap = deep ? DAILY_OVERLAP : OVERLAP;
  let width = Math.min(state.width ?? way.widest, way.widest);
  let moved = 0;
  let from = backwards ? undefined : state.from;
  try {
    while (now() < until) {
      const cursor = (await readManifest(db)).books.real?.cursors?.[key];
      const earliest = earliestOf(way.way, end + LAG);
      const stretch = backwards
        ? before(cursor, earliest, width)
        : after(cursor, { earliest, width, end, overlap, from });
      if (!stretch) {
        if (!backwards) {
          const deepDay = Math.floor(end / DAY_MS);
          await change(({ trouble: _, from: __, ...way }) => ({ ...way, at: now(), deepDay }));
        }
        return undefined;
      }
      const found = await way.read(stretch, ask(reading)).catch((error: unknown) => {
        if (error instanceof TooWide && stretch.last - stretch.first > NARROWEST)
          return { is: 'too wide' as const };
        throw error;
      });
      if (found.is === 'too wide') {
        width = Math.max(NARROWEST, Math.floor((stretch.last - stretch.first) / 2));
        await change(way => ({ ...way, width }));
        continue;
      }
      if (found.is === 'moved') {
        if (++moved > 3) throw new Away('moved');
        continue;
      }
      moved = 0;
      if (!(await keep(reading, stretch, found.rows, stretch.first <= earliest))) return 'refused';
      from = stretch.last + 1;
      // What easily fits may be wider the next time.
      if (found.rows.length < FEW) width = Math.min(way.widest, width * 2);
      const isNew = (time: number) => !cursor || time < cursor.first || time > cursor.last;
      const rejected = found.rejected.filter(isNew).length;
      if (!backwards || rejected > 0) {
        await change(way => ({
          ...way,
          ...(!backwards && { from: stretch.last + 1 }),
          ...(rejected > 0 && { rejected: (way.rejected ?? 0) + rejected }),
        }));
      }
    }
    return now();
  } catch (error) {
    if (error instanceof Spent) return error.until;
    if (error instanceof Refused) {
      await patch(before => ({ ...before, refused: error.refusal }));
      return 'refused';
    }
    const trouble = troubleOf(error, state.trouble, now());
    await change(way => ({ ...way, trouble }));
    return trouble.until;
  }
}

const isDue = (way: RowWay, state: WayState | undefined, now: number) =>
  state?.at === undefined || now - state.at >= way.every || state.at > now;

/** In trouble, and not by a clock that has been set back since. */
const isAway = (state: Pick<WayState, 'trouble'> | undefined, now: number) =>
  state?.trouble !== undefined && now < state.trouble.until && state.trouble.until - now <= LONGEST_AWAY;

const ask =
  ({ place, signer }: Reading) =>
  (what: Ask) =>
    askBinance(place, what, signer);

/** Prices a stretch's rows and publishes it. @returns false when the connection has gone meanwhile. */
async function keep(
  { place, connection, way, patch }: Reading,
  stretch: Stretch,
  found: ApiRow[],
  done: boolean,
): Promise<boolean> {
  const { db } = place;
  // Rows beyond what was asked for would be counted under a cursor that does not speak for them.
  const rows = found.filter(row => row.time >= stretch.first && row.time <= stretch.last);
  const known = await knownRows(db, connection.id, rows);
  const fresh = await priceRows(
    place,
    rows.filter((_, i) => !known[i]),
  );
  let next = 0;
  const values = rows.map((_, i) => (known[i] ? UNPRICED : fresh[next++]));
  // Before the rows are there: a death in between must not forget it.
  if (rows.some((row, i) => !known[i] && values[i] === UNPRICED && isTicker(row.asset))) {
    await patch(before => ({ ...before, unpriced: before.unpriced ?? 0 }));
  }
  const read = { connection, way: way.way, pairs: way.pairs, stretch, done, rows, values };
  return (await changeBook(place, stretchKept(read))).changed;
}

/** The next stretch forwards, if there is one. Without a cursor it is the newest there is. */
function after(
  cursor: Cursor | undefined,
  of: { earliest: number; width: number; end: number; overlap: number; from: number | undefined },
): Stretch | undefined {
  const { earliest, width, end, overlap, from } = of;
  if (from !== undefined && from > end) return undefined;
  const newest = { first: Math.max(earliest, end - width), last: end };
  if (!cursor) return newest;
  // What Binance has forgotten in between is a gap, and stays one.
  if (cursor.last < earliest) return newest;
  // What was broken off goes on where it stopped, but never beyond what the cursor speaks for.
  const begin = from === undefined ? cursor.last + 1 - overlap : Math.min(from, cursor.last + 1);
  const first = Math.max(earliest, begin);
  return first > end ? undefined : { first, last: Math.min(end, first + width - 1) };
}

/** The next stretch backwards, until Binance has no more. */
function before(cursor: Cursor | undefined, earliest: number, width: number): Stretch | undefined {
  if (!cursor || cursor.done || cursor.first <= earliest) return undefined;
  return { first: Math.max(earliest, cursor.first - width), last: cursor.first - 1 };
}
