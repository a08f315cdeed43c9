import { BASE } from '../../format';
import { type Said, said } from '../../language';
import { CURRENCY_NAMES, SETTINGS } from '../../settings';

const NAMES = {
  EUR: 'Euro',
  BRL: 'Brezilya reali',
  TRY: 'Türk lirası',
  UAH: 'Ukrayna grivnası',
  PLN: 'Polonya zlotisi',
  RON: 'Romanya leyi',
  CZK: 'Çek korunası',
  ZAR: 'Güney Afrika randı',
  MXN: 'Meksika pesosu',
  ARS: 'Arjantin pesosu',
  COP: 'Kolombiya pesosu',
  JPY: 'Japon yeni',
  BTC: 'Bitcoin',
  ETH: 'Ether',
  BNB: 'BNB',
};

export const settings: Said[] = [
  said(CURRENCY_NAMES, NAMES),
  said(SETTINGS, {
    title: 'Ayarlar',
    look: 'Görünüm',
    theme: 'Tema',
    themes: { system: 'Sistemdeki gibi', light: 'Açık', dark: 'Koyu' },
    privacy: 'Gizlilik modu',
    privacyText: 'Üzerine gelene kadar her rakamı bulanıklaştırır. Yayınlar, görüşmeler ve trenler için.',
    language: 'Dil',
    browserLanguage: name => `Tarayıcıdaki gibi (${name})`,
    languageText: 'Sayıların ve tarihlerin yazımı da değişir. Dışa aktarılan dosyalar değişmez.',
    pages: 'Binance sayfalarında',
    buttons: 'Kampanya sayfalarında kopyalama düğmeleri',
    buttonsText:
      'Her kampanyada küçük bir düğme ve sayfasında bir hap. Sayfaya kendileri dışında bir şey eklemezler.',
    hiddenPages: n => `${n} sayfada gizli.`,
    showAgain: 'Her yerde yeniden göster',
    pressForm: 'Tek basışla kopyalanan',
    pressForms: { page: 'sayfa bağlantısı', join: 'join bağlantısı', text: 'başlık, bağlantı ve açıklama' },
    append: 'Kopyaladığım kampanya adreslerine kodumu ekle',
    appendText:
      'Yalnızca kopyalanan metin tek bir www.binance.com kampanya adresiyse ve kodu yoksa. Başkalarının kodlarına dokunulmaz.',
    toolbar: 'Araç çubuğu ve bildirimler',
    badge: 'Araç çubuğu simgesinde',
    badges: { off: 'Hiçbir şey', commission: 'Bugünkü komisyon', referrals: 'Bugünkü yeni referanslar' },
    notify: 'Bildirimler',
    notifyText:
      'Günde en çok iki: günün ilk komisyonu, ulaşılan bir bonus kademesi, ortaklar için bir gün içinde bitecek bir kampanya. Tarayıcı izninizi ister.',
    lock: 'Şifreli anahtarların kilitlenme süresi',
    lockHours: n => `${n} saat`,
    currency: 'Raporlama para birimi',
    currencyField: 'Rakamların birimi',
    currencyShow: currency => `Rakamları ${currency} olarak göster`,
    currencyName: currency =>
      currency === BASE ? 'BUSD karşılığı' : `${currency} · ${CURRENCY_NAMES[currency]}`,
    currencyText: currency =>
      currency === BASE
        ? 'BUSD karşılığı: dışa aktarımın kendi USDT sütunu, 1:1. Bağlı hesabın kayıtları, varlıklarının o günkü açılış fiyatıyla değerlenir.'
        : `Her satırın BUSD değeri, USDT için 1:1 alınarak, satırın UTC gününde USDT ile ${currency} arasındaki Binance açılış kuruyla. Saklananlar, dışa aktardığınız dosyalar, fişler ve bonus eşikleri BUSD olarak kalır.`,
    currencyHost: 'Kurlar Binance’in herkese açık fiyat sunucusundan gelir; tarayıcı izin ister.',
    currencyBusy: currency => `Kurlar soruluyor ve ${currency} olarak toplanıyor…`,
    noPriceHost: 'Bu izin olmadan kur yok: rakamlar olduğu gibi kalır.',
    noRates: currency => `Binance ${currency} için kur vermedi: rakamlar olduğu gibi kalır.`,
    notChanged: 'Olmadı: rakamlar olduğu gibi kalır.',
    pending: currency => `Rakamlar hâlâ eskisi gibi: ${currency} için henüz kur yok. Her saat sorulur.`,
    lacking: (days, currency) =>
      `Satırlarınızın ${days} gününde ${currency} kuru (henüz) yok: o satırlar fiyatsız sayılır.`,
    diagnostics: 'Tanılama',
    diagnosticsText:
      'Sorun bildirmek için: sürümler, izinler, sayılar, bağlantıların durumu ve tarayıcı açıldığından beri son hatalar. Tutar, kod, ad, not ya da anahtar içermez.',
    diagnosticsCopy: 'Tanılamayı kopyala',
    diagnosticsCopied: 'Kopyalandı. Göndermeden önce okuyun.',
    diagnosticsRefused: 'Tarayıcı kopyalamaya izin vermedi. Aşağıdaki metni kopyalayın.',
  }),
];
