import { article, SHAPES } from '../browser/campaign-pages.ts';
import { ours } from '../browser/ours.ts';
import { OVERLAY } from './page-acts.ts';
import { down, held, told, written } from './presses.ts';
import { button, buttons, clipboard, expect, haveButtons, menuItem, simple, stood, test } from './visitor.ts';

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
