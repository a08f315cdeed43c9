import { campaignLink, joinOf, type Snapshot } from '../domain/snapshot';
import { type CopyFormat, copyAs } from './copy-formats';

/** Everything a snapshot becomes: pages, snippets and forms for places without scripts. */
const html = (text: string) => text.replace(/[&<>"']/g, c => `&#${c.charCodeAt(0)};`);
/** JSON that can stand in a page: nothing in it ends a script or begins a comment. */
const data = (snapshot: Snapshot) =>
  JSON.stringify(snapshot).replace(
    /[<>&\u2028\u2029]/g,
    c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** What stands inside the element: all there is without scripts. */
const plainLink = (snapshot: Snapshot) =>
  `<a href="${html(joinOf(snapshot))}" rel="sponsored noopener noreferrer">${html(snapshot.words.join)}</a>`;

const reserved = (reserve: string) => (reserve ? ` reserve="${html(reserve)}"` : '');

/** The element that shows the snapshot beside the page. */
const cardTag = (snapshot: Snapshot, reserve: string): string =>
  `<referral-card src="snapshot.json"${reserved(reserve)}>${plainLink(snapshot)}</referral-card>`;

const pageHead = ({ lang, rtl, name, words }: Snapshot) =>
  `<!doctype html>
<html lang="${html(lang)}" dir="${rtl ? 'rtl' : 'ltr'}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>${html(name || words.join)}</title>`;

/** The page of the zip: everything it needs lies beside it, so that the strictest content policy lets it be. */
export const indexPage = (snapshot: Snapshot, reserve: string): string =>
  `${pageHead(snapshot)}
<script src="widget.js"></script>
${cardTag(snapshot, reserve)}
</html>
`;

/** A page of one file, for places that take no more, and for frames. */
export const singlePage = (snapshot: Snapshot, widget: string): string =>
  `${pageHead(snapshot)}
<style>body{margin:0}</style>
<script>${widget.replace(/<\/(script)/gi, '<\\/$1').replace(/<!--/g, '<\\!--')}</script>
<referral-card>${plainLink(snapshot)}<script type="application/json">${data(snapshot)}</script></referral-card>
</html>
`;

/** For a page of one's own, with the script's fingerprint: the browser runs nothing else in its place. */
export const scriptSnippet = (snapshot: Snapshot, reserve: string, integrity: string): string =>
  `<script src="widget.js" integrity="${integrity}" crossorigin="anonymous"></script>
${cardTag(snapshot, reserve)}`;

/** For pages that shall not run foreign scripts themselves: `card.html` is the single-file page. */
export const frameSnippet = (snapshot: Snapshot, height: number): string =>
  `<iframe src="card.html" title="${html(snapshot.name || snapshot.words.join)}" width="100%" height="${height}" loading="lazy" referrerpolicy="no-referrer" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" allow="clipboard-write" style="border:0"></iframe>`;

/** For places without scripts: the join link, then the campaigns. */
export function staticForm(format: CopyFormat, snapshot: Snapshot): string {
  const { name, words, code, campaigns } = snapshot;
  const lines = campaigns.map(campaign =>
    copyAs(format, {
      title: campaign.title,
      link: campaignLink(snapshot, campaign),
      detail: '',
      disclosure: '',
    }),
  );
  const first = copyAs(format, {
    title: name ? `${words.join} · ${name}` : words.join,
    link: joinOf(snapshot),
    detail: `${words.code}: ${code}`,
    disclosure: `${words.disclosure} ${words.risk}`,
  });
  return [first, ...lines].join('\n\n');
}

export const readmeText = (snapshot: Snapshot): string =>
  `Referral card for ${snapshot.code}

Put all files of this folder side by side on your site.
- index.html shows the card. Open it to see that it works.
- To show it on a page of yours, copy the two lines with widget.js and referral-card from index.html.
- Published again, only snapshot.json changes: upload that one file.

The card asks no other address than its own snapshot.json, keeps nothing in the visitor's browser and
works without JavaScript as a plain link. Ended campaigns disappear by themselves.

Looks can be changed with CSS: --referral-accent, --referral-on-accent, --referral-paper, --referral-ink,
--referral-paper-dark, --referral-ink-dark, --referral-radius, --referral-font, and ::part(card), ::part(name),
::part(code), ::part(copy), ::part(join), ::part(qr), ::part(campaigns), ::part(figures), ::part(disclosure).

Unofficial. Not affiliated with or endorsed by Binance.
`;

/** A character's share of a line: those of East Asia are about twice as wide. */
const widthOf = (char: string) =>
  /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\uff00-\uff60]/.test(char) ? 2 : 1;
const widthOfAll = (text: string) => [...text].reduce((sum, char) => sum + widthOf(char), 0);

/** Breaks a text into lines of such a width, at spaces where there are any. */
function wrap(text: string, most: number): string[] {
  const out: string[] = [];
  let line = '';
  for (const word of text.split(/(?<=\s)/)) {
    if (line && widthOfAll(line + word.trimEnd()) > most) {
      out.push(line.trimEnd());
      line = '';
    }
    for (const char of word) {
      if (widthOfAll(line) + widthOf(char) > most && char.trim()) {
        out.push(line.trimEnd());
        line = '';
      }
      line += char;
    }
  }
  return [...out, line.trimEnd()].filter(Boolean);
}

/**
 * The card as a picture, 640 wide and as high as its lines need: nothing of them is cut.
 * @param qr the link's code as a path of `size` modules.
 */
export function svgCard(
  snapshot: Snapshot,
  qr: { path: string; size: number },
): { svg: string; height: number } {
  const { name, code, words, accent, theme, rtl } = snapshot;
  const [paper, ink, soft, line] =
    theme === 'dark'
      ? ['#1a1a17', '#f3f1ea', '#b7b2a6', '#35332d']
      : ['#ffffff', '#1c1b18', '#5d594f', '#e2ded5'];
  const x = rtl ? 608 : 32;
  const anchor = rtl ? ' text-anchor="end"' : '';
  const say = (y: number, size: number, weight: number, fill: string, text: string, most = 400) => {
    // What would be wider than its place is pressed into it.
    const long = widthOfAll(text) * size * 0.62 > most;
    const fit = long ? ` textLength="${most}" lengthAdjust="spacingAndGlyphs"` : '';
    return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}"${anchor}${fit}>${html(text)}</text>`;
  };
  const small = [...wrap(words.disclosure, 92), ...wrap(words.risk, 92)];
  const height = Math.max(250, 236 + small.length * 17);
  const scale = 148 / qr.size;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="${height}" viewBox="0 0 640 ${height}" font-family="system-ui,-apple-system,Segoe UI,Roboto,sans-serif">
<rect x=".5" y=".5" width="639" height="${height - 1}" rx="16" fill="${paper}" stroke="${line}"/>
<rect x="${rtl ? 632 : 0}" y="0" width="8" height="${height}" fill="${accent}"/>
${name ? say(60, 22, 650, ink, name) : ''}
${say(100, 13, 400, soft, words.code)}
${say(130, 26, 650, ink, code)}
${say(166, 15, 600, ink, words.join)}
${say(190, 13, 400, soft, joinOf(snapshot).replace('https://www.', ''))}
${small.map((text, i) => say(224 + i * 17, 11.5, 400, soft, text, 576)).join('\n')}
<g transform="translate(${rtl ? 32 : 460} 32) scale(${scale})" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${qr.size}v${qr.size}H0z"/><path d="${qr.path}"/></g>
</svg>
`;
  return { svg, height };
}
