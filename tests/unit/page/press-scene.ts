import { vi } from 'vitest';
import type { ClickTrust } from '../../../lib/page/trust';

/** A style as browsers compute it where nobody has styled anything. */
const PLAIN = {
  opacity: '1',
  visibility: 'visible',
  display: 'block',
  filter: 'none',
  transform: 'none',
  clipPath: 'none',
  mixBlendMode: 'normal',
  perspective: 'none',
  maskImage: 'none',
  scale: 'none',
  rotate: 'none',
  translate: 'none',
  position: 'static',
};

export const LEAST = { width: 24, height: 24 };

/** One of our buttons on a page, placed a second ago, seen, and about to be pressed by the user. */
export function pressScene(Guard: typeof ClickTrust) {
  const clock = { now: 10_000 };
  const styles = new Map<Element, Partial<typeof PLAIN>>();
  const rect = { left: 100, top: 50, width: 40, height: 24 };
  let observed: (entries: object[]) => void = () => {};
  const watched = new Set<Element>();
  let disconnected = false;
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(callback: (entries: object[]) => void) {
        observed = callback;
      }
      observe = (element: Element) => watched.add(element);
      unobserve = (element: Element) => watched.delete(element);
      disconnect = () => {
        disconnected = true;
      };
    },
  );
  vi.stubGlobal(
    'IntersectionObserverEntry',
    class {
      get isVisible() {
        return true;
      }
    },
  );
  vi.stubGlobal('getComputedStyle', (element: Element) => ({ ...PLAIN, ...styles.get(element) }));
  vi.spyOn(performance, 'now').mockImplementation(() => clock.now);

  const host = document.createElement('referral-copy');
  const shadow = host.attachShadow({ mode: 'closed' });
  const layer = document.createElement('div');
  const button = document.createElement('button');
  layer.append(button);
  shadow.append(layer);
  document.documentElement.append(host);
  button.getBoundingClientRect = () => ({ ...rect }) as DOMRect;
  const raised = { is: false };
  Object.assign(layer, { matches: (selector: string) => selector === ':popover-open' && raised.is });
  const over = { element: host as Element };
  document.elementFromPoint = () => over.element;

  const page = new AbortController();
  const guard = new Guard(host, layer, page.signal);
  guard.placed(button);
  const see = (isVisible: boolean | undefined) => observed([{ target: button, isVisible, time: clock.now }]);
  see(true);
  clock.now += 1_000;
  /** Keys and assistive tools press without a place. */
  const keyed = { isTrusted: true, detail: 0, clientX: 0, clientY: 0 };
  /** A key goes down on a button of ours. */
  const key = (at: HTMLElement = button, of: { isTrusted?: boolean; repeat?: boolean } = {}) => {
    const down = new Event('keydown', { bubbles: true, composed: true });
    for (const [name, value] of Object.entries({ isTrusted: true, repeat: false, ...of }))
      Object.defineProperty(down, name, { value });
    at.dispatchEvent(down);
  };
  const focus = () => button.dispatchEvent(new Event('focusin', { bubbles: true, composed: true }));
  const event = { isTrusted: true, detail: 1, clientX: 110, clientY: 60 };
  return {
    guard,
    host,
    shadow,
    layer,
    button,
    clock,
    styles,
    rect,
    over,
    raised,
    key,
    focus,
    byKey: () => guard.accepts(keyed as MouseEvent, button, LEAST),
    event,
    page,
    see,
    watched,
    disconnected: () => disconnected,
    pressed: () => guard.accepts(event as MouseEvent, button, LEAST),
  };
}

export type PressScene = ReturnType<typeof pressScene>;
