import { openCampaigns, parseSnapshot, type Snapshot, timeLeft } from '../domain/snapshot';
import { drawCard } from './draw';
import { WIDGET_STYLES } from './styles';

/** Larger than any snapshot of ours; what is larger is not read to its end. */
const LARGEST = 1_000_000;
/** Countdowns show minutes. */
const TICK = 30_000;

/** No page is helped by a card that holds more than a screen or two. */
const HIGHEST = 3_000;

/** What tells a link or button from the others. */
const nameOf = (element: Element | null) => element && (element.getAttribute('href') ?? element.className);

/** Makes `<referral-card>` known to a page, unless it is already. */
export function defineReferralCard(): void {
  if (customElements.get('referral-card')) return;
  const styles = new CSSStyleSheet();
  styles.replaceSync(WIDGET_STYLES);

  /**
   * `<referral-card src="snapshot.json"><a href="…">plain link</a></referral-card>`: shows the snapshot beside the
   * page, or the one in its own `<script type="application/json">`. Until it is there, and whenever it cannot be used,
   * the plain link inside is what one sees. `reserve` holds the height it will have (`width:height …`), so that
   * nothing below it moves.
   */
  class ReferralCard extends HTMLElement {
    static observedAttributes = ['src', 'reserve'];
    #root = this.attachShadow({ mode: 'open' });
    #snapshot: Snapshot | undefined;
    #shown: string | undefined;
    #base = '';
    #ends: AbortController | undefined;

    constructor() {
      super();
      this.#root.adoptedStyleSheets = [styles];
      this.#root.append(document.createElement('slot'));
    }

    connectedCallback(): void {
      this.#start();
    }

    disconnectedCallback(): void {
      this.#ends?.abort();
      this.#ends = undefined;
    }

    attributeChangedCallback(name: string, before: string | null, after: string | null): void {
      if (!this.#ends || before === after) return;
      // Another file is another card: the one before must not stand in for it.
      if (name === 'src') this.#take('');
      this.#start();
    }

    #start(): void {
      this.#ends?.abort();
      const ends = new AbortController();
      this.#ends = ends;
      this.#reserve();
      if (this.hasAttribute('src')) void this.#fetch(ends.signal);
      else if (!this.#readInline()) this.#awaitInline(ends.signal);
      const timer = setInterval(() => this.#draw(), TICK);
      ends.signal.addEventListener('abort', () => clearInterval(timer));
    }

    /** Holds the height for the width there is: of the widths told, the widest that is not wider. */
    #reserve(): void {
      const rules = (this.getAttribute('reserve') ?? '')
        .split(' ')
        .map(pair => pair.split(':').map(Number))
        .filter(([width, height]) => width >= 0 && height > 0 && height < HIGHEST)
        .sort((a, b) => a[0] - b[0]);
      this.style.removeProperty('min-height');
      if (rules.length === 0) return;
      const set = () => {
        const width = this.clientWidth;
        const fits = rules.filter(([least]) => least <= width).at(-1) ?? rules[0];
        this.style.setProperty('min-height', `${fits[1]}px`);
      };
      set();
      const watch = new ResizeObserver(set);
      watch.observe(this);
      this.#ends?.signal.addEventListener('abort', () => watch.disconnect());
    }

    /** @returns whether there is one and it is whole: a page may arrive in pieces. */
    #readInline(): boolean {
      const inside = this.querySelector('script[type="application/json"]');
      this.#base = document.baseURI;
      this.#take(inside?.textContent ?? '');
      return this.#snapshot !== undefined;
    }

    /** The parser has not come to the children yet, or a framework adds them later. */
    #awaitInline(signal: AbortSignal): void {
      const watch = new MutationObserver(() => {
        if (this.#readInline()) watch.disconnect();
      });
      watch.observe(this, { childList: true, subtree: true, characterData: true });
      signal.addEventListener('abort', () => watch.disconnect());
    }

    async #fetch(signal: AbortSignal): Promise<void> {
      try {
        const url = new URL(this.getAttribute('src') ?? '', document.baseURI);
        if (!/^https?:$/.test(url.protocol)) return;
        const answer = await fetch(url, {
          credentials: 'omit',
          referrerPolicy: 'no-referrer',
          signal: AbortSignal.any([signal, AbortSignal.timeout(20_000)]),
        });
        if (!answer.ok) return;
        const text = await answer.text();
        if (signal.aborted || text.length > LARGEST) return;
        this.#base = url.href;
        this.#take(text);
      } catch {
        // The plain link stays: a card that cannot be drawn is no error of the page's.
      }
    }

    #take(text: string): void {
      try {
        this.#snapshot = parseSnapshot(JSON.parse(text));
      } catch {
        // The plain link stays, as above. The page is somebody else's: there is no log of ours to write to.
        this.#snapshot = undefined;
      }
      this.#shown = undefined;
      this.#draw();
    }

    /** Draws anew only when something shown has changed: the focus and a selection stay where they are. */
    #draw(): void {
      const snapshot = this.#snapshot;
      if (!snapshot) {
        this.#root.replaceChildren(document.createElement('slot'));
        return;
      }
      const now = Date.now();
      const state = openCampaigns(snapshot, now)
        .map(campaign => campaign.url + timeLeft(snapshot, campaign, now))
        .join();
      if (state === this.#shown) return;
      this.#shown = state;
      const focused = nameOf(this.#root.activeElement);
      this.#root.replaceChildren(drawCard(snapshot, this.#base, now));
      if (!focused) return;
      const all = [...this.#root.querySelectorAll<HTMLElement>('a,button')];
      all.find(one => nameOf(one) === focused)?.focus({ preventScroll: true });
    }
  }
  customElements.define('referral-card', ReferralCard);
}
