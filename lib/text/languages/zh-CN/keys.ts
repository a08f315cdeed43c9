import { KEY_SHEET } from '../../keys';
import { type Said, said } from '../../language';

export const keys: Said[] = [
  said(KEY_SHEET, {
    title: '快捷键',
    close: '关闭',
    arrows: '上一时段、下一时段',
    interval: '切换间隔',
    comparison: '切换对比',
    search: '搜索',
    filters: '前往筛选',
    escape: '关闭，或清除筛选',
    sheet: '本列表',
  }),
];
