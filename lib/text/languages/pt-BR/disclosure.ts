import { DISCLOSURE } from '../../disclosure';
import { type Said, said } from '../../language';

export const disclosure: Said[] = [
  said(DISCLOSURE, {
    line: 'Publicidade: este é meu link de indicação; posso receber uma comissão se você se cadastrar ou operar. Criptomoedas são arriscadas.',
  }),
];
