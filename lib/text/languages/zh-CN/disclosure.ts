import { DISCLOSURE } from '../../disclosure';
import { type Said, said } from '../../language';

export const disclosure: Said[] = [
  said(DISCLOSURE, {
    line: '广告：这是我的邀请链接；您注册或交易后，我可能获得佣金。加密货币有风险。',
  }),
];
