import { expect, test } from 'vitest';
import type { FileCoverage } from '../../../lib/domain/coverage';
import { withinSpan } from '../../../lib/domain/referral-table';
import { LedgerReader } from '../../../lib/ledger/reader';
import { readManifest } from '../../../lib/store/read';
import { importFiles } from '../../../lib/sync/import-files';
import type { ImportFile } from '../../../lib/sync/read-files';
import { HEADER } from '../../browser/export-file';
import { mutant, mutantName } from '../../mutants';
import { csvFile, memoryDatabase, writerEnv } from '../memory-ledger';
import { counted, everyWay, ownFile, SPAN } from './drops';

type Importer = typeof importFiles;

const line = (friend: string, amount: string, time: string, code = friend && 'c') =>
  `spot,${friend},,USDT,${amount},${amount},2026-01-${time},,${code}`;
const ACCOUNT = [
  ['8', '02 10:00:00'],
  ['1', '03 08:00:00'],
  ['2', '03 09:00:00'],
  ['4', '04 08:00:00'],
  ['8', '04 20:00:00'],
];
/** The same money by referral. */
const FRIENDS = [
  line('6', '8', '02 10:00:00'),
  line('6', '0.5', '03 08:00:00'),
  line('7', '0.5', '03 08:00:00'),
  line('6', '2', '03 09:00:00'),
  line('6', '4', '04 08:00:00'),
  line('7', '8', '04 20:00:00'),
];
const OWN = `${HEADER},Kind,Market,Status`;
const file = (header: string, lines: string[]) => csvFile('x.csv', [header, ...lines].join('\n'));
const binances = file(HEADER, FRIENDS);
const credited = ACCOUNT.map(([amount, time]) => `${line('', amount, time, '')},commission,spot,credited`);
/** As we wrote files before they said where a row came from, and as we do now. */
const OURS: [string, ImportFile][] = [
  ['an older file of ours', file(OWN, credited)],
  [
    'a file of ours',
    file(
      `${OWN},Source`,
      credited.map(line => `${line},account`),
    ),
  ],
];

test.each(OURS)('%s beside Binance’s own never adds a payment', async (_, ours) => {
  expect(await counted([[ours]])).toBe('23');
  for (const [way, drops] of everyWay(ours, binances)) expect(await counted(drops), way).toBe('23');
});

test('Binance’s rows that the account has confirmed stay rows of an export, with their names', async () => {
  const confirmed = FRIENDS.map(row => `${row},commission,spot,credited,export`);
  const ours = file(`${OWN},Source`, confirmed);
  for (const [way, drops] of everyWay(ours, binances)) expect(await counted(drops), way).toBe('23');
});

test('rows of an export that the account has confirmed stay credited', async () => {
  const confirmed = [
    `${FRIENDS[0]},commission,spot,credited,export`,
    `${FRIENDS[1]},commission,spot,reported,export`,
  ];
  const db = await memoryDatabase();
  await importFiles(writerEnv(db), [file(`${OWN},Source`, confirmed)]);
  const again = await ownFile(db);
  db.close();
  const text = new TextDecoder().decode(await again.slice(0, again.size).arrayBuffer());
  expect(text.match(/credited,export|reported,export/g)).toEqual(['credited,export', 'reported,export']);
});

/** A file in which an export and an account told of days of their own. */
const both = file(`${OWN},Source`, [
  `${line('6', '1', '01 10:00:00')},commission,spot,reported,export`,
  ...credited.map(row => `${row},account`),
  `${line('6', '16', '09 10:00:00')},commission,spot,reported,export`,
]);

test('an export’s reach does not hide days that the account told of', async () => {
  for (const drops of [[[both]], [[both], [both]], [[both, both]]]) expect(await counted(drops)).toBe('40');
  for (const [way, drops] of everyWay(both, binances)) expect(await counted(drops), way).toBe('40');
});

const DAY = 86_400_000;
const JANUARY = Date.UTC(2026, 0, 1);
test.each<[string, FileCoverage[]]>([
  ['of the version that named no source', [{ first: JANUARY, last: JANUARY + 31 * DAY }]],
  [
    'of this version',
    [
      { first: JANUARY, last: JANUARY + 9 * DAY },
      { first: JANUARY, last: JANUARY + 31 * DAY, source: 'credited' },
    ],
  ],
])('nor does what a backup %s says it speaks for', async (_, reaches) => {
  const restore: Importer = (env, files) => importFiles(env, files, { reaches });
  expect(await counted([[both]], restore)).toBe('40');
});

/** Our file of the morning of 4 January, and Binance's of the days up to that evening. */
const morning = file(
  `${OWN},Source`,
  credited.slice(0, 4).map(row => `${row},account`),
);

test('a day that our file knows only in part is not hidden by it', async () => {
  for (const [way, drops] of everyWay(morning, binances)) expect(await counted(drops), way).toBe('23');
});

test('names stay, whatever of ours is dropped with them', async () => {
  const db = await memoryDatabase();
  await importFiles(writerEnv(db), [morning, binances]);
  const ledger = await LedgerReader.open(db);
  const { figures, select } = await ledger.figures([SPAN], {});
  db.close();
  const named = withinSpan(figures, SPAN, select).seen.slice(0, -1);
  expect(named.filter(seen => seen === 1)).toHaveLength(2);
});

test('days in a row are one reach: the ledger does not grow by a reach a day', async () => {
  const db = await memoryDatabase();
  const rows = Array.from({ length: 28 }, (_, i) => i + 1).map(
    day =>
      `${line('', '1', `${String(day).padStart(2, '0')} 10:00:00`, '')},commission,spot,credited,account`,
  );
  await importFiles(writerEnv(db), [file(`${OWN},Source`, rows)]);
  expect((await readManifest(db)).books.real!.reaches).toHaveLength(1);
  db.close();
});

test('and would, if its reach were not cut by those days', async () => {
  const cut = mutantName('./reaches-of.ts', 'if (!own) return plain', 'if (own ?? true) return plain');
  const { importFiles: broken } = await mutant<{ importFiles: Importer }>(
    'lib/sync/import-files.ts',
    "'./reaches-of'",
    `'${cut}'`,
  );
  expect(await counted([[both]], broken)).not.toBe('40');
});
