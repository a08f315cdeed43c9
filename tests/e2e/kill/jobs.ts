/**
 * Every job that writes the ledger, each with the ledger it finds. They run in a worker that dies at any step; what
 * they are given is the same for every run, so that ledgers can be compared.
 */
import type { Connection } from '../../../lib/domain/connection';
import { dayOf } from '../../../lib/domain/day';
import { putConnection } from '../../../lib/store/connections';
import { mergePrices } from '../../../lib/store/prices';
import { readManifest } from '../../../lib/store/read';
import { erase } from '../../../lib/store/write';
import { asWriter, changeBook, type WriterEnv } from '../../../lib/sync/change-book';
import { missingDecided } from '../../../lib/sync/decide-missing';
import { demoRemoved, demoStarted } from '../../../lib/sync/demo';
import { importFiles } from '../../../lib/sync/import-files';
import { windowKept } from '../../../lib/sync/keep-window';
import { withoutConnection } from '../../../lib/sync/regroup';
import { reportIn } from '../../../lib/sync/report-in';
import type { SyncEnv } from '../../../lib/sync/sync-env';
import { undone } from '../../../lib/sync/undo';
import { valueOpenRows } from '../../../lib/sync/value-rows';

/** Two exports that overlap, and the last moment of their rows. */
export interface Texts {
  first: string;
  second: string;
  until: number;
}

interface Job {
  /** Makes the ledger that the job finds. */
  before(env: WriterEnv, texts: Texts): Promise<unknown>;
  run(env: WriterEnv, texts: Texts): Promise<unknown>;
  /** The same done wrong; absent: with a commit of many transactions. */
  broken?(env: WriterEnv, texts: Texts): Promise<unknown>;
  /** Only every so many steps are died at: there are hundreds of a kind. */
  stride?: number;
}

const HOUR = 3_600_000;
const CONNECTION = '00000000-0000-4000-8000-000000000001';
const connection = (addedAt: number): Connection => ({
  id: CONNECTION,
  label: 'Main',
  addedAt,
  ownsExports: true,
  credential: { is: 'hmac', apiKey: '', key: {} as CryptoKey },
});

const importText = (env: WriterEnv, text: string) => importFiles(env, [new File([text], 'export.csv')]);

/** A time window of a connection: rows in BTC, and none of them with a price. */
async function bring(env: WriterEnv, first: number, rows: number): Promise<void> {
  await putConnection(env.db, connection(first));
  const read = {
    connection: connection(first),
    stream: 'mining' as const,
    timeWindow: { first, last: first + rows * HOUR - 1 },
    done: false,
    rows: Array.from({ length: rows }, (_, i) => ({
      time: first + i * HOUR,
      literal: 'mining',
      kind: 'commission' as const,
      asset: 'BTC',
      amount: BigInt(i + 1),
    })),
    values: Array.from({ length: rows }, () => -(2n ** 63n)),
  };
  await changeBook(env, windowKept(read));
}

/** A background without a network: what it needs to know is stored. */
const background = (env: WriterEnv): SyncEnv => ({
  ...env,
  fetch: () => Promise.reject(new TypeError('no network')),
  wait: () => Promise.resolve(),
  committed: async () => {},
  changed: async () => {},
});

const prices = ({ db, now }: WriterEnv, asset: string, until: number) => {
  const to = dayOf(now());
  const from = dayOf(until) - 120;
  const days = new Map(
    Array.from({ length: to - from + 1 }, (_, i) => [from + i, BigInt(i + 1) * 10n ** 8n]),
  );
  return mergePrices(db, asset, { from, to }, days, now());
};

const lastBatch = async ({ db }: WriterEnv) => (await readManifest(db)).batches.at(-1)!.id;

/** Every third line is left out. */
const thinned = (text: string) =>
  text
    .split('\n')
    .filter((_, i) => i === 0 || i % 3 !== 0)
    .join('\n');

export const JOBS = {
  import: {
    before: (env, { first }) => importText(env, first),
    run: (env, { second }) => importText(env, second),
  },
  'an account’s time window': {
    before: async (env, { first, until }) => {
      await importText(env, first);
      await bring(env, until - 20 * HOUR, 20);
    },
    run: (env, { until }) => bring(env, until - 40 * HOUR, 20),
  },
  undo: {
    before: async (env, { first, second, until }) => {
      await importText(env, first);
      await importText(env, second);
      await bring(env, until - 20 * HOUR, 20);
    },
    // Pressed twice, it takes back one import.
    run: async env => {
      if ((await readManifest(env.db)).batches.length === 2)
        await changeBook(env, undone(await lastBatch(env)));
    },
  },
  'rows that are missing': {
    before: async (env, { first }) => {
      await importText(env, first);
      await importText(env, thinned(first));
    },
    run: async env => changeBook(env, missingDecided(await lastBatch(env), 'removed')),
  },
  currency: {
    before: async (env, { first, until }) => {
      await importText(env, first);
      await prices(env, 'EUR', until);
    },
    run: env => reportIn(background(env), 'EUR'),
  },
  valuation: {
    before: async (env, { first, until }) => {
      await importText(env, first);
      await bring(env, until - 20 * HOUR, 20);
      await prices(env, 'BTC', until);
    },
    run: env => valueOpenRows(background(env), CONNECTION),
  },
  'disconnecting, rows and all': {
    // In a month that has rows of the export too: it stays, and is summed again.
    before: async (env, { first, until }) => {
      await importText(env, first);
      await bring(env, until - 40 * 24 * HOUR, 20);
    },
    run: env => changeBook(env, withoutConnection(CONNECTION)),
  },
  'the demo': {
    before: async () => {},
    run: (env, { until }) => changeBook(env, demoStarted(until)),
    stride: 40,
  },
  'leaving the demo': {
    before: (env, { until }) => changeBook(env, demoStarted(until)),
    run: env => changeBook(env, demoRemoved),
    stride: 2,
    broken: async env => {
      await env.db.clear('chunks');
      await changeBook(env, demoRemoved);
    },
  },
  erasing: {
    before: (env, { first }) => importText(env, first),
    run: env => asWriter(env, () => erase(env.db, env.now())),
    broken: async ({ db, now }) => {
      for (const store of ['chunks', 'rollups', 'names', 'parties', 'receipts'] as const)
        await db.clear(store);
      await erase(db, now());
    },
  },
} satisfies Record<string, Job>;

export type JobName = keyof typeof JOBS;
export const jobOf = (name: JobName): Job => JOBS[name];
