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
