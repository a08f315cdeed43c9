import { PAGE_STYLES } from './styles';

/** How often a page may throw our element out before we stay away. */
const PATIENCE = 5;

/**
 * The one element everything of ours lives in. It hangs below the root element and not in the page's body: nothing
 * of the page is moved, no framework finds a stranger in its tree.
 */
export class Overlay {
  readonly host = document.createElement('referral-copy');
  readonly root: HTMLElement;
  #thrownOut = 0;

  constructor(ends: AbortSignal) {
    const shadow = this.host.attachShadow({ mode: 'open' });
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
    ends.addEventListener('abort', () => this.host.remove());
    this.attach();
  }

  /** Puts the host into the page, again if the page has thrown it out; not for ever. */
  attach(): void {
    if (this.host.isConnected || this.#thrownOut > PATIENCE) return;
    this.#thrownOut++;
    document.documentElement.append(this.host);
  }
}

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
