import { article, SHAPES } from '../browser/campaign-pages.ts';
import { HARMLESS } from './page-acts.ts';
import { told, WAYS } from './presses.ts';
import { buttons, clipboard, expect, haveButtons, settled, stood, test } from './visitor.ts';

for (const [way, press] of Object.entries(WAYS)) {
  test(`whatever a page looks like, an honest press by ${way} copies`, async ({ visitor }) => {
    test.setTimeout(180_000);
    const page = await visitor.visit(SHAPES[0]);
    const third = buttons(page).nth(2);
    for (const [name, act] of HARMLESS) {
      await test.step(name, async () => {
        await page.reload();
        await haveButtons(page, 8);
        await page.evaluate(() => navigator.clipboard.writeText('untouched'));
        await page.evaluate(act);
        await settled(page);
        await stood(third);
        await told(page);
        // It stands beside its link.
        const link = (await page.locator('li a').nth(2).boundingBox())!;
        const { x, y, width, height } = await third.boundingBox();
        const gap = Math.max(x - (link.x + link.width), link.x - (x + width));
        expect(gap, name).toBeLessThan(10);
        expect(Math.abs(y + height / 2 - (link.y + link.height / 2)), name).toBeLessThan(10);
        await press(page, third);
        await expect.poll(() => clipboard(page), name).toBe(`${article(3)}?ref=MYCODE1`);
      });
    }
    await page.close();
  });
}

/** What users set in their browsers, as the browser does it, and what is true of the page then. */
const BROWSERS: [string, string, object, string][] = [
  [
    'zoom of 200 %',
    'Emulation.setDeviceMetricsOverride',
    { width: 640, height: 360, deviceScaleFactor: 2, mobile: false },
    'devicePixelRatio === 2 && innerWidth === 640',
  ],
  [
    'pinched to twice its size',
    'Emulation.setPageScaleFactor',
    { pageScaleFactor: 2 },
    'visualViewport.scale === 2',
  ],
  [
    'forced colours, and no motion',
    'Emulation.setEmulatedMedia',
    {
      features: [
        { name: 'forced-colors', value: 'active' },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ],
    },
    'matchMedia("(forced-colors: active)").matches',
  ],
];

test('whatever the browser is set to, an honest press copies', async ({ ownVisitor }) => {
  for (const [name, method, of, isSo] of BROWSERS) {
    const page = await ownVisitor.visit(SHAPES[0]);
    const session = await page.context().newCDPSession(page);
    await session.send(method as 'Emulation.setPageScaleFactor', of as { pageScaleFactor: number });
    await expect.poll(() => page.evaluate(isSo), name).toBe(true);
    const first = buttons(page).nth(0);
    for (const [way, press] of Object.entries(WAYS)) {
      await page.evaluate(() => navigator.clipboard.writeText('untouched'));
      await stood(first);
      await told(page);
      await press(page, first);
      await expect.poll(() => clipboard(page), `${name}, ${way}`).toBe(`${article(1)}?ref=MYCODE1`);
    }
    await page.close();
  }
});
