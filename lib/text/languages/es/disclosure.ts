import { DISCLOSURE } from '../../disclosure';
import { type Said, said } from '../../language';

export const disclosure: Said[] = [
  said(DISCLOSURE, {
    line: 'Publicidad: este es mi enlace de referido; puedo recibir una comisión si te registras u operas. Las criptomonedas tienen riesgo.',
  }),
];
