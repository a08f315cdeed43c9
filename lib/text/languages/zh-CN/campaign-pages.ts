import { CAMPAIGN_PAGE } from '../../campaign-pages';
import { type Said, said } from '../../language';

export const campaignPages: Said[] = [
  said(CAMPAIGN_PAGE, {
    product: 'Referral Dashboard Pro',
    unofficial: '非官方',
    copy: '复制邀请链接',
    copyOf: '复制邀请链接：{title}',
    copied: '已复制',
    refused: '请手动复制：',
    notSeen: '这次点击未计入：按钮刚刚出现或移动，或被遮挡。请再点一次，或手动复制。',
    noCampaign: '这不是可以加入您代码的活动链接。您的 join 链接，请手动复制：',
    noCode: '复制邀请链接：请先设置邀请码',
    setCode: '设置邀请码',
    menu: '更多复制方式',
    page: '本页链接并附上我的邀请码',
    join: 'join 链接（确定计入）',
    markdown: '复制为 Markdown',
    html: '复制为 HTML',
    text: '复制为文本并附声明',
    qr: '二维码',
    qrOf: '{code} 链接的二维码',
    otherCode: '改用邀请码 {code}',
    pro: '前往 Pro',
    hidePage: '在此页隐藏',
    hideSite: '在此网站隐藏',
    credit: '没有公开资料证明币安会计入活动页上的邀请码。join 链接确定计入。',
    contextLink: '复制链接并附上我的邀请码',
    contextPage: '复制本页链接并附上我的邀请码',
    contextSelection: '复制所选链接并附上我的邀请码',
  }),
];
