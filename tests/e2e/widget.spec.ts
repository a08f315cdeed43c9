import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import jsQR from 'jsqr';
import puppeteer from 'puppeteer-core';
import { build } from 'vite';
import { ENGLISH, type Snapshot } from '../../lib/domain/snapshot.ts';
import { ensureBrowser, ensureFirefox } from '../browser/find-browser.ts';
import { BUILD } from '../browser/launch.ts';
import { type Site, serveFiles } from '../browser/static-server.ts';
import { begin, csv, expect, importFiles, test } from './app.ts';

const WIDGET = readFileSync(`${BUILD}/widget.js`, 'utf8');
/** What the strictest host would send. */
const STRICT =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types 'none'";
const DAY = 86_400_000;
const PIXEL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

const snapshotOf = (of: Partial<Snapshot> = {}): Snapshot => ({
  v: 1,
  code: 'MYCODE1',
  layout: 'card',
  theme: 'light',
  accent: '#f2a93b',
  lang: 'en',
  rtl: false,
  words: ENGLISH,
  name: 'Kim',
  campaigns: [
    {
      title: 'Summer cup',
      url: 'https://www.binance.com/en/support/announcement/summer-cup',
      to: Date.now() + 2 * DAY,
    },
    { title: 'Over', url: 'https://www.binance.com/en/support/announcement/over', to: Date.now() - DAY },
  ],
  figures: {},
  ...of,
});

const inline = (snapshot: unknown) =>
  `<referral-card><a href="https://www.binance.com/join?ref=MYCODE1">plain</a><script type="application/json">${JSON.stringify(
    snapshot,
  ).replace(/</g, '\\u003c')}</script></referral-card>`;
