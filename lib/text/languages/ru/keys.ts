import { KEY_SHEET } from '../../keys';
import { type Said, said } from '../../language';

export const keys: Said[] = [
  said(KEY_SHEET, {
    title: 'Клавиши',
    close: 'Закрыть',
    arrows: 'Предыдущий период, следующий период',
    interval: 'Следующий интервал',
    comparison: 'Следующее сравнение',
    search: 'Поиск',
    filters: 'К фильтрам',
    escape: 'Закрыть или сбросить фильтры',
    sheet: 'Этот список',
  }),
];
