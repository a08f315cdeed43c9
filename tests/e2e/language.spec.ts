import type { Page } from '@playwright/test';
import { LANGUAGES } from '../../lib/text/language.ts';
import { article } from '../browser/campaign-pages.ts';
import { drawn } from '../browser/drawn.ts';
import { type Launched, launch } from '../browser/launch.ts';
import { ours, stood } from '../browser/ours.ts';
import { sendHtml, standIn } from '../browser/stand-in.ts';
import { begin, expect, figure, test } from './app.ts';

const OTHERS = Object.entries(LANGUAGES).filter(([tag]) => tag !== 'en');
const ROUTES = [
  '#/overview?period=this-year',
  '#/overview?period=90d&account=futures&compare=year',
  '#/referrals?period=this-year',
  '#/income/commissions?period=90d',
  '#/income/bonus',
  '#/campaigns/binance',
  '#/campaigns/exclusive',
  '#/links',
  '#/data',
  '#/publish',
  '#/settings',
];

async function demo(app: Launched): Promise<Page> {
  const page = await app.open('dashboard.html#/overview');
  await page.getByRole('button', { name: 'Try the demo' }).click();
  await expect(figure(page, 'commission')).toHaveAttribute('value', /\d/);
  return page;
}

/** Chooses a language where the page speaks English. */
async function speak(page: Page, name: string): Promise<void> {
  await page.evaluate(() => {
    location.hash = '#/settings';
  });
  const spoken = page.waitForEvent('load');
  await page.getByLabel('Language').selectOption({ label: name });
  await spoken;
}

/** Everything a page shows as text, or tells those who cannot see it. */
async function textsOf(page: Page, route: string): Promise<Set<string>> {
  await page.evaluate(hash => {
    location.hash = hash;
  }, route);
  await expect(page.locator('main h1')).toBeVisible();
  await drawn(page);
  for (const fold of await page.locator('main details:not([open]) > summary').all()) await fold.click();
  const texts = await page.evaluate(() => {
    const found: string[] = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      // Names of languages stand in their own.
      if (!node.parentElement?.closest('option[lang]')) found.push(node.textContent ?? '');
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
      for (const name of ['aria-label', 'title', 'placeholder']) found.push(element.getAttribute(name) ?? '');
    }
    return found;
  });
  return new Set(texts.map(text => text.trim()).filter(text => /\p{Ll}{2,}.*\s.*\p{L}{2,}/u.test(text)));
}

/** What stays as it is: names of things at Binance and in the demo, not ours to translate. */
const NAMES =
  /DEMO|Referral Dashboard Pro|Tournament|Friends and Share|New User Gift|Airdrop|Earn Season|Futures Cup|Dual-Star|Referral Finale|Affiliate Bonus|Futures badges|futures bonus|New traders in three|Video channel|Video about|Kickback of|Binance blog|Up to 20 %|Stated example|The badges also|affiliate badges|share of|Affiliates with|All affiliates|star|<|import |USD|script|Tier \d|Group · Telegram|Guides · Blog/;

