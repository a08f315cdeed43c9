import { AMOUNTS } from '../../amounts';
import { type Said, said } from '../../language';

export const amounts: Said[] = [said(AMOUNTS, { bytes: 'bayt' })];
