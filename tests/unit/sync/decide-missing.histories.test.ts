import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tallyMissing } from '../../../lib/ledger/missing-rows';
import { readManifest } from '../../../lib/store/read';
import { changeBook } from '../../../lib/sync/change-book';
import { missingDecided } from '../../../lib/sync/decide-missing';
import { importFiles } from '../../../lib/sync/import-files';
import { undone } from '../../../lib/sync/undo';
import { mutant, mutantName } from '../../mutants';
import { exportFile } from '../builders';
import { memoryDatabase, storedRows, writerEnv } from '../memory-ledger';
import { thorough } from '../thorough';
import { paid, units } from './drops';
import { MissingModel } from './missing-model';

/** Few rows, so that files share and lack them often: four moments over two months, two referrals at one of them. */
const ROWS = [
  paid('1', '03 10:00:00'),
  paid('2', '03 10:00:00', { friend: '77' }),
  paid('4', '30 10:00:00'),
  { ...paid('8', '01 10:00:00'), time: '2026-02-01 10:00:00' },
  { ...paid('16', '01 10:00:00'), time: '2026-02-02 10:00:00' },
];

/** Undo reaches six batches back. */
const MOST_IMPORTS = 6;

const copies = fc
  .tuple(...ROWS.map(() => fc.constantFrom(0, 1, 1, 2)))
  .filter(counts => counts.some(n => n > 0));
const decision = fc.constantFrom('kept' as const, 'removed' as const);
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant('import' as const), copies }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('import again' as const), which: fc.nat(20) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('decide' as const),
      which: fc.nat(20),
      decided: decision,
      about: fc.option(decision, { nil: undefined, freq: 2 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('undo' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const REAL = { importFiles, missingDecided, undone };
type Jobs = typeof REAL;

/** Goes a history with the ledger and with the model, and compares them after each step. */
async function go(steps: Step[], jobs: Jobs): Promise<void> {
  const db = await memoryDatabase();
  const model = new MissingModel(ROWS.length);
  const files: number[][] = [];
  let key = 0;
  const env = () => writerEnv(db, { key: `k${++key}`, at: key, tidy: true });
  for (const step of steps) {
    if (step.does === 'undo') {
      const last = model.batches.at(-1);
      if (last) await changeBook(env(), jobs.undone(last.id));
      model.undo();
    } else if (step.does === 'decide') {
      const { length } = model.batches;
      if (length === 0) continue;
      const { id } = model.batches[length - 1 - (step.which % length)];
      await changeBook(env(), jobs.missingDecided(id, step.decided, step.about));
      model.decide(id, step.decided, step.about);
    } else if (model.batches.length < MOST_IMPORTS) {
      const again = files.length > 0 && step.does === 'import again';
      if (step.does === 'import again' && !again) continue;
      const held = step.does === 'import' ? step.copies : files[step.which % files.length];
      files.push(held);
      const rows = held.flatMap((n, r) => Array.from({ length: n }, () => ROWS[r]));
      const times = rows.map(row => row.time).sort();
      const outcome = await jobs.importFiles(env(), [exportFile(rows)]);
      if (outcome.is !== 'committed') throw new Error(outcome.is);
      model.import(outcome.receipt.batch, {
        copies: held,
        covers: r => times[0] <= ROWS[r].time && ROWS[r].time <= times.at(-1)!,
      });
    }
    const counted = await storedRows(db);
    const amount = (r: number) => String(Number(ROWS[r].earned));
    expect(ROWS.map((_, r) => counted.filter(row => row.split(',')[4] === amount(r)).length)).toEqual(
      model.rows.map(row => row.counts),
    );
    const book = (await readManifest(db)).books.real;
    for (const { id } of model.batches) expect([id, tallyMissing(book, id)]).toEqual([id, model.tally(id)]);
    const sum = counted.reduce((sum, row) => sum + units(row.split(',')[4]), 0n);
    expect(book?.glance.commission.reduce((a, b) => a + b, 0n) ?? 0n).toBe(sum);
  }
  db.close();
}

const anyHistory = (jobs: Jobs, tries: number) =>
  fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), steps => go(steps, jobs)),
    { numRuns: tries, endOnFailure: jobs !== REAL },
  );

test('any history of imports, decisions and undos counts what the model counts', {
  timeout: 240_000,
}, async () => {
  // An import waits for a turn of the clock; four at a time have something to do meanwhile.
  const quarter = () => anyHistory(REAL, thorough(150));
  await Promise.all([quarter(), quarter(), quarter(), quarter()]);
});

/** Importing with a rule about missing rows broken. */
async function importing(from: string, to: string): Promise<Jobs> {
  const rules = mutantName('../domain/missing.ts', from, to);
  const weighing = mutantName('./weigh-missing.ts', "'../domain/missing'", `'${rules}'`);
  const merging = mutantName('./merge-batch.ts', "'./weigh-missing'", `'${weighing}'`);
  const broken = await mutant<typeof import('../../../lib/sync/import-files')>(
    'lib/sync/import-files.ts',
    "'./merge-batch'",
    `'${merging}'`,
  );
  return { ...REAL, importFiles: broken.importFiles };
}

async function undoing(from: string, to: string): Promise<Jobs> {
  const broken = await mutant<typeof import('../../../lib/sync/undo')>('lib/sync/undo.ts', from, to);
  return { ...REAL, undone: broken.undone };
}

describe('the model sees a rule that is broken', () => {
  test.each<[string, () => Promise<Jobs>]>([
    [
      'undo forgets what was decided since',
      () => undoing('missingAfterUndo(parts, await real.missingParts(source, month), same)', 'undefined'),
    ],
    ['what a newer file has stays open', () => importing('if (!part.decided) continue;', '')],
    [
      'a decision is not followed',
      () => importing("if (part.decided === 'removed') leaving", 'if (false) leaving'),
    ],
    [
      'removed rows are never back',
      () => importing('shared(part.columns, fresh, same)', 'shared(part.columns, joinColumns([]), same)'),
    ],
  ])('%s', { timeout: 60_000 }, async (_, broken) => {
    await expect(anyHistory(await broken(), 1500)).rejects.toThrow();
  });
});
