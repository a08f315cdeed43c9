import { CAMPAIGN_PAGE } from '../../campaign-pages';
import { type Said, said } from '../../language';

export const campaignPages: Said[] = [
  said(CAMPAIGN_PAGE, {
    product: 'Referral Dashboard Pro',
    unofficial: 'resmî değil',
    copy: 'Referans bağlantısını kopyala',
    copyOf: 'Referans bağlantısını kopyala: {title}',
    copied: 'Kopyalandı',
    refused: 'Elle kopyalayın:',
    notSeen:
      'Bu basış sayılmadı: düğme yeni belirmiş ya da kaymıştı, veya üzerinde bir şey vardı. Yeniden basın ya da elle kopyalayın.',
    noCampaign:
      'Bu, kodunuzu alabilecek bir kampanya bağlantısı değil. Elle kopyalamak için join bağlantınız:',
    noCode: 'Referans bağlantısını kopyala: önce kodunuzu girin',
    setCode: 'Kodunuzu girin',
    menu: 'Diğer kopyalama yolları',
    page: 'Kodumla sayfa bağlantısı',
    join: 'join bağlantısı (kesin sayılır)',
    markdown: 'Markdown olarak',
    html: 'HTML olarak',
    text: 'Reklam notuyla metin olarak',
    qr: 'QR kodu',
    qrOf: '{code} bağlantısının QR kodu',
    share: 'Paylaş…',
    move: 'Başka köşeye taşı',
    beside: 'Sayfanın yanında açık tut',
    otherCode: 'Şu kodu kullan: {code}',
    pro: 'Pro’ya git',
    hidePage: 'Bu sayfada gizle',
    hideSite: 'Bu sitede gizle',
    credit:
      'Binance’in kampanya sayfasındaki kodu saydığını kanıtlayan açık bir kaynak yok. join bağlantısı kesin sayılır.',
    contextLink: 'Bağlantıyı kodumla kopyala',
    contextPage: 'Sayfa bağlantısını kodumla kopyala',
    contextSelection: 'Seçili bağlantıyı kodumla kopyala',
  }),
];
