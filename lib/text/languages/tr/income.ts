import { CURRENCY, count, percent } from '../../format';
import { INCOME, KIND_NAMES, MARKET_NAMES } from '../../income';
import { type Said, said } from '../../language';

export const income: Said[] = [
  said(KIND_NAMES, { commission: 'Komisyon', kickback: 'Kickback', bonus: 'Bonus' }),
  said(MARKET_NAMES, {
    spot: 'Spot',
    margin: 'Marjin',
    'usd-m futures': 'USD-M vadeli',
    'coin-m futures': 'COIN-M vadeli',
    mining: 'Madencilik',
    other: 'Diğer',
  }),
  said(INCOME, {
    title: 'Gelir',
    tabs: 'Gelirin bölümleri',
    commissions: 'Komisyonlar',
    bonus: 'Bonus',
    totals: 'Toplamlar',
    all: 'Komisyon',
    kickbackWhy: 'Kendi indiriminiz. Asla komisyona dahil değildir.',
    bonusWhy: 'Bonus programlarının ödemesi. Asla komisyona dahil değildir.',
    rows: 'Tüm komisyonlar',
    kind: 'Tür',
    kinds: { commission: 'Komisyonlar', kickback: 'Kickback', bonus: 'Bonuslar', all: 'Tüm türler' },
    search: 'Kimlik, varlık, tip, kod ara',
    of: (n, m) => `${count(n)} / ${count(m)} satır`,
    counting: 'Sayılıyor…',
    none: 'Eşleşen satır yok.',
    columns: {
      time: 'Dağıtım (UTC)',
      type: 'Tip',
      market: 'Piyasa',
      asset: 'Varlık',
      amount: 'Miktar',
      get value() {
        return `Değer, ${CURRENCY}`;
      },
      status: 'Durum',
      referral: 'Referans',
      code: 'Kod',
    },
    statuses: { reported: 'Bildirildi', credited: 'Yatırıldı' },
    statusWhy:
      'Bildirildi: bir dışa aktarımda var. Yatırıldı: kendi hesabınızın kayıtlarında ya da ekstrelerinde var veya bunlar o günü kuruşu kuruşuna doğruluyor.',
    unpriced: 'fiyatsız',
    byAccount: 'Hesaba göre',
    byAsset: 'Varlığa göre',
    account: 'Hesap',
    asset: 'Varlık',
    amount: 'Miktar',
    rowCount: 'Satır',
    get value() {
      return `Değer, ${CURRENCY}`;
    },
    moreAssets: n => `ve ${count(n)} varlık daha`,
    export: 'Dışa aktar',
    exportShown: 'Filtrelenen',
    exportAll: 'Tümü',
    formats: { csv: 'CSV', json: 'JSON', xlsx: 'Excel (XLSX)' },
    exportAs: (what, format) => `${what}: ${format}`,
    exporting: (rows, part) => `${count(rows)} satır yazılıyor · ${percent(part * 100, 0)}`,
    exported: 'Dışa aktarım kaydedildi.',
    exportCancelled: 'Dışa aktarım iptal edildi.',
    exportFailed: why => `Dışa aktarım başarısız: ${why}`,
    cancel: 'İptal',
    loading: 'Yükleniyor…',
  }),
];
