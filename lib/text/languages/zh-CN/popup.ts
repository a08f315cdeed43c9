import { type Said, said } from '../../language';
import { GLANCE_NAMES, LEADS, POPUP } from '../../popup';

export const popup: Said[] = [
  said(GLANCE_NAMES, { today: '今天', yesterday: '昨天', 'this-month': '本月', 'last-month': '上月' }),
  said(LEADS, {
    today: '今日佣金',
    yesterday: '昨日佣金',
    'this-month': '本月佣金',
    'last-month': '上月佣金',
    all: '全部佣金',
  }),
  said(POPUP, {
    thisPage: '复制本页链接并附上我的邀请码',
    append: '复制活动网址时自动附上我的邀请码',
    damagedTitle: '账本与上次不一致',
    damaged: '为免出错，不显示任何数字。请到仪表盘查看处理办法。',
    open: '打开仪表盘',
    start: '开始设置',
    welcome: '您的返佣收入，精确、私密，一眼可见。',
    nothing: '还没有佣金。导入币安的导出文件，即可在此看到数字。',
    import: '导入文件',
    noData: '无数据',
    noneOf: upTo => `${upTo} 之后无数据`,
    newReferrals: '新增好友',
    spotTraders: '现货交易好友',
    futuresTraders: '合约交易好友',
    versus: {
      today: '对比昨天同一时刻',
      yesterday: '对比前一天',
      'this-month': '对比上月同期',
      'last-month': '对比前一个月',
    },
    unpriced: n => `+ ${n} 笔未计价`,
    spark: '近 30 天每日佣金',
  }),
];
