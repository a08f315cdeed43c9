import { COPIED_FOR } from '../domain/copied-for';
import { qrPath } from '../domain/qr-path';
import {
  campaignLink,
  joinOf,
  openCampaigns,
  type Snapshot,
  type SnapshotCampaign,
  timeLeft,
} from '../domain/snapshot';

const SVG = 'http://www.w3.org/2000/svg';

/** An element with classes that are its part names too, and text that is never anything but text. */
function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  part = '',
  ...inside: (Node | string | undefined)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (part) {
    made.className = part;
    made.setAttribute('part', part);
  }
  made.append(...inside.filter(node => node !== undefined));
  return made;
}

/** Every link of a widget: to Binance, said to be advertising, and telling Binance nothing of the page. */
function link(href: string, part: string, ...inside: (Node | string)[]): HTMLAnchorElement {
  const made = el('a', part, ...inside);
  made.href = href;
  made.rel = 'sponsored noopener noreferrer';
  made.referrerPolicy = 'no-referrer';
  made.target = '_blank';
  return made;
}

function qr(snapshot: Snapshot): SVGElement {
  const { path, size } = qrPath(joinOf(snapshot));
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', `0 0 ${size} ${size}`);
  svg.setAttribute('class', 'qr');
  svg.setAttribute('part', 'qr');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', snapshot.words.qr);
  svg.setAttribute('shape-rendering', 'crispEdges');
  for (const [d, fill] of [
    [`M0 0h${size}v${size}H0z`, '#fff'],
    [path, '#000'],
  ]) {
    const shape = document.createElementNS(SVG, 'path');
    shape.setAttribute('d', d);
    shape.setAttribute('fill', fill);
    svg.append(shape);
  }
  return svg;
}

/** The code with its copy button; a clipboard that refuses shows the code selected. */
function codeBox({ code, words }: Snapshot): HTMLElement {
  const shown = el('b', 'code-text', code);
  const button = el('button', 'copy', words.copy);
  button.type = 'button';
  button.setAttribute('aria-label', `${words.copy}: ${code}`);
  const status = el('span', 'sr');
  status.setAttribute('role', 'status');
  let timer: ReturnType<typeof setTimeout> | undefined;
  button.addEventListener('click', () => {
    const said = (text: string) => {
      button.textContent = text;
      status.textContent = text === words.copy ? '' : text;
    };
    const done = () => {
      said(words.copied);
      clearTimeout(timer);
      timer = setTimeout(said, COPIED_FOR, words.copy);
    };
    const refused = () => getSelection()?.selectAllChildren(shown);
    if (navigator.clipboard) navigator.clipboard.writeText(code).then(done, refused);
    else refused();
  });
  return el('div', 'code', el('span', '', words.code), shown, button, status);
}

function head({ name, picture }: Snapshot, base: string): HTMLElement | undefined {
  if (!name && !picture) return undefined;
  const box = el('div', 'head');
  if (picture) {
    const image = el('img', 'picture');
    image.alt = '';
    image.width = 44;
    image.height = 44;
    image.referrerPolicy = 'no-referrer';
    image.src = picture.startsWith('data:') ? picture : new URL(picture, base).href;
    // A picture that is not there leaves no hole.
    image.addEventListener('error', () => image.remove());
    box.append(image);
  }
  if (name) box.append(el('p', 'name', name));
  return box;
}

function campaignList(snapshot: Snapshot, open: SnapshotCampaign[], now: number): HTMLElement | undefined {
  if (open.length === 0) return undefined;
  const list = el('ul');
  // No heading: which rank it would have is the page's business.
  list.setAttribute('aria-label', snapshot.words.campaigns);
  const caption = el('p', 'caption', snapshot.words.campaigns);
  caption.ariaHidden = 'true';
  for (const campaign of open) {
    const left = timeLeft(snapshot, campaign, now);
    list.append(
      el(
        'li',
        'campaign',
        link(
          campaignLink(snapshot, campaign),
          '',
          el('span', 'title', campaign.title),
          ...(left ? [el('span', 'left', left)] : []),
        ),
      ),
    );
  }
  return el('div', 'campaigns', caption, list);
}

function figures({ figures: { referrals, years, index }, words, lang }: Snapshot): HTMLElement | undefined {
  const list = el('dl', 'figures');
  const add = (name: string, value: Node | string) =>
    list.append(el('div', 'figure', el('dt', '', name), el('dd', '', value)));
  const number = (n: number) => {
    try {
      return n.toLocaleString(lang);
    } catch {
      // A language the browser does not know.
      return String(n);
    }
  };
  if (referrals !== undefined) add(words.referrals, number(referrals));
  if (years !== undefined) add(words.years, number(years));
  if (index) {
    const chart = el('div', 'index');
    chart.setAttribute('role', 'img');
    chart.setAttribute('aria-label', words.index);
    for (const part of index) {
      const bar = el('i');
      bar.style.height = `${part}%`;
      chart.append(bar);
    }
    add(words.index, chart);
  }
  return list.childElementCount > 0 ? list : undefined;
}

/** Black or white, whichever can be read on a colour: one of the two always has 4.5 : 1. */
function inkOn(accent: string): '#000' | '#fff' {
  const channel = (at: number) => {
    const c = Number.parseInt(accent.slice(at, at + 2), 16) / 255;
    return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  const light = 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
  return light > 0.179 ? '#000' : '#fff';
}

/** A snapshot as elements. @param base where the snapshot came from, for the picture beside it. */
export function drawCard(snapshot: Snapshot, base: string, now: number): HTMLElement {
  const { layout, theme, words, lang, rtl, accent } = snapshot;
  const root = el('div', `root ${layout}`);
  root.setAttribute('part', 'card');
  root.classList.add(theme);
  root.lang = lang;
  root.dir = rtl ? 'rtl' : 'ltr';
  root.style.setProperty('--accent', `var(--referral-accent,${accent})`);
  root.style.setProperty('--on-accent', `var(--referral-on-accent,${inkOn(accent)})`);
  const join = link(joinOf(snapshot), 'join', words.join);
  const disclosure = el('p', 'small', words.disclosure);
  disclosure.setAttribute('part', 'disclosure');
  const risk = el('p', 'small', words.risk);
  risk.setAttribute('part', 'risk');
  const open = openCampaigns(snapshot, now);
  const lines = el('div', '', disclosure, risk);
  if (layout === 'button') root.append(join, lines);
  else if (layout === 'strip') {
    const main = el('div', 'main', head(snapshot, base), el('div', 'row', codeBox(snapshot), join));
    root.append(main, ...present(campaignList(snapshot, open.slice(0, 1), now)), lines);
  } else {
    const body = el('div', 'body', head(snapshot, base), el('div', 'row', codeBox(snapshot), join));
    root.append(
      el('div', 'top', body, qr(snapshot)),
      ...present(figures(snapshot), campaignList(snapshot, open, now)),
      lines,
    );
  }
  return root;
}

const present = (...nodes: (HTMLElement | undefined)[]) => nodes.filter(node => node !== undefined);
