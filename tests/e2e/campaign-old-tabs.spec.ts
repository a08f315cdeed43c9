import type { Browser } from 'wxt/browser';
import { article, SHAPES } from '../browser/campaign-pages.ts';
import type { Launched } from '../browser/launch.ts';
import { ours } from '../browser/ours.ts';
import { buttons, clipboard, expect, haveButtons, simple, stood, test } from './visitor.ts';

/** The extension's API, in its worker and on the browser's own pages. */
declare const chrome: typeof Browser;

/** Presses our item in the browser's menu of a link: no driver reaches that menu, so the browser's event is made. */
async function pressItem(app: Launched, link: string): Promise<void> {
  const [worker] = app.context.serviceWorkers();
  await worker.evaluate(async linkUrl => {
    const [tab] = await chrome.tabs.query({ active: true, url: 'https://www.binance.com/*' });
    const { onClicked } = chrome.contextMenus as unknown as {
      onClicked: { dispatch(info: object, tab: object): void };
    };
    onClicked.dispatch({ menuItemId: 'link', linkUrl }, tab);
  }, link);
}

/** Puts a new version of ours in place of the running one, as an update does. */
async function updated(app: Launched): Promise<void> {
  const page = await app.context.newPage();
  await page.goto('chrome://extensions');
  const started = app.context.waitForEvent('serviceworker');
  await page.evaluate(async id => {
    const { developerPrivate: extensions } = chrome as unknown as {
      developerPrivate: {
        updateProfileConfiguration(change: object): Promise<void>;
        reload(id: string, options: object): Promise<void>;
      };
    };
    // Outside this mode the browser would not start it again.
    await extensions.updateProfileConfiguration({ inDeveloperMode: true });
    await extensions.reload(id, { failQuietly: true });
  }, app.origin.split('/')[2]);
  await started;
  await page.close();
}

test('a menu item is answered in a tab where nothing of ours was', async ({ visitor }) => {
  const { app } = visitor;
  const page = await visitor.visit(simple('<!doctype html><title>Trade</title>', '/en/trade/BTC_USDT'));
  expect(await page.locator('referral-copy').count()).toBe(0);
  await pressItem(app, page.url());
  const field = ours(page, 'input', /no campaign link/);
  await expect.poll(() => field.count()).toBe(1);
  expect(await field.nth(0).evaluate(element => (element as HTMLInputElement).value)).toBe(
    'https://www.binance.com/join?ref=MYCODE1',
  );
  await page.keyboard.press('Control+c');
  await expect.poll(() => clipboard(page)).toBe('https://www.binance.com/join?ref=MYCODE1');
  await page.keyboard.press('Escape');
  await expect.poll(() => field.count()).toBe(0);
  await page.close();
});

test('after an update of ours buttons and menu work in the tabs that are open', async ({ ownVisitor }) => {
  const { app, visit } = ownVisitor;
  const page = await visit(SHAPES[0]);
  await haveButtons(page, 8);
  await updated(app);
  await page.bringToFront();
  await pressItem(app, article(1));
  await expect.poll(() => clipboard(page)).toBe(`${article(1)}?ref=MYCODE1`);
  await expect.poll(() => page.locator('referral-copy').count()).toBe(1);
  await haveButtons(page, 8);
  await stood(buttons(page).nth(2));
  await buttons(page).nth(2).click();
  await expect.poll(() => clipboard(page)).toBe(`${article(3)}?ref=MYCODE1`);
});
