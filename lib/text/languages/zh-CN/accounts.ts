import { ACCOUNT_NAMES } from '../../accounts';
import { type Said, said } from '../../language';

export const accounts: Said[] = [
  said(ACCOUNT_NAMES, { spot: '现货（杠杆）', futures: '合约', mining: '挖矿', other: '其他' }),
];