const pageOf = (body: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Site</title><script src="widget.js"></script><main><h1>Site</h1>${body}</main></html>`;

let browser: Browser;
test.beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: ensureBrowser(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
});
test.afterAll(() => browser.close());

/** A page of a site, with everything it complains of. */
async function visit(site: Site, path = '', options: { javaScriptEnabled?: boolean; width?: number } = {}) {
  const context = await browser.newContext({
    javaScriptEnabled: options.javaScriptEnabled ?? true,
    viewport: { width: options.width ?? 800, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  const noise: string[] = [];
  page.on('console', message => noise.push(message.text()));
  page.on('pageerror', error => noise.push(error.message));
  await page.addInitScript(() => {
    const all: number[] = [];
    Object.assign(globalThis, { shifts: all });
    new PerformanceObserver(list => {
      for (const entry of list.getEntries()) all.push((entry as unknown as { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(site.url + path);
  return { page, noise, close: () => context.close() };
}

const hrefs = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('referral-card')].flatMap(card =>
      [...(card.shadowRoot?.querySelectorAll('a') ?? [])].map(a => a.href),
    ),
  );

test('published from the dashboard: what was ticked and nothing else, from any server under the strictest policy, in Chromium and Firefox', async ({
  app,
}) => {
  test.setTimeout(150_000);
  const page = await begin(app, '#/data');
  const head =
    "Order Type,Friend's ID(Spot),Friend's sub ID (Spot),Commission Asset,Commission Earned,Commission Earned (USDT),Commission Time,Registration Time,Referral ID";
  const row = (id: number, amount: string, month: string) =>
    `spot,${id},"",USDT,${amount},${amount},2025-${month}-03 07:49:33,2024-03-31 21:58:24,SECRETCHANNEL`;
  await importFiles(page, [
    csv('a.csv', [head, row(777001, '314.15926535', '05'), row(777002, '27.18281828', '06')].join('\n')),
  ]);
  await page.goto(`${app.origin}/dashboard.html#/links`);
  await page.getByLabel('Referral code').fill('MYCODE1');
  await page.getByRole('button', { name: 'Add code' }).click();
  await page.goto(`${app.origin}/dashboard.html#/publish`);
  await page.getByLabel('Your name').fill('Kim & <b>Co</b>');
  await page.getByLabel('Your name').blur();
  const preview = page.locator('referral-card').first();
  await expect(preview.locator('.name')).toHaveText('Kim & <b>Co</b>');
  await expect(preview.locator('a.join')).toHaveAttribute('href', 'https://www.binance.com/join?ref=MYCODE1');

  const take = async (button: string) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: button }).click(),
    ]);
    return readFileSync(await download.path());
  };
  // Nothing ticked: no figure in it. Nothing of the ledger ever.
  const files = unzipSync(await take('Download zip'));
  expect(Object.keys(files).sort()).toEqual(['README.txt', 'index.html', 'snapshot.json', 'widget.js']);
  const snapshot = JSON.parse(Buffer.from(files['snapshot.json']).toString());
  expect(Object.keys(snapshot).sort()).toEqual(
    ['accent', 'campaigns', 'code', 'figures', 'lang', 'layout', 'name', 'rtl', 'theme', 'v', 'words'].sort(),
  );
  expect(snapshot.figures).toEqual({});
  expect(Buffer.from(files['widget.js']).equals(Buffer.from(WIDGET))).toBe(true);
  const everything = Object.values(files)
    .map(bytes => Buffer.from(bytes).toString())
    .join();
  for (const secret of ['777001', '777002', '314', '27.18', 'SECRETCHANNEL'])
    expect(everything.replace(WIDGET, '')).not.toContain(secret);

  await expect(page.getByText('Nothing has changed since it was published.')).toBeVisible();
  await page.getByLabel('Number of referrals').check();
  await expect(page.getByText('Referrals added: 2')).toBeVisible();
  const again = JSON.parse((await take('Download snapshot.json')).toString());
  expect({ ...again, figures: {} }).toEqual(snapshot);
  expect(again.figures).toEqual({ referrals: 2 });

  const site = await serveFiles(
    Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, bytes])),
    { 'content-security-policy': STRICT },
  );
  try {
    const visited = await visit(site);
    const card = visited.page.locator('referral-card');
    await expect(card.locator('.name')).toHaveText('Kim & <b>Co</b>');
    await expect(card.getByText('I may earn a commission')).toBeVisible();
    await card.getByRole('button', { name: 'Copy: MYCODE1' }).click();
    await expect(card.getByRole('status')).toHaveText('Copied');
    expect(await visited.page.evaluate(() => navigator.clipboard.readText())).toBe('MYCODE1');
    expect(visited.noise).toEqual([]);
    expect(site.asked.filter(path => path !== 'favicon.ico')).toEqual([
      'index.html',
      'widget.js',
      'snapshot.json',
    ]);
    expect(
      await visited.page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length]),
    ).toEqual(['', 0, 0]);
    await visited.close();
    // The very same files in Firefox.
    const other = await visitFirefox(site);
    expect(other).toMatchObject({
      name: 'Kim & <b>Co</b>',
      links: ['https://www.binance.com/join?ref=MYCODE1'],
      code: 'MYCODE1',
      wide: true,
      noise: [],
    });
    expect(other.qr).toBeGreaterThan(500);
    // Without JavaScript it is the plain link.
    const plain = await visit(site, '', { javaScriptEnabled: false });
    await expect(plain.page.getByRole('link', { name: 'Join Binance' })).toHaveAttribute(
      'href',
      'https://www.binance.com/join?ref=MYCODE1',
    );
    await plain.close();
  } finally {
    await site.close();
  }

  // One file, for frames without any right but scripts.
  const single = await take('Download single page');
  const frame = await serveFiles({
    'index.html':
      '<!doctype html><iframe src="card.html" sandbox="allow-scripts" width="400" height="500"></iframe>',
    'card.html': single,
  });
  try {
    const visited = await visit(frame);
    await expect(visited.page.frameLocator('iframe').locator('referral-card .name')).toHaveText(
      'Kim & <b>Co</b>',
    );
    expect(frame.asked.filter(path => path !== 'favicon.ico')).toEqual(['index.html', 'card.html']);
    await visited.close();
  } finally {
    await frame.close();
  }
});

test('nothing moves: the place is held from the first paint on', async () => {
  const reserve = '240:640 300:600 400:420 560:400';
  const site = await serveFiles({
    'widget.js': WIDGET,
    'snapshot.json': JSON.stringify(snapshotOf()),
    'index.html': pageOf(
      `<referral-card src="snapshot.json" reserve="${reserve}"><a href="#">plain</a></referral-card><p>What comes after it.</p>`,
    ),
  });
  try {
    for (const width of [360, 800]) {
      const { page, close } = await visit(site, '', { width });
      await expect(page.locator('referral-card a.join')).toBeVisible();
      await page.waitForTimeout(300);
      expect(await page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts)).toEqual([]);
      await close();
    }
  } finally {
    await site.close();
  }
});

