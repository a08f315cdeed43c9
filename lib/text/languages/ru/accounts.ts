import { ACCOUNT_NAMES } from '../../accounts';
import { type Said, said } from '../../language';

export const accounts: Said[] = [
  said(ACCOUNT_NAMES, { spot: 'Спот (маржа)', futures: 'Фьючерсы', mining: 'Майнинг', other: 'Другое' }),
];
