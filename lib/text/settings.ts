import { counted } from './amounts';
import { BASE } from './format';

export const CURRENCY_NAMES: Record<string, string> = {
  EUR: 'Euro',
  BRL: 'Brazilian real',
  TRY: 'Turkish lira',
  UAH: 'Ukrainian hryvnia',
  PLN: 'Polish złoty',
  RON: 'Romanian leu',
  CZK: 'Czech koruna',
  ZAR: 'South African rand',
  MXN: 'Mexican peso',
  ARS: 'Argentine peso',
  COP: 'Colombian peso',
  JPY: 'Japanese yen',
  BTC: 'Bitcoin',
  ETH: 'Ether',
  BNB: 'BNB',
};

export const SETTINGS = {
  title: 'Settings',
  look: 'Look',
  theme: 'Theme',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  privacy: 'Privacy mode',
  privacyText: 'Blurs every figure until you point at it. For streams, calls and trains.',
  pages: 'On Binance’s pages',
  buttons: 'Copy buttons on campaign pages',
  buttonsText:
    'A small button with each campaign, and a pill on its page. They add nothing to the page but themselves.',
  hiddenPages: (n: number) => `Hidden on ${n} ${n === 1 ? 'page' : 'pages'}.`,
  showAgain: 'Show everywhere again',
  pressForm: 'One press copies',
  pressForms: { page: 'the page’s link', join: 'the join link', text: 'title, link and disclosure' },
  append: 'Append my code to campaign addresses I copy',
  appendText:
    'Only to a copied text that is one campaign address of www.binance.com and has no code. Other people’s codes are left alone.',
  toolbar: 'Toolbar and notifications',
  badge: 'On the toolbar icon',
  badges: { off: 'Nothing', commission: 'Today’s commission', referrals: 'Today’s new referrals' },
  notify: 'Notifications',
  notifyText:
    'At most two a day: the first commission of a day, a bonus tier reached, a campaign for affiliates that ends within a day. The browser asks for your permission.',
  lock: 'Encrypted keys lock after',
  lockHours: (n: number) => `${n} ${n === 1 ? 'hour' : 'hours'}`,
  currency: 'Reporting currency',
  currencyField: 'Figures in',
  currencyShow: (currency: string) => `Show figures in ${currency}`,
  currencyName: (currency: string) =>
    currency === BASE ? 'BUSD-equivalent' : `${currency} · ${CURRENCY_NAMES[currency]}`,
  currencyText: (currency: string) =>
    currency === BASE
      ? 'BUSD-equivalent: the export’s own USDT column, taken 1:1. Records of a connected account are valued at the price their asset opened at that day.'
      : `Each row’s value in BUSD, taken 1:1 for USDT, at the rate at which USDT and ${currency} opened on Binance on the row’s UTC day. What is stored, files you export, receipts and bonus thresholds stay in BUSD.`,
  currencyHost: 'Rates come from Binance’s public price host; the browser asks you to allow it.',
  currencyBusy: (currency: string) => `Asking for rates and adding up in ${currency} …`,
  noPriceHost: 'Without that permission there are no rates: figures stay as they are.',
  noRates: (currency: string) => `Binance gave no rates for ${currency}: figures stay as they are.`,
  notChanged: 'That did not work: figures stay as they are.',
  pending: (currency: string) =>
    `Figures are still as they were: there are no rates for ${currency} yet. They are asked for every hour.`,
  lacking: (days: number, currency: string) =>
    `${counted(days, 'day')} of your rows ${days === 1 ? 'has' : 'have'} no rate for ${currency} (yet): rows of ${days === 1 ? 'it' : 'them'} are counted as unpriced.`,
  language: 'Language',
  browserLanguage: (name: string) => `As the browser (${name})`,
  languageText: 'Also how numbers and dates are written. Exported files do not change.',
  diagnostics: 'Diagnostics',
  diagnosticsText:
    'For a report of a problem: versions, permissions, counts, how connections are doing, and the last faults since the browser started. No amounts, codes, names, notes or keys.',
  diagnosticsCopy: 'Copy diagnostics',
  diagnosticsCopied: 'Copied. Read it before you send it.',
  diagnosticsRefused: 'The browser did not allow copying. Copy the text below.',
};
