/**
 * Whether a press of one of our buttons is the user's own: made by the browser, on a button that is really seen where
 * it is. A page can hide, cover, shrink or move what is in it; it must not get a press out of that.
 */
export class ClickTrust {
  #seen = new WeakMap<Element, boolean>();
  #observer: IntersectionObserver;
  #scrolledAt = Number.NEGATIVE_INFINITY;
  #moved = new Set<Element>();
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

  /**
   * A button was put or moved to where it is now: from here on it must stay there. Its place is read once the browser
   * has drawn it: asked for at once, it would have to lay out the whole page for us.
   */
  placed(button: Element): void {
    this.#placed.delete(button);
    this.#observer.observe(button);
    this.#moved.add(button);
    if (this.#moved.size > 1) return;
    requestAnimationFrame(() =>
      setTimeout(() => {
        for (const moved of this.#moved) {
          const { left, top } = this.#inDocument(moved);
          this.#placed.set(moved, { left, top, at: performance.now() });
        }
        this.#moved.clear();
      }),
    );
  }

  forget(button: Element): void {
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
