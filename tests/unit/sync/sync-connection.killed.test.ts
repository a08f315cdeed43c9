import { describe, expect, test } from 'vitest';
import { readManifest } from '../../../lib/store/read';
import type { Database } from '../../../lib/store/schema';
import { type Commit, commit } from '../../../lib/store/write';
import { die } from '../builders';
import { storedRows } from '../memory-ledger';
import { expectedRows, records, withoutValues } from './account-records';
import { HOUR, harness } from './sync-harness';

describe('killed at random', () => {
  const kill = async (
    seed: number,
    publish: (...of: [...Parameters<typeof commit>, () => Promise<void>]) => Promise<void> = commit,
  ) => {
    const roll = die(seed);
    const of = records(seed, 500, 300);
    const { db, death, clock, step, syncAll } = await harness(of);
    const real: typeof commit = async (db, all) => {
      await step();
      await publish(db, all, step);
      await step();
    };
    let deaths = 0;
    for (let kills = 0; kills < 12; kills++) {
      death.in = 1 + roll(30);
      if ((await syncAll({ commit: real })) === 'killed') deaths++;
      clock.now += 1_000;
    }
    death.in = Number.POSITIVE_INFINITY;
    clock.now += 2 * HOUR;
    await syncAll({ commit: real });
    return { found: withoutValues(await storedRows(db)), wanted: expectedRows(of), deaths };
  };

  test('nothing is lost and nothing doubled', async () => {
    let deaths = 0;
    for (let seed = 1; deaths < 100; seed++) {
      const killed = await kill(seed);
      expect(killed.found, `seed ${seed}`).toEqual(killed.wanted);
      deaths += killed.deaths;
    }
  }, 120_000);

  test('a writer that moves the cursor before the rows are there is caught', async () => {
    const broken = async (db: Database, all: Commit, step: () => Promise<void>) => {
      const before = (await readManifest(db)).books.real;
      const { manifest } = all;
      const cursors = manifest.books.real!.cursors;
      if (before) {
        const books = { ...manifest.books, real: { ...before, cursors } };
        await commit(db, { rollups: new Map(), manifest: { ...manifest, books } });
        await step();
        await commit(db, { ...all, manifest: { ...manifest, generation: manifest.generation + 1 } });
      } else await commit(db, all);
    };
    let lost = 0;
    for (let seed = 1; seed <= 6; seed++) {
      const { found, wanted } = await kill(seed, broken);
      if (found.length !== wanted.length) lost++;
    }
    expect(lost).toBeGreaterThan(0);
  }, 120_000);
});
