import { type Said, said } from '../../language';
import { NAV } from '../../nav';

export const nav: Said[] = [
  said(NAV, {
    overview: 'Обзор',
    referrals: 'Рефералы',
    income: 'Доход',
    campaigns: 'Кампании',
    links: 'Ссылки',
    data: 'Данные',
    publish: 'Публикация',
    settings: 'Настройки',
    sections: 'Разделы',
    manage: 'Управление',
  }),
];
