import type { GuestData } from '../../../lib/domain/guest-data';
import { joinLink } from '../../../lib/domain/link';
import { qrPath } from '../../../lib/domain/qr-path';
import { Visit } from '../../../lib/page/visit';
import { CAMPAIGN_PAGE } from '../../../lib/text/campaign-pages';
import { DISCLOSURE } from '../../../lib/text/disclosure';
import { type PageShape, SHAPES, tenThousand } from '../../browser/campaign-pages';
import { nothing, until } from '../act';
import { CODES } from '../books';
import type { Shown, State } from '../catalogue';
import { shown } from '../stand-ins/page-role';

const BINANCE = 'https://www.binance.com';

/** Makes this page one of the shapes, running its scripts as a browser would. */
function become({ html }: Pick<PageShape, 'html'>): void {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const root = document.documentElement;
  for (const { name, value } of page.documentElement.attributes) root.setAttribute(name, value);
  document.head.append(...page.querySelectorAll('head > style'));
  const scripts = [...page.querySelectorAll('script')];
  for (const script of scripts) script.remove();
  document.body.replaceChildren(...page.body.childNodes);
  // Links that are relative lead to our own server here.
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href^="/"]'))
    link.href = BINANCE + link.getAttribute('href');
  for (const { textContent } of scripts) {
    const script = document.createElement('script');
    script.textContent = textContent;
    document.body.append(script);
  }
}

/** The pill and mini buttons on a page of some shape. */
function onPage(shape: Pick<PageShape, 'path' | 'html'>, told: Partial<GuestData> = {}): State {
  const data: GuestData = {
    on: true,
    codes: CODES,
    code: CODES[0],
    labels: { [CODES[0]]: 'YouTube' },
    form: 'page',
    corner: 'bottom-right',
    autoAppend: false,
    disclosure: DISCLOSURE.line,
  };
  return {
    frame: 'host',
    view: () => {
      shown.path = shape.path;
      become(shape);
      const guest = {
        isOver: () => false,
        data: async () => ({ ...data, ...told, words: CAMPAIGN_PAGE }),
        openDashboard: nothing,
        hide: nothing,
        use: nothing,
        put: nothing,
        qr: async (code: string) => qrPath(joinLink(code)),
      };
      new Visit(guest, new AbortController().signal);
    },
    after: () => told.on !== false && until('our element', () => document.querySelector('referral-copy')),
  };
}

const shape = (name: string) => SHAPES.find(one => one.name === name)!;
/** A policy needs a server that sends it, and what leaves the address of a list leaves this page too. */
const here = SHAPES.filter(one => !one.headers && one.campaigns > 0 && !one.html.includes('pushState'));

export default {
  'Pill and mini buttons': {
    ...Object.fromEntries(here.map(one => [one.name, onPage(one)])),
    'ten thousand links': onPage({ path: '/en/support/announcement/list/93', html: tenThousand() }),
    'without a code': onPage(shape('article with related'), { codes: [], code: undefined }),
    'programme page without a code': onPage(shape('own referral page'), { codes: [], code: undefined }),
  },
} satisfies Shown;
