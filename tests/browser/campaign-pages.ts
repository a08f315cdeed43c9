/** Pages of many shapes, as www.binance.com might serve them; nothing in them is Binance's. */
export interface PageShape {
  name: string;
  /** Behind https://www.binance.com */
  path: string;
  html: string;
  headers?: Record<string, string>;
  /** Campaigns that must have a button each, the page's own among them. */
  campaigns: number;
}

const hex = (n: number) => n.toString(16).padStart(32, '0');
export const article = (n: number, locale = 'en') =>
  `https://www.binance.com${locale && `/${locale}`}/support/announcement/${hex(n)}`;
const doc = (body: string, head = '', attributes = 'lang="en"') =>
  `<!doctype html><html ${attributes}><head><meta charset="utf-8"><title>Page</title><style>body{font:16px sans-serif;margin:24px}li{margin:14px 0}</style>${head}</head><body>${body}</body></html>`;
const items = (from: number, to: number, href: (n: number) => string = article) =>
  Array.from(
    { length: to - from },
    (_, i) => `<li><a href="${href(from + i)}">Campaign ${from + i}</a></li>`,
  ).join('');
const list = (n: number) => `<h1>Activities</h1><ul>${items(1, n + 1)}</ul>`;
const LIST = '/en/support/announcement/list/93';
const script = (code: string) => `<script>${code}</script>`;
const render = (n: number) => `document.body.innerHTML=${JSON.stringify(list(n))};`;