test('a campaign that ends disappears by itself, links carry the code, and the QR reads', async () => {
  const site = await serveFiles({ 'widget.js': WIDGET, 'index.html': pageOf(inline(snapshotOf())) });
  try {
    const { page, close } = await visit(site);
    expect(await hrefs(page)).toEqual([
      'https://www.binance.com/join?ref=MYCODE1',
      'https://www.binance.com/en/support/announcement/summer-cup?ref=MYCODE1',
    ]);
    for (const a of await page.locator('referral-card a').all()) {
      if ((await a.textContent()) === 'plain') continue;
      await expect(a).toHaveAttribute('rel', 'sponsored noopener noreferrer');
      await expect(a).toHaveAttribute('referrerpolicy', 'no-referrer');
    }
    const picture = await page.locator('referral-card .qr').screenshot();
    const pixels = await page.evaluate(async base64 => {
      const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const context = canvas.getContext('2d')!;
      context.drawImage(bitmap, 0, 0);
      const { data, width, height } = context.getImageData(0, 0, bitmap.width, bitmap.height);
      return { data: [...data], width, height };
    }, picture.toString('base64'));
    const read = jsQR(Uint8ClampedArray.from(pixels.data), pixels.width, pixels.height);
    expect(read?.data).toBe('https://www.binance.com/join?ref=MYCODE1');
    await close();
    // Two days later.
    const context = await browser.newContext();
    const later = await context.newPage();
    await later.clock.install({ time: Date.now() + 2 * DAY - 60_000 });
    await later.goto(site.url);
    await expect(later.getByText('Summer cup')).toBeVisible();
    await later.clock.runFor(3 * 60_000);
    await expect(later.getByText('Summer cup')).toHaveCount(0);
    await context.close();
  } finally {
    await site.close();
  }
});

/** Strings that try to be something else than text, in every field a snapshot has. */
function hostile(): string[] {
  const run = 'globalThis.hacked=1';
  const seeds = [
    `<script>${run}</script>`,
    `<img src=x onerror=${run}>`,
    `"><svg onload=${run}>`,
    `javascript:${run}`,
    `data:text/html,<script>${run}</script>`,
    `data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+`,
    `https://evil.example/?ref=MYCODE1`,
    `https://www.binance.com@evil.example/join?ref=X`,
    `//evil.example`,
    `\\\\evil.example`,
    `https://www.binance.com.evil.example/en/support/announcement/a`,
    `https://www.binance.com/en/support/announcement/a?ref=THEIRS`,
    '</script><script>globalThis.hacked=1</script>',
    `';${run};//`,
    `{{constructor.constructor("${run}")()}}`,
    `\${${run}}`,
    `expression(${run})`,
    `red;background:url(https://evil.example/x)`,
    `__proto__`,
    `constructor`,
    `\u202Egnp.exe`,
    `\u0000\u0001`,
    `🧨'"\`<>&`,
    `a\nb\r\nc\u2028d`,
  ];
  const all: string[] = [];
  for (const seed of seeds) {
    all.push(
      seed,
      seed.toUpperCase(),
      ` ${seed}`,
      `${seed}\u0000`,
      encodeURIComponent(seed),
      seed.repeat(40),
    );
    all.push(
      [...seed].map(c => `&#${c.codePointAt(0)};`).join(''),
      `x"${seed}"y`,
      `\t${seed}\n`,
      seed.split('').join('\u200b'),
    );
    all.push(`${seed}#`, `?${seed}`, `/../${seed}`, `${seed}${seed}`, `%00${seed}`, `MYCODE1&x=${seed}`);
    all.push(
      `<!--${seed}-->`,
      `<a href="${seed}">x</a>`,
      `]]>${seed}`,
      `{"v":1,"code":"${seed}"}`,
      `url(${seed})`,
    );
  }
  return all;
}

