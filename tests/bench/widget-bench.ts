import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import type { Snapshot } from '../../lib/domain/snapshot.ts';
import { WIDGET_STYLES } from '../../lib/widget/styles.ts';
import { ensureBrowser } from '../browser/find-browser.ts';
import { serveFiles } from '../browser/static-server.ts';

export interface WidgetPaint {
  /** ms until the card is on the screen, median: written into the page, drawn from a snapshot in it, and from a file. */
  written: number;
  inline: number;
  file: number;
}

/** Words are left to the widget, which has English ones. */
const SNAPSHOT: Omit<Snapshot, 'words'> = {
  v: 1,
  code: 'MYCODE1',
  layout: 'card',
  theme: 'light',
  accent: '#f2a93b',
  lang: 'en',
  rtl: false,
  name: 'Kim',
  campaigns: Array.from({ length: 6 }, (_, i) => ({
    title: `Campaign ${i}`,
    url: `https://www.binance.com/en/support/announcement/campaign-${i}`,
    to: Date.now() + (i + 1) * 86_400_000,
  })),
  figures: { referrals: 1_234, years: 4, index: [1, 20, 30, 40, 50, 60, 70, 80, 90, 100, 50, 20] },
};
const ROUNDS = 31;

const median = (all: number[]) => [...all].sort((a, b) => a - b)[all.length >> 1];

/** When the card is painted: the first frame after its join button is in the document. */
function watchPaint(): void {
  const state = globalThis as unknown as { painted?: number };
  const look = () => {
    const card = document.querySelector('referral-card');
    const there = document.querySelector('.join') ?? card?.shadowRoot?.querySelector('.join');
    if (!there) return requestAnimationFrame(look);
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      state.painted ??= performance.now();
    };
    // What is posted in a frame is heard after it.
    requestAnimationFrame(() => channel.port2.postMessage(0));
    return 0;
  };
  requestAnimationFrame(look);
}

/** How long the widget takes with its script cached, beside the same card as static HTML. */
export async function widgetPaint(build: string): Promise<WidgetPaint> {
  const widget = readFileSync(join(build, 'widget.js'), 'utf8');
  const json = JSON.stringify(SNAPSHOT);
  const page = (body: string, head = '<script src="widget.js"></script>') =>
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title>${head}<main>${body}</main></html>`;
  let written = '';
  const site = await serveFiles(
    {
      'widget.js': widget,
      'snapshot.json': json,
      'inline.html': page(`<referral-card><script type="application/json">${json}</script></referral-card>`),
      'file.html': page('<referral-card src="snapshot.json"></referral-card>'),
      'written.html': () => page(written, ''),
    },
    { 'cache-control': 'max-age=3600' },
  );
  const browser = await chromium.launch({
    executablePath: ensureBrowser(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const context = await browser.newContext();
  await context.addInitScript(watchPaint);
  const visit = async (tab: Page, path: string): Promise<number> => {
    await tab.goto(site.url + path);
    await tab.waitForFunction(() => 'painted' in globalThis);
    return tab.evaluate(() => (globalThis as unknown as { painted: number }).painted);
  };
  try {
    const tab = await context.newPage();
    await visit(tab, 'inline.html');
    const markup = await tab.evaluate(() => document.querySelector('referral-card')!.shadowRoot!.innerHTML);
    written = `<style>${WIDGET_STYLES.replaceAll(':host', '.static')}</style><div class="static">${markup}</div>`;
    const times: Record<string, number[]> = { written: [], inline: [], file: [] };
    for (let round = 0; round < ROUNDS; round++) {
      for (const name of Object.keys(times)) times[name].push(await visit(tab, `${name}.html`));
    }
    return {
      written: median(times.written.slice(1)),
      inline: median(times.inline.slice(1)),
      file: median(times.file.slice(1)),
    };
  } finally {
    await browser.close();
    await site.close();
  }
}
