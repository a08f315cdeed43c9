import { type Said, said } from '../../language';
import { NAV } from '../../nav';

export const nav: Said[] = [
  said(NAV, {
    overview: '总览',
    referrals: '好友',
    income: '收入',
    campaigns: '活动',
    links: '链接',
    data: '数据',
    publish: '发布',
    settings: '设置',
    sections: '栏目',
    manage: '管理',
  }),
];
