import { SHAPES, tenThousand } from '../browser/campaign-pages.ts';
import { launch } from '../browser/launch.ts';
import { sendHtml, standIn } from '../browser/stand-in.ts';

export interface PageCost {
  /** Script time of the page with our buttons, less that without them, ms. */
  tenThousand: number;
  /** The longest turn of ours on it, ms. */
  longest: number;
  noCampaign: number;
}

/** What our content script costs the pages it visits. */
export async function pageCost(build: string): Promise<PageCost> {
  let html = '';
  const binance = await standIn(['www.binance.com'], (_, __, response) => sendHtml(response, html));
  const app = await launch({ build, args: binance.args });
  const cost = async (path: string): Promise<{ script: number; longest: number }> => {
    const page = await app.context.newPage();
    const session = await app.context.newCDPSession(page);
    await session.send('Performance.enable');
    const events: { name: string; ts: number; dur?: number; args?: { data?: { url?: string } } }[] = [];
    session.on('Tracing.dataCollected', part => events.push(...(part.value as unknown as typeof events)));
    await session.send('Tracing.start', { transferMode: 'ReportEvents', categories: 'devtools.timeline' });
    await page.goto(`https://www.binance.com${path}`);
    await page.waitForTimeout(2500);
    const ended = new Promise<void>(done => session.once('Tracing.tracingComplete', () => done()));
    await session.send('Tracing.end');
    await ended;
    const all = events
      .filter(e => ['FunctionCall', 'EvaluateScript'].includes(e.name))
      .filter(e => e.args?.data?.url?.startsWith('chrome-extension://'))
      .sort((a, b) => a.ts - b.ts);
    // Calls inside calls are in the outer one's time already.
    let end = 0;
    const own = all.filter(({ ts, dur = 0 }) => {
      if (ts < end) return false;
      end = ts + dur;
      return true;
    });
    await page.close();
    return {
      script: own.reduce((sum, e) => sum + (e.dur ?? 0) / 1000, 0),
      longest: Math.max(0, ...own.map(e => (e.dur ?? 0) / 1000)),
    };
  };
  const page = await app.open('dashboard.html#/links');
  await page.getByRole('button', { name: 'Agree and start' }).click();
  await page.getByLabel('Referral code').fill('MYCODE1');
  await page.getByRole('button', { name: 'Add code' }).click();
  await page.getByText('★ Default').waitFor();
  await page.close();
  html = tenThousand();
  await cost('/en/support/announcement/list/93');
  const long = await cost('/en/support/announcement/list/93');
  html = SHAPES[SHAPES.length - 1].html;
  const none = await cost('/en/trade/BTC_USDT');
  await app.close();
  await binance.close();
  return { tenThousand: long.script, longest: long.longest, noCampaign: none.script };
}
