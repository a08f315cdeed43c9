import type { Page } from '@playwright/test';
import { article, SHAPES } from '../browser/campaign-pages.ts';
import { ours } from '../browser/ours.ts';
import { ATTACKS, HARMLESS, OVERLAY } from './page-acts.ts';
import {
  button,
  buttons,
  clipboard,
  expect,
  haveButtons,
  menuItem,
  settled,
  simple,
  stood,
  test,
} from './visitor.ts';

test('one click copies the page’s link with one’s own code, whoever’s code was there', async ({
  visitor,
}) => {
  const page = await visitor.visit(
    simple(
      '<!doctype html><title>Cup &lt;1&gt;</title><h1>Cup</h1>',
      '/en/activity/trading-competition/cup?ref=SOMEBODY&utm_source=x&foo=1#top',
    ),
  );
  await stood(buttons(page).nth(0));
  await buttons(page).nth(0).click();
  await expect.poll(() => button(page, 'Copy referral link').text()).toBe('Copied');
  expect(await clipboard(page)).toBe(
    'https://www.binance.com/en/activity/trading-competition/cup?utm_source=x&ref=MYCODE1',
  );
  await stood(button(page, 'More ways to copy'));
  await button(page, 'More ways to copy').click();
  await stood(menuItem(page, 'As Markdown'));
  await menuItem(page, 'As Markdown').click();
  await expect.poll(() => clipboard(page)).toContain('[Cup \\<1\\>](https://www.binance.com/en/activity');
  await button(page, 'More ways to copy').click();
  await stood(menuItem(page, 'QR code'));
  await menuItem(page, 'QR code').click();
  await expect.poll(() => ours(page, '[role=img]', 'QR code of the link of MYCODE1').count()).toBe(1);
  await page.keyboard.press('Escape');
  await page.screenshot({ path: 'test-results/pill.png' });
  await page.close();
});

test('in a list, by pointer and by keyboard; hotkeys of the page stay silent', async ({ visitor }) => {
  const page = await visitor.visit(SHAPES.find(s => s.name === 'hotkeys')!);
  await haveButtons(page, 3);
  await stood(buttons(page).nth(1));
  await buttons(page).nth(1).click();
  await expect.poll(() => clipboard(page)).toBe(`${article(2)}?ref=MYCODE1`);
  await buttons(page).nth(2).focus();
  await held(page);
  await page.keyboard.press('Enter');
  await expect.poll(() => clipboard(page)).toBe(`${article(3)}?ref=MYCODE1`);
  expect(await page.evaluate(() => (globalThis as unknown as { keys: number }).keys)).toBe(0);
  await page.screenshot({ path: 'test-results/list.png' });
  await page.close();
});

test('Go to Pro opens the dashboard from the programme page', async ({ visitor }) => {
  const { app } = visitor;
  const page = await visitor.visit(SHAPES.find(s => s.name === 'affiliate programme')!);
  await stood(button(page, 'Go to Pro'));
  const opened = app.context.waitForEvent('page');
  await button(page, 'Go to Pro').click();
  expect((await opened).url()).toContain('/dashboard.html');
  await (await opened).close();
  await page.close();
});

/** Waits until what a press has asked the clipboard to take is there: our script's wishes come before this one. */
const written = (page: Page) =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    await navigator.clipboard.readText();
  });

/** As long as a button must have had the focus before a key on it counts. */
const held = (page: Page) =>
  page.evaluate(async () => {
    const start = performance.now();
    while (performance.now() - start < 320) await new Promise(requestAnimationFrame);
  });

/** As often as the browser tells whether a button is seen, and a frame more. */
const told = (page: Page) =>
  page.evaluate(async () => {
    const start = performance.now();
    while (performance.now() - start < 120) await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
  });

const down = async (page: Page, x: number, y: number) => {
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.up();
};

/** Presses of scripts: the debugger lends the page what it cannot reach itself. */
async function pressedByScript(page: Page): Promise<void> {
  const all = buttons(page);
  const count = await all.count();
  for (let i = 0; i < count; i++) await all.nth(i).evaluate(element => element.click());
}

test('whatever a page looks like, an honest press copies', async ({ visitor }) => {
  test.setTimeout(120_000);
  const page = await visitor.visit(SHAPES[0]);
  for (const [name, act] of HARMLESS) {
    await test.step(name, async () => {
      await page.reload();
      await haveButtons(page, 8);
      await page.evaluate(() => navigator.clipboard.writeText('untouched'));
      await page.evaluate(act);
      await settled(page);
      await stood(buttons(page).nth(2));
      await told(page);
      await buttons(page).nth(2).click();
      await expect.poll(() => clipboard(page), name).toBe(`${article(3)}?ref=MYCODE1`);
    });
  }
  await page.close();
});

