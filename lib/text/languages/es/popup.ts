import { type Said, said } from '../../language';
import { GLANCE_NAMES, LEADS, POPUP } from '../../popup';

export const popup: Said[] = [
  said(GLANCE_NAMES, {
    today: 'Hoy',
    yesterday: 'Ayer',
    'this-month': 'Este mes',
    'last-month': 'Mes pasado',
  }),
  said(LEADS, {
    today: 'Comisión de hoy',
    yesterday: 'Comisión de ayer',
    'this-month': 'Comisión de este mes',
    'last-month': 'Comisión del mes pasado',
    all: 'Comisión de todo el tiempo',
  }),
  said(POPUP, {
    thisPage: 'Copiar esta página con mi código',
    append: 'Añadir mi código a las direcciones de campañas que copie',
    damagedTitle: 'El registro ya no es el que era',
    damaged: 'No se muestran cifras, porque serían erróneas. El panel dice qué hacer.',
    open: 'Abrir el panel',
    start: 'Configurar',
    welcome: 'Tus ingresos por referidos, exactos y privados, de un vistazo.',
    nothing: 'Aún no hay comisiones. Importa una exportación de Binance para ver aquí tus cifras.',
    import: 'Importar archivos',
    noData: 'sin datos',
    noneOf: upTo => `Sin datos desde ${upTo}`,
    newReferrals: 'referidos nuevos',
    spotTraders: 'traders Spot',
    futuresTraders: 'traders Futuros',
    versus: {
      today: 'vs. ayer hasta la misma hora',
      yesterday: 'vs. el día anterior',
      'this-month': 'vs. la misma parte del mes pasado',
      'last-month': 'vs. el mes anterior',
    },
    unpriced: n => `+ ${n} sin precio`,
    spark: 'Comisión por día, 30 días',
  }),
];
