export const SETTINGS = {
  title: 'Settings',
  look: 'Look',
  theme: 'Theme',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  privacy: 'Privacy mode',
  privacyText: 'Blurs every figure until you point at it. For streams, calls and trains.',
  currency: 'Reporting currency',
  currencyText:
    'BUSD-equivalent: the export’s own USDT column, taken 1:1. Other currencies need prices, which only come with live sync.',
  language: 'Language',
  languageText: 'English. Days, weeks and months are UTC, as in the exports.',
};
