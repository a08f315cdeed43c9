import { type Said, said } from '../../language';
import { GLANCE_NAMES, LEADS, POPUP } from '../../popup';

export const popup: Said[] = [
  said(GLANCE_NAMES, { today: 'Bugün', yesterday: 'Dün', 'this-month': 'Bu ay', 'last-month': 'Geçen ay' }),
  said(LEADS, {
    today: 'Bugünkü komisyon',
    yesterday: 'Dünkü komisyon',
    'this-month': 'Bu ayki komisyon',
    'last-month': 'Geçen ayki komisyon',
    all: 'Toplam komisyon',
  }),
  said(POPUP, {
    thisPage: 'Bu sayfayı kodumla kopyala',
    append: 'Kopyaladığım kampanya adreslerine kodumu ekle',
    damagedTitle: 'Defter eskisi gibi değil',
    damaged: 'Yanlış olacağı için hiçbir rakam gösterilmiyor. Ne yapılacağını panel söylüyor.',
    open: 'Paneli aç',
    start: 'Kurulumu başlat',
    welcome: 'Referans geliriniz bir bakışta: kesin ve gizli.',
    nothing: 'Henüz komisyon yok. Rakamlarınızı burada görmek için Binance dışa aktarımını içe aktarın.',
    import: 'Dosya içe aktar',
    noData: 'veri yok',
    noneOf: upTo => `${upTo} sonrası veri yok`,
    newReferrals: 'yeni referans',
    spotTraders: 'spot işlemci',
    futuresTraders: 'vadeli işlemci',
    versus: {
      today: 'karş. dün aynı saate kadar',
      yesterday: 'karş. bir önceki gün',
      'this-month': 'karş. geçen ayın aynı dönemi',
      'last-month': 'karş. bir önceki ay',
    },
    unpriced: n => `+ ${n} fiyatsız`,
    spark: 'Günlük komisyon, 30 gün',
  }),
];
