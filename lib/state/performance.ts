import { signal } from '@preact/signals';
import { codeKey, type Performance, referralKey } from '../domain/performance';
import { readPerformance } from '../store/performance';
import { openOnce } from './session';

/** What Binance tells of the referral whose page is open, and of the user's codes. */
export const referralTold = signal<{ id: string; told: Performance } | undefined>();
export const codesTold = signal<ReadonlyMap<string, Performance>>(new Map());

export async function readReferralTold(id: string): Promise<void> {
  const told = await readPerformance(await openOnce(), referralKey(id));
  referralTold.value = told && { id, told };
}

export async function readCodesTold(codes: string[]): Promise<void> {
  const db = await openOnce();
  const found = new Map<string, Performance>();
  for (const code of codes) {
    const told = await readPerformance(db, codeKey(code));
    if (told) found.set(code, told);
  }
  codesTold.value = found;
}
