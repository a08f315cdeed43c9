import { CURRENCY, count, percent } from '../../format';
import { INCOME, KIND_NAMES, MARKET_NAMES } from '../../income';
import { type Said, said } from '../../language';
import { counted, rows as rowsOf } from './plural';

export const income: Said[] = [
  said(KIND_NAMES, { commission: 'Комиссия', kickback: 'Кэшбэк', bonus: 'Бонус' }),
  said(MARKET_NAMES, {
    spot: 'Спот',
    margin: 'Маржа',
    'usd-m futures': 'Фьюч. USD-M',
    'coin-m futures': 'Фьюч. COIN-M',
    mining: 'Майнинг',
    other: 'Другое',
  }),
  said(INCOME, {
    title: 'Доход',
    tabs: 'Части дохода',
    commissions: 'Комиссии',
    bonus: 'Бонусы',
    totals: 'Итоги',
    all: 'Комиссия',
    kickbackWhy: 'Ваша собственная скидка. В комиссию никогда не входит.',
    bonusWhy: 'Выплаты бонусных программ. В комиссию никогда не входят.',
    rows: 'Все комиссии',
    kind: 'Вид',
    kinds: { commission: 'Комиссии', kickback: 'Кэшбэк', bonus: 'Бонусы', all: 'Все виды' },
    search: 'Поиск: id, актив, тип, код',
    of: (n, m) => `${count(n)} из ${rowsOf(m)}`,
    counting: 'Подсчёт…',
    none: 'Подходящих строк нет.',
    columns: {
      time: 'Начислено (UTC)',
      type: 'Тип',
      market: 'Рынок',
      asset: 'Актив',
      amount: 'Количество',
      get value() {
        return `Сумма, ${CURRENCY}`;
      },
      status: 'Статус',
      referral: 'Реферал',
      code: 'Код',
    },
    statuses: { reported: 'В отчёте', credited: 'Зачислено' },
    statusWhy:
      'В отчёте: есть в выгрузке. Зачислено: есть в записях или выписках вашего счёта, либо они подтверждают её день до цифры.',
    unpriced: 'без цены',
    byAccount: 'По счетам',
    byAsset: 'По активам',
    account: 'Счёт',
    asset: 'Актив',
    amount: 'Количество',
    rowCount: 'Строки',
    get value() {
      return `Сумма, ${CURRENCY}`;
    },
    moreAssets: n => `и ещё ${counted(n, 'актив', 'актива', 'активов')}`,
    export: 'Экспорт',
    exportShown: 'Отфильтрованное',
    exportAll: 'Всё',
    formats: { csv: 'CSV', json: 'JSON', xlsx: 'Excel (XLSX)' },
    exportAs: (what, format) => `${what}: ${format}`,
    exporting: (rows, part) => `Запись: ${rowsOf(rows)} · ${percent(part * 100, 0)}`,
    exported: 'Экспорт сохранён.',
    exportCancelled: 'Экспорт отменён.',
    exportFailed: why => `Экспорт не удался: ${why}`,
    cancel: 'Отмена',
    loading: 'Загрузка…',
  }),
];
