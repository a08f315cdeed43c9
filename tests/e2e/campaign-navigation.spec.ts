import type { Page } from '@playwright/test';
import { article, SHAPES } from '../browser/campaign-pages.ts';
import { ours } from '../browser/ours.ts';
import {
  answered,
  button,
  buttons,
  clipboard,
  complaints,
  expect,
  haveButtons,
  leftAlone,
  marked,
  menuItem,
  simple,
  stood,
  test,
  type Visitor,
} from './visitor.ts';

test('a page that becomes a campaign page without loading gets its buttons, and sees nothing of how', async ({
  visitor,
}) => {
  const strict = SHAPES.find(of => of.name === 'strict policy and Trusted Types')!;
  const page = await visitor.visit({ ...strict, path: '/en/trade/BTC_USDT' });
  const errors = complaints(page);
  await answered(page);
  await haveButtons(page, 0);
  const seen = await page.evaluate(() => {
    const all: string[] = [];
    document.addEventListener('securitypolicyviolation', event => all.push(event.blockedURI));
    new PerformanceObserver(list => {
      for (const entry of list.getEntries()) all.push(entry.name);
    }).observe({ type: 'resource' });
    Object.assign(globalThis, { seen: all });
    history.pushState({}, '', '/en/support/announcement/list/93');
    return all;
  });
  expect(seen).toEqual([]);
  await haveButtons(page, strict.campaigns);
  await marked(page);
  const seenSince = () => page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);
  expect(await seenSince()).toEqual([]);
  expect(errors).toEqual([]);
  // The control: a picture the page asks for is seen, and nothing was told late.
  await page.evaluate(() => {
    new Image().src = '/asked-for.png';
  });
  await expect.poll(seenSince).toContainEqual(expect.stringContaining('/asked-for.png'));
  expect(new Set(await seenSince())).toEqual(new Set(['https://www.binance.com/asked-for.png']));
  await page.close();
});

/** What the background does when an item of the browser's menu is pressed. @returns whether anybody heard it. */
const pressMenu = (visitor: Visitor, text: string) =>
  visitor.app.context.serviceWorkers()[0].evaluate(async copied => {
    const { tabs } = (
      globalThis as unknown as {
        chrome: {
          tabs: {
            query(which: object): Promise<{ id: number }[]>;
            sendMessage(tab: number, message: object): Promise<void>;
          };
        };
      }
    ).chrome;
    const [tab] = await tabs.query({ url: 'https://www.binance.com/en/trade/*' });
    return tabs
      .sendMessage(tab.id, { is: 'copy', text: copied, copied: 'Copied', refused: 'Copy it by hand:' })
      .then(
        () => true,
        () => false,
      );
  }, text);

test('on a page that is no campaign an item of the browser’s menu can still copy, and shows it', async ({
  visitor,
}) => {
  const page = await visitor.visit(simple('<h1>Trade</h1>', '/en/trade/BTC_USDT'));
  const text = `${article(1)}?ref=MYCODE1`;
  // The control: nobody has opened a menu, nobody is there to hear.
  await answered(page);
  expect(await pressMenu(visitor, text)).toBe(false);
  await page.locator('h1').click({ button: 'right' });
  await expect.poll(() => pressMenu(visitor, text)).toBe(true);
  await expect.poll(() => clipboard(page)).toBe(text);
  await expect.poll(() => ours(page, '.said', 'Copied').count()).toBe(1);
  await expect(page.locator('referral-copy')).toHaveCount(0);
  await page.close();
});

test('where the page keeps the clipboard closed, what a menu should copy stands there to be copied by hand', async ({
  visitor,
}) => {
  const page = await visitor.visit({
    ...simple('<h1>Trade</h1>', '/en/trade/BTC_USDT'),
    headers: { 'permissions-policy': 'clipboard-write=()' },
  });
  const text = `${article(1)}?ref=MYCODE1`;
  await page.locator('h1').click({ button: 'right' });
  await expect.poll(() => pressMenu(visitor, text)).toBe(true);
  const field = ours(page, 'input', 'Copy it by hand:');
  expect(await field.nth(0).evaluate(element => (element as HTMLInputElement).value)).toBe(text);
  await page.keyboard.press('Control+c');
  await page.keyboard.press('Escape');
  await expect(page.locator('referral-copy')).toHaveCount(0);
  expect(await clipboard(page)).toBe(text);
  await page.close();
});

test('ten navigations inside one page leave one button a campaign each time', async ({ visitor }) => {
  const page = await visitor.visit(SHAPES[0]);
  for (let i = 0; i < 10; i++) {
    const count = 2 + (i % 4);
    await page.evaluate(
      ([n, at, base]) => {
        history.pushState(
          {},
          '',
          at % 3 === 2 ? '/en/trade/BTC_USDT' : `/en/support/announcement/list/${90 + at}`,
        );
        document.body.innerHTML = Array.from(
          { length: n },
          (_, k) => `<p><a href="${base.slice(0, -2)}${10 + k}">C</a></p>`,
        ).join('');
      },
      [count, i, article(0)] as const,
    );
    await haveButtons(page, i % 3 === 2 ? 0 : count);
  }
  await page.close();
});

test('hidden on a page it stays hidden, and Settings bring it back', async ({ ownVisitor }) => {
  const { app, visit } = ownVisitor;
  const page = await visit(SHAPES[3]);
  await haveButtons(page, 1);
  await stood(button(page, 'More ways to copy'));
  await button(page, 'More ways to copy').click();
  const hide = menuItem(page, 'Hide on this page');
  await stood(hide);
  await hide.click();
  await haveButtons(page, 0);
  await page.reload();
  await answered(page);
  await haveButtons(page, 0);
  const settings = await app.open('dashboard.html#/settings');
  await settings.getByRole('button', { name: 'Show everywhere again' }).click();
  await expect(settings.getByRole('button', { name: 'Show everywhere again' })).toHaveCount(0);
  await settings.close();
  await page.reload();
  await haveButtons(page, 1);
  await page.close();
});

test('reloaded with five tabs open, nothing breaks and nothing doubles', async ({ ownVisitor }) => {
  const { app, visit } = ownVisitor;
  const pages: Page[] = [];
  const errors: string[] = [];
  for (let i = 0; i < 5; i++) {
    const page = await visit(SHAPES[0]);
    page.on('pageerror', error => errors.push(error.message));
    page.on('console', message => message.type() === 'error' && errors.push(message.text()));
    await haveButtons(page, 8);
    pages.push(page);
  }
  const own = await app.open('dashboard.html');
  const closed = own.waitForEvent('close');
  await own
    .evaluate(() =>
      (globalThis as unknown as { chrome: { runtime: { reload(): void } } }).chrome.runtime.reload(),
    )
    .catch(() => {});
  // Its own pages go with the old version; a browser that is driven like this one brings no new one.
  await closed;
  for (const page of pages) {
    await page.bringToFront();
    await leftAlone(page);
    const count = await buttons(page).count();
    expect(count).toBeLessThanOrEqual(8);
    if (count > 0) await buttons(page).nth(0).click();
    await page.evaluate(() => history.pushState({}, '', '/en/support/announcement/list/48'));
    await leftAlone(page);
    expect(await buttons(page).count()).toBeLessThanOrEqual(8);
  }
  expect(errors).toEqual([]);
});