test('a press that was not the user’s own writes nothing, and says so where it was', async ({ visitor }) => {
  test.setTimeout(120_000);
  const page = await visitor.visit(SHAPES[0]);
  const third = buttons(page).nth(2);
  await haveButtons(page, 8);
  await stood(third);
  const box = await third.boundingBox();
  /** A page as it is before an attack, and the control: here the same press writes, and has written when it returns. */
  const fresh = async () => {
    await page.reload();
    await haveButtons(page, 8);
    await stood(third);
    await told(page);
    await page.evaluate(() => navigator.clipboard.writeText('untouched'));
    await down(page, box.x + 8, box.y + 8);
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
      await down(page, box.x + 8, box.y + 8);
    }
    await written(page);
    await pressedByScript(page);
    await written(page);
    expect(await clipboard(page), name).toBe('untouched');
  }
  await fresh();
  await page.close();
});

test('a page reaches nothing of ours, and gets no key pressed', async ({ visitor }) => {
  const page = await visitor.visit(
    simple(`<!doctype html><title>List</title><input autofocus><p><a href="${article(1)}">One</a></p>`),
  );
  await haveButtons(page, 1);
  await stood(buttons(page).nth(0));
  await page.evaluate(() => navigator.clipboard.writeText('untouched'));
  expect(await page.evaluate(() => document.querySelector('referral-copy')!.shadowRoot)).toBe(null);
  await page.evaluate(() => {
    document.querySelector('input')!.addEventListener('keydown', () => {
      (document.querySelector('referral-copy') as HTMLElement).focus();
    });
  });
  await page.locator('input').focus();
  await page.keyboard.press('Enter');
  await written(page);
  expect(await clipboard(page)).toBe('untouched');
  // The control: with the focus where the user has put it, the same key copies.
  await buttons(page).nth(0).focus();
  await held(page);
  await page.keyboard.press('Enter');
  await expect.poll(() => clipboard(page)).toBe(`${article(1)}?ref=MYCODE1`);
  await page.close();
});

test('a press that did not count is seen beside the button, with the link to copy by hand', async ({
  visitor,
}) => {
  const page = await visitor.visit(SHAPES[0]);
  const third = buttons(page).nth(2);
  await haveButtons(page, 8);
  await stood(third);
  const { x, y } = await third.boundingBox();
  await page.evaluate(`${OVERLAY}d.popover="manual";d.showPopover();window.cover=d`);
  await told(page);
  await down(page, x + 8, y + 8);
  const field = ours(page, 'input', /did not count/);
  await expect.poll(() => field.count()).toBe(1);
  expect(await field.nth(0).evaluate(element => (element as HTMLInputElement).value)).toBe(
    `${article(3)}?ref=MYCODE1`,
  );
  await page.keyboard.press('Control+c');
  await expect.poll(() => clipboard(page)).toBe(`${article(3)}?ref=MYCODE1`);
  // It is above the cover now: the user sees it, and the next press counts.
  await page.evaluate(() => navigator.clipboard.writeText('untouched'));
  await stood(third);
  await down(page, x + 8, y + 8);
  await expect.poll(() => clipboard(page)).toBe(`${article(3)}?ref=MYCODE1`);
  await expect.poll(() => field.count()).toBe(0);
  await page.evaluate(() => {
    const { cover } = window as unknown as { cover: HTMLElement };
    cover.hidePopover();
    cover.showPopover();
  });
  await told(page);
  // The cover goes away on the press: the one that comes at once after it does not count either.
  await page.evaluate(() => navigator.clipboard.writeText('untouched'));
  await page.evaluate(() =>
    addEventListener('pointerdown', () => (window as unknown as { cover: Element }).cover.remove()),
  );
  await down(page, x + 8, y + 8);
  await told(page);
  await down(page, x + 8, y + 8);
  await written(page);
  expect(await clipboard(page)).toBe('untouched');
  await page.keyboard.press('Escape');
  await stood(third);
  await down(page, x + 8, y + 8);
  await expect.poll(() => clipboard(page)).toBe(`${article(3)}?ref=MYCODE1`);
  await page.close();
});
