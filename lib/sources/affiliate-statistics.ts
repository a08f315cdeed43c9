import * as z from 'zod/mini';
import { API } from '../domain/income-streams';
import type { CodeStatistics, ReferralStatistics } from '../domain/referral-statistics';
import { type ApiRequest, sapiLimit } from './api';

/**
 * `GET /sapi/v1/affiliate/performance/invitee` and `…/code` (docs/facts/binance.md §1.2): seen in one public client
 * only, so everything in the answers may be missing, and times that are not set come as 0 or null.
 */
const PATH = '/sapi/v1/affiliate/performance';

const request = (path: string, params: Record<string, string>): ApiRequest => ({
  host: API,
  path,
  params,
  limit: sapiLimit(path),
  weight: 1,
  signed: true,
});
export const referralRequest = (userId: string): ApiRequest => request(`${PATH}/invitee`, { userId });
export const codeRequest = (code: string): ApiRequest => request(`${PATH}/code`, { code });

const momentNumber = z.catch(z.optional(z.number().check(z.gte(1.4e12))), undefined);
const natural = z.catch(z.optional(z.number().check(z.gte(0))), undefined);
const text = z.catch(z.optional(z.string().check(z.minLength(1), z.maxLength(500))), undefined);
const Referral = z.object({
  data: z.object({
    regTime: momentNumber,
    kycTime: momentNumber,
    firstDepositTime: momentNumber,
    firstTradeTime: momentNumber,
    vipLevel: natural,
    referralCode: text,
    note: text,
  }),
});
const Code = z.object({
  data: z.object({ createTime: momentNumber, clicks: natural, referrals: natural, note: text }),
});

const known = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;

export function parseReferralStatistics(answer: unknown): ReferralStatistics | undefined {
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

export function parseCodeStatistics(answer: unknown): CodeStatistics | undefined {
  const parsed = Code.safeParse(answer);
  if (!parsed.success) return undefined;
  const { createTime, clicks, referrals, note } = parsed.data.data;
  return known({ created: createTime, clicks, referrals, note });
}