test('hostile strings in every field and attribute: nothing runs, nothing is HTML, every link is Binance’s with our code', async () => {
  test.setTimeout(120_000);
  const strings = hostile();
  expect(strings.length).toBeGreaterThan(500);
  const site = await serveFiles({ 'widget.js': WIDGET, 'index.html': pageOf('<div id="here"></div>') });
  try {
    const { page, noise, close } = await visit(site);
    const asked: string[] = [];
    page.on('request', request => asked.push(request.url()));
    const found = await page.evaluate(
      ([all, base]) => {
        const words = Object.keys(base.words);
        const allowed = /^(div|p|span|b|a|button|img|ul|li|dl|dt|dd|i|svg|path|slot)$/;
        const bad: string[] = [];
        let drawn = 0;
        for (const text of all) {
          const forms = [
            {
              ...base,
              name: text,
              lang: text,
              accent: text,
              picture: text,
              layout: text,
              theme: text,
              words: Object.fromEntries(words.map(word => [word, text])),
              campaigns: [
                { title: text, url: text, to: text },
                { title: text, url: 'https://www.binance.com/en/support/announcement/a', to: 9e12 },
              ],
              figures: { referrals: text, years: text, index: [text] },
              [text]: text,
            },
            { ...base, code: text },
            text,
          ];
          for (const form of forms) {
            const card = document.createElement('referral-card');
            const data = document.createElement('script');
            data.type = 'application/json';
            data.textContent = typeof form === 'string' ? form : JSON.stringify(form);
            card.append(data);
            document.getElementById('here')!.replaceChildren(card);
            const root = card.shadowRoot!;
            for (const element of root.querySelectorAll('*')) {
              if (!allowed.test(element.localName)) bad.push(`${element.localName} from ${text}`);
              for (const { name } of element.attributes)
                if (name.startsWith('on')) bad.push(`${name} from ${text}`);
            }
            for (const a of root.querySelectorAll('a')) {
              drawn++;
              if (
                !/^https:\/\/www\.binance\.com\/(?:join|en\/support\/announcement\/a)\?ref=[A-Za-z0-9_]{3,32}$/.test(
                  a.href,
                )
              )
                bad.push(`${a.href} from ${text}`);
            }
            if (!root.querySelector('slot') && !root.querySelector('[part="disclosure"]')?.textContent)
              bad.push(`no disclosure from ${text}`);
          }
          // And as attributes of the element itself.
          const odd = document.createElement('referral-card');
          for (const name of ['reserve', 'layout', 'theme', 'code', 'class', 'data-x'])
            odd.setAttribute(name, text);
          document.getElementById('here')!.replaceChildren(odd);
        }
        return { bad, drawn, hacked: 'hacked' in globalThis };
      },
      [strings, { ...snapshotOf(), campaigns: [] }] as const,
    );
    expect(found.bad.slice(0, 5)).toEqual([]);
    expect(found.hacked).toBe(false);
    expect(found.drawn).toBeGreaterThan(500);
    expect(asked.filter(url => !url.startsWith(site.url) && !url.startsWith('data:'))).toEqual([]);
    expect(noise).toEqual([]);
    await close();
  } finally {
    await site.close();
  }
});

test('a broken, foreign or missing snapshot leaves the plain link', async () => {
  const broken = [
    '',
    '{',
    '[]',
    'null',
    '{"v":1}',
    '{"code":"<x>"}',
    '{"code":["MYCODE1"]}',
    'x'.repeat(2_000_000),
  ];
  const site = await serveFiles({
    'widget.js': WIDGET,
    ...Object.fromEntries(broken.map((text, i) => [`${i}.json`, text])),
    'index.html': pageOf(
      [...broken.map((_, i) => `${i}.json`), 'missing.json', 'javascript:1', 'data:application/json,{}']
        .map(
          src =>
            `<referral-card src="${src}"><a href="https://www.binance.com/join?ref=MYCODE1">plain</a></referral-card>`,
        )
        .join(''),
    ),
  });
  try {
    const { page, close } = await visit(site);
    await page.waitForTimeout(500);
    const links = page.getByRole('link', { name: 'plain' });
    await expect(links).toHaveCount(broken.length + 3);
    for (const link of await links.all()) await expect(link).toBeVisible();

    // A snapshot that arrives in pieces is read when it is whole.
    const card = page.locator('referral-card').first();
    const whole = JSON.stringify(snapshotOf());
    await card.evaluate((element, text) => {
      element.removeAttribute('src');
      const script = document.createElement('script');
      script.type = 'application/json';
      script.append(text.slice(0, 200));
      element.append(script);
      setTimeout(() => script.append(text.slice(200)), 200);
    }, whole);
    await expect(card.locator('a.join')).toBeVisible();
    // Another file that is not there does not leave the card before it.
    await card.evaluate(element => element.setAttribute('src', 'missing.json'));
    await expect(card.locator('a.join')).toHaveCount(0);
    await expect(card.getByRole('link', { name: 'plain' })).toBeVisible();
    await close();
  } finally {
    await site.close();
  }
});

