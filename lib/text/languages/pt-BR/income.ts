import { counted } from '../../amounts';
import { CURRENCY, count, percent } from '../../format';
import { INCOME, KIND_NAMES, MARKET_NAMES } from '../../income';
import { type Said, said } from '../../language';

export const income: Said[] = [
  said(KIND_NAMES, { commission: 'Comissão', kickback: 'Kickback', bonus: 'Bônus' }),
  said(MARKET_NAMES, {
    spot: 'Spot',
    margin: 'Margem',
    'usd-m futures': 'Futuros USD-M',
    'coin-m futures': 'Futuros COIN-M',
    mining: 'Mineração',
    other: 'Outros',
  }),
  said(INCOME, {
    title: 'Renda',
    tabs: 'Partes da renda',
    commissions: 'Comissões',
    bonus: 'Bônus',
    totals: 'Totais',
    all: 'Comissão',
    kickbackWhy: 'Seu próprio desconto. Nunca faz parte da comissão.',
    bonusWhy: 'Pago por programas de bônus. Nunca faz parte da comissão.',
    rows: 'Todas as comissões',
    kind: 'Tipo',
    kinds: { commission: 'Comissões', kickback: 'Kickback', bonus: 'Bônus', all: 'Todos os tipos' },
    search: 'Buscar id, ativo, tipo, código',
    of: (n, m) => `${count(n)} de ${counted(m, 'linha')}`,
    counting: 'Contando…',
    none: 'Nenhuma linha corresponde.',
    columns: {
      time: 'Distribuída (UTC)',
      type: 'Tipo',
      market: 'Mercado',
      asset: 'Ativo',
      amount: 'Quantidade',
      get value() {
        return `Valor, ${CURRENCY}`;
      },
      status: 'Status',
      referral: 'Indicado',
      code: 'Código',
    },
    statuses: { reported: 'Informada', credited: 'Creditada' },
    statusWhy:
      'Informada: está numa exportação. Creditada: os registros ou extratos da sua própria conta a têm, ou confirmam o dia dela até o último dígito.',
    unpriced: 'sem preço',
    byAccount: 'Por conta',
    byAsset: 'Por ativo',
    account: 'Conta',
    asset: 'Ativo',
    amount: 'Quantidade',
    rowCount: 'Linhas',
    get value() {
      return `Valor, ${CURRENCY}`;
    },
    moreAssets: n => `e ${counted(n, 'ativo a mais', 'ativos a mais')}`,
    export: 'Exportar',
    exportShown: 'O que está filtrado',
    exportAll: 'Tudo',
    formats: { csv: 'CSV', json: 'JSON', xlsx: 'Excel (XLSX)' },
    exportAs: (what, format) => `${what} como ${format}`,
    exporting: (rows, part) => `Gravando ${counted(rows, 'linha')} · ${percent(part * 100, 0)}`,
    exported: 'Exportação salva.',
    exportCancelled: 'Exportação cancelada.',
    exportFailed: why => `A exportação falhou: ${why}`,
    cancel: 'Cancelar',
    loading: 'Carregando…',
  }),
];
