import { CAMPAIGN_PAGE } from '../../campaign-pages';
import { type Said, said } from '../../language';

export const campaignPages: Said[] = [
  said(CAMPAIGN_PAGE, {
    product: 'Referral Dashboard Pro',
    unofficial: 'неофициально',
    copy: 'Скопировать реферальную ссылку',
    copyOf: 'Скопировать реферальную ссылку: {title}',
    copied: 'Скопировано',
    refused: 'Скопируйте вручную:',
    notSeen:
      'Нажатие не засчитано: кнопка только что появилась или сдвинулась, либо её что-то закрывало. Нажмите ещё раз или скопируйте вручную.',
    noCode: 'Скопировать реферальную ссылку: сначала укажите код',
    setCode: 'Указать код',
    menu: 'Другие способы копирования',
    page: 'Ссылка на страницу с моим кодом',
    join: 'Ссылка join (точно засчитывается)',
    markdown: 'Как Markdown',
    html: 'Как HTML',
    text: 'Как текст с пометкой',
    qr: 'QR-код',
    qrOf: 'QR-код ссылки {code}',
    otherCode: 'Использовать код {code}',
    pro: 'Открыть Pro',
    hidePage: 'Скрыть на этой странице',
    hideSite: 'Скрыть на этом сайте',
    credit:
      'Ни один открытый источник не доказывает, что Binance засчитывает код на странице кампании. Ссылка join засчитывается точно.',
    contextLink: 'Скопировать ссылку с моим кодом',
    contextPage: 'Скопировать ссылку на страницу с моим кодом',
    contextSelection: 'Скопировать выделенную ссылку с моим кодом',
  }),
];
