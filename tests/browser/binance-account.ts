/** An account at the stand-in for Binance: its key, what that may do, and its rows. */

export interface RebateRow {
  asset: string;
  /** 1 commission, 2 kickback. */
  type: 1 | 2;
  amount: string;
  updateTime: number;
}

export interface IncomeRow {
  symbol?: string;
  incomeType: string;
  income: string;
  asset: string;
  time: number;
  /** As digits: it may exceed 2^53. */
  tranId: string;
}

export interface MiningRow {
  time: number;
  coinName: string;
  type: 0 | 1 | 2;
  /** As written. */
  amount: string;
}

export const READ_ONLY: Record<string, boolean | number> = {
  ipRestrict: false,
  createTime: 1623840271000,
  enableReading: true,
  enableWithdrawals: false,
  enableInternalTransfer: false,
  enableMargin: false,
  enableFutures: false,
  permitsUniversalTransfer: false,
  enableVanillaOptions: false,
  enableFixApiTrade: false,
  enableFixReadOnly: true,
  enableSpotAndMarginTrading: false,
  enablePortfolioMarginTrading: false,
};

export interface Account {
  apiKey: string;
  /** HMAC secret, or an Ed25519 public key as PEM. */
  secret?: string;
  publicKey?: string;
  permissions: Record<string, boolean | number>;
  rebates: RebateRow[];
  usdm: IncomeRow[];
  coinm: IncomeRow[];
  mining: Record<string, MiningRow[]>;
  /** Answers of the affiliate endpoints; absent: the account does not have them. */
  invitees?: Record<string, unknown>;
  codes?: Record<string, unknown>;
}

export const account = (of: Partial<Account> = {}): Account => ({
  apiKey: 'k'.repeat(64),
  secret: 's'.repeat(64),
  permissions: { ...READ_ONLY },
  rebates: [],
  usdm: [],
  coinm: [],
  mining: { sha256: [], scrypt: [] },
  ...of,
});
