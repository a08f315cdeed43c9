import type { Page } from '@playwright/test';
import { article, SHAPES, tenThousand } from '../browser/campaign-pages.ts';
import {
  answered,
  buttons,
  clipboard,
  expect,
  haveButtons,
  inOurWorld,
  marked,
  settled,
  simple,
  test,
} from './visitor.ts';

test('ten thousand links: short turns, and nothing while idle', async ({ visitor }) => {
  const { app } = visitor;
  const page = await visitor.visit(simple(tenThousand()));
  await expect.poll(() => buttons(page).count()).toBeGreaterThan(5);
  const session = await app.context.newCDPSession(page);
  await session.send('Performance.enable');
  const metric = async (name: string) =>
    ((await session.send('Performance.getMetrics')).metrics.find(m => m.name === name)?.value ?? 0) * 1000;
  await settled(page);
  let total = -1;
  const more = async () => {
    const before = total;
    total = await metric('ScriptDuration');
    return total - before;
  };
  await expect.poll(more).toBe(0);
  // A second and a half by the page's own clock, in which nothing of a test runs there.
  const since = await metric('Timestamp');
  await expect.poll(async () => (await metric('Timestamp')) - since).toBeGreaterThan(1_500);
  expect((await metric('ScriptDuration')) - total).toBeLessThan(1);
  // The control: the measure sees a turn of ours.
  await marked(page);
  expect((await metric('ScriptDuration')) - total).toBeGreaterThan(1);
  test.info().annotations.push({ type: 'script cost, ms', description: total.toFixed(1) });
  await page.evaluate(() => scrollTo(0, 100_000));
  await expect
    .poll(async () => {
      const all = buttons(page);
      const tops = await Promise.all(
        Array.from({ length: Math.min(20, await all.count()) }, (_, i) => all.nth(i).boundingBox()),
      );
      return tops.filter(({ y }) => y > 0 && y < 720).length;
    })
    .toBeGreaterThan(5);
  await page.close();
});

test('copied addresses carry the code only when the user wants it, and never over another’s', async ({
  ownVisitor,
}) => {
  const { app, visit } = ownVisitor;
  const html = `<!doctype html><p id="a">${article(5)}</p><p id="b">${article(5)}?ref=SOMEBODY</p><p id="c">see ${article(5)}</p>`;
  const copyOf = async (page: Page, id: string) => {
    await page.evaluate(which => getSelection()!.selectAllChildren(document.getElementById(which)!), id);
    await page.evaluate(() => navigator.clipboard.writeText('nothing copied'));
    await page.keyboard.press('Control+c');
    await expect.poll(() => clipboard(page)).not.toBe('nothing copied');
    return clipboard(page);
  };
  let page = await visit(simple(html));
  await settled(page);
  expect(await copyOf(page, 'a')).toBe(article(5));
  await page.close();
  const settings = await app.open('dashboard.html#/settings');
  await settings.getByRole('checkbox', { name: /Append my code/ }).check();
  const kept = () =>
    settings.evaluate(async () => {
      const { storage } = (
        globalThis as unknown as {
          chrome: {
            storage: { local: { get(key: string): Promise<{ settings?: { autoAppend?: boolean } }> } };
          };
        }
      ).chrome;
      return (await storage.local.get('settings')).settings?.autoAppend;
    });
  await expect.poll(kept).toBe(true);
  // And another look at the page shows it.
  await settings.reload();
  await expect(settings.getByRole('checkbox', { name: /Append my code/ })).toBeChecked();
  await settings.close();
  page = await visit(simple(html));
  await settled(page);
  expect(await copyOf(page, 'a')).toBe(`${article(5)}?ref=MYCODE1`);
  expect(await copyOf(page, 'b')).toBe(`${article(5)}?ref=SOMEBODY`);
  expect(await copyOf(page, 'c')).toBe(`see ${article(5)}`);
  await page.close();
});

test('ten thousand forged messages from the page are answered with nothing', async ({ visitor }) => {
  const page = await visitor.visit(SHAPES[3]);
  await haveButtons(page, 1);
  await page.evaluate(async () => {
    const heard: unknown[] = [];
    Object.assign(globalThis, { heard });
    const all = new Promise<void>(done => {
      addEventListener('message', event => {
        if (event.data?.forged !== true) heard.push(event.data);
        if (event.data === 'the last') done();
      });
    });
    const kinds = ['guest-data', 'use-code', 'hide', 'refresh-campaigns', 'copy', 'settings', 'export'];
    for (let i = 0; i < 10_000; i++)
      postMessage({ forged: true, is: kinds[i % kinds.length], code: 'EVIL1' }, '*');
    document.dispatchEvent(new CustomEvent('referral-copy', { detail: { is: 'guest-data' } }));
    // Messages come in their order: whoever listens has had all of them before this one.
    postMessage('the last', '*');
    await all;
  });
  await answered(page);
  const { heard, door } = await page.evaluate(() => {
    const { runtime } = (globalThis as { chrome?: { runtime?: { sendMessage?: unknown } } }).chrome ?? {};
    return {
      heard: (globalThis as unknown as { heard: unknown[] }).heard,
      door: typeof runtime?.sendMessage,
    };
  });
  // Nothing but our own last one, which is the control.
  expect(heard).toEqual(['the last']);
  expect(door).toBe('undefined');
  await settled(page);
  await haveButtons(page, 1);
  await page.close();
});

test('made-up events and a storm of addresses ask the background no more than five times a second', async ({
  visitor,
}) => {
  const page = await visitor.visit(SHAPES[0]);
  await haveButtons(page, 8);
  // Counts what our script sends, in its own world, and tells it by an attribute.
  await inOurWorld(
    page,
    `{
      const send = chrome.runtime.sendMessage.bind(chrome.runtime);
      document.body.dataset.sent = 0;
      chrome.runtime.sendMessage = message => { document.body.dataset.sent++; return send(message); };
    }`,
  );
  const sent = () => page.evaluate(() => Number(document.body.dataset.sent));
  await page.evaluate(() => {
    for (let i = 0; i < 5_000; i++) document.dispatchEvent(new Event('visibilitychange'));
  });
  await settled(page);
  // The question that waited for our script is one itself.
  expect(await sent()).toBeLessThanOrEqual(1);
  const before = await sent();
  const seconds = await page.evaluate(async path => {
    const start = performance.now();
    for (let i = 0; i < 100; i++) {
      history.replaceState(null, '', `${path}${String(i).padStart(32, '0')}`);
      await new Promise(requestAnimationFrame);
    }
    return (performance.now() - start) / 1000;
  }, '/en/support/announcement/');
  const asked = (await sent()) - before;
  expect(asked).toBeLessThanOrEqual(5 * Math.ceil(seconds));
  // The control: it did ask.
  expect(asked).toBeGreaterThan(0);
  await page.close();
});
