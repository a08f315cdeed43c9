import { BASE } from '../../format';
import { type Said, said } from '../../language';
import { CURRENCY_NAMES, SETTINGS } from '../../settings';
import { counted, days as daysOf, form } from './plural';

const NAMES = {
  EUR: 'Евро',
  BRL: 'Бразильский реал',
  TRY: 'Турецкая лира',
  UAH: 'Украинская гривна',
  PLN: 'Польский злотый',
  RON: 'Румынский лей',
  CZK: 'Чешская крона',
  ZAR: 'Южноафриканский рэнд',
  MXN: 'Мексиканское песо',
  ARS: 'Аргентинское песо',
  COP: 'Колумбийское песо',
  JPY: 'Японская иена',
  BTC: 'Биткоин',
  ETH: 'Эфир',
  BNB: 'BNB',
};

export const settings: Said[] = [
  said(CURRENCY_NAMES, NAMES),
  said(SETTINGS, {
    title: 'Настройки',
    look: 'Вид',
    theme: 'Тема',
    themes: { system: 'Как в системе', light: 'Светлая', dark: 'Тёмная' },
    privacy: 'Скрытый режим',
    privacyText: 'Размывает каждую цифру, пока вы не наведёте на неё. Для стримов, звонков и поездов.',
    language: 'Язык',
    browserLanguage: name => `Как в браузере (${name})`,
    languageText: 'Вместе с ним меняется запись чисел и дат. Экспортируемые файлы не меняются.',
    pages: 'На страницах Binance',
    buttons: 'Кнопки копирования на страницах кампаний',
    buttonsText:
      'Небольшая кнопка у каждой кампании и плашка на её странице. Кроме себя, они ничего на страницу не добавляют.',
    hiddenPages: n => `Скрыто на ${counted(n, 'странице', 'страницах', 'страницах')}.`,
    showAgain: 'Снова показывать везде',
    append: 'Добавлять мой код к адресам кампаний, которые я копирую',
    appendText:
      'Только если скопирован ровно один адрес кампании www.binance.com и кода в нём нет. Чужие коды не меняются.',
    toolbar: 'Панель браузера и уведомления',
    badge: 'На значке',
    badges: { off: 'Ничего', commission: 'Комиссия за сегодня', referrals: 'Новые рефералы за сегодня' },
    notify: 'Уведомления',
    notifyText:
      'Не больше двух в день: первая комиссия за день, достигнутый уровень бонуса, кампания для партнёров, которая закончится в течение суток. Браузер спросит вашего разрешения.',
    lock: 'Зашифрованные ключи закрываются через',
    lockHours: n => counted(n, 'час', 'часа', 'часов'),
    currency: 'Валюта отчётов',
    currencyField: 'Цифры в',
    currencyShow: currency => `Показать цифры в ${currency}`,
    currencyName: currency =>
      currency === BASE ? 'Эквивалент BUSD' : `${currency} · ${CURRENCY_NAMES[currency]}`,
    currencyText: currency =>
      currency === BASE
        ? 'Эквивалент BUSD: столбец USDT самой выгрузки, 1:1. Записи подключённого аккаунта оцениваются по цене открытия актива в тот день.'
        : `Стоимость каждой строки в BUSD, 1:1 за USDT, по курсу USDT и ${currency}, с которым на Binance открылся день (UTC) этой строки. Хранимое, экспортируемые файлы, квитанции и пороги бонусов остаются в BUSD.`,
    currencyHost: 'Курсы берутся с открытого сервера цен Binance; браузер попросит это разрешить.',
    currencyBusy: currency => `Запрос курсов и пересчёт в ${currency}…`,
    noPriceHost: 'Без этого разрешения курсов нет: цифры остаются прежними.',
    noRates: currency => `Binance не дала курсов для ${currency}: цифры остаются прежними.`,
    notChanged: 'Не получилось: цифры остаются прежними.',
    pending: currency => `Цифры пока прежние: для ${currency} ещё нет курсов. Они запрашиваются каждый час.`,
    lacking: (days, currency) =>
      `${daysOf(days)} ваших строк (пока) ${form(days, 'остаётся', 'остаются', 'остаются')} без курса ${currency}: их строки считаются без цены.`,
  }),
];
