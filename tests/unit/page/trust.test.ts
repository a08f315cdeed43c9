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
    scroll();
    scene.clock.now += 299;
    expect(scene.pressed()).toBe(false);
    scene.clock.now += 1;
    expect(scene.pressed()).toBe(true);
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
  scroll();
  expect(scene.pressed()).toBe(true);
});
