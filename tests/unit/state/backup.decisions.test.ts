import { expect, test, vi } from 'vitest';
import { fateOf } from '../../../lib/domain/missing';
import { HEADER } from '../../browser/export-file';
import { computerIn } from './backup-harness';

const { browser } = vi.hoisted(() => ({ browser: {} }));
vi.mock('wxt/browser', () => ({ browser }));
const computer = (without?: [from: string, to: string]) => computerIn(browser, without);

const exportOf = (...rows: [day: string, n: number][]) =>
  new File(
    [
      [HEADER, ...rows.map(([day, n]) => `spot,700,,USDT,${n},${n},2026-03-${day} 10:00:00,,demo`)].join(
        '\n',
      ),
    ],
    `${rows.map(([, n]) => n)}.csv`,
  );
const [FIRST, REMOVED, KEPT, OPEN, LAST]: [string, number][] = [
  ['01', 1],
  ['02', 2],
  ['04', 4],
  ['06', 8],
  ['09', 16],
];
const whole = exportOf(FIRST, REMOVED, KEPT, OPEN, LAST);

/** A computer on which one row was removed, one kept, and one nobody has decided about. */
async function decided(without?: [from: string, to: string]) {
  const one = await computer(without);
  await one.drop(whole);
  for (const [file, decision] of [
    [exportOf(FIRST, KEPT, OPEN, LAST), 'removed'],
    [exportOf(FIRST, OPEN, LAST), 'kept'],
    [exportOf(FIRST, LAST), undefined],
  ] as const) {
    await one.drop(file);
    const { batch } = one.commands.lastDrop.value!;
    if (decision) await one.commands.decideMissing(batch, decision);
  }
  return one;
}
type Computer = Awaited<ReturnType<typeof computer>>;
const fates = (on: Computer) =>
  (on.book()?.missing ?? []).map(part => `${fateOf(part)} ${part.chunks[0].rows}`).sort();
const amounts = async (on: Computer) => (await on.rows()).map(row => Number(row.split(',')[4])).sort();
const ASKED = ['kept 1', 'open 1', 'removed 1'];

test('what was decided about missing rows goes along in a backup', async () => {
  const one = await decided();
  expect(fates(one)).toEqual(ASKED);
  expect(await amounts(one)).toEqual([1, 16, 4, 8]);
  const file = (await one.backUp())!;
  const other = await computer();
  await other.drop(file);
  expect(await amounts(other)).toEqual([1, 16, 4, 8]);
  expect(fates(other)).toEqual(ASKED);
  // Brought back twice, it says nothing twice.
  await other.drop(file);
  expect(fates(other)).toEqual(['again 1', 'open 1', 'removed 1']);
  // Rows that were kept are not asked about again; one that was removed is known when a file has it.
  await other.drop(exportOf(FIRST, OPEN, LAST));
  expect(fates(other)).toEqual(['kept 1', 'removed 1']);
  await other.drop(whole);
  expect(await amounts(other)).toEqual([1, 16, 2, 4, 8]);
  expect(fates(other)).toEqual(['again 1', 'again 1']);
});

test('a decision to remove does not take what another computer has', async () => {
  const file = (await (await decided()).backUp())!;
  const other = await computer();
  await other.drop(whole);
  await other.drop(file);
  expect(await amounts(other)).toEqual([1, 16, 2, 4, 8]);
});

test('one that forgets them asks again', async () => {
  const file = (await (await decided()).backUp())!;
  const other = await computer(['missing: head.missing ?? [],', 'missing: [],']);
  await other.drop(file);
  expect(fates(other)).toEqual([]);
});

test.each([
  ['no list', {}],
  ['nothing in its place', [null]],
  ['rows that are none', [{ rows: 1 }]],
  ['another decision', [{ rows: '', decided: 'burned' }]],
])('missing rows that are none are refused by name: %s', async (_, missing) => {
  const one = await computer();
  const line = JSON.stringify({
    backup: 'referral-dashboard-pro',
    version: 1,
    reaches: [],
    notebook: {},
    missing,
  });
  expect(await one.drop(new File([line, '\n'], 'odd.backup'))).toMatchObject({
    tone: 'bad',
    text: expect.stringContaining('odd.backup'),
  });
});
