import { type Said, said } from '../../language';
import { ABOUT, LINK } from '../../product';

export const product: Said[] = [
  said(ABOUT, {
    unofficial: 'no oficial',
    disclaimer: 'No oficial. Sin afiliación con Binance ni respaldo suyo.',
    demo: 'Demo',
    dataUpTo: moment => `Datos hasta ${moment}`,
    noDataYet: 'Aún no hay datos',
  }),
  said(LINK, {
    title: 'Tu enlace',
    copy: 'Copiar enlace',
    copied: 'Copiado',
    copyFailed: 'Cópialo a mano',
    qr: 'QR',
    qrTitle: code => `Código QR del enlace de ${code}`,
    qrSvg: 'Descargar SVG',
    qrPng: 'Descargar PNG',
    none: 'Aún no hay código de referido.',
    add: 'Añade tu código',
    explain: 'El enlace join cuenta para usuarios nuevos y para los que regresan.',
  }),
];
