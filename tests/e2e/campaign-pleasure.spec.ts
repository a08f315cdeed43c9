import { article } from '../browser/campaign-pages.ts';
import { ours } from '../browser/ours.ts';
import { button, buttons, clipboard, expect, haveButtons, menuItem, simple, stood, test } from './visitor.ts';

const CUP = '/en/activity/trading-competition/cup';
const cup = (body = '', style = '') =>
  simple(`<!doctype html><title>Cup</title><style>${style}</style><h1>Cup</h1>${body}`, CUP);

test('buttons of lines that are close lie beside their links, not over each other, and each copies', async ({
  visitor,
}) => {
  const links = [1, 2, 3, 4].map(n => `<li><a href="${article(n)}">Campaign ${n}</a></li>`).join('');
  const page = await visitor.visit(
    simple(`<!doctype html><title>List</title><ul style="font:16px/17px sans-serif">${links}</ul>`),
  );
  await haveButtons(page, 4);
  for (let i = 0; i < 4; i++) await stood(buttons(page).nth(i));
  const boxes = [];
  for (let i = 0; i < 4; i++) boxes.push(await buttons(page).nth(i).boundingBox());
  for (let i = 1; i < 4; i++) expect(boxes[i].y).toBeGreaterThanOrEqual(boxes[i - 1].y + boxes[i - 1].height);
  const link = (await page.getByText('Campaign 1').boundingBox())!;
  expect(boxes[0].x).toBeGreaterThan(link.x + link.width);
  for (let i = 0; i < 4; i++) {
    await buttons(page).nth(i).click();
    await expect.poll(() => clipboard(page)).toBe(`${article(i + 1)}?ref=MYCODE1`);
  }
  await page.close();
});

test('the pill goes past a cookie bar and a chat bubble, and back; where it is put it stays', async ({
  ownVisitor,
}) => {
  const page = await ownVisitor.visit(cup());
  const copy = button(page, 'Copy referral link');
  const at = await copy.boundingBox();
  await page.evaluate(() =>
    document.body.insertAdjacentHTML(
      'beforeend',
      '<div id="bar" style="position:fixed;bottom:0;left:0;right:0;height:90px">Cookies</div>' +
        '<button id="chat" style="position:fixed;bottom:100px;right:20px;width:56px;height:56px;border-radius:50%">?</button>',
    ),
  );
  const bar = (await page.locator('#bar').boundingBox())!;
  const chat = (await page.locator('#chat').boundingBox())!;
  await expect
    .poll(async () => {
      const box = await copy.boundingBox();
      return box.y + box.height <= bar.y && (box.x + box.width < chat.x || box.y + box.height < chat.y);
    })
    .toBe(true);
  await page.evaluate(() => {
    for (const element of document.querySelectorAll('#bar, #chat')) element.remove();
  });
  await expect.poll(() => copy.boundingBox()).toEqual(at);
  for (const corner of ['bottom-left', 'top-left']) {
    await stood(button(page, 'More ways to copy'));
    await button(page, 'More ways to copy').click();
    await stood(menuItem(page, 'Move to another corner'));
    await menuItem(page, 'Move to another corner').click();
    await expect.poll(() => ours(page, `.${corner} button`, 'Copy referral link').count()).toBe(1);
  }
  const put = await copy.boundingBox();
  expect(put.y).toBeLessThan(at.y);
  await page.reload();
  await expect.poll(() => copy.boundingBox()).toEqual(put);
});

