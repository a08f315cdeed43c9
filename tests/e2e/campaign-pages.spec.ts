import type { Page } from '@playwright/test';
import { article, type PageShape, SHAPES, tenThousand } from '../browser/campaign-pages.ts';
import { type Launched, launch } from '../browser/launch.ts';
import { type StandIn, sendHtml, standIn } from '../browser/stand-in.ts';
import { begin, expect, test } from './app.ts';

let shape: PageShape;
let binance: StandIn;
let app: Launched;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  binance = await standIn(['www.binance.com'], (url, _, response) => {
    if (url.pathname === '/favicon.ico') return response.writeHead(204).end();
    sendHtml(response, shape.html, shape.headers);
  });
  app = await launch({ args: binance.args });
  const page = await begin(app, '#/links');
  await page.getByLabel('Referral code').fill('MYCODE1');
  await page.getByRole('button', { name: 'Add code' }).click();
  await expect(page.getByText('★ Default')).toBeVisible();
  await page.close();
});
test.afterAll(async () => {
  await app.close();
  await binance.close();
});

async function visit(to: PageShape): Promise<Page> {
  shape = to;
  const page = await app.context.newPage();
  await page.goto(`https://www.binance.com${to.path}`);
  return page;
}
const buttons = (page: Page) => page.getByRole('button', { name: /^Copy referral link/ });
const simple = (html: string, path = '/en/support/announcement/list/93'): PageShape => ({
  name: '',
  path,
  html,
  campaigns: 0,
});
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

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

for (const of of SHAPES) {
  test(`${of.name}: one button a campaign, and the page as it was`, async () => {
    const page = await visit(of);
    const errors: string[] = [];
    page.on('pageerror', error => errors.push(error.message));
    page.on('console', message => message.type() === 'error' && errors.push(message.text()));
    await expect(buttons(page)).toHaveCount(of.campaigns);
    // Pages that render late have had their time; what is there now must stay.
    await page.waitForTimeout(of.campaigns === 0 ? 1500 : 500);
    await expect(buttons(page)).toHaveCount(of.campaigns);
    expect(await page.evaluate(() => document.querySelectorAll('referral-copy').length)).toBeLessThanOrEqual(
      1,
    );
    if (of.campaigns > 0) await expect(buttons(page).first()).toBeInViewport();
    const before = await outside(page);
    const shift = await page.evaluate(
      () =>
        new Promise<number>(done => {
          let sum = 0;
          new PerformanceObserver(entries => {
            for (const entry of entries.getEntries()) {
              const { sources = [], value } = entry as unknown as {
                sources?: { node?: Node }[];
                value: number;
              };
              if (sources.some(s => s.node?.nodeName === 'REFERRAL-COPY')) sum += value;
            }
          }).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => done(sum), 50);
        }),
    );
    expect(shift).toBe(0);
    expect(await outside(page)).toBe(before);
    expect(before).not.toContain('MYCODE1');
    // Nine more navigations: away to a page that is none, back, and loaded again.
    for (let round = 0; round < 3; round++) {
      await page.goto('https://www.binance.com/en/trade/BTC_USDT');
      await page.goBack();
      await expect(buttons(page)).toHaveCount(of.campaigns);
      await page.reload();
      await expect(buttons(page)).toHaveCount(of.campaigns);
    }
    expect(errors).toEqual([]);
    await page.close();
  });
}

test('a page that becomes a campaign page without loading gets its buttons, and sees nothing of how', async () => {
  const strict = SHAPES.find(of => of.name === 'strict policy and Trusted Types')!;
  const page = await visit({ ...strict, path: '/en/trade/BTC_USDT' });
  const errors: string[] = [];
  page.on('pageerror', error => errors.push(error.message));
  page.on('console', message => message.type() === 'error' && errors.push(message.text()));
  await page.waitForTimeout(500);
  await expect(buttons(page)).toHaveCount(0);
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
  await expect(buttons(page)).toHaveCount(strict.campaigns);
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen)).toEqual([]);
  expect(errors).toEqual([]);
  await page.close();
});

test('on a page that is no campaign an item of the browser’s menu can still copy', async () => {
  const page = await visit(simple('<h1>Trade</h1>', '/en/trade/BTC_USDT'));
  const text = `${article(1)}?ref=MYCODE1`;
  const tell = () =>
    app.context.serviceWorkers()[0].evaluate(async copied => {
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
      return tabs.sendMessage(tab.id, { is: 'copy', text: copied }).then(
        () => true,
        () => false,
      );
    }, text);
  // The control: nobody has opened a menu, nobody is there to hear.
  expect(await tell()).toBe(false);
  await page.locator('h1').click({ button: 'right' });
  await expect.poll(tell).toBe(true);
  await expect.poll(() => clipboard(page)).toBe(text);
  await page.close();
});

