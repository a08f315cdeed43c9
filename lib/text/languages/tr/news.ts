import { type Said, said } from '../../language';
import { NEWS } from '../../news';

export const news: Said[] = [
  said(NEWS, {
    titles: {
      'first-commission': 'Bugünün ilk komisyonu',
      tier: 'Bonus kademesine ulaşıldı',
      'campaign-ending': 'Bir kampanya bir gün içinde bitiyor',
    },
    soFar: amount => `Şu ana kadar ${amount}`,
  }),
];
