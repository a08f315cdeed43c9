import type { Page } from '@playwright/test';
import { article, SHAPES } from '../browser/campaign-pages.ts';
import { buttons, clipboard, expect, simple, stood, test } from './visitor.ts';

test('one click copies the page’s link with one’s own code, whoever’s code was there', async ({
  visitor,
}) => {
  const page = await visitor.visit(
    simple(
      '<!doctype html><title>Cup &lt;1&gt;</title><h1>Cup</h1>',
      '/en/activity/trading-competition/cup?ref=SOMEBODY&utm_source=x&foo=1#top',
    ),
  );
  await stood(buttons(page));
  await buttons(page).click();
  await expect(page.getByRole('button', { name: 'Copy referral link' })).toHaveText('Copied');
  expect(await clipboard(page)).toBe(
    'https://www.binance.com/en/activity/trading-competition/cup?utm_source=x&ref=MYCODE1',
  );
  await page.getByRole('button', { name: 'More ways to copy' }).click();
  await stood(page.getByRole('menuitem', { name: 'As Markdown' }));
  await page.getByRole('menuitem', { name: 'As Markdown' }).click();
  await expect.poll(() => clipboard(page)).toContain('[Cup \\<1\\>](https://www.binance.com/en/activity');
  await page.getByRole('button', { name: 'More ways to copy' }).click();
  await stood(page.getByRole('menuitem', { name: 'QR code' }));
  await page.getByRole('menuitem', { name: 'QR code' }).click();
  await expect(page.getByRole('img', { name: 'QR code of the link of MYCODE1' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.screenshot({ path: 'test-results/pill.png' });
  await page.close();
});

test('in a list, by pointer and by keyboard; hotkeys of the page stay silent', async ({ visitor }) => {
  const page = await visitor.visit(SHAPES.find(s => s.name === 'hotkeys')!);
  await expect(buttons(page)).toHaveCount(3);
  await stood(buttons(page).nth(1));
  await buttons(page).nth(1).click();
  await expect.poll(() => clipboard(page)).toBe(`${article(2)}?ref=MYCODE1`);
  await buttons(page).nth(2).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => clipboard(page)).toBe(`${article(3)}?ref=MYCODE1`);
  expect(await page.evaluate(() => (globalThis as unknown as { keys: number }).keys)).toBe(0);
  await page.screenshot({ path: 'test-results/list.png' });
  await page.close();
});

test('Go to Pro opens the dashboard from the programme page', async ({ visitor }) => {
  const { app } = visitor;
  const page = await visitor.visit(SHAPES.find(s => s.name === 'affiliate programme')!);
  await stood(page.getByRole('button', { name: 'Go to Pro' }));
  const opened = app.context.waitForEvent('page');
  await page.getByRole('button', { name: 'Go to Pro' }).click();
  expect((await opened).url()).toContain('/dashboard.html');
  await (await opened).close();
  await page.close();
});

const ATTACKS: [string, string][] = [
  ['opacity', 'document.querySelector("referral-copy").style.setProperty("opacity","0.01","important")'],
  ['opacity of the root', 'document.documentElement.style.opacity="0.01"'],
  ['clip', 'document.documentElement.style.clipPath="inset(0 0 0 0)"'],
  ['scale', 'document.documentElement.style.transform="scale(.2)"'],
  ['individual scale', 'document.documentElement.style.scale="0.3"'],
  [
    'overlay that lets presses through',
    'const d=document.createElement("div");d.style.cssText="position:fixed;inset:0;background:red;z-index:2147483647;pointer-events:none";document.documentElement.append(d)',
  ],
  [
    'overlay in the top layer',
    'const d=document.createElement("div");d.popover="manual";d.style.cssText="position:fixed;inset:0;width:auto;height:auto;background:red;pointer-events:none";document.documentElement.append(d);d.showPopover()',
  ],
  ['filter', 'document.documentElement.style.filter="opacity(0.01)"'],
  ['mask', 'document.documentElement.style.maskImage="linear-gradient(transparent,transparent)"'],
  [
    'blend',
    'document.querySelector("referral-copy").style.setProperty("mix-blend-mode","difference","important")',
  ],
  [
    'inside changed',
    'for(const b of document.querySelector("referral-copy").shadowRoot.querySelectorAll(".mini")){b.style.setProperty("opacity","0.01","important");b.style.setProperty("width","600px","important")}',
  ],
  ['moved under the pointer', 'window.moveIt=true'],
];

/** Waits until what a press has asked the clipboard to take is there: our script's wishes come before this one. */
const written = (page: Page) =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    await navigator.clipboard.readText();
  });

/** As often as the browser tells whether a button is seen, and a frame more. */
const told = (page: Page) =>
  page.evaluate(async () => {
    const start = performance.now();
    while (performance.now() - start < 120) await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
  });

test('a press that was not the user’s own writes nothing: twelve attacks, and presses made by script', async ({
  visitor,
}) => {
  const page = await visitor.visit(SHAPES[0]);
  const button = buttons(page).nth(2);
  await expect(buttons(page)).toHaveCount(8);
  await stood(button);
  const box = (await button.boundingBox())!;
  const down = async (x: number, y: number) => {
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.up();
  };
  /** A page as it is before an attack, and the control: here the same press writes, and has written when it returns. */
  const fresh = async () => {
    await page.reload();
    await expect(buttons(page)).toHaveCount(8);
    await stood(button);
    await page.evaluate(() => navigator.clipboard.writeText('untouched'));
    await down(box.x + 8, box.y + 8);
    await written(page);
    expect(await clipboard(page)).toBe(`${article(3)}?ref=MYCODE1`);
    await page.evaluate(() => navigator.clipboard.writeText('untouched'));
  };
  for (const [name, attack] of ATTACKS) {
    await fresh();
    await page.evaluate(attack);
    if (name === 'moved under the pointer') {
      // The page moves the link, our button follows to where the pointer rests, and the press comes at that moment.
      await page.mouse.move(box.x + 308, box.y + 8);
      await page.evaluate(
        async ([x, y]) => {
          document.querySelector('ul')!.style.marginLeft = '300px';
          while (document.elementFromPoint(x, y)?.localName !== 'referral-copy') {
            await new Promise(requestAnimationFrame);
          }
        },
        [box.x + 308, box.y + 8] as const,
      );
      await page.mouse.down();
      await page.mouse.up();
    } else {
      await told(page);
      await down(box.x + 8, box.y + 8);
    }
    await written(page);
    await page.evaluate(() => {
      const root = document.querySelector('referral-copy')!.shadowRoot!;
      for (const button of root.querySelectorAll('button')) button.click();
    });
    await written(page);
    expect(await clipboard(page), name).toBe('untouched');
  }
  await fresh();
  await page.close();
});
