/**
 * Words of our elements on Binance's pages. Only texts: the background sends them to the content script in the user's
 * language.
 */
export const CAMPAIGN_PAGE = {
  product: 'Referral Dashboard Pro',
  unofficial: 'unofficial',
  copy: 'Copy referral link',
  copyOf: 'Copy referral link: {title}',
  copied: 'Copied',
  refused: 'Copy it by hand:',
  notSeen:
    'That press did not count: the button had just appeared or moved, or something lay over it. Press again, or copy by hand.',
  noCampaign: 'That is no campaign link that can take your code. Your join link, to copy by hand:',
  noCode: 'Copy referral link: set your code first',
  setCode: 'Set your code',
  menu: 'More ways to copy',
  page: 'Page link with my code',
  join: 'Join link (surely counted)',
  markdown: 'As Markdown',
  html: 'As HTML',
  text: 'As text with disclosure',
  qr: 'QR code',
  qrOf: 'QR code of the link of {code}',
  share: 'Share …',
  move: 'Move to another corner',
  beside: 'Keep this open beside the page',
  otherCode: 'Use code {code}',
  pro: 'Go to Pro',
  hidePage: 'Hide on this page',
  hideSite: 'Hide on this site',
  credit:
    'No public source proves that Binance counts a code on a campaign page. The join link surely counts.',
  contextLink: 'Copy link with my code',
  contextPage: 'Copy page link with my code',
  contextSelection: 'Copy selected link with my code',
};
