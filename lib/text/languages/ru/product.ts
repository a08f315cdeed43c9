import { type Said, said } from '../../language';
import { ABOUT, LINK } from '../../product';

export const product: Said[] = [
  said(ABOUT, {
    unofficial: 'неофициально',
    disclaimer: 'Неофициальное расширение. Не связано с Binance и не одобрено ею.',
    demo: 'Демо',
    dataUpTo: moment => `Данные до ${moment}`,
    noDataYet: 'Данных пока нет',
  }),
  said(LINK, {
    title: 'Ваша ссылка',
    copy: 'Копировать ссылку',
    copied: 'Скопировано',
    copyFailed: 'Скопируйте вручную',
    qr: 'QR',
    qrTitle: code => `QR-код ссылки ${code}`,
    qrSvg: 'Скачать SVG',
    qrPng: 'Скачать PNG',
    none: 'Реферального кода пока нет.',
    add: 'Добавьте свой код',
    explain: 'Ссылка join засчитывает и новых, и вернувшихся пользователей.',
  }),
];
