import { cpSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { build } from 'vite';
import { exactDecimal } from '../../lib/domain/money.ts';
import { account, Binance, type MiningRow } from '../browser/binance.ts';
import { BUILD_E2E, type Launched, launch } from '../browser/launch.ts';
import { begin, expect, figure, test } from './app.ts';
import { connectAccount, serve } from './connected.ts';

const DAY = 86_400_000;
const ROWS = 20_000;
const KILLS = 100;

function records(seed: number): MiningRow[] {
  let state = seed;
  const roll = (n: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state % n;
  };
  const now = Date.now();
  const rows = Array.from({ length: ROWS }, (): MiningRow => {
    return {
      time: now - DAY - roll(700 * 24 * 60) * 60_000,
      coinName: 'USDT',
      type: 0,
      amount: `0.0${String(roll(10_000_000)).padStart(7, '0')}`,
    };
  });
  return rows.sort((a, b) => a.time - b.time);
}

type Kill = (app: Launched, cdp: CDPSession) => Promise<void>;

const METHODS: Record<string, Kill> = {
  'the worker’s target closed': async (_, cdp) => {
    const { targetInfos } = await cdp.send('Target.getTargets');
    for (const { type, targetId, url } of targetInfos) {
      if (type === 'service_worker' && url.startsWith('chrome-extension://'))
        await cdp.send('Target.closeTarget', { targetId });
    }
  },
  'all workers stopped': async (_, cdp) => {
    await cdp.send('ServiceWorker.stopAllWorkers');
  },
};

/** Presses *Sync now* without waiting for what comes of it: the worker may be dead before. */
const push = (page: Page) =>
  page.evaluate(() => {
    const { runtime } = (
      globalThis as unknown as { chrome: { runtime: { sendMessage(m: unknown): Promise<unknown> } } }
    ).chrome;
    runtime.sendMessage({ is: 'sync-now' }).catch(() => {});
  });

interface Ledger {
  generation: number;
  rows: number;
  done: boolean;
}

const ledgerOf = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<Ledger>(done => {
        const open = indexedDB.open('referral-dashboard-pro');
        open.onsuccess = () => {
          const db = open.result;
          const cursor = db.transaction('manifests').objectStore('manifests').openCursor(null, 'prev');
          cursor.onsuccess = () => {
            const book = cursor.result?.value.books.real;
            const cursors = (Object.values(book?.cursors ?? {}) as { pairs: number; done: boolean }[]).filter(
              c => c.pairs === 1 << 9,
            );
            db.close();
            done({
              generation: cursor.result?.value.generation ?? 0,
              rows: book?.rows ?? 0,
              done: cursors.length > 0 && cursors.every(c => c.done),
            });
          };
        };
      }),
  );

/** Kills the worker over and over while it reads an account's records, then leaves it in peace. */
async function killed(
  kill: Kill,
  folder: string,
  kills: number,
  /** How long Binance takes for a page, ms. */
  delay: number,
): Promise<{ rows: number; unfinished: number; wasted: number }> {
  let slow = delay;
  const mine = account({ mining: { sha256: records(7), scrypt: [] } });
  const binance = new Binance([mine]);
  const server = await serve(binance, url => (url.pathname.includes('mining') ? slow : 0));
  const app = await launch({ args: server.args, build: folder });
  try {
    const page = await begin(app);
    const cdp = await app.context.newCDPSession(page);
    await cdp.send('ServiceWorker.enable');
    await connectAccount(page, mine, 'Convenient');
    let deaths = 0;
    let state = 99;
    let before = 0;
    /** Deaths after which the work had not got on: they struck in the middle of it. */
    let wasted = 0;
    let unfinished = 0;
    while (deaths < kills) {
      await push(page);
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
      await page.waitForTimeout(40 + (state % 900));
      await kill(app, cdp);
      deaths++;
      const { generation, done } = await ledgerOf(page);
      if (!done) unfinished++;
      if (generation === before && !done) wasted++;
      before = generation;
    }
    // Then it is left in peace, and answered at once.
    slow = 0;
    const isDone = async () => {
      await push(page);
      return (await ledgerOf(page)).done;
    };
    await expect.poll(isDone, { timeout: 120_000, intervals: [1_000] }).toBe(true);
    const { rows } = await ledgerOf(page);
    if (rows === ROWS) {
      await page.goto(`${app.origin}/dashboard.html#/overview?period=all`);
      await expect(figure(page, 'commission')).toHaveAttribute('value', SUM);
    }
    return { rows, unfinished, wasted };
  } finally {
    await app.close();
    await server.close();
  }
}

/** Slow enough to die in the middle of a stretch, on a fast machine too. */
const SLOW = 150;
/** Quick enough for many commits to be struck. */
const QUICK = 50;
const SUM = exactDecimal(records(7).reduce((sum, row) => sum + BigInt(row.amount.replace('.', '')), 0n));

for (const [name, kill] of Object.entries(METHODS)) {
  test(`a backfill of ${ROWS} rows, ${KILLS} deaths (${name}): nothing lost, nothing doubled`, async () => {
    test.setTimeout(300_000);
    const { rows, unfinished, wasted } = await killed(kill, BUILD_E2E, KILLS, SLOW);
    expect(rows).toBe(ROWS);
    // They struck while there was work, many of them in the middle of a step.
    expect(unfinished).toBeGreaterThan(KILLS / 2);
    expect(wasted).toBeGreaterThan(KILLS / 10);
  });
}

test('a writer that moves its cursor before its rows is caught by the same kills', async () => {
  test.setTimeout(300_000);
  const folder = test.info().outputPath('broken');
  cpSync(BUILD_E2E, folder, { recursive: true });
  await build({
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'broken writer',
        enforce: 'pre',
        resolveId: (source, importer) =>
          source === '../store/write' && importer?.endsWith('change-book.ts')
            ? resolve(import.meta.dirname, 'kill/broken-commit.ts')
            : null,
      },
    ],
    build: {
      outDir: join(folder, 'broken'),
      target: 'es2022',
      rollupOptions: {
        input: resolve(import.meta.dirname, 'kill/broken-background.ts'),
        output: { format: 'iife', entryFileNames: 'background.js' },
      },
    },
  });
  cpSync(join(folder, 'broken/background.js'), join(folder, 'background.js'));
  const { rows } = await killed(METHODS['all workers stopped'], folder, 40, QUICK);
  expect(rows).toBeLessThan(ROWS);
});
