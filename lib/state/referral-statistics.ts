import { signal } from '@preact/signals';
import { codeKey, referralKey, type Statistics } from '../domain/referral-statistics';
import { readStatistics } from '../store/referral-statistics';
import { openOnce } from './session';

/** What Binance tells of the referral whose page is open, and of the user's codes. */
export const referralStatistics = signal<{ id: string; told: Statistics } | undefined>();
export const codeStatistics = signal<ReadonlyMap<string, Statistics>>(new Map());

export async function readReferralStatistics(id: string): Promise<void> {
  const told = await readStatistics(await openOnce(), referralKey(id));
  referralStatistics.value = told && { id, told };
}

export async function readCodeStatistics(codes: string[]): Promise<void> {
  const db = await openOnce();
  const found = new Map<string, Statistics>();
  for (const code of codes) {
    const told = await readStatistics(db, codeKey(code));
    if (told) found.set(code, told);
  }
  codeStatistics.value = found;
}
