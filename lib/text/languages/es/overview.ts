import { counted } from '../../amounts';
import { BASE, CURRENCY } from '../../format';
import { type Said, said } from '../../language';
import { COMPARISON_NAMES, INTERVAL_NAMES, METRIC_NAMES, OVERVIEW, PERIOD_NAMES } from '../../overview';

export const overview: Said[] = [
  said(PERIOD_NAMES, {
    today: 'Hoy',
    yesterday: 'Ayer',
    '7d': 'Últimos 7 días',
    '30d': 'Últimos 30 días',
    '90d': 'Últimos 90 días',
    'this-month': 'Este mes',
    'last-month': 'Mes pasado',
    'this-year': 'Este año',
    'last-year': 'Año pasado',
    all: 'Todo el tiempo',
    custom: 'Personalizado',
  }),
  said(INTERVAL_NAMES, { day: 'Por día', week: 'Por semana', month: 'Por mes' }),
  said(METRIC_NAMES, {
    commission: 'Comisión',
    referrals: 'Referidos nuevos',
    'traders-spot': 'Traders Spot (Margen)',
    'traders-futures': 'Traders Futuros',
    miners: 'Mineros',
  }),
  said(COMPARISON_NAMES, {
    previous: 'Periodo anterior',
    year: 'Mismo periodo del año pasado',
    none: 'Nada',
  }),
  said(OVERVIEW, {
    title: 'Resumen',
    filters: 'Filtros',
    period: 'Periodo',
    interval: 'Intervalo',
    account: 'Cuenta',
    code: 'Código',
    compare: 'Comparar con',
    compareWith: what => `Comparar: ${what}`,
    comparedWith: { previous: 'anterior', year: 'año pasado', none: 'no' },
    allAccounts: 'Todas las cuentas',
    accountIs: name => `Cuenta: ${name}`,
    codeIs: code => `Código: ${code}`,
    countryIs: name => `País: ${name}`,
    remove: what => `Quitar filtro: ${what}`,
    from: 'Desde',
    to: 'Hasta',
    apply: 'Aplicar',
    figures: 'Cifras',
    referralsOfAll: 'Referidos',
    per: { day: 'por día', week: 'por semana', month: 'por mes' },
    unpriced: n => `+ ${n} sin precio`,
    unpricedWhy:
      'Estas comisiones tienen cantidad pero no valor: la exportación deja vacía su columna USDT, o su día no tiene (todavía) cambio de la moneda elegida. No están en la suma.',
    noChange: 'nada con que comparar',
    noData: 'sin datos en este periodo',
    partly: (covered, days) => `Los datos cubren ${covered} de ${counted(days, 'día')} de este periodo.`,
    exceeded: days =>
      `En ${counted(days, 'día')} tu cuenta o un extracto tiene más de un 1 % por encima de tus exportaciones, como cuando una exportación se filtró.`,
    exceededWhere: 'Compáralos en Datos',
    nameless: days =>
      `${counted(days, 'día')} ${days === 1 ? 'viene' : 'vienen'} de los registros o extractos de tu propia cuenta, que no nombran referidos ni códigos: los traders y las partes por código no ${days === 1 ? 'lo' : 'los'} incluyen.`,
    unfinished: 'hasta ahora',
    noDataBar: 'sin datos',
    total: 'Total',
    table: 'Ver como tabla',
    chart: 'Ver como gráfico',
    get valueNote() {
      const base =
        'El valor es la columna USDT de la propia exportación, tomada 1:1 como equivalente en BUSD; en los registros de una cuenta, la cantidad al precio con que su activo abrió ese día.';
      const rate =
        CURRENCY === BASE
          ? ''
          : ` Se muestra en ${CURRENCY} al cambio con que abrió el día UTC de cada fila.`;
      return `${base}${rate} ${this.daysNote}`;
    },
    daysNote: 'Los días, semanas y meses son UTC.',
    emptyTitle: 'Aquí aún no hay nada',
    emptyText:
      'Importa una exportación de comisiones de Binance y esta página muestra lo que dice, hasta el último dígito.',
    emptyImport: 'Importar archivos',
    emptyDemo: 'Probar la demo',
    outsideTitle: 'Sin datos en este periodo',
    outside: span => `Tus datos cubren ${span}.`,
    showIt: 'Mostrarlo',
    codes: 'Códigos',
    noCode: 'sin código',
    share: 'Parte',
    referrals: 'Referidos nuevos',
    commission: 'Comisión',
    filterByCode: code => `Mostrar solo ${code}`,
    upToBy: 'Datos hasta',
    noneFor: 'ninguna comisión en el último año',
    ratios: 'Porcentajes',
    ratiosNone: 'Indica en Enlaces lo que Binance paga por cada código, y lo verás aquí.',
    ratiosSet: 'Indicar porcentajes',
    toFriends: percent => `${percent} para amigos`,
    notSet: 'sin indicar',
    addNote: 'Añadir nota',
    noteDay: 'Día (UTC)',
    noteText: 'Nota',
    saveNote: 'Guardar nota',
    removeNote: text => `Quitar nota: ${text}`,
    campaignBand: title => `Campaña: ${title}`,
    demoNote: 'Cifras inventadas, para que puedas mirar. Nunca se mezclan con las tuyas.',
    demoLeave: 'Salir de la demo',
  }),
];
