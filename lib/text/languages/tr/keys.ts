import { KEY_SHEET } from '../../keys';
import { type Said, said } from '../../language';

export const keys: Said[] = [
  said(KEY_SHEET, {
    title: 'Tuşlar',
    close: 'Kapat',
    arrows: 'Önceki dönem, sonraki dönem',
    interval: 'Sonraki aralık',
    comparison: 'Sonraki karşılaştırma',
    search: 'Ara',
    filters: 'Filtrelere git',
    escape: 'Kapat ya da filtreleri temizle',
    sheet: 'Bu liste',
  }),
];
