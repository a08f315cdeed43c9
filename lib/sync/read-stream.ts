import type { Signer } from '../domain/connect';
import type { Connection, StreamState } from '../domain/connection';
import { DAY_MS, HOUR_MS } from '../domain/day';
import { type StreamId, streamOf } from '../domain/income-streams';
import { UNPRICED } from '../domain/money';
import type { ApiRequest, ApiRow, TimeWindow } from '../sources/api';
import { isTicker } from '../sources/prices';
import { STREAM_READERS } from '../sources/stream-readers';
import { readSync } from '../store/connections';
import { readQuota } from '../store/quota';
import { readManifest } from '../store/read';
import { askBinance } from './ask-binance';
import { BudgetSpent, ConnectionRefused, RetryLater, TooWide } from './ask-faults';
import { changeBook } from './change-book';
import { cursorKey, windowKept } from './keep-window';
import { windowAfter, windowBefore } from './next-window';
import { priceRows } from './price-rows';
import type { Patch, SyncEnv } from './sync-env';
import { isAway, isDue } from './sync-schedule';
import { troubleOf } from './sync-trouble';
import { knownRows } from './value-rows';

/** The last moments are left to settle; what is credited later still is read again with the overlap. */
const LAG = 5_000;
/** Rows that are credited late: the time before the cursor is read again, further once a day. */
const OVERLAP = 2 * HOUR_MS;
const DAILY_OVERLAP = 48 * HOUR_MS;
/** What a narrow window brings easily may be wider the next time. */
const NARROWEST = HOUR_MS;
const FEW = 100;

export interface Reading {
  env: SyncEnv;
  connection: Connection;
  signer: Signer;
  stream: StreamId;
  patch: Patch;
  backwards: boolean;
  until: number;
  byHand: boolean;
}

/** Reads one stream forwards to now, or backwards to where Binance begins. @returns when to go on with it. */
export async function readStream(reading: Reading): Promise<number | 'refused' | undefined> {
  const { env, connection, stream, patch, backwards, until, byHand } = reading;
  const { db, now } = env;
  const limits = streamOf(stream);
  const key = cursorKey(connection.id, stream);
  const change = (change: (state: StreamState) => StreamState) =>
    patch(before => ({ ...before, ways: { ...before.ways, [stream]: change(before.ways[stream] ?? {}) } }));
  const state = (await readSync(db, connection.id)).ways[stream] ?? {};
  if (isAway(state, now())) return state.trouble?.until;
  // Reading forwards has an end of its own: time goes on while it is read.
  const { clock } = await readQuota(db);
  const end = now() + (clock?.offset ?? 0) - LAG;
  if (!backwards && !byHand && !isDue(stream, state, now())) return undefined;
  const deep = state.deepDay !== Math.floor(end / DAY_MS);
  const overlap = deep ? DAILY_OVERLAP : OVERLAP;
  let width = Math.min(state.width ?? limits.widest, limits.widest);
  let moved = 0;
  let from = backwards ? undefined : state.from;
  try {
    while (now() < until) {
      const cursor = (await readManifest(db)).books.real?.cursors?.[key];
      const earliest = limits.earliest(end + LAG);
      const timeWindow = backwards
        ? windowBefore(cursor, earliest, width)
        : windowAfter(cursor, { earliest, width, end, overlap, from });
      if (!timeWindow) {
        if (!backwards) {
          const deepDay = Math.floor(end / DAY_MS);
          await change(({ trouble: _, from: __, ...rest }) => ({ ...rest, at: now(), deepDay }));
        }
        return undefined;
      }
      const found = await STREAM_READERS[stream](timeWindow, askFor(reading)).catch((error: unknown) => {
        if (error instanceof TooWide && timeWindow.last - timeWindow.first > NARROWEST)
          return { is: 'too wide' as const };
        throw error;
      });
      if (found.is === 'too wide') {
        width = Math.max(NARROWEST, Math.floor((timeWindow.last - timeWindow.first) / 2));
        await change(state => ({ ...state, width }));
        continue;
      }
      if (found.is === 'moved') {
        if (++moved > 3) throw new RetryLater('moved');
        continue;
      }
      moved = 0;
      if (!(await keep(reading, timeWindow, found.rows, timeWindow.first <= earliest))) return 'refused';
      from = timeWindow.last + 1;
      // What easily fits may be wider the next time.
      if (found.rows.length < FEW) width = Math.min(limits.widest, width * 2);
      const isNew = (time: number) => !cursor || time < cursor.first || time > cursor.last;
      const rejected = found.rejected.filter(isNew).length;
      if (!backwards || rejected > 0) {
        await change(state => ({
          ...state,
          ...(!backwards && { from: timeWindow.last + 1 }),
          ...(rejected > 0 && { rejected: (state.rejected ?? 0) + rejected }),
        }));
      }
    }
    return now();
  } catch (error) {
    if (error instanceof BudgetSpent) return error.until;
    if (error instanceof ConnectionRefused) {
      await patch(before => ({ ...before, refused: error.refusal }));
      return 'refused';
    }
    const trouble = troubleOf(error, state.trouble, now());
    await change(state => ({ ...state, trouble }));
    return trouble.until;
  }
}

const askFor =
  ({ env, signer }: Reading) =>
  (what: ApiRequest) =>
    askBinance(env, what, signer);

/** Prices a time window's rows and publishes it. @returns false when the connection has gone meanwhile. */
async function keep(
  { env, connection, stream, patch }: Reading,
  timeWindow: TimeWindow,
  found: ApiRow[],
  done: boolean,
): Promise<boolean> {
  const { db } = env;
  // Rows beyond what was asked for would be counted under a cursor that does not speak for them.
  const rows = found.filter(row => row.time >= timeWindow.first && row.time <= timeWindow.last);
  const known = await knownRows(db, connection.id, rows);
  const fresh = await priceRows(
    env,
    rows.filter((_, i) => !known[i]),
  );
  let next = 0;
  const values = rows.map((_, i) => (known[i] ? UNPRICED : fresh[next++]));
  // Before the rows are there: a death in between must not forget it.
  if (rows.some((row, i) => !known[i] && values[i] === UNPRICED && isTicker(row.asset))) {
    await patch(before => ({ ...before, unpriced: before.unpriced ?? 0 }));
  }
  const read = { connection, stream, timeWindow, done, rows, values };
  return (await changeBook(env, windowKept(read))).changed;
}
