import type { Signer } from '../domain/connect';
import { HOUR_MS } from '../domain/day';
import { API } from '../domain/income-streams';
import { API_LIMIT, type ApiRequest, parseExact, queryOf, Unreadable } from '../sources/api';
import { changeQuota, readQuota } from '../store/quota';
import { type AskEnv, ConnectionRefused, RetryLater, TooWide } from './ask-faults';
import { LONGEST_BAN, noteSpent, spend } from './request-limits';

const TIMEOUT = 20_000;
const LARGEST = 8_000_000;
const CLOCK_LASTS = 6 * HOUR_MS;
/** How long an answer may take to reach Binance and still count. */
const RECEIVED_WITHIN = 10_000;

/**
 * Asks Binance one thing: within its limits, never during a ban, with its clock, signed if need be.
 * @throws RetryLater, BudgetSpent, ConnectionRefused, TooWide or Unreadable.
 */
export async function askBinance(env: AskEnv, what: ApiRequest, signer?: Signer): Promise<unknown> {
  for (let again = false; ; again = true) {
    const offset = what.signed ? await clockOffset(env, again) : 0;
    const answer = await send(env, what, offset, signer);
    if (answer !== 'clock') return answer;
    if (again) throw new RetryLater('clock');
  }
}

/** Binance's clock minus ours. @param anew its last answer is doubted. */
async function clockOffset(env: AskEnv, anew: boolean): Promise<number> {
  const { clock } = await readQuota(env.db);
  const now = env.now();
  if (clock && !anew && now >= clock.at && now - clock.at < CLOCK_LASTS) return clock.offset;
  const ask: ApiRequest = {
    host: API,
    path: '/api/v3/time',
    params: {},
    limit: API_LIMIT,
    weight: 1,
    signed: false,
  };
  const answer = (await send(env, ask, 0)) as { serverTime?: unknown };
  if (typeof answer?.serverTime !== 'number') throw new Unreadable('time');
  // The answer is half the way old.
  const offset = Math.round(answer.serverTime - (now + env.now()) / 2);
  await changeQuota(env.db, quota => ({ ...quota, clock: { offset, at: env.now() } }));
  return offset;
}

async function send(env: AskEnv, what: ApiRequest, offset: number, signer?: Signer): Promise<unknown> {
  const limit = what.limit.own ? `${what.limit.name} ${signer?.account}` : what.limit.name;
  await spend(env, what, limit);
  const { host, path, params, signed } = what;
  let query = queryOf(params);
  if (signed && signer) {
    query = queryOf({ ...params, recvWindow: RECEIVED_WITHIN, timestamp: env.now() + offset });
    query += `&signature=${encodeURIComponent(await signer.sign(query))}`;
  }
  let response: Response;
  let text: string;
  try {
    response = await env.fetch(`${host}${path}${query && `?${query}`}`, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      redirect: 'error',
      ...(signed && signer && { headers: { 'X-MBX-APIKEY': signer.apiKey } }),
      signal: AbortSignal.timeout(TIMEOUT),
    });
    text = await response.text();
  } catch {
    throw new RetryLater('offline');
  }
  await noteSpent(env, what, limit, response);
  if (text.length > LARGEST) throw new Unreadable('too large');
  return judge(env, what, response, text);
}

async function judge(
  env: AskEnv,
  { host }: ApiRequest,
  response: Response,
  text: string,
): Promise<unknown | 'clock'> {
  const { status } = response;
  const answer = bodyOf(text);
  const { code, msg } = answer.error;
  const ban = async (why: 'limited' | 'banned'): Promise<never> => {
    const until = banEnd(response, msg, env.now());
    await changeQuota(env.db, quota => ({
      ...quota,
      bans: { ...quota.bans, [host]: Math.max(until, quota.bans[host] ?? 0) },
    }));
    throw new RetryLater(why, until);
  };
  if (status === 418) return ban('banned');
  if (status === 429 || code === '-1003') return ban('limited');
  if (status === 451) throw new RetryLater('region');
  if (status >= 500 || ['-1000', '-1001', '-1006', '-1007', '-1008', '-1015', '-1016'].includes(code))
    throw new RetryLater('server');
  switch (code) {
    case '-1021':
      return 'clock';
    case '-1022':
      throw new ConnectionRefused({ is: 'signature' });
    case '-2008':
    case '-2014':
      throw new ConnectionRefused({ is: 'key' });
    case '-2015':
      throw new RetryLater('permission');
    case '-1002':
      throw new RetryLater('unavailable');
    case '-1127':
    case '-6021':
      throw new TooWide();
  }
  // A page instead of an answer is the firewall's.
  if (status === 403) throw new RetryLater('firewall');
  if (status === 404) throw new RetryLater('unavailable');
  if (status >= 400) throw new RetryLater(answer.json === undefined ? 'firewall' : 'declined');
  if (answer.json === undefined) throw new Unreadable('not JSON');
  // Some endpoints say it in the body alone.
  if (!['', '0', '000000', '000000000'].includes(code)) throw new RetryLater('server');
  return answer.json;
}

function bodyOf(text: string): { json: unknown; error: { code: string; msg: string } } {
  try {
    const json = parseExact(text);
    const { code, msg } = (typeof json === 'object' && json ? json : {}) as { code?: unknown; msg?: unknown };
    return {
      json,
      error: { code: code === undefined || code === null ? '' : String(code), msg: String(msg) },
    };
  } catch {
    // No JSON: what to make of it depends on the status, and is decided by the caller.
    return { json: undefined, error: { code: '', msg: '' } };
  }
}

/** When a ban ends: as the answer says, in seconds or as a moment; two minutes where it says nothing. */
function banEnd(response: Response, msg: string, now: number): number {
  const named = /until (\d{13})/.exec(msg)?.[1];
  const header = response.headers.get('retry-after');
  const seconds = Number(header);
  const after = header && Number.isFinite(seconds) ? now + seconds * 1_000 : 0;
  const until = Math.max(named ? Number(named) : 0, after);
  return Math.min(now + LONGEST_BAN, until > now ? until : now + 120_000);
}
