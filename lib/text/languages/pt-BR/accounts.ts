import { ACCOUNT_NAMES } from '../../accounts';
import { type Said, said } from '../../language';

export const accounts: Said[] = [
  said(ACCOUNT_NAMES, { spot: 'Spot (Margem)', futures: 'Futuros', mining: 'Mineração', other: 'Outros' }),
];
