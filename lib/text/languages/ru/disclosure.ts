import { DISCLOSURE } from '../../disclosure';
import { type Said, said } from '../../language';

export const disclosure: Said[] = [
  said(DISCLOSURE, {
    line: 'Реклама: это моя реферальная ссылка; если вы зарегистрируетесь или будете торговать, я могу получить комиссию. Криптовалюты связаны с риском.',
  }),
];
