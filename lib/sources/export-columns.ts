/** The columns of the referral commission export, in English and Chinese (docs/facts/binance.md §2.1). */
export const COLUMN_ROLES = [
  'type',
  'friend',
  'sub',
  'asset',
  'amount',
  'value',
  'time',
  'registration',
  'code',
  /** From here on only in our own exports. */
  'kind',
  'status',
  'source',
  'coveredFrom',
  'coveredTo',
] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];
export const REQUIRED: ColumnRole[] = ['type', 'friend', 'asset', 'amount', 'time'];

/** Header cells after NFKC, lower-casing and removal of spaces, brackets and apostrophes. */
const ALIASES: Record<string, ColumnRole> = {
  ordertype: 'type',
  friendsidspot: 'friend',
  friendsid: 'friend',
  friendssubidspot: 'sub',
  friendssubid: 'sub',
  commissionasset: 'asset',
  commissionearned: 'amount',
  commissionearnedusdt: 'value',
  commissiontime: 'time',
  registrationtime: 'registration',
  referralid: 'code',
  kind: 'kind',
  status: 'status',
  source: 'source',
  coveredfrom: 'coveredFrom',
  coveredto: 'coveredTo',
  订单类型: 'type',
  好友id现货: 'friend',
  好友id: 'friend',
  好友子id现货: 'sub',
  好友子账户id现货: 'sub',
  返佣资产: 'asset',
  返佣收入: 'amount',
  返佣收入usdt: 'value',
  返佣时间: 'time',
  注册时间: 'registration',
  推荐id: 'code',
  邀请id: 'code',
};

/** The role of a column by its header cell. */
export const aliasOf = (cell: string): ColumnRole | undefined =>
  ALIASES[
    cell
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s()'’‘`"]/g, '')
  ];
