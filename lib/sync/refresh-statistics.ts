import type { Signer } from '../domain/connect';
import type { Connection } from '../domain/connection';
import { DAY_MS } from '../domain/day';
import { codeKey, referralKey, type Statistics } from '../domain/referral-statistics';
import {
  codeRequest,
  parseCodeStatistics,
  parseReferralStatistics,
  referralRequest,
} from '../sources/affiliate-statistics';
import type { ApiRequest } from '../sources/api';
import { Unreadable } from '../sources/api';
import { readManifest, readNames } from '../store/read';
import { putStatistics, statisticsTimes } from '../store/referral-statistics';
import { askBinance } from './ask-binance';
import { BudgetSpent, RetryLater } from './ask-faults';
import type { SyncEnv } from './sync-env';

/** Told anew after so long. */
const REFERRAL_LASTS = 30 * DAY_MS;
const CODE_LASTS = DAY_MS;
/** In one go, with a pause between two: nobody waits for them, and their real weight is not known. */
const AT_ONCE = 120;
const PAUSE = 150;
/** So many refusals in a row, and it is not this referral but something else. */
const HOPELESS = 20;

/**
 * Asks what Binance tells of the codes and referrals that imports have named, the longest unasked first.
 * @returns false when the endpoints do not answer for this account.
 */
export async function refreshStatistics(
  env: SyncEnv,
  connection: Connection,
  signer: Signer,
  until: number,
): Promise<boolean> {
  const { db, now, wait } = env;
  const book = (await readManifest(db)).books.real;
  // Referrals in exports are of the account that the exports are of.
  if (!book || !connection.ownsExports) return true;
  const names = await readNames(db, book.dictionary);
  const times = await statisticsTimes(db);
  const due = (keys: string[], lasts: number) =>
    keys
      .filter(key => now() - (times.get(key) ?? 0) >= lasts)
      .sort((a, b) => (times.get(a) ?? 0) - (times.get(b) ?? 0));
  const codes = due(names.codes.filter(Boolean).map(codeKey), CODE_LASTS);
  const people = due(names.referrals.map(referralKey), REFERRAL_LASTS);
  let refused = 0;
  for (const key of [...codes, ...people].slice(0, AT_ONCE)) {
    if (now() >= until) return true;
    try {
      await putStatistics(db, key, { at: now(), ...(await askOne(env, key, signer)) });
      refused = 0;
    } catch (error) {
      if (error instanceof BudgetSpent) return true;
      if (!(error instanceof RetryLater || error instanceof Unreadable)) throw error;
      const declined = error instanceof RetryLater && error.why === 'declined';
      if (!declined || ++refused >= HOPELESS) return false;
      // Binance may not know this one: a code or friend of another programme.
      await putStatistics(db, key, { at: now() });
    }
    await wait(PAUSE);
  }
  await env.changed();
  return true;
}

async function askOne(env: SyncEnv, key: string, signer: Signer): Promise<Omit<Statistics, 'at'>> {
  const ask = (what: ApiRequest) => askBinance(env, what, signer);
  if (key.startsWith('code ')) {
    const code = parseCodeStatistics(await ask(codeRequest(key.slice('code '.length))));
    if (!code) throw new Unreadable('performance');
    return { code };
  }
  const referral = parseReferralStatistics(await ask(referralRequest(key.slice('referral '.length))));
  if (!referral) throw new Unreadable('performance');
  return { referral };
}
