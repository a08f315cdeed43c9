import { type Said, said } from '../../language';
import { NEWS } from '../../news';

export const news: Said[] = [
  said(NEWS, {
    titles: {
      'first-commission': '今日首笔佣金',
      tier: '已达成奖金档位',
      'campaign-ending': '有活动将在一天内结束',
    },
    soFar: amount => `目前 ${amount}`,
  }),
];
