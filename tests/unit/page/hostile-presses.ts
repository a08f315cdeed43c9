import { vi } from 'vitest';
import type { PressScene } from './press-scene';

const hide = () => vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
/** The window is scrolled, with our button in the document staying where it is there. */
export const scroll = (scene: PressScene) => {
  scene.rect.top -= 30;
  vi.stubGlobal('scrollY', 30);
  dispatchEvent(new Event('scroll'));
};

/** What a page can do, by what refuses it: without that piece of the guard the press would count. */
export const REFUSED: [name: string, act: (scene: PressScene) => void, guard: string, without: string][] = [
  [
    'a press made by a script',
    s => {
      s.event.isTrusted = false;
    },
    '!event.isTrusted || ',
    '',
  ],
  ['a page in the background', hide, " || document.visibilityState !== 'visible'", ''],
  [
    'a button that is covered or bent',
    s => s.see(false),
    '(this.#seen.get(button) ?? time)',
    '(this.#seen.get(button) ?? 0)',
  ],
  [
    'a button whose cover was taken away a moment ago',
    s => {
      s.see(false);
      s.see(true);
      s.clock.now += 299;
    },
    'time - (this.#seen.get(button) ?? time) >= LONG_ENOUGH',
    'this.#seen.has(button)',
  ],
  [
    'a layer put on top a moment ago',
    s => {
      s.layer.dispatchEvent(new Event('beforetoggle'));
      s.clock.now += 299;
    },
    'time - this.#raisedAt < LONG_ENOUGH',
    'false',
  ],
  [
    'a button squeezed to a line',
    s => {
      s.rect.width = 5;
    },
    'now.width < least.width - 1 || ',
    '',
  ],
  [
    'a button squeezed flat',
    s => {
      s.rect.height = 5;
    },
    ' || now.height < least.height - 1',
    '',
  ],
  ['a faint host', s => s.styles.set(s.host, { opacity: '0.01' }), 'Number(style.opacity) < 1 || ', ''],
  [
    'a hidden host',
    s => s.styles.set(s.host, { visibility: 'hidden' }),
    "style.visibility !== 'visible' || ",
    '',
  ],
  [
    'a host that is not displayed',
    s => s.styles.set(s.host, { display: 'none' }),
    " || style.display === 'none'",
    '',
  ],
  ['a filter', s => s.styles.set(s.host, { filter: 'opacity(0)' }), "style.filter !== 'none' || ", ''],
  ['a transform', s => s.styles.set(s.host, { transform: 'scale(9)' }), "style.transform !== 'none' || ", ''],
  ['a clip', s => s.styles.set(s.host, { clipPath: 'inset(50%)' }), " || style.clipPath !== 'none'", ''],
  [
    'a blend',
    s => s.styles.set(s.host, { mixBlendMode: 'screen' }),
    "style.mixBlendMode !== 'normal' || ",
    '',
  ],
  [
    'a perspective',
    s => s.styles.set(s.host, { perspective: '1px' }),
    " || style.perspective !== 'none'",
    '',
  ],
  [
    'a mask',
    s => s.styles.set(s.host, { maskImage: 'linear-gradient(#0000, #0000)' }),
    "style.maskImage !== undefined && style.maskImage !== 'none'",
    'false',
  ],
  ['a scale', s => s.styles.set(s.host, { scale: '9' }), "style.scale !== 'none' || ", ''],
  ['a rotation', s => s.styles.set(s.host, { rotate: '90deg' }), "style.rotate !== 'none' || ", ''],
  ['a shift', s => s.styles.set(s.host, { translate: '100px' }), " || style.translate !== 'none'", ''],
  [
    'a faint root element',
    s => s.styles.set(document.documentElement, { opacity: '0' }),
    'element = element.parentElement) {\n      const',
    'element = null) {\n      const',
  ],
  [
    'a button that was never placed',
    s => s.guard.placedSoon([s.button]),
    'this.#placed.get(button);',
    'this.#placed.get(button) ?? { ...now, at: 0 };',
  ],
  [
    'a button moved sideways',
    s => {
      s.rect.left += 3;
    },
    ' || Math.abs(then.left - now.left) > 2',
    '',
  ],
  [
    'a button moved down',
    s => {
      s.rect.top += 3;
    },
    ' || Math.abs(then.top - now.top) > 2',
    '',
  ],
  [
    'a button just put under the pointer',
    s => {
      s.clock.now += 5_000;
      s.guard.placed(s.button);
      s.clock.now += 299;
    },
    'time - then.at < LONG_ENOUGH || ',
    '',
  ],
  [
    'a page just scrolled under the pointer',
    s => {
      scroll(s);
      s.clock.now += 199;
    },
    'time - this.#scroll.at < RESTED',
    'false',
  ],
  [
    'something laid over the button',
    s => {
      s.over.element = document.body;
    },
    'document.elementFromPoint(event.clientX, event.clientY) === this.host',
    'true',
  ],
];
