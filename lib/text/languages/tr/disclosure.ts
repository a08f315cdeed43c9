import { DISCLOSURE } from '../../disclosure';
import { type Said, said } from '../../language';

export const disclosure: Said[] = [
  said(DISCLOSURE, {
    line: 'Reklam: Bu benim referans bağlantım; kaydolur ya da işlem yaparsanız komisyon kazanabilirim. Kripto varlıklar risklidir.',
  }),
];
