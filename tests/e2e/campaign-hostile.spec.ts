import type { Page } from '@playwright/test';
import { article, SHAPES } from '../browser/campaign-pages.ts';
import type { Our } from '../browser/ours.ts';
import { ATTACKS, MOVED, PAIRS } from './page-acts.ts';
import { down, pressedByScript, told, written } from './presses.ts';
import { buttons, clipboard, expect, haveButtons, inOurWorld, settled, stood, test } from './visitor.ts';

const LINK = `${article(3)}?ref=MYCODE1`;

const untouched = (page: Page) => page.evaluate(() => navigator.clipboard.writeText('untouched'));

/** A page with the third button as it is before an attack: a press of it counts. */
async function armed(page: Page, third: Our, before = ''): Promise<{ x: number; y: number }> {
  await page.reload();
  await haveButtons(page, 8);
  if (before) {
    await page.evaluate(before);
    await settled(page);
  }
  await stood(third);
  await told(page);
  await untouched(page);
  const { x, y } = await third.boundingBox();
  return { x: x + 8, y: y + 8 };
}

/**
 * Does to the page what the attacks do, and presses where the button was.
 * @returns whether the press came in time: a button that has stood under the pointer for long may be pressed.
 */
async function attacked(page: Page, { x, y }: { x: number; y: number }, acts: string[]): Promise<boolean> {
  let isInTime = true;
  for (const act of acts.filter(act => act !== MOVED)) await page.evaluate(act);
  if (acts.includes(MOVED)) {
    // The page moves the link, our button follows to where the pointer rests, and the press comes at that moment.
    await page.mouse.move(x + 300, y);
    await page.evaluate(
      async ([x, y]) => {
        const times = Object.assign(globalThis, { stood: 0, pressed: 0 });
        addEventListener('pointerdown', event => (times.pressed = event.timeStamp), true);
        document.querySelector('ul')!.style.marginLeft = '300px';
        const end = performance.now() + 1_000;
        while (document.elementFromPoint(x, y)?.localName !== 'referral-copy' && performance.now() < end) {
          await new Promise(requestAnimationFrame);
        }
        times.stood = performance.now();
      },
      [x + 300, y] as const,
    );
    await page.mouse.down();
    await page.mouse.up();
    isInTime = await page.evaluate(() => {
      const { stood, pressed } = globalThis as unknown as { stood: number; pressed: number };
      return pressed - stood < 200;
    });
  } else {
    await told(page);
    await down(page, x, y);
  }
  await written(page);
  return isInTime;
}

/** The control: the same press where nothing has been done to the page. */
async function counts(page: Page, at: { x: number; y: number }): Promise<void> {
  await down(page, at.x, at.y);
  await expect.poll(() => clipboard(page)).toBe(LINK);
  await untouched(page);
}

test('a press that was not the user’s own writes nothing', async ({ visitor }) => {
  test.setTimeout(120_000);
  const page = await visitor.visit(SHAPES[0]);
  const third = buttons(page).nth(2);
  for (const [name, attack] of ATTACKS) {
    const at = await armed(page, third);
    await counts(page, at);
    // A machine that was too slow tries again.
    while (!(await attacked(page, at, [attack]))) await armed(page, third);
    await pressedByScript(page);
    await written(page);
    expect(await clipboard(page), name).toBe('untouched');
  }
  await page.close();
});

/**
 * Takes from our script, in its own world, what it judges by: much time has passed at each press, everything is seen
 * and stands where it always stood.
 */
const WEAKENED = `{
  const now = performance.now.bind(performance);
  addEventListener('pointerdown', () => { performance.now = () => now() + 10_000; }, true);
  delete IntersectionObserverEntry.prototype.isVisible;
  Element.prototype.matches = () => true;
  Math.abs = () => 0;
  for (const name of ['scrollX', 'scrollY']) Object.defineProperty(window, name, { get: () => 0 });
  WeakMap.prototype.delete = () => false;
}`;

/** Where nothing can be pressed, whatever our guard is: what is not drawn, and what a dialog makes inert. */
const UNREACHED = ['a dialog', 'a page that is not drawn'];

test('against a weakened guard the same attacks get their press', async ({ visitor }) => {
  test.setTimeout(120_000);
  const page = await visitor.visit(SHAPES[0]);
  const third = buttons(page).nth(2);
  for (const [name, attack] of ATTACKS) {
    if (UNREACHED.includes(name)) continue;
    const at = await armed(page, third);
    await inOurWorld(page, WEAKENED);
    await attacked(page, at, [attack]);
    await expect.poll(() => clipboard(page), name).toBe(LINK);
  }
  await page.close();
});

const SHARE = 3;

for (let share = 0; share < SHARE; share++) {
  test(`no two of a page’s acts together get a press (${share + 1} of ${SHARE})`, async ({ visitor }) => {
    test.setTimeout(180_000);
    const page = await visitor.visit(SHAPES[0]);
    const third = buttons(page).nth(2);
    for (const { name, before, acts } of PAIRS.filter((_, i) => i % SHARE === share)) {
      while (!(await attacked(page, await armed(page, third, before), acts)));
      expect(await clipboard(page), name).toBe('untouched');
    }
    await counts(page, await armed(page, third));
    await page.close();
  });
}
