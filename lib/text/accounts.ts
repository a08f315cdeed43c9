import type { FilterAccount } from '../domain/account';

export const ACCOUNT_NAMES: Record<FilterAccount | 'other', string> = {
  spot: 'Spot (Margin)',
  futures: 'Futures',
  mining: 'Mining',
  other: 'Other',
};
