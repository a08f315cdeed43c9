import { type Said, said } from '../../language';
import { NEWS } from '../../news';

export const news: Said[] = [
  said(NEWS, {
    titles: {
      'first-commission': 'Primeira comissão de hoje',
      tier: 'Nível de bônus alcançado',
      'campaign-ending': 'Uma campanha termina em menos de um dia',
    },
    soFar: amount => `${amount} até agora`,
  }),
];
