import { counted } from '../../amounts';
import { BASE } from '../../format';
import { type Said, said } from '../../language';
import { CURRENCY_NAMES, SETTINGS } from '../../settings';

const NAMES = {
  EUR: 'Euro',
  BRL: 'Real brasileño',
  TRY: 'Lira turca',
  UAH: 'Grivna ucraniana',
  PLN: 'Esloti polaco',
  RON: 'Leu rumano',
  CZK: 'Corona checa',
  ZAR: 'Rand sudafricano',
  MXN: 'Peso mexicano',
  ARS: 'Peso argentino',
  COP: 'Peso colombiano',
  JPY: 'Yen japonés',
  BTC: 'Bitcoin',
  ETH: 'Ether',
  BNB: 'BNB',
};

export const settings: Said[] = [
  said(CURRENCY_NAMES, NAMES),
  said(SETTINGS, {
    title: 'Ajustes',
    look: 'Aspecto',
    theme: 'Tema',
    themes: { system: 'Como el sistema', light: 'Claro', dark: 'Oscuro' },
    privacy: 'Modo privado',
    privacyText: 'Difumina cada cifra hasta que la señalas. Para directos, llamadas y trenes.',
    language: 'Idioma',
    browserLanguage: name => `Como el navegador (${name})`,
    languageText: 'También cómo se escriben los números y las fechas. Los archivos exportados no cambian.',
    pages: 'En las páginas de Binance',
    buttons: 'Botones de copiar en las páginas de campañas',
    buttonsText:
      'Un botón pequeño en cada campaña y una píldora en su página. No añaden a la página nada más que a sí mismos.',
    hiddenPages: n => `Oculto en ${counted(n, 'página')}.`,
    showAgain: 'Mostrar otra vez en todas partes',
    pressForm: 'Una pulsación copia',
    pressForms: { page: 'el enlace de la página', join: 'el enlace join', text: 'título, enlace y aviso' },
    append: 'Añadir mi código a las direcciones de campañas que copie',
    appendText:
      'Solo a un texto copiado que sea la dirección de una campaña de www.binance.com y no tenga código. Los códigos ajenos no se tocan.',
    toolbar: 'Barra de herramientas y notificaciones',
    badge: 'En el icono de la barra',
    badges: { off: 'Nada', commission: 'La comisión de hoy', referrals: 'Los referidos nuevos de hoy' },
    notify: 'Notificaciones',
    notifyText:
      'Dos al día como máximo: la primera comisión del día, un nivel de bono alcanzado, una campaña para afiliados que termina en menos de un día. El navegador te pide permiso.',
    lock: 'Las claves cifradas se bloquean tras',
    lockHours: n => counted(n, 'hora'),
    currency: 'Moneda de las cifras',
    currencyField: 'Cifras en',
    currencyShow: currency => `Mostrar las cifras en ${currency}`,
    currencyName: currency =>
      currency === BASE ? 'Equivalente en BUSD' : `${currency} · ${CURRENCY_NAMES[currency]}`,
    currencyText: currency =>
      currency === BASE
        ? 'Equivalente en BUSD: la columna USDT de la propia exportación, tomada 1:1. Los registros de una cuenta conectada se valoran al precio con que su activo abrió ese día.'
        : `El valor de cada fila en BUSD, tomado 1:1 por USDT, al cambio entre USDT y ${currency} con que abrió en Binance el día UTC de la fila. Lo guardado, los archivos que exportas, los recibos y los umbrales de bonos siguen en BUSD.`,
    currencyHost:
      'Los cambios vienen del servidor público de precios de Binance; el navegador te pide permitirlo.',
    currencyBusy: currency => `Pidiendo cambios y sumando en ${currency}…`,
    noPriceHost: 'Sin ese permiso no hay cambios: las cifras quedan como están.',
    noRates: currency => `Binance no dio cambios para ${currency}: las cifras quedan como están.`,
    notChanged: 'No funcionó: las cifras quedan como están.',
    pending: currency =>
      `Las cifras siguen como estaban: aún no hay cambios para ${currency}. Se piden cada hora.`,
    lacking: (days, currency) =>
      `${counted(days, 'día')} de tus filas no ${days === 1 ? 'tiene' : 'tienen'} (todavía) cambio para ${currency}: sus filas cuentan como sin precio.`,
    diagnostics: 'Diagnóstico',
    diagnosticsText:
      'Para informar de un problema: versiones, permisos, recuentos, el estado de las conexiones y los últimos fallos desde que se abrió el navegador. Sin importes, códigos, nombres, notas ni claves.',
    diagnosticsCopy: 'Copiar diagnóstico',
    diagnosticsCopied: 'Copiado. Léelo antes de enviarlo.',
    diagnosticsRefused: 'El navegador no permitió copiar. Copia el texto de abajo.',
  }),
];
