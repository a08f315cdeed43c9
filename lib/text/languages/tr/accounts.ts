import { ACCOUNT_NAMES } from '../../accounts';
import { type Said, said } from '../../language';

export const accounts: Said[] = [
  said(ACCOUNT_NAMES, {
    spot: 'Spot (Marjin)',
    futures: 'Vadeli',
    mining: 'Madencilik',
    other: 'Diğer',
  }),
];
