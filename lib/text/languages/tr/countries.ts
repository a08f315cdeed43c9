import { COUNTRY_WORDS } from '../../countries';
import { type Said, said } from '../../language';

export const countries: Said[] = [said(COUNTRY_WORDS, { unknown: 'Bilinmiyor', language: 'tr' })];
