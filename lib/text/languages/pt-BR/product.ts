import { type Said, said } from '../../language';
import { ABOUT, LINK } from '../../product';

export const product: Said[] = [
  said(ABOUT, {
    unofficial: 'não oficial',
    disclaimer: 'Não oficial. Sem vínculo com a Binance nem endosso dela.',
    demo: 'Demo',
    dataUpTo: moment => `Dados até ${moment}`,
    noDataYet: 'Ainda não há dados',
  }),
  said(LINK, {
    title: 'Seu link',
    copy: 'Copiar link',
    copied: 'Copiado',
    copyFailed: 'Copie à mão',
    qr: 'QR',
    qrTitle: code => `Código QR do link de ${code}`,
    qrSvg: 'Baixar SVG',
    qrPng: 'Baixar PNG',
    none: 'Ainda não há código de indicação.',
    add: 'Adicione seu código',
    explain: 'O link join conta para usuários novos e para os que voltam.',
  }),
];
