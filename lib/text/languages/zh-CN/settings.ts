import { BASE } from '../../format';
import { type Said, said } from '../../language';
import { CURRENCY_NAMES, SETTINGS } from '../../settings';

const NAMES = {
  EUR: '欧元',
  BRL: '巴西雷亚尔',
  TRY: '土耳其里拉',
  UAH: '乌克兰格里夫纳',
  PLN: '波兰兹罗提',
  RON: '罗马尼亚列伊',
  CZK: '捷克克朗',
  ZAR: '南非兰特',
  MXN: '墨西哥比索',
  ARS: '阿根廷比索',
  COP: '哥伦比亚比索',
  JPY: '日元',
  BTC: '比特币',
  ETH: '以太币',
  BNB: 'BNB',
};

export const settings: Said[] = [
  said(CURRENCY_NAMES, NAMES),
  said(SETTINGS, {
    title: '设置',
    look: '外观',
    theme: '主题',
    themes: { system: '跟随系统', light: '浅色', dark: '深色' },
    privacy: '隐私模式',
    privacyText: '模糊每个数字，指向时才显示。适合直播、通话和乘车时。',
    language: '语言',
    browserLanguage: name => `跟随浏览器（${name}）`,
    languageText: '数字和日期的写法也随之改变。导出文件不变。',
    pages: '在币安网页上',
    buttons: '活动页上的复制按钮',
    buttonsText: '每个活动一个小按钮，其页面上一个胶囊按钮。除自身外不向网页添加任何内容。',
    hiddenPages: n => `已在 ${n} 个页面隐藏。`,
    showAgain: '全部重新显示',
    pressForm: '一键复制',
    pressForms: { page: '页面链接', join: 'join 链接', text: '标题、链接和声明' },
    append: '复制活动网址时自动附上我的邀请码',
    appendText: '仅限复制的文字恰为一个 www.binance.com 活动网址且没有邀请码。他人的邀请码不会被改动。',
    toolbar: '工具栏与通知',
    badge: '工具栏图标上显示',
    badges: { off: '不显示', commission: '今日佣金', referrals: '今日新增好友' },
    notify: '通知',
    notifyText:
      '每天最多两条：当天首笔佣金、达成奖金档位、面向合伙人的活动将在一天内结束。浏览器会请您允许。',
    lock: '加密密钥自动锁定时间',
    lockHours: n => `${n} 小时`,
    currency: '计价货币',
    currencyField: '数字单位',
    currencyShow: currency => `以 ${currency} 显示数字`,
    currencyName: currency => (currency === BASE ? 'BUSD 等值' : `${currency} · ${CURRENCY_NAMES[currency]}`),
    currencyText: currency =>
      currency === BASE
        ? 'BUSD 等值：取自导出文件自身的 USDT 列，按 1:1 计算。已连接账户的记录按其资产当日开盘价计价。'
        : `每行的 BUSD 价值按 1:1 视为 USDT，再按该行所属 UTC 日币安 USDT 与 ${currency} 的开盘汇率换算。已保存的内容、导出的文件、回执和奖金门槛仍以 BUSD 计。`,
    currencyHost: '汇率来自币安的公开行情服务器；浏览器会请您允许。',
    currencyBusy: currency => `正在获取汇率并以 ${currency} 汇总…`,
    noPriceHost: '没有该权限就没有汇率：数字保持不变。',
    noRates: currency => `币安没有提供 ${currency} 的汇率：数字保持不变。`,
    notChanged: '未成功：数字保持不变。',
    pending: currency => `数字仍为原样：暂无 ${currency} 的汇率。每小时会再次获取。`,
    lacking: (days, currency) => `您的数据有 ${days} 天（暂）无 ${currency} 汇率：这些行计为未计价。`,
    diagnostics: '诊断信息',
    diagnosticsText:
      '用于报告问题：版本、权限、数量、各连接的状态，以及浏览器启动以来的最近故障。不含金额、邀请码、姓名、备注或密钥。',
    diagnosticsCopy: '复制诊断信息',
    diagnosticsCopied: '已复制。发送前请先阅读。',
    diagnosticsRefused: '浏览器不允许复制。请手动复制下方文本。',
  }),
];
