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
  currency: 'Reporting currency',
  currencyText:
    'BUSD-equivalent: the export’s own USDT column, taken 1:1. Other currencies need prices, which only come with live sync.',
  language: 'Language',
  languageText: 'English. Days, weeks and months are UTC, as in the exports.',
};
