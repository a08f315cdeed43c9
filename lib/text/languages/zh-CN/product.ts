import { type Said, said } from '../../language';
import { ABOUT, LINK } from '../../product';

export const product: Said[] = [
  said(ABOUT, {
    unofficial: '非官方',
    disclaimer: '非官方。与币安无关联，亦未获币安认可。',
    demo: '演示',
    dataUpTo: moment => `数据截至 ${moment}`,
    noDataYet: '暂无数据',
  }),
  said(LINK, {
    title: '您的链接',
    copy: '复制链接',
    copied: '已复制',
    copyFailed: '请手动复制',
    qr: '二维码',
    qrTitle: code => `${code} 链接的二维码`,
    qrSvg: '下载 SVG',
    qrPng: '下载 PNG',
    none: '还没有邀请码。',
    add: '添加邀请码',
    explain: 'join 链接对新用户和召回的老用户都有效。',
  }),
];
