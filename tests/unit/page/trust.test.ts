// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ClickTrust } from '../../../lib/page/trust';
import { mutant } from '../../mutants';
import { REFUSED, scroll } from './hostile-presses';
import { pressScene } from './press-scene';

beforeEach(() => {
  for (const left of document.querySelectorAll('referral-copy')) left.remove();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('a press', () => {
  test('of the user on a button that is seen counts', () => {
    expect(pressScene(ClickTrust).pressed()).toBe(true);
  });

  test.each(REFUSED)('%s is refused', (_, act) => {
    const scene = pressScene(ClickTrust);
    act(scene);
    expect(scene.pressed()).toBe(false);
  });

  test.each(REFUSED)('%s: the guard without that piece is caught', async (_, act, guard, without) => {
    const broken = await mutant<typeof import('../../../lib/page/trust')>(
      'lib/page/trust.ts',
      guard,
      without,
    );
    const scene = pressScene(broken.ClickTrust);
    act(scene);
    expect(scene.pressed()).toBe(true);
  });

  test('is refused while nobody has said that the button is seen', () => {
    const scene = pressScene(ClickTrust);
    const other = document.createElement('button');
    other.getBoundingClientRect = scene.button.getBoundingClientRect;
    scene.layer.append(other);
    scene.guard.placed(other);
    scene.clock.now += 1_000;
    expect(scene.guard.accepts(scene.event as MouseEvent, other, { width: 24, height: 24 })).toBe(false);
  });

  test('counts by the other checks where the observer does not know what is visible', () => {
    const scene = pressScene(ClickTrust);
    vi.stubGlobal('IntersectionObserverEntry', class {});
    scene.see(false);
    expect(scene.pressed()).toBe(true);
    scene.over.element = document.body;
    expect(scene.pressed()).toBe(false);
  });

  test('counts again when the button has stood still, and the page too, for long enough', () => {
    const scene = pressScene(ClickTrust);
    scene.guard.placed(scene.button);
    scroll(scene);
    scene.clock.now += 299;
    expect(scene.pressed()).toBe(false);
    scene.clock.now += 1;
    expect(scene.pressed()).toBe(true);
  });

  test('counts while something on the page scrolls by itself, or says that it does', () => {
    const scene = pressScene(ClickTrust);
    document.body.dispatchEvent(new Event('scroll', { bubbles: true }));
    dispatchEvent(new Event('scroll'));
    expect(scene.pressed()).toBe(true);
  });

  test('counts in the top layer, whatever the page does to its root', () => {
    const scene = pressScene(ClickTrust);
    scene.styles.set(document.documentElement, { filter: 'invert(1)', transform: 'scale(.8)' });
    expect(scene.pressed()).toBe(false);
    scene.raised.is = true;
    expect(scene.pressed()).toBe(true);
  });

  describe('by key', () => {
    test('counts if the key went down on the button, which has had the focus for long enough', () => {
      const scene = pressScene(ClickTrust);
      scene.focus();
      scene.clock.now += 300;
      scene.key();
      expect(scene.byKey()).toBe(true);
    });

    test('of an assistive tool counts: it presses without a key', () => {
      expect(pressScene(ClickTrust).byKey()).toBe(true);
    });

    const KEYS: [string, (scene: ReturnType<typeof pressScene>) => void, string, string][] = [
      [
        'soon after the focus came',
        s => (s.clock.now += 299),
        ' && performance.now() - this.#focusedAt >= LONG_ENOUGH',
        '',
      ],
      [
        'that is held down since',
        s => {
          s.clock.now += 300;
          s.key(s.button, { repeat: true });
        },
        ' && !repeat &&',
        ' &&',
      ],
      [
        'made by a script',
        s => {
          s.clock.now += 300;
          s.key(s.button, { isTrusted: false });
        },
        'const counts = isTrusted && ',
        'const counts = ',
      ],
      [
        'that went down on another button',
        s => {
          s.clock.now += 300;
          s.key(s.layer);
        },
        ' && this.#key.button === button',
        '',
      ],
    ];
    const act = (
      scene: ReturnType<typeof pressScene>,
      how: (scene: ReturnType<typeof pressScene>) => void,
      name: string,
    ) => {
      scene.focus();
      how(scene);
      if (name.startsWith('soon')) scene.key();
      return scene.byKey();
    };

    test.each(KEYS)('%s is refused', (name, how) => {
      expect(act(pressScene(ClickTrust), how, name)).toBe(false);
    });

    test.each(KEYS)('%s: the guard without that piece is caught', async (name, how, guard, without) => {
      const broken = await mutant<typeof import('../../../lib/page/trust')>(
        'lib/page/trust.ts',
        guard,
        without,
      );
      expect(act(pressScene(broken.ClickTrust), how, name)).toBe(true);
    });

    test('is forgotten once it is up', async () => {
      const scene = pressScene(ClickTrust);
      scene.focus();
      scene.key();
      expect(scene.byKey()).toBe(false);
      scene.button.dispatchEvent(new Event('keyup', { bubbles: true, composed: true }));
      await vi.waitFor(() => expect(scene.byKey()).toBe(true));
    });
  });

  test('by key has no place: only what is seen counts', () => {
    const scene = pressScene(ClickTrust);
    Object.assign(scene.event, { detail: 0, clientX: 0, clientY: 0 });
    scene.rect.left += 50;
    expect(scene.pressed()).toBe(true);
    scene.see(false);
    expect(scene.pressed()).toBe(false);
  });

  test('on a button of the window is measured from the window, elsewhere from the document', () => {
    const scene = pressScene(ClickTrust);
    vi.stubGlobal('scrollY', 30);
    dispatchEvent(new Event('scroll'));
    scene.clock.now += 1_000;
    expect(scene.pressed()).toBe(false);
    scene.rect.top -= 30;
    expect(scene.pressed()).toBe(true);
    scene.styles.set(scene.button, { position: 'fixed' });
    scene.guard.placed(scene.button);
    scene.clock.now += 1_000;
    vi.stubGlobal('scrollY', 90);
    expect(scene.pressed()).toBe(true);
  });
});

describe('buttons placed many at once', () => {
  const drawn = () =>
    new Promise<void>(done => requestAnimationFrame(() => setTimeout(() => setTimeout(done))));

  test('count once the browser has drawn them', async () => {
    const scene = pressScene(ClickTrust);
    scene.guard.placedSoon([scene.button]);
    expect(scene.pressed()).toBe(false);
    await drawn();
    scene.clock.now += 300;
    expect(scene.pressed()).toBe(true);
  });

  test('do not count when the page moved them before they were drawn', async () => {
    const scene = pressScene(ClickTrust);
    scene.button.style.left = '10px';
    scene.guard.placedSoon([scene.button]);
    scene.button.style.left = '500px';
    await drawn();
    scene.clock.now += 300;
    expect(scene.pressed()).toBe(false);
  });

  test('a guard that does not look where they went is caught', async () => {
    const { ClickTrust: Broken } = await mutant<typeof import('../../../lib/page/trust')>(
      'lib/page/trust.ts',
      'if (spotOf(button) === spot) ',
      'if (spot) ',
    );
    const scene = pressScene(Broken);
    scene.button.style.left = '10px';
    scene.guard.placedSoon([scene.button]);
    scene.button.style.left = '500px';
    await drawn();
    scene.clock.now += 300;
    expect(scene.pressed()).toBe(true);
  });

  test('one that is gone is watched no more', async () => {
    const scene = pressScene(ClickTrust);
    expect(scene.watched.has(scene.button)).toBe(true);
    scene.guard.forget(scene.button);
    expect(scene.watched.has(scene.button)).toBe(false);
  });
});

test('nothing is watched once the page has ended', () => {
  const scene = pressScene(ClickTrust);
  scene.page.abort();
  expect(scene.disconnected()).toBe(true);
  scene.focus();
  scene.key();
  expect(scene.byKey()).toBe(true);
});
