import { describe, expect, test } from 'vitest';
import { crowdOf } from '../../../lib/domain/referral';
import { homeParties } from '../../../lib/domain/referral-countries';
import { LedgerReader } from '../../../lib/ledger/reader';
import { importFiles } from '../../../lib/sync/import-files';
import type { ImportFile } from '../../../lib/sync/read-files';
import { mutant, mutantName } from '../../mutants';
import { exportFile } from '../builders';
import { memoryDatabase, writerEnv } from '../memory-ledger';
import { paid } from '../sync/drops';

/** The code that a friend under several belongs to after these drops. */
async function codeAfter(drops: ImportFile[][], importer = importFiles): Promise<string> {
  const db = await memoryDatabase();
  for (const [i, files] of drops.entries()) await importer(writerEnv(db, { key: `b${i}`, at: i }), files);
  const ledger = await LedgerReader.open(db);
  const { figures } = await ledger.figures([]);
  const names = await ledger.names();
  const [home] = homeParties(figures.parties, crowdOf(figures.parties));
  db.close();
  return names.codes[figures.parties.code[home]];
}

const first = (registered: string) => paid('1', '03 10:00:00', { friend: '7', code: 'zeta', registered });
const second = (registered: string) => paid('2', '05 10:00:00', { friend: '7', code: 'alpha', registered });

describe.each([
  ['one registration', '2025-12-01 08:00:00'],
  ['none', ''],
])('a friend under two codes with %s belongs to that of the earliest commission', (_, registered) => {
  const [one, other] = [first(registered), second(registered)];
  test.each<[string, ImportFile[][]]>([
    ['in order', [[exportFile([one, other])]]],
    ['lines swapped', [[exportFile([other, one])]]],
    ['file by file', [[exportFile([one])], [exportFile([other])]]],
    ['the later file first', [[exportFile([other])], [exportFile([one])]]],
    ['in one drop, the later file first', [[exportFile([other]), exportFile([one])]]],
  ])('%s', async (_, drops) => {
    expect(await codeAfter(drops)).toBe('zeta');
  });
});

test('an earlier registration says more than an earlier commission', async () => {
  const rows = [first('2025-12-02 08:00:00'), second('2025-12-01 08:00:00')];
  expect(await codeAfter([[exportFile(rows)]])).toBe('alpha');
});

test('one that keeps what older blocks say is caught', async () => {
  const open = mutantName('./open-book.ts', ' || this.#isOutdated', '');
  const change = mutantName('./change-book.ts', "from './open-book'", `from '${open}'`);
  const { importFiles: broken } = await mutant<{ importFiles: typeof importFiles }>(
    'lib/sync/import-files.ts',
    "from './change-book'",
    `from '${change}'`,
  );
  const drops = [
    [exportFile([first(''), paid('4', '06 10:00:00', { friend: '7', code: 'alpha', registered: '' })])],
    [exportFile([second(''), paid('1', '01 10:00:00', { friend: '7', code: 'alpha', registered: '' })])],
  ];
  expect(await codeAfter(drops)).toBe('alpha');
  expect(await codeAfter(drops, broken)).toBe('zeta');
});
