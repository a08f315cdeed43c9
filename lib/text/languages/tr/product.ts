import { type Said, said } from '../../language';
import { ABOUT, LINK } from '../../product';

export const product: Said[] = [
  said(ABOUT, {
    unofficial: 'resmî değil',
    disclaimer: 'Resmî değildir. Binance ile bağlantılı ya da Binance tarafından onaylı değildir.',
    demo: 'Demo',
    dataUpTo: moment => `Son veri: ${moment}`,
    noDataYet: 'Henüz veri yok',
  }),
  said(LINK, {
    title: 'Bağlantınız',
    copy: 'Bağlantıyı kopyala',
    copied: 'Kopyalandı',
    copyFailed: 'Elle kopyalayın',
    qr: 'QR',
    qrTitle: code => `${code} bağlantısının QR kodu`,
    qrSvg: 'SVG indir',
    qrPng: 'PNG indir',
    none: 'Henüz referans kodu yok.',
    add: 'Kodunuzu ekleyin',
    explain: 'join bağlantısı hem yeni hem de geri dönen kullanıcılar için sayılır.',
  }),
];
