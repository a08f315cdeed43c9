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
  currencyText:
    'BUSD-equivalent: the export’s own USDT column, taken 1:1. Records of a connected account are valued at the price their asset opened at that day. Other currencies are not offered yet.',
  language: 'Language',
  languageText: 'English. Days, weeks and months are UTC, as in the exports.',
};
