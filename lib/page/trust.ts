import { isRaised } from './overlay';

/** So long a button must have been seen where it is, or have had the focus, in ms. */
const LONG_ENOUGH = 300;
/** So long the page must not have been scrolled under the pointer, in ms. */
const RESTED = 200;

/**
 * Whether a press of one of our buttons is the user's own: made by the browser, on a button that is really seen where
 * it is. A page cannot reach into our closed shadow root, nor style or cover what stands in the top layer; but it can
 * put something else there, scroll, or move the link that a button follows. It must not get a press out of that.
 */
export class ClickTrust {
  /** Buttons that are seen, and since when. */
  #seen = new WeakMap<Element, number>();
  #observer: IntersectionObserver;
  #scroll = { x: scrollX, y: scrollY, at: Number.NEGATIVE_INFINITY };
  /** Buttons whose places are still to be read, with where we have put them. */
  #moved = new Map<HTMLElement, string>();
  #placed = new WeakMap<Element, { left: number; top: number; at: number }>();
  #focusedAt = 0;
  /** When we were put into the top layer: what was seen before may have been another thing. */
  #raisedAt = Number.NEGATIVE_INFINITY;
  /** A key that is down on one of our buttons, and whether that had the focus for long enough. */
  #key: { button: EventTarget | null; counts: boolean } | undefined;

  /** @param root what our buttons stand in: within the host's shadow root, which is closed to the page. */
  constructor(
    private readonly host: HTMLElement,
    private readonly root: HTMLElement,
    ends: AbortSignal,
  ) {
    // Version 2 of the observer knows of opacity, filters, transforms and what lies over an element. Where there is
    // none the checks below have to do.
    const options = { threshold: [0.99], trackVisibility: true, delay: 100 };
    this.#observer = new IntersectionObserver(entries => {
      for (const entry of entries) {
        const { isVisible = true } = entry as IntersectionObserverEntry & { isVisible?: boolean };
        if (!isVisible) this.#seen.delete(entry.target);
        else if (!this.#seen.has(entry.target)) this.#seen.set(entry.target, entry.time);
      }
    }, options);
    ends.addEventListener('abort', () => this.#observer.disconnect());
    const listening = { passive: true, capture: true, signal: ends };
    addEventListener('scroll', () => this.#noteScroll(), listening);
    root.addEventListener(
      'focusin',
      () => {
        this.#focusedAt = performance.now();
      },
      listening,
    );
    // Sent while we are put there, not some time after it.
    root.addEventListener(
      'beforetoggle',
      () => {
        this.#raisedAt = performance.now();
      },
      listening,
    );
    root.addEventListener('keydown', event => this.#noteKey(event as KeyboardEvent), listening);
    const released = () => {
      this.#key = undefined;
    };
    // The press of Space comes behind its keyup.
    root.addEventListener('keyup', () => setTimeout(released), listening);
    root.addEventListener('focusout', released, listening);
  }

  /** Only the window's own scrolling moves our buttons: tickers, chats and made-up events do not. */
  #noteScroll(): void {
    if (scrollX === this.#scroll.x && scrollY === this.#scroll.y) return;
    this.#scroll = { x: scrollX, y: scrollY, at: performance.now() };
  }

  #noteKey({ target, isTrusted, repeat }: KeyboardEvent): void {
    const counts = isTrusted && !repeat && performance.now() - this.#focusedAt >= LONG_ENOUGH;
    // A key that is held down stays what it was.
    if (!repeat || this.#key?.button !== target) this.#key = { button: target, counts };
  }

  /** A button was put or moved to where it is now: from here on it must stay there. */
  placed(button: HTMLElement): void {
    this.#observer.observe(button);
    this.#note(button);
  }

  /**
   * The same for many at once, whose places are read when the browser has drawn them: asked for at once, it would have
   * to lay out the whole page for us. Meanwhile they must stay where we have put them.
   */
  placedSoon(buttons: HTMLElement[]): void {
    const before = this.#moved.size;
    for (const button of buttons) {
      this.#placed.delete(button);
      this.#observer.observe(button);
      this.#moved.set(button, spotOf(button));
    }
    if (before > 0 || buttons.length === 0) return;
    requestAnimationFrame(() =>
      setTimeout(() => {
        for (const [button, spot] of this.#moved) if (spotOf(button) === spot) this.#note(button);
        this.#moved.clear();
      }),
    );
  }

  #note(button: HTMLElement): void {
    const { left, top } = this.#inDocument(button);
    this.#placed.set(button, { left, top, at: performance.now() });
  }

  forget(button: HTMLElement): void {
    this.#moved.delete(button);
    this.#observer.unobserve(button);
  }

  #inDocument(button: Element) {
    const { left, top, width, height } = button.getBoundingClientRect();
    const fixed = getComputedStyle(button.closest('.fixed') ?? button).position === 'fixed';
    return { left: left + (fixed ? 0 : scrollX), top: top + (fixed ? 0 : scrollY), width, height, fixed };
  }

  /** @param button the one that was pressed; `least` is its smallest honest size in px. */
  accepts(event: MouseEvent, button: HTMLElement, least: { width: number; height: number }): boolean {
    if (!event.isTrusted || document.visibilityState !== 'visible') return false;
    const time = performance.now();
    const supports = 'isVisible' in IntersectionObserverEntry.prototype;
    if (supports && !(time - (this.#seen.get(button) ?? time) >= LONG_ENOUGH)) return false;
    if (time - this.#raisedAt < LONG_ENOUGH) return false;
    const now = this.#inDocument(button);
    if (now.width < least.width - 1 || now.height < least.height - 1) return false;
    if (!isRaised(this.root) && !this.#plainlyStyled()) return false;
    // Keys and assistive tools have no place. A key must have gone down here; a tool presses without one.
    if (event.detail === 0 && event.clientX === 0 && event.clientY === 0)
      return !this.#key || (this.#key.counts && this.#key.button === button);
    const then = this.#placed.get(button);
    if (!then || Math.abs(then.left - now.left) > 2 || Math.abs(then.top - now.top) > 2) return false;
    this.#noteScroll();
    if (time - then.at < LONG_ENOUGH || (!now.fixed && time - this.#scroll.at < RESTED)) return false;
    return document.elementFromPoint(event.clientX, event.clientY) === this.host;
  }

  /** Outside the top layer: nothing between our host and the window may bend what is seen. */
  #plainlyStyled(): boolean {
    for (let element: Element | null = this.host; element; element = element.parentElement) {
      const style = getComputedStyle(element);
      if (Number(style.opacity) < 1 || style.visibility !== 'visible' || style.display === 'none')
        return false;
      if (style.filter !== 'none' || style.transform !== 'none' || style.clipPath !== 'none') return false;
      if (style.mixBlendMode !== 'normal' || style.perspective !== 'none') return false;
      if (style.maskImage !== undefined && style.maskImage !== 'none') return false;
      if (style.scale !== 'none' || style.rotate !== 'none' || style.translate !== 'none') return false;
    }
    return true;
  }
}

const spotOf = ({ style }: HTMLElement) => `${style.left} ${style.top}`;