test('twenty cards on one page, and cards in React and Vue pages: independent, no globals, no noise', async () => {
  const folder = test.info().outputPath('frameworks');
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: folder,
      rollupOptions: {
        input: {
          react: resolve(import.meta.dirname, 'widget/react-page.ts'),
          vue: resolve(import.meta.dirname, 'widget/vue-page.ts'),
        },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-chunk.js' },
      },
    },
  });
  const { readdirSync } = await import('node:fs');
  const scripts = Object.fromEntries(
    readdirSync(folder).map(name => [name, readFileSync(`${folder}/${name}`, 'utf8')]),
  );
  const framework = (name: string) =>
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>${name}</title><script src="widget.js"></script><div id="app"></div><script type="module" src="${name}.js"></script></html>`;
  const snapshot = JSON.stringify(snapshotOf());
  const site = await serveFiles({
    'widget.js': WIDGET,
    'snapshot.json': snapshot,
    ...scripts,
    'index.html': pageOf(
      Array.from({ length: 20 }, (_, i) => inline(snapshotOf({ code: `CODE_${i}` }))).join(''),
    ),
    'empty.html': '<!doctype html><html lang="en"><title>empty</title><p>Nothing</p></html>',
    'react.html': framework('react'),
    'vue.html': framework('vue'),
  });
  try {
    const plain = await visit(site);
    const codes = await plain.page.evaluate(() =>
      [...document.querySelectorAll('referral-card')].map(
        card => card.shadowRoot?.querySelector('b')?.textContent,
      ),
    );
    expect(codes).toEqual(Array.from({ length: 20 }, (_, i) => `CODE_${i}`));
    // What a page without the script has, this one has, and nothing more.
    const globals = (page: Page) => page.evaluate(() => Object.getOwnPropertyNames(globalThis).sort());
    const with20 = await globals(plain.page);
    await plain.page.goto(`${site.url}empty.html`);
    const empty = await globals(plain.page);
    expect(with20.filter(name => !empty.includes(name) && name !== 'shifts')).toEqual([]);
    expect(plain.noise).toEqual([]);
    await plain.close();

    for (const name of ['react', 'vue']) {
      const visited = await visit(site, `${name}.html`);
      await expect(visited.page.locator('referral-card a.join')).toHaveCount(2);
      await visited.page.getByRole('button', { name: 'Again' }).click();
      await expect(visited.page.locator('referral-card a.join')).toHaveCount(3);
      await visited.page.getByRole('button', { name: 'Fewer' }).click();
      await expect(visited.page.locator('referral-card a.join')).toHaveCount(2);
      expect(visited.noise, name).toEqual([]);
      await visited.close();
    }
  } finally {
    await site.close();
  }
});

test('no rule of accessibility is broken: layouts × themes × directions, 240 to 1200 px', async () => {
  test.setTimeout(180_000);
  const site = await serveFiles({
    'widget.js': WIDGET,
    'index.html': pageOf('<div id="here"></div>'),
  });
  try {
    const { page, close } = await visit(site);
    for (const layout of ['card', 'strip', 'button'] as const) {
      for (const theme of ['light', 'dark'] as const) {
        for (const rtl of [false, true]) {
          const snapshot = snapshotOf({
            layout,
            theme,
            rtl,
            lang: rtl ? 'ar' : 'en',
            picture: PIXEL,
            figures: { referrals: 12_345, years: 4, index: [1, 20, 30, 40, 50, 60, 70, 80, 90, 100, 50, 0] },
          });
          await page.evaluate(text => {
            const card = document.createElement('referral-card');
            const data = document.createElement('script');
            data.type = 'application/json';
            data.textContent = text;
            card.append(data);
            document.getElementById('here')!.replaceChildren(card);
          }, JSON.stringify(snapshot));
          const { violations } = await new AxeBuilder({ page }).analyze();
          expect(violations.map(v => `${layout} ${theme} ${rtl}: ${v.id} ${v.nodes[0].html}`)).toEqual([]);
          for (const width of [240, 320, 560, 1_200]) {
            await page.setViewportSize({ width: width + 16, height: 900 });
            const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
            expect(over, `${layout} at ${width}`).toBeLessThanOrEqual(0);
          }
        }
      }
    }
    await close();
  } finally {
    await site.close();
  }
});

/** What a Firefox without the extension shows of a site, and what it complains of. */
async function visitFirefox(site: Site) {
  const firefox = await puppeteer.launch({
    browser: 'firefox',
    executablePath: ensureFirefox(),
    headless: true,
  });
  try {
    const page = await firefox.newPage();
    const noise: string[] = [];
    page.on('console', message => noise.push(message.text()));
    page.on('pageerror', error => noise.push(String(error)));
    await page.goto(site.url);
    // The policy forbids what a waiting function would need.
    const isThere = () =>
      page.evaluate(() => !!document.querySelector('referral-card')?.shadowRoot?.querySelector('a.join'));
    await expect.poll(isThere).toBe(true);
    const seen = await page.evaluate(() => {
      const root = document.querySelector('referral-card')!.shadowRoot!;
      return {
        name: root.querySelector('.name')?.textContent,
        links: [...root.querySelectorAll('a')].map(a => a.href),
        code: root.querySelector('b')?.textContent,
        wide: root.querySelector('.root')!.getBoundingClientRect().width > 200,
        qr: root.querySelector('.qr path + path')?.getAttribute('d')?.length ?? 0,
      };
    });
    return { ...seen, noise };
  } finally {
    await firefox.close();
  }
}
