import { type Said, said } from '../../language';
import { NEWS } from '../../news';

export const news: Said[] = [
  said(NEWS, {
    titles: {
      'first-commission': 'Primera comisión de hoy',
      tier: 'Nivel de bono alcanzado',
      'campaign-ending': 'Una campaña termina en menos de un día',
    },
    soFar: amount => `${amount} hasta ahora`,
  }),
];