test('one press copies what the user has chosen; the menu shows what each form looks like', async ({
  ownVisitor,
}) => {
  const { app, visit } = ownVisitor;
  const settings = await app.open('dashboard.html#/settings');
  await settings.getByLabel('title, link and disclosure').check();
  const page = await visit(cup(`<p><a href="${article(1)}">Other</a></p>`));
  await haveButtons(page, 2);
  const copy = button(page, 'Copy referral link');
  await stood(copy);
  await copy.click();
  await expect
    .poll(() => clipboard(page))
    .toMatch(/^https:\/\/www\.binance\.com\/en\/activity\/trading-competition\/cup\?ref=MYCODE1\nCup\n.+$/);
  const other = button(page, 'Copy referral link: Other');
  await stood(other);
  await other.click();
  await expect.poll(() => clipboard(page)).toMatch(/\?ref=MYCODE1\nOther\n.+$/);
  await stood(button(page, 'More ways to copy'));
  await button(page, 'More ways to copy').click();
  expect(await menuItem(page, 'Join link (surely counted)').text()).toContain('/join?ref=MYCODE1');
  await settings.getByLabel('the join link').check();
  await page.reload();
  await stood(copy);
  await copy.click();
  await expect.poll(() => clipboard(page)).toBe('https://www.binance.com/join?ref=MYCODE1');
});

test('it is dark where the page is, whatever the system likes', async ({ visitor }) => {
  const page = await visitor.visit(cup('', 'body { background: #0b0e11; color: #eaecef }'));
  const ground = () =>
    ours(page, '.pill', /./)
      .nth(0)
      .evaluate(element => getComputedStyle(element).backgroundColor);
  await expect.poll(ground).toBe('rgb(26, 26, 23)');
  await page.evaluate(() => document.body.style.setProperty('background', '#fff'));
  await expect.poll(ground).toBe('rgb(255, 255, 255)');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.evaluate(() => document.body.append('A change of the page'));
  expect(await ground()).toBe('rgb(255, 255, 255)');
  await page.close();
});

/** What a document is asked for; a page can give its forms these names, and the document answers with them. */
const ASKED = [
  'documentElement',
  'body',
  'elementFromPoint',
  'elementsFromPoint',
  'createElement',
  'createRange',
  'addEventListener',
  'visibilityState',
  'querySelectorAll',
];

test('a page whose forms are named as what a document has costs no button', async ({ visitor }) => {
  const forms = ASKED.map(name => `<form name="${name}"></form>`).join('');
  const page = await visitor.visit(cup(`${forms}<p><a href="${article(1)}">Other</a></p>`));
  await haveButtons(page, 2);
  const other = button(page, 'Copy referral link: Other');
  await stood(other);
  await other.click();
  await expect.poll(() => clipboard(page)).toBe(`${article(1)}?ref=MYCODE1`);
  await page.close();
});

test('the side panel offers the same for the tab in front, with dates and prize, and follows it', async ({
  ownVisitor,
}) => {
  const { app, visit } = ownVisitor;
  const dashboard = await app.open('dashboard.html#/campaigns');
  await dashboard.getByRole('button', { name: 'Add campaign' }).click();
  await dashboard.getByLabel('Title').fill('Spring Cup');
  await dashboard.getByLabel('Page on binance.com').fill(`https://www.binance.com${CUP}`);
  await dashboard.getByLabel('Prize').fill('500,000 USDT');
  await dashboard.getByLabel('Ends (UTC)').fill('2020-05-01T00:00');
  await dashboard.getByRole('button', { name: 'Save' }).click();
  await expect(dashboard.getByRole('dialog')).toHaveCount(0);
  const panel = await app.open('sidepanel.html');
  const page = await visit(cup());
  const here = panel.getByRole('region', { name: 'Spring Cup' });
  await expect(here).toContainText('Ended');
  await expect(here).toContainText('500,000 USDT');
  const link = `https://www.binance.com${CUP}?ref=MYCODE1`;
  await here.getByRole('button', { name: 'Copy this page with my code' }).click();
  await expect.poll(() => clipboard(panel)).toBe(link);
  await here.getByRole('button', { name: 'HTML' }).click();
  await expect.poll(() => clipboard(panel)).toContain(`<a href="${link}"`);
  await page.goto('https://www.binance.com/en/trade/BTC_USDT');
  await expect(here).toHaveCount(0);
  await page.goto(`https://www.binance.com${CUP}-2`);
  await expect(panel.getByRole('region', { name: 'Cup', exact: true })).toContainText('Markdown');
});
