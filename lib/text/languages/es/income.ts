import { counted } from '../../amounts';
import { CURRENCY, count, percent } from '../../format';
import { INCOME, KIND_NAMES, MARKET_NAMES } from '../../income';
import { type Said, said } from '../../language';

export const income: Said[] = [
  said(KIND_NAMES, { commission: 'Comisión', kickback: 'Kickback', bonus: 'Bono' }),
  said(MARKET_NAMES, {
    spot: 'Spot',
    margin: 'Margen',
    'usd-m futures': 'Futuros USD-M',
    'coin-m futures': 'Futuros COIN-M',
    mining: 'Minería',
    other: 'Otros',
  }),
  said(INCOME, {
    title: 'Ingresos',
    tabs: 'Partes de los ingresos',
    commissions: 'Comisiones',
    bonus: 'Bono',
    totals: 'Totales',
    all: 'Comisión',
    kickbackWhy: 'Tu propio descuento. Nunca forma parte de la comisión.',
    bonusWhy: 'Pagado por programas de bonos. Nunca forma parte de la comisión.',
    rows: 'Todas las comisiones',
    kind: 'Clase',
    kinds: { commission: 'Comisiones', kickback: 'Kickback', bonus: 'Bonos', all: 'Todas las clases' },
    search: 'Buscar id, activo, tipo, código',
    of: (n, m) => `${count(n)} de ${counted(m, 'fila')}`,
    counting: 'Contando…',
    none: 'Ninguna fila coincide.',
    columns: {
      time: 'Distribuida (UTC)',
      type: 'Tipo',
      market: 'Mercado',
      asset: 'Activo',
      amount: 'Cantidad',
      get value() {
        return `Valor, ${CURRENCY}`;
      },
      status: 'Estado',
      referral: 'Referido',
      code: 'Código',
    },
    statuses: { reported: 'Informada', credited: 'Abonada' },
    statusWhy:
      'Informada: está en una exportación. Abonada: los registros o extractos de tu propia cuenta la tienen, o confirman su día hasta el último dígito.',
    unpriced: 'sin precio',
    byAccount: 'Por cuenta',
    byAsset: 'Por activo',
    account: 'Cuenta',
    asset: 'Activo',
    amount: 'Cantidad',
    rowCount: 'Filas',
    get value() {
      return `Valor, ${CURRENCY}`;
    },
    moreAssets: n => `y ${counted(n, 'activo más', 'activos más')}`,
    export: 'Exportar',
    exportShown: 'Lo filtrado',
    exportAll: 'Todo',
    formats: { csv: 'CSV', json: 'JSON', xlsx: 'Excel (XLSX)' },
    exportAs: (what, format) => `${what} como ${format}`,
    exporting: (rows, part) => `Escribiendo ${counted(rows, 'fila')} · ${percent(part * 100, 0)}`,
    exported: 'Exportación guardada.',
    exportCancelled: 'Exportación cancelada.',
    exportFailed: why => `La exportación falló: ${why}`,
    cancel: 'Cancelar',
    loading: 'Cargando…',
  }),
];
