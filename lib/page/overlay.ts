import { PAGE_STYLES } from './styles';
import { isDarkPage } from './theme';

/** How often a page may throw our element out before we stay away. */
const PATIENCE = 5;

/**
 * The one element everything of ours lives in. It hangs below the root element and not in the page's body: nothing
 * of the page is moved, no framework finds a stranger in its tree. Its shadow root is closed, so that neither the page
 * nor another extension reaches in. What is in there stands in the top layer, where no filter, transform or cover of the
 * page's does anything to it; being in there, it is not the page's to take out of that layer.
 */
export class Overlay {
  readonly host = document.createElement('referral-copy');
  readonly root: HTMLElement;
  readonly shadow = this.host.attachShadow({ mode: 'closed' });
  #thrownOut = 0;

  constructor(ends: AbortSignal) {
    const { host, shadow } = this;
    // Constructed sheets and no style element: a strict policy of the page does not reach them.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(PAGE_STYLES);
    shadow.adoptedStyleSheets = [sheet];
    this.root = element('div', 'root');
    shadow.append(this.root);
    // The page's hotkeys must not fire while somebody types or presses Enter here.
    for (const type of ['keydown', 'keyup', 'keypress'] as const) {
      shadow.addEventListener(type, event => event.stopPropagation(), { signal: ends });
    }
    this.root.popover = 'manual';
    ends.addEventListener('abort', () => host.remove());
    this.attach();
  }

  /** Puts the host into the page and its top layer, again if the page has thrown it out; not for ever. As dark as the page. */
  attach(): void {
    const { root } = this;
    root.classList.toggle('dark', isDarkPage());
    // A page that zooms its root zooms us too: places and sizes of ours are those of the window. The page is asked
    // before we are in it, while it need not be styled anew for the answer.
    const { currentCSSZoom = 1 } = document.documentElement as Element & { currentCSSZoom?: number };
    root.style.zoom = `${1 / currentCSSZoom}`;
    this.#hang();
  }

  #hang(): void {
    const { host } = this;
    if (host.isConnected && isRaised(this.root)) return;
    if (this.#thrownOut > PATIENCE) return;
    this.#thrownOut++;
    if (!host.isConnected) document.documentElement.append(host);
    this.#show();
  }

  /** Puts the host above what the page has put into the top layer since: the user wants to press it. */
  raise(): void {
    if (isRaised(this.root)) this.root.hidePopover();
    this.#show();
  }

  #show(): void {
    try {
      this.root.showPopover();
    } catch {
      // The browser knows no top layer, or the page took the host out at once: what is seen is checked the harder.
    }
  }
}

/** Whether an element stands in the top layer. */
export const isRaised = (element: HTMLElement): boolean => {
  try {
    return element.matches(':popover-open');
  } catch {
    // A browser without a top layer.
    return false;
  }
};

export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className = '',
  text?: string,
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}
