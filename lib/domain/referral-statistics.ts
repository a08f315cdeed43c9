/**
 * What Binance tells of one referral or one code of the user's, where its affiliate endpoints answer
 * (docs/facts/binance.md §1.2). Moments are ms; what is not known is absent.
 */
export interface ReferralStatistics {
  registered?: number;
  verified?: number;
  firstDeposit?: number;
  firstTrade?: number;
  /** 3 stands for three and above. */
  vip?: number;
  code?: string;
  note?: string;
}

export interface CodeStatistics {
  created?: number;
  clicks?: number;
  referrals?: number;
  note?: string;
}

/** An answer and when it came; no `value`: Binance knows nothing of it. */
export interface Statistics {
  at: number;
  referral?: ReferralStatistics;
  code?: CodeStatistics;
}

export const referralKey = (id: string): string => `referral ${id}`;
export const codeKey = (code: string): string => `code ${code}`;
