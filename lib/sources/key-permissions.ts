import * as z from 'zod/mini';
import { excessPermissions, missingFlags, type Refusal } from '../domain/connection';
import { API } from '../domain/income-streams';
import { type ApiRequest, sapiLimit } from './api';

/** What a key may do, `GET /sapi/v1/account/apiRestrictions` (docs/facts/binance.md §1.8). */
const PATH = '/sapi/v1/account/apiRestrictions';

export const KEY_PERMISSIONS: ApiRequest = {
  host: API,
  path: PATH,
  params: {},
  limit: sapiLimit(PATH),
  weight: 1,
  signed: true,
};

const Answer = z.record(z.string(), z.unknown());

/** @returns why a key is not taken, undefined for one that can do nothing but read. */
export function readPermissions(answer: unknown): Refusal | undefined {
  const parsed = Answer.safeParse(answer);
  if (!parsed.success || missingFlags(parsed.data).length > 0) return { is: 'unreadable' };
  const powers = excessPermissions(parsed.data);
  if (!powers) return { is: 'key' };
  return powers.length > 0 ? { is: 'powers', powers } : undefined;
}
