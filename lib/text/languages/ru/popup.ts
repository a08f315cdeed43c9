import { type Said, said } from '../../language';
import { GLANCE_NAMES, LEADS, POPUP } from '../../popup';

export const popup: Said[] = [
  said(GLANCE_NAMES, {
    today: 'Сегодня',
    yesterday: 'Вчера',
    'this-month': 'Этот месяц',
    'last-month': 'Прошлый месяц',
  }),
  said(LEADS, {
    today: 'Комиссия за сегодня',
    yesterday: 'Комиссия за вчера',
    'this-month': 'Комиссия за этот месяц',
    'last-month': 'Комиссия за прошлый месяц',
    all: 'Комиссия за всё время',
  }),
  said(POPUP, {
    thisPage: 'Скопировать эту страницу с моим кодом',
    append: 'Добавлять мой код к адресам кампаний, которые я копирую',
    damagedTitle: 'Журнал уже не тот, что был',
    damaged: 'Цифры не показаны: они были бы неверны. Что делать, сказано в панели.',
    open: 'Открыть панель',
    start: 'Настроить',
    welcome: 'Ваш реферальный доход, точно и только для вас, с одного взгляда.',
    nothing: 'Комиссий пока нет. Импортируйте выгрузку Binance, и цифры появятся здесь.',
    import: 'Импортировать файлы',
    noData: 'нет данных',
    noneOf: upTo => `Нет данных после ${upTo}`,
    newReferrals: 'новых рефералов',
    spotTraders: 'спот-трейдеров',
    futuresTraders: 'фьючерсных трейдеров',
    versus: {
      today: 'ко вчерашнему дню в тот же час',
      yesterday: 'к предыдущему дню',
      'this-month': 'к той же части прошлого месяца',
      'last-month': 'к предыдущему месяцу',
    },
    unpriced: n => `+ ${n} без цены`,
    spark: 'Комиссия по дням, 30 дней',
  }),
];