test('ten navigations inside one page leave one button a campaign each time', async () => {
  const page = await visit(SHAPES[0]);
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
    await expect(buttons(page)).toHaveCount(i % 3 === 2 ? 0 : count);
  }
  await page.close();
});

test('one click copies the page’s link with one’s own code, whoever’s code was there', async () => {
  const page = await visit(
    simple(
      '<!doctype html><title>Cup &lt;1&gt;</title><h1>Cup</h1>',
      '/en/activity/trading-competition/cup?ref=SOMEBODY&utm_source=x&foo=1#top',
    ),
  );
  await page.waitForTimeout(500);
  await buttons(page).click();
  await expect(page.getByRole('button', { name: 'Copy referral link' })).toHaveText('Copied');
  expect(await clipboard(page)).toBe(
    'https://www.binance.com/en/activity/trading-competition/cup?utm_source=x&ref=MYCODE1',
  );
  await page.getByRole('button', { name: 'More ways to copy' }).click();
  await page.waitForTimeout(500);
  await page.getByRole('menuitem', { name: 'As Markdown' }).click();
  await expect.poll(() => clipboard(page)).toContain('[Cup \\<1\\>](https://www.binance.com/en/activity');
  await page.getByRole('button', { name: 'More ways to copy' }).click();
  await page.waitForTimeout(500);
  await page.getByRole('menuitem', { name: 'QR code' }).click();
  await expect(page.getByRole('img', { name: 'QR code of the link of MYCODE1' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.screenshot({ path: 'test-results/pill.png' });
  await page.close();
});

test('in a list, by pointer and by keyboard; hotkeys of the page stay silent', async () => {
  const page = await visit(SHAPES.find(s => s.name === 'hotkeys')!);
  await expect(buttons(page)).toHaveCount(3);
  await page.waitForTimeout(600);
  await buttons(page).nth(1).click();
  await expect.poll(() => clipboard(page)).toBe(`${article(2)}?ref=MYCODE1`);
  await buttons(page).nth(2).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => clipboard(page)).toBe(`${article(3)}?ref=MYCODE1`);
  expect(await page.evaluate(() => (globalThis as unknown as { keys: number }).keys)).toBe(0);
  await page.screenshot({ path: 'test-results/list.png' });
  await page.close();
});

test('Go to Pro opens the dashboard from the programme page', async () => {
  const page = await visit(SHAPES.find(s => s.name === 'affiliate programme')!);
  await page.waitForTimeout(500);
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

test('a press that was not the user’s own writes nothing: twelve attacks, and presses made by script', async () => {
  const page = await visit(SHAPES[0]);
  await expect(buttons(page)).toHaveCount(8);
  await page.waitForTimeout(600);
  const box = (await buttons(page).nth(2).boundingBox())!;
  const press = async () => {
    await page.mouse.move(box.x + 8, box.y + 8);
    await page.mouse.down();
    await page.mouse.up();
    await page.waitForTimeout(250);
  };
  for (const [name, attack] of ATTACKS) {
    await page.reload();
    await expect(buttons(page)).toHaveCount(8);
    await page.waitForTimeout(600);
    await page.evaluate(() => navigator.clipboard.writeText('untouched'));
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
      await page.waitForTimeout(250);
    } else {
      await page.waitForTimeout(250);
      await press();
    }
    await page.evaluate(() => {
      const root = document.querySelector('referral-copy')!.shadowRoot!;
      for (const button of root.querySelectorAll('button')) button.click();
    });
    await page.waitForTimeout(100);
    expect(await clipboard(page), name).toBe('untouched');
  }
  // The control: without any attack the same press writes.
  await page.reload();
  await expect(buttons(page)).toHaveCount(8);
  await page.waitForTimeout(600);
  await press();
  expect(await clipboard(page)).toContain('ref=MYCODE1');
  await page.close();
});

test('ten thousand links: short turns, and nothing while idle', async () => {
  const page = await visit(simple(tenThousand()));
  await expect.poll(() => buttons(page).count()).toBeGreaterThan(5);
  const session = await app.context.newCDPSession(page);
  await session.send('Performance.enable');
  const script = async () =>
    ((await session.send('Performance.getMetrics')).metrics.find(m => m.name === 'ScriptDuration')?.value ??
      0) * 1000;
  await page.waitForTimeout(1500);
  const total = await script();
  await page.waitForTimeout(1500);
  expect((await script()) - total).toBeLessThan(1);
  test.info().annotations.push({ type: 'script cost, ms', description: total.toFixed(1) });
  await page.evaluate(() => scrollTo(0, 100_000));
  await expect
    .poll(() =>
      page.evaluate(() => {
        const all = [...document.querySelector('referral-copy')!.shadowRoot!.querySelectorAll('.mini')];
        return all.filter(
          b => b.getBoundingClientRect().top > 0 && b.getBoundingClientRect().top < innerHeight,
        ).length;
      }),
    )
    .toBeGreaterThan(5);
  await page.close();
});

test('copied addresses carry the code only when the user wants it, and never over another’s', async () => {
  const html = `<!doctype html><p id="a">${article(5)}</p><p id="b">${article(5)}?ref=SOMEBODY</p><p id="c">see ${article(5)}</p>`;
  const copyOf = async (page: Page, id: string) => {
    await page.evaluate(which => getSelection()!.selectAllChildren(document.getElementById(which)!), id);
    await page.keyboard.press('Control+c');
    await page.waitForTimeout(100);
    return clipboard(page);
  };
  let page = await visit(simple(html));
  await page.waitForTimeout(400);
  expect(await copyOf(page, 'a')).toBe(article(5));
  await page.close();
  const settings = await app.open('dashboard.html#/settings');
  await settings.getByRole('checkbox', { name: /Append my code/ }).check();
  // Kept is what another look at the page shows.
  await settings.waitForTimeout(300);
  await settings.reload();
  await expect(settings.getByRole('checkbox', { name: /Append my code/ })).toBeChecked();
  await settings.close();
  page = await visit(simple(html));
  await page.waitForTimeout(400);
  expect(await copyOf(page, 'a')).toBe(`${article(5)}?ref=MYCODE1`);
  expect(await copyOf(page, 'b')).toBe(`${article(5)}?ref=SOMEBODY`);
  expect(await copyOf(page, 'c')).toBe(`see ${article(5)}`);
  await page.close();
});

test('ten thousand forged messages from the page are answered with nothing', async () => {
  const page = await visit(SHAPES[3]);
  await expect(buttons(page)).toHaveCount(1);
  const answers = await page.evaluate(async () => {
    let heard = 0;
    const { runtime } = (globalThis as { chrome?: { runtime?: { sendMessage?: unknown } } }).chrome ?? {};
    addEventListener('message', event => {
      if (event.data?.forged !== true) heard++;
    });
    const kinds = ['guest-data', 'use-code', 'hide', 'refresh-campaigns', 'copy', 'settings', 'export'];
    for (let i = 0; i < 10_000; i++)
      postMessage({ forged: true, is: kinds[i % kinds.length], code: 'EVIL1' }, '*');
    document.dispatchEvent(new CustomEvent('referral-copy', { detail: { is: 'guest-data' } }));
    await new Promise(done => setTimeout(done, 1500));
    return { heard, door: typeof runtime?.sendMessage };
  });
  expect(answers).toEqual({ heard: 0, door: 'undefined' });
  await expect(buttons(page)).toHaveCount(1);
  await page.close();
});

test('hidden on a page it stays hidden, and Settings bring it back', async () => {
  const page = await visit(SHAPES[3]);
  await expect(buttons(page)).toHaveCount(1);
  await page.waitForTimeout(500);
  await page.getByRole('button', { name: 'More ways to copy' }).click();
  await page.waitForTimeout(500);
  await page.getByRole('menuitem', { name: 'Hide on this page' }).click();
  await expect(buttons(page)).toHaveCount(0);
  await page.reload();
  await page.waitForTimeout(800);
  await expect(buttons(page)).toHaveCount(0);
  const settings = await app.open('dashboard.html#/settings');
  await settings.getByRole('button', { name: 'Show everywhere again' }).click();
  await expect(settings.getByRole('button', { name: 'Show everywhere again' })).toHaveCount(0);
  await settings.close();
  await page.reload();
  await expect(buttons(page)).toHaveCount(1);
  await page.close();
});

test('reloaded with five tabs open, nothing breaks and nothing doubles', async () => {
  const pages: Page[] = [];
  const errors: string[] = [];
  for (let i = 0; i < 5; i++) {
    const page = await visit(SHAPES[0]);
    page.on('pageerror', error => errors.push(error.message));
    page.on('console', message => message.type() === 'error' && errors.push(message.text()));
    await expect(buttons(page)).toHaveCount(8);
    pages.push(page);
  }
  const own = await app.open('dashboard.html');
  await own
    .evaluate(() =>
      (globalThis as unknown as { chrome: { runtime: { reload(): void } } }).chrome.runtime.reload(),
    )
    .catch(() => {});
  await pages[0].waitForTimeout(1500);
  for (const page of pages) {
    await page.bringToFront();
    await page.waitForTimeout(600);
    const count = await buttons(page).count();
    expect(count).toBeLessThanOrEqual(8);
    if (count > 0) await buttons(page).first().click();
    await page.evaluate(() => history.pushState({}, '', '/en/support/announcement/list/48'));
    await page.waitForTimeout(300);
    expect(await buttons(page).count()).toBeLessThanOrEqual(8);
  }
  expect(errors).toEqual([]);
});