export const SHAPES: PageShape[] = [
  { name: 'list', path: LIST, html: doc(list(8)), campaigns: 8 },
  { name: 'list without locale', path: '/support/announcement/c-93', html: doc(list(3)), campaigns: 3 },
  {
    name: 'list of another locale',
    path: '/zh-CN/support/announcement/latest-activities?c=93&navId=93',
    html: doc(list(4)),
    campaigns: 4,
  },
  {
    name: 'article',
    path: `/en/support/announcement/${hex(1)}`,
    html: doc('<h1>Big cup</h1><p>Text</p>'),
    campaigns: 1,
  },
  {
    name: 'article with detail',
    path: `/en/support/announcement/detail/${hex(2)}`,
    html: doc('<h1>Big cup</h1>'),
    campaigns: 1,
  },
  {
    name: 'article with related',
    path: `/en/support/announcement/${hex(1)}`,
    html: doc(`<h1>Cup</h1><ul>${items(1, 5)}</ul>`),
    campaigns: 4,
  },
  {
    name: 'trading competition',
    path: '/en/activity/trading-competition/spot-cup',
    html: doc('<h1>Cup</h1>'),
    campaigns: 1,
  },
  {
    name: 'marketing campaign',
    path: `/en/activity/marketing-campaign/${hex(9)}`,
    html: doc('<h1>Cup</h1>'),
    campaigns: 1,
  },
  {
    name: 'referral entry',
    path: '/en/activity/referral-entry/CPA?ref=CPA_00SOMEBODY',
    html: doc('<h1>Join</h1>'),
    campaigns: 1,
  },
  { name: 'event', path: '/en/events/summer', html: doc('<h1>Summer</h1>'), campaigns: 1 },
  { name: 'square post', path: '/en/square/post/123456', html: doc('<h1>Post</h1>'), campaigns: 1 },
  {
    name: 'affiliate programme',
    path: '/en/activity/affiliate',
    html: doc('<h1>Affiliates</h1>'),
    campaigns: 1,
  },
  { name: 'own referral page', path: '/en/my/referral', html: doc('<h1>Referral</h1>'), campaigns: 1 },
  {
    name: 'activity hub',
    path: '/en/activity',
    html: doc(`<div>${items(1, 4, n => `/en/activity/cup-${n}`)}</div>`),
    campaigns: 3,
  },
  {
    name: 'relative links',
    path: LIST,
    html: doc(`<ul>${items(1, 6, n => `/en/support/announcement/${hex(n)}`)}</ul>`),
    campaigns: 5,
  },
  { name: 'each twice', path: LIST, html: doc(`<ul>${items(1, 5)}${items(1, 5)}</ul>`), campaigns: 4 },
  {
    name: 'each in two languages',
    path: LIST,
    html: doc(`<ul>${items(1, 4)}${items(1, 4, n => article(n, 'fr'))}</ul>`),
    campaigns: 3,
  },
  {
    name: 'cards',
    path: LIST,
    html: doc(
      `<div style="display:grid;grid-template-columns:repeat(3,1fr);gap:12px">${Array.from({ length: 6 }, (_, i) => `<a style="display:block;border:1px solid;padding:12px" href="${article(i + 1)}"><b>Card ${i}</b><p>Long text of the card that takes two lines at least, perhaps</p></a>`).join('')}</div>`,
    ),
    campaigns: 6,
  },
  {
    name: 'rendered late',
    path: LIST,
    html: doc('<p>…</p>', '', 'lang="en"') + script(`setTimeout(()=>{${render(5)}},700)`),
    campaigns: 5,
  },
  {
    name: 'growing list',
    path: LIST,
    html:
      doc(`<ul id="l">${items(1, 4)}</ul>`) +
      script(
        `let n=4;const t=setInterval(()=>{if(n>9)return clearInterval(t);const li=document.createElement('li');li.innerHTML='<a href="${article(0)}">x</a>';li.firstChild.href='${article(0).slice(0, -2)}'+String(n).padStart(2,'0');li.firstChild.textContent='Late '+n;l.append(li);n++},80)`,
      ),
    campaigns: 9,
  },
  {
    name: 'links that change',
    path: LIST,
    html: doc('<a id="a" href="#">Soon</a>') + script(`setTimeout(()=>{a.href='${article(7)}'},400)`),
    campaigns: 1,
  },
  {
    name: 'navigation by pushState',
    path: '/en/trade/BTC_USDT',
    html:
      doc('<p>trade</p>') + script(`setTimeout(()=>{history.pushState({},'','${LIST}');${render(4)}},400)`),
    campaigns: 4,
  },
  {
    name: 'back to nothing',
    path: LIST,
    html:
      doc(list(4)) +
      script(
        `setTimeout(()=>{history.replaceState({},'','/en/trade/BTC_USDT');document.body.textContent='trade'},900)`,
      ),
    campaigns: 0,
  },
  {
    name: 'open shadow cards',
    path: LIST,
    html:
      doc('<x-card></x-card><x-card></x-card>') +
      script(
        `let n=1;for(const e of document.querySelectorAll('x-card')){e.attachShadow({mode:'open'}).innerHTML='<a href="${article(0).slice(0, -1)}'+(n++)+'">Card</a>'}`,
      ),
    campaigns: 2,
  },
  {
    name: 'frames',
    path: LIST,
    html: doc(`${list(3)}<iframe srcdoc="<a href='${article(9)}'>in</a>"></iframe>`),
    campaigns: 3,
  },
  {
    name: 'right to left',
    path: '/ar/support/announcement/list/93',
    html: doc(list(5), '', 'lang="ar" dir="rtl"'),
    campaigns: 5,
  },
  {
    name: 'dark',
    path: LIST,
    html: doc(list(5), '<style>html{color-scheme:dark}body{background:#111;color:#eee}a{color:#9cf}</style>'),
    campaigns: 5,
  },
  {
    name: 'strict policy and Trusted Types',
    path: LIST,
    html: doc(list(5)),
    headers: {
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; require-trusted-types-for 'script'; trusted-types 'none'",
    },
    campaigns: 5,
  },
  {
    name: 'deletes unknown nodes',
    path: LIST,
    html:
      doc(list(4)) +
      script(
        `new MutationObserver(r=>{for(const m of r)for(const e of m.addedNodes)if(e.localName&&e.localName.includes('-')&&window.n++<3)e.remove()}).observe(document.documentElement,{childList:true});window.n=0`,
      ),
    campaigns: 4,
  },
  {
    name: 'hotkeys',
    path: LIST,
    html: doc(list(3)) + script(`window.keys=0;addEventListener('keydown',()=>keys++)`),
    campaigns: 3,
  },
  {
    name: 'huge root size',
    path: LIST,
    html: doc(list(4), '<style>html{font-size:40px}</style>'),
    campaigns: 4,
  },
  {
    name: 'hostile styles',
    path: LIST,
    html: doc(
      list(4),
      '<style>*{letter-spacing:4px!important;text-transform:uppercase!important} div{color:red!important}</style>',
    ),
    campaigns: 4,
  },
  {
    name: 'hidden links',
    path: LIST,
    html: doc(`<ul>${items(1, 4)}</ul><div style="display:none">${items(4, 9)}</div>`),
    campaigns: 3,
  },
  {
    name: 'scrolled box',
    path: LIST,
    html: doc(`<div style="height:200px;overflow:auto"><ul>${items(1, 11)}</ul></div>`),
    campaigns: 10,
  },
  {
    name: 'other hosts and look-alikes',
    path: LIST,
    html: doc(
      `<ul>${items(1, 3)}<li><a href="https://www.binance.com.evil.example/en/support/announcement/${hex(5)}">x</a></li><li><a href="https://www.binance.info/en/support/announcement/${hex(6)}">x</a></li><li><a href="/en/trade/BTC_USDT">x</a></li><li><a href="javascript:alert(1)//activity/">x</a></li></ul>`,
    ),
    campaigns: 2,
  },
  { name: 'no campaign page', path: '/en/trade/BTC_USDT', html: doc(list(5)), campaigns: 0 },
];

export function tenThousand(): string {
  return doc(`<ul>${items(1, 10_001)}</ul>`);
}
