import { SHAPES, tenThousand } from '../browser/campaign-pages.ts';
import { launch } from '../browser/launch.ts';
import { sendHtml, standIn } from '../browser/stand-in.ts';

export interface PageCost {
  /** Script time of the page with our buttons, less that without them, ms. */
  tenThousand: number;
  /** The longest turn of ours on it, ms. */
  longest: number;
  noCampaign: number;
  /** A page that replaces 400 links 25 times a second, for two seconds and a half: its own script time and ours, ms. */
  flood: { own: number; ours: number };
}

const FLOOD = `<!doctype html><title>Flood</title><ul></ul><script>
  const list = document.querySelector('ul');
  let turn = 0;
  setInterval(() => {
    turn++;
    list.replaceChildren(...Array.from({ length: 400 }, (_, i) => {
      const item = document.createElement('li');
      const link = document.createElement('a');
      link.href = '/en/support/announcement/' + String(turn * 400 + i).padStart(32, '0');
      link.textContent = 'Campaign ' + i;
      item.append(link);
      return item;
    }));
  }, 40);
</script>`;

/** What our content script costs the pages it visits. */
export async function pageCost(build: string): Promise<PageCost> {
  let html = '';
  const binance = await standIn(['www.binance.com'], (_, __, response) => sendHtml(response, html));
  const app = await launch({ build, args: binance.args });
  const cost = async (path: string): Promise<{ script: number; longest: number; pages: number }> => {
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
    const callsOf = (origin: string) => {
      const all = events
        .filter(e => ['FunctionCall', 'EvaluateScript'].includes(e.name))
        .filter(e => e.args?.data?.url?.startsWith(origin))
        .sort((a, b) => a.ts - b.ts);
      // Calls inside calls are in the outer one's time already.
      let end = 0;
      const outer = all.filter(({ ts, dur = 0 }) => {
        if (ts < end) return false;
        end = ts + dur;
        return true;
      });
      return outer.map(e => (e.dur ?? 0) / 1000);
    };
    const sum = (all: number[]) => all.reduce((total, dur) => total + dur, 0);
    const own = callsOf('chrome-extension://');
    await page.close();
    return { script: sum(own), longest: Math.max(0, ...own), pages: sum(callsOf('https://')) };
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
  html = FLOOD;
  const flood = await cost('/en/support/announcement/list/93');
  html = SHAPES[SHAPES.length - 1].html;
  const none = await cost('/en/trade/BTC_USDT');
  await app.close();
  await binance.close();
  return {
    tenThousand: long.script,
    longest: long.longest,
    noCampaign: none.script,
    flood: { own: flood.pages, ours: flood.script },
  };
}
