/**
 * Whether a press of one of our buttons is the user's own: made by the browser, on a button that is really seen where
 * it is. A page can hide, cover, shrink or move what is in it; it must not get a press out of that.
 */
export class ClickTrust {
  #seen = new WeakMap<Element, boolean>();
  #observer: IntersectionObserver;
  #scrolledAt = Number.NEGATIVE_INFINITY;
  /** Buttons whose places are still to be read, with where we have put them. */
  #moved = new Map<HTMLElement, string>();
  #placed = new WeakMap<Element, { left: number; top: number; at: number }>();

  constructor(
    private readonly host: HTMLElement,
    ends: AbortSignal,
  ) {
    // Version 2 of the observer knows of opacity, filters, transforms and what lies over an element. Where there is
    // none the checks below have to do.
    const options = { threshold: [0.99], trackVisibility: true, delay: 100 };
    this.#observer = new IntersectionObserver(entries => {
      for (const entry of entries) {
        const { isVisible } = entry as IntersectionObserverEntry & { isVisible?: boolean };
        this.#seen.set(entry.target, isVisible ?? true);
      }
    }, options);
    ends.addEventListener('abort', () => this.#observer.disconnect());
    addEventListener(
      'scroll',
      () => {
        this.#scrolledAt = performance.now();
      },
      { passive: true, capture: true, signal: ends },
    );
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

  #inDocument(button: Element): { left: number; top: number; width: number; height: number } {
    const { left, top, width, height } = button.getBoundingClientRect();
    const fixed = getComputedStyle(button.closest('.fixed') ?? button).position === 'fixed';
    return { left: left + (fixed ? 0 : scrollX), top: top + (fixed ? 0 : scrollY), width, height };
  }

  /** @param button the one that was pressed; `least` is its smallest honest size in px. */
  accepts(event: MouseEvent, button: HTMLElement, least: { width: number; height: number }): boolean {
    if (!event.isTrusted || document.visibilityState !== 'visible') return false;
    const supports = 'isVisible' in IntersectionObserverEntry.prototype;
    if (supports && this.#seen.get(button) !== true) return false;
    const now = this.#inDocument(button);
    if (now.width < least.width - 1 || now.height < least.height - 1) return false;
    if (!this.#untouched(button) || !this.#plainlyStyled()) return false;
    // Enter and Space have no place; the rest is about where the pointer is.
    if (event.detail === 0 && event.clientX === 0 && event.clientY === 0) return true;
    const then = this.#placed.get(button);
    if (!then || Math.abs(then.left - now.left) > 2 || Math.abs(then.top - now.top) > 2) return false;
    const time = performance.now();
    if (time - then.at < 300 || time - this.#scrolledAt < 200) return false;
    return document.elementFromPoint(event.clientX, event.clientY) === this.host;
  }

  /** The page can reach into an open shadow root: whatever it has put on our elements, we have not. */
  #untouched(button: HTMLElement): boolean {
    const shadow = this.host.shadowRoot!;
    if (this.host.attributes.length > 0 || shadow.childElementCount !== 1) return false;
    if (shadow.adoptedStyleSheets.length !== 1) return false;
    for (let element: HTMLElement | null = button; element; element = element.parentElement) {
      for (const property of element.style) if (property !== 'left' && property !== 'top') return false;
    }
    return true;
  }

  /** Our host hangs below the root element: nothing between them and the window may bend what is seen. */
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
