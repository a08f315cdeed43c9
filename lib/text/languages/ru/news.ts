import { type Said, said } from '../../language';
import { NEWS } from '../../news';

export const news: Said[] = [
  said(NEWS, {
    titles: {
      'first-commission': 'Первая комиссия за сегодня',
      tier: 'Достигнут уровень бонуса',
      'campaign-ending': 'Кампания закончится в течение суток',
    },
    soFar: amount => `${amount} на данный момент`,
  }),
];
