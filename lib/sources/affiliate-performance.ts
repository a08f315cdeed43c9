import * as z from 'zod/mini';
import { API } from '../domain/income-streams';
import type { CodePerformance, ReferralPerformance } from '../domain/performance';
import { type Ask, sapiLimit } from './api';

/**
 * `GET /sapi/v1/affiliate/performance/invitee` and `…/code` (docs/facts/binance.md §1.2): seen in one public client
 * only, so everything in the answers may be missing, and times that are not set come as 0 or null.
 */
const PATH = '/sapi/v1/affiliate/performance';

const ask = (path: string, params: Record<string, string>): Ask => ({
  host: API,
  path,
  params,
  limit: sapiLimit(path),
  weight: 1,
  signed: true,
});
export const referralPerformance = (userId: string): Ask => ask(`${PATH}/invitee`, { userId });
export const codePerformance = (code: string): Ask => ask(`${PATH}/code`, { code });

const moment = z.catch(z.optional(z.number().check(z.gte(1.4e12))), undefined);
const natural = z.catch(z.optional(z.number().check(z.gte(0))), undefined);
const text = z.catch(z.optional(z.string().check(z.minLength(1), z.maxLength(500))), undefined);
const Referral = z.object({
  data: z.object({
    regTime: moment,
    kycTime: moment,
    firstDepositTime: moment,
    firstTradeTime: moment,
    vipLevel: natural,
    referralCode: text,
    note: text,
  }),
});
const Code = z.object({
  data: z.object({ createTime: moment, clicks: natural, referrals: natural, note: text }),
});

const known = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;

export function readReferralPerformance(answer: unknown): ReferralPerformance | undefined {
  const parsed = Referral.safeParse(answer);
  if (!parsed.success) return undefined;
  const { regTime, kycTime, firstDepositTime, firstTradeTime, vipLevel, referralCode, note } =
    parsed.data.data;
  return known({
    registered: regTime,
    verified: kycTime,
    firstDeposit: firstDepositTime,
    firstTrade: firstTradeTime,
    vip: vipLevel,
    code: referralCode,
    note,
  });
}

export function readCodePerformance(answer: unknown): CodePerformance | undefined {
  const parsed = Code.safeParse(answer);
  if (!parsed.success) return undefined;
  const { createTime, clicks, referrals, note } = parsed.data.data;
  return known({ created: createTime, clicks, referrals, note });
}
