import { CURRENCY, count, percent } from '../../format';
import { INCOME, KIND_NAMES, MARKET_NAMES } from '../../income';
import { type Said, said } from '../../language';

export const income: Said[] = [
  said(KIND_NAMES, { commission: '佣金', kickback: '返现', bonus: '奖金' }),
  said(MARKET_NAMES, {
    spot: '现货',
    margin: '杠杆',
    'usd-m futures': 'U 本位合约',
    'coin-m futures': '币本位合约',
    mining: '挖矿',
    other: '其他',
  }),
  said(INCOME, {
    title: '收入',
    tabs: '收入分类',
    commissions: '佣金',
    bonus: '奖金',
    totals: '合计',
    all: '佣金',
    kickbackWhy: '您自己的手续费折扣，绝不计入佣金。',
    bonusWhy: '由奖金计划发放，绝不计入佣金。',
    rows: '每一笔佣金',
    kind: '类别',
    kinds: { commission: '佣金', kickback: '返现', bonus: '奖金', all: '全部类别' },
    search: '搜索 ID、资产、类型、邀请码',
    of: (n, m) => `${count(n)} / ${count(m)} 行`,
    counting: '计数中…',
    none: '没有符合的行。',
    columns: {
      time: '发放时间（UTC）',
      type: '类型',
      market: '市场',
      asset: '资产',
      amount: '数量',
      get value() {
        return `价值，${CURRENCY}`;
      },
      status: '状态',
      referral: '好友',
      code: '邀请码',
    },
    statuses: { reported: '已报告', credited: '已入账' },
    statusWhy: '已报告：导出文件中有。已入账：您账户自身的记录或账单中有，或逐位证实了当天的金额。',
    unpriced: '未计价',
    byAccount: '按账户',
    byAsset: '按资产',
    account: '账户',
    asset: '资产',
    amount: '数量',
    rowCount: '行数',
    get value() {
      return `价值，${CURRENCY}`;
    },
    moreAssets: n => `另有 ${count(n)} 种资产`,
    export: '导出',
    exportShown: '筛选结果',
    exportAll: '全部',
    formats: { csv: 'CSV', json: 'JSON', xlsx: 'Excel（XLSX）' },
    exportAs: (what, format) => `${what}，存为 ${format}`,
    exporting: (rows, part) => `正在写入 ${count(rows)} 行 · ${percent(part * 100, 0)}`,
    exported: '导出已保存。',
    exportCancelled: '导出已取消。',
    exportFailed: why => `导出失败：${why}`,
    cancel: '取消',
    loading: '加载中…',
  }),
];
