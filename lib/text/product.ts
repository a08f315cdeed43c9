export const PRODUCT = 'Referral Dashboard Pro';

export const ABOUT = {
  unofficial: 'unofficial',
  disclaimer: 'Unofficial. Not affiliated with or endorsed by Binance.',
  demo: 'Demo',
  dataUpTo: (moment: string) => `Data up to ${moment}`,
  noDataYet: 'No data yet',
};

export const LINK = {
  title: 'Your link',
  copy: 'Copy link',
  copied: 'Copied',
  copyFailed: 'Copy it by hand',
  qr: 'QR',
  qrTitle: (code: string) => `QR code of the link of ${code}`,
  qrSvg: 'Download SVG',
  qrPng: 'Download PNG',
  none: 'No referral code yet.',
  add: 'Add your code',
  explain: 'The join link counts for new users and for recalled ones.',
};
