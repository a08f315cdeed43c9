import type { Page } from '@playwright/test';
import { article, type PageShape } from '../browser/campaign-pages.ts';
import { type Launched, launch } from '../browser/launch.ts';
import { ours } from '../browser/ours.ts';
import { sendHtml, standIn } from '../browser/stand-in.ts';
import { test as base, begin, expect } from './app.ts';

/** A browser with the code MYCODE1, in which www.binance.com serves the page that is visited. */
export interface Visitor {
  app: Launched;
  visit(shape: PageShape): Promise<Page>;
}

async function withVisitor(use: (visitor: Visitor) => Promise<void>): Promise<void> {
  let shape: PageShape;
  const binance = await standIn(['www.binance.com'], (url, _, response) => {
    if (url.pathname === '/favicon.ico') return response.writeHead(204).end();
    sendHtml(response, shape.html, shape.headers);
  });
  const app = await launch({ args: binance.args });
  const page = await begin(app, '#/links');
  await page.getByLabel('Referral code').fill('MYCODE1');
  await page.getByRole('button', { name: 'Add code' }).click();
  await expect(page.getByText('★ Default')).toBeVisible();
  await page.close();
  await use({
    app,
    async visit(to) {
      shape = to;
      const visited = await app.context.newPage();
      await visited.goto(`https://www.binance.com${to.path}`);
      return visited;
    },
  });
  await app.close();
  await binance.close();
}

/**
 * `visitor` is one browser for all tests of a worker, which leave its settings as they were; `ownVisitor` is a browser
 * of the test's own.
 */
export const test = base.extend<{ ownVisitor: Visitor }, { visitor: Visitor }>({
  visitor: [({ browserName: _ }, use) => withVisitor(use), { scope: 'worker' }],
  ownVisitor: ({ browserName: _ }, use) => withVisitor(use),
});
export { expect };

export const simple = (html: string, path = '/en/support/announcement/list/93'): PageShape => ({
  name: '',
  path,
  html,
  campaigns: 0,
});

export const buttons = (page: Page) => ours(page, 'button', /^Copy referral link/);
export const button = (page: Page, name: string) => ours(page, 'button', name).nth(0);
export const menuItem = (page: Page, name: string) => ours(page, '[role=menuitem]', name).nth(0);
/** Waits until so many copy buttons are seen. */
export const haveButtons = (page: Page, count: number) =>
  expect.poll(() => buttons(page).count(), { timeout: 15_000 }).toBe(count);
export const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

/** What a page complains of from here on. */
export function complaints(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', error => errors.push(error.message));
  page.on('console', message => message.type() === 'error' && errors.push(message.text()));
  return errors;
}

/** Evaluates in the world of our content script, once it is there: the debugger sees it beside the page's own. */
export async function inOurWorld(page: Page, expression: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  try {
    const contextId = await new Promise<number>((found, failed) => {
      session.on('Runtime.executionContextCreated', ({ context }) => {
        if (context.origin.startsWith('chrome-extension://')) found(context.id);
      });
      session.send('Runtime.enable').catch(failed);
    });
    const { exceptionDetails } = await session.send('Runtime.evaluate', {
      contextId,
      expression,
      awaitPromise: true,
    });
    expect(exceptionDetails?.exception?.description).toBeUndefined();
  } finally {
    await session.detach();
  }
}

/**
 * Waits until our script has heard from the background and has had its turn: it runs at once, so what it had to ask
 * was asked before this question, which the same background answers.
 */
export const answered = (page: Page) =>
  inOurWorld(
    page,
    `chrome.runtime.sendMessage({ is: 'guest-data' })
      .then(() => new Promise(done => requestIdleCallback(done, { timeout: 500 })))`,
  );

/** Waits until our script, which the background no longer answers, has had its turn. */
export const leftAlone = (page: Page) =>
  inOurWorld(page, `new Promise(done => requestIdleCallback(done, { timeout: 500 }))`);

let markers = 0;

/**
 * Puts a link to a campaign into the page, waits for its button and takes the link away again. Our script looks at
 * changes in their order: whatever stood there before has been decided on by then.
 */
export async function marked(page: Page): Promise<void> {
  const name = `Marker ${++markers}`;
  const made = ours(page, 'button', `Copy referral link: ${name}`);
  const link = await page.evaluateHandle(
    ([href, text]) => {
      const made = document.createElement('a');
      made.href = href;
      made.textContent = text;
      document.body.append(made);
      return made;
    },
    [article(900_000 + markers), name] as const,
  );
  await expect.poll(() => made.count()).toBe(1);
  await link.evaluate(element => element.remove());
  await expect.poll(() => made.count()).toBe(0);
}

/** Waits until our script has decided on everything that is on the page now. */
export async function settled(page: Page): Promise<void> {
  await answered(page);
  if ((await page.locator('referral-copy').count()) > 0) await marked(page);
}

export { stood } from '../browser/ours.ts';
