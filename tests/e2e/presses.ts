import type { Page } from '@playwright/test';
import type { Our } from '../browser/ours.ts';
import { buttons } from './visitor.ts';

/** Waits until what a press has asked the clipboard to take is there: our script's wishes come before this one. */
export const written = (page: Page) =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    await navigator.clipboard.readText();
  });

/** As long as a button must have had the focus before a key on it counts. */
export const held = (page: Page) =>
  page.evaluate(async () => {
    const start = performance.now();
    while (performance.now() - start < 320) await new Promise(requestAnimationFrame);
  });

/** As often as the browser tells whether a button is seen, and a frame more. */
export const told = (page: Page) =>
  page.evaluate(async () => {
    const start = performance.now();
    while (performance.now() - start < 120) await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
  });

export const down = async (page: Page, x: number, y: number) => {
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.up();
};

/** Presses of scripts: the debugger lends the page what it cannot reach itself. */
export async function pressedByScript(page: Page): Promise<void> {
  const all = buttons(page);
  const count = await all.count();
  for (let i = 0; i < count; i++) await all.nth(i).evaluate(element => element.click());
}

/** How people press a button. */
export const WAYS: Record<string, (page: Page, on: Our) => Promise<void>> = {
  mouse: (_, on) => on.click(),
  touch: async (page, on) => {
    const { x, y, width, height } = await on.boundingBox();
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setTouchEmulationEnabled', { enabled: true });
    const touchPoints = [{ x: x + width / 2, y: y + height / 2 }];
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await session.send('Emulation.setTouchEmulationEnabled', { enabled: false });
    await session.detach();
  },
  keyboard: async (page, on) => {
    await on.focus();
    await held(page);
    await page.keyboard.press('Enter');
  },
};