test.describe('every language', () => {
  test.setTimeout(240_000);

  test('has words of its own for everything the dashboard and the popup say', async ({ app }) => {
    const page = await demo(app);
    const english = new Map<string, Set<string>>();
    for (const route of ROUTES) english.set(route, await textsOf(page, route));
    // The control: there is much to say, and the same page in the same language is the same.
    expect(english.get('#/settings')!.size).toBeGreaterThan(15);
    for (const [tag, name] of OTHERS) {
      await page.evaluate(() => localStorage.setItem('language', 'en'));
      await page.reload();
      await speak(page, name);
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(tag);
      for (const route of ROUTES) {
        const own = await textsOf(page, route);
        const kept = [...own].filter(text => english.get(route)!.has(text) && !NAMES.test(text));
        expect(kept, `${name} ${route}`).toEqual([]);
        for (const width of [360, 1280]) {
          await page.setViewportSize({ width, height: 900 });
          const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          expect(over, `${name} ${route} at ${width}`).toBeLessThanOrEqual(0);
        }
      }
      const popup = await app.open('popup.html');
      await expect(figure(popup, 'commission', 'today')).toHaveAttribute('value', /\d/);
      await expect(popup.getByRole('button', { name: 'Open dashboard' })).toHaveCount(0);
      await popup.setViewportSize({ width: 360, height: 600 });
      expect(
        await popup.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
      await popup.close();
    }
  });
});

test('a chosen language stays, is the popup’s from its first figure on, and can be left to the browser', async ({
  app,
}) => {
  const page = await demo(app);
  await speak(page, 'Español');
  await expect(page.getByRole('navigation', { name: 'Secciones' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('link', { name: 'Resumen' })).toBeVisible();

  const popup = await app.context.newPage();
  // The rest of the popup never comes: what is left is what the first script writes.
  await popup.route('**/chunks/show*', route => route.abort());
  await popup.goto(`${app.origin}/popup.html`);
  await expect(popup.getByText('Comisión de hoy')).toBeVisible();
  await expect(popup.locator('#first data')).toHaveText(/^[\d\u202f]+,\d\d$/);
  await popup.close();

  await page.getByRole('link', { name: 'Ajustes' }).click();
  const spoken = page.waitForEvent('load');
  await page.getByLabel('Idioma').selectOption('');
  await spoken;
  await expect(page.getByRole('link', { name: 'Overview' })).toBeVisible();
  const again = await app.open('popup.html');
  await expect(again.getByRole('button', { name: 'Open dashboard' })).toBeVisible();
});

test('a number typed as the language writes it is kept as it was meant', async ({ app }) => {
  const page = await demo(app);
  await page.evaluate(() => {
    location.hash = '#/income/bonus';
  });
  await page.getByRole('button', { name: 'Enter a payout' }).click();
  // It was read as 1250 once.
  await page.getByLabel('Value, BUSD').fill('12,50');
  await page.getByLabel('What for').fill('april');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('row', { name: /april/ })).toContainText(/(?<!\d)12\.50/);

  await speak(page, 'Español');
  await page.evaluate(() => {
    location.hash = '#/income/bonus';
  });
  await page.getByRole('button', { name: 'Anotar un pago' }).click();
  await page.getByLabel('Valor, BUSD').fill('1.234,5');
  await page.getByLabel('Por qué').fill('marzo');
  await page.getByRole('button', { name: 'Guardar' }).click();
  await expect(page.getByRole('row', { name: /marzo/ })).toContainText(/1\s234,50/);
});

test('our button on Binance’s pages and the menus of the browser speak it too', async () => {
  const binance = await standIn(['www.binance.com'], (url, _, response) => {
    if (url.pathname === '/favicon.ico') return response.writeHead(204).end();
    sendHtml(response, `<!doctype html><h1>Spring Cup</h1><p><a href="${article(1)}">Spring Cup</a></p>`, {});
  });
  const app = await launch({ args: binance.args });
  try {
    const page = await begin(app, '#/links');
    await page.getByLabel('Referral code').fill('MYCODE1');
    await page.getByRole('button', { name: 'Add code' }).click();
    await expect(page.getByText('★ Default')).toBeVisible();
    await speak(page, 'Español');
    await expect(page.getByRole('link', { name: 'Resumen' })).toBeVisible();

    const campaign = await app.context.newPage();
    await campaign.goto(article(2));
    await expect
      .poll(() => ours(campaign, 'button', /^Copiar enlace de referido/).count())
      .toBeGreaterThan(0);
    const more = ours(campaign, 'button', 'Más formas de copiar').nth(0);
    await stood(more);
    await more.click();
    for (const item of ['Como texto con aviso', 'Ocultar en este sitio'])
      await expect.poll(() => ours(campaign, '[role=menuitem]', item).count(), item).toBe(1);

    // The card for one's own site starts in the language, too.
    await page.evaluate(() => {
      location.hash = '#/publish';
    });
    await expect(page.getByLabel('Idioma del sitio')).toHaveValue('es');
  } finally {
    await app.close();
    await binance.close();
  }
});
