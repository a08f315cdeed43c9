import type { Page } from '@playwright/test';
import { SHAPES } from '../browser/campaign-pages.ts';
import { buttons, complaints, expect, haveButtons, marked, settled, test } from './visitor.ts';

/** Waits until the first button is in the window. */
const inSight = (page: Page) =>
  expect
    .poll(() =>
      buttons(page)
        .nth(0)
        .evaluate(element => {
          const { top, bottom } = element.getBoundingClientRect();
          return top >= 0 && bottom <= innerHeight;
        }),
    )
    .toBe(true);

/** Everything of the page that is not ours, as text. */
const outside = (page: Page) =>
  page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as HTMLElement;
    for (const own of copy.querySelectorAll('referral-copy')) own.remove();
    return JSON.stringify([
      copy.outerHTML,
      document.cookie,
      { ...localStorage },
      { ...sessionStorage },
      history.length,
      location.href,
    ]);
  });

/**
 * How far the browser has seen our element move, by its own measure of layout shifts. The control: a box of the test's
 * own moves after all else, and this returns when the browser has told of it.
 */
const shiftOf = (page: Page, name: string) =>
  page.evaluate(async wanted => {
    const box = document.createElement('div');
    box.style.cssText = 'position:fixed;top:0;left:0;width:200px;height:200px;background:teal';
    document.body.append(box);
    let sum = 0;
    const told = new Promise<void>(done => {
      new PerformanceObserver((list, observer) => {
        for (const entry of list.getEntries()) {
          const { sources = [], value } = entry as unknown as { sources?: { node?: Node }[]; value: number };
          if (sources.some(s => s.node?.nodeName === wanted)) sum += value;
          if (!sources.some(s => s.node === box)) continue;
          observer.disconnect();
          done();
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    box.style.top = '300px';
    await told;
    box.remove();
    return sum;
  }, name);

for (const of of SHAPES) {
  test(`${of.name}: one button a campaign, and the page as it was`, async ({ visitor }) => {
    const page = await visitor.visit(of);
    const errors = complaints(page);
    // A page without campaigns is one in the end, whatever it was before.
    if (of.campaigns === 0) await expect(page).toHaveURL(/\/en\/trade\/BTC_USDT$/);
    await haveButtons(page, of.campaigns);
    // What is there now must stay when all has been looked at.
    await settled(page);
    await haveButtons(page, of.campaigns);
    expect(await page.evaluate(() => document.querySelectorAll('referral-copy').length)).toBeLessThanOrEqual(
      1,
    );
    if (of.campaigns > 0) await inSight(page);
    const before = await outside(page);
    expect(await shiftOf(page, 'REFERRAL-COPY')).toBe(0);
    expect(await outside(page)).toBe(before);
    expect(before).not.toContain('MYCODE1');
    // Nine more navigations: away to a page that is none, back, and loaded again.
    for (let round = 0; round < 3; round++) {
      await page.goto('https://www.binance.com/en/trade/ETH_USDT');
      await page.goBack();
      await haveButtons(page, of.campaigns);
      await page.reload();
      await haveButtons(page, of.campaigns);
    }
    if (of.campaigns === 0) {
      // The control: our script is there, and a campaign gets its button as soon as the page is one for them.
      await expect(page).toHaveURL(/\/en\/trade\/BTC_USDT$/);
      await settled(page);
      await haveButtons(page, 0);
      await page.evaluate(() => history.pushState({}, '', '/en/support/announcement/list/48'));
      await expect(page.locator('referral-copy')).toBeAttached();
      await marked(page);
    }
    expect(errors).toEqual([]);
    await page.close();
  });
}
