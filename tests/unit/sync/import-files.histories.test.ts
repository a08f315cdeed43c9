import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FileCoverage } from '../../../lib/domain/coverage';
import { exactDecimal } from '../../../lib/domain/money';
import { EXPORT } from '../../../lib/domain/source';
import { LedgerReader } from '../../../lib/ledger/reader';
import { claimsOf } from '../../../lib/store/manifest';
import { readManifest } from '../../../lib/store/read';
import type { Database } from '../../../lib/store/schema';
import { changeBook } from '../../../lib/sync/change-book';
import { importFiles } from '../../../lib/sync/import-files';
import type { ImportFile } from '../../../lib/sync/read-files';
import { undone } from '../../../lib/sync/undo';
import { HEADER } from '../../browser/export-file';
import { mutant, mutantName } from '../../mutants';
import { csvFile, memoryDatabase, writerEnv } from '../memory-ledger';
import { thorough } from '../thorough';
import { ownFile } from './drops';

/** A payment as it is: its minute from 28 January on, the minutes until it is credited, and to which account. */
interface Payment {
  minute: number;
  delay: number;
  account: number;
  /** In 1e-8, a power of three: no two sums of payments are alike. */
  amount: bigint;
  second: number;
}
const DAYS = 6;
const MINUTES = DAYS * 1_440;
const MANY = 24;

const KINDS = ['export', 'chinese', 'copy', 'statement'] as const;
/** What a file tells: of which minutes, in which zone, and of a statement, whose. */
const telling = fc.record({
  kind: fc.constantFrom(...KINDS),
  from: fc.nat(MINUTES),
  length: fc.integer({ min: 1, max: 4 * 1_440 }),
  zone: fc.integer({ min: -12, max: 14 }),
  account: fc.nat(1),
});
type Telling = typeof telling extends fc.Arbitrary<infer T> ? T : never;

/** What people do, one after the other. */
const steps = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.array(telling, { minLength: 1, maxLength: 3 }) },
    // Our own file is made now, or what was made is read back; a backup says what it speaks for.
    {
      weight: 3,
      arbitrary: fc.constantFrom('make our CSV', 'read our CSV', 'make a backup', 'read the backup'),
    },
    // Another computer begins with what our own file holds.
    { weight: 2, arbitrary: fc.constantFrom('move with our CSV', 'move with a backup') },
    { weight: 1, arbitrary: fc.constant('undo' as const) },
  ),
  { minLength: 2, maxLength: 8 },
);
const payments = fc.array(
  fc.record({ minute: fc.nat(MINUTES - 1), delay: fc.nat(119), account: fc.nat(1) }),
  { minLength: 1, maxLength: MANY },
);

const written = (minute: number, second: number, zone: number) =>
  new Date(Date.UTC(2026, 0, 28) + (minute + zone * 60) * 60_000 + second * 1_000)
    .toISOString()
    .slice(0, 19)
    .replace('T', ' ');
const zoned = (column: string, zone: number) => `${column}(UTC${zone < 0 ? '' : '+'}${zone})`;
const CHINESE =
  '订单类型,好友ID（现货）,好友子ID（现货）,返佣资产,返佣收入,返佣收入(USDT),返佣时间,注册时间,邀请ID';

function rowsOf({ kind, from, length, account }: Telling, all: Payment[]): Payment[] {
  return all.filter(payment => {
    const at = kind === 'statement' ? payment.minute + payment.delay : payment.minute;
    return from <= at && at < from + length && (kind !== 'statement' || payment.account === account);
  });
}

function fileOf({ kind, zone }: Telling, rows: Payment[]): ImportFile {
  if (kind === 'statement') {
    const lines = rows.map(({ minute, delay, second, amount, account }) =>
      [
        `91000000${account}`,
        written(minute + delay, second, zone),
        'Spot,Referral Commission,USDT',
        exactDecimal(amount),
      ].join(),
    );
    const header = `User_ID,${zoned('Time', zone)},Account,Operation,Coin,Change`;
    return csvFile('statement.csv', [header, ...lines].join('\n'));
  }
  const type = kind === 'chinese' ? '现货' : 'Spot';
  const lines = rows.map(({ minute, second, amount, account }) => {
    const earned = exactDecimal(amount);
    const at = written(minute, second, zone).slice(0, kind === 'copy' ? 16 : 19);
    return `${type},70${account},,USDT,${earned},${kind === 'chinese' ? '' : earned},${at},,demo`;
  });
  const header = kind === 'chinese' ? CHINESE : HEADER;
  const column = kind === 'chinese' ? '返佣时间' : 'Commission Time';
  return csvFile(`${kind}.csv`, [header.replace(column, zoned(column, zone)), ...lines].join('\n'));
}

/** Two files of one kind in a drop that share one row only: they meet, and the receipt says that both count. */
function meet(files: { kind: string; rows: Payment[] }[]): boolean {
  const kindOf = (kind: string) => (kind === 'chinese' ? 'export' : kind);
  return files.some((one, a) =>
    files.slice(a + 1).some(other => {
      if (kindOf(one.kind) !== kindOf(other.kind)) return false;
      return one.rows.filter(row => other.rows.includes(row)).length === 1;
    }),
  );
}

async function total(db: Database): Promise<string> {
  const ledger = await LedgerReader.open(db);
  const months = ledger.book?.state.months ?? [];
  const rows = await Promise.all(months.map(({ month }) => ledger.rowsOf(month)));
  return exactDecimal(rows.flat().reduce((sum, { amount }) => amount.reduce((n, one) => n + one, sum), 0n));
}

/** What a backup says its rows speak for. */
async function reachesIn(db: Database): Promise<FileCoverage[]> {
  const book = (await readManifest(db)).books.real;
  return (book ? claimsOf(book) : []).map(({ source, first, last, pairs, spans }) => ({
    first,
    last,
    pairs,
    ...(spans && { spans }),
    ...(source !== EXPORT && { source: source === 'copy' ? ('copy' as const) : ('credited' as const) }),
  }));
}

const sumOf = (known: Iterable<Payment>) => exactDecimal([...known].reduce((sum, p) => sum + p.amount, 0n));

/** Does what people do. @returns after each step what counts, and what should. */
async function live(
  all: Payment[],
  history: typeof steps extends fc.Arbitrary<infer T> ? T : never,
  importer = importFiles,
): Promise<{ counted: string; wanted: string }> {
  let db = await memoryDatabase();
  let known = new Set<Payment>();
  let before: Set<Payment>[] = [];
  const made: Record<string, { file: ImportFile; rows: Set<Payment>; reaches?: FileCoverage[] } | undefined> =
    {};
  let turn = 0;
  const drop = async (files: ImportFile[], rows: Iterable<Payment>, reaches?: FileCoverage[]) => {
    const env = writerEnv(db, { key: `b${turn}`, at: turn++ });
    const outcome = await importer(env, files, { ...(reaches && { reaches }) });
    if (outcome.is !== 'committed') throw new Error(JSON.stringify(outcome));
    before.push(known);
    known = new Set([...known, ...rows]);
  };
  for (const step of history) {
    if (step === 'undo') {
      const last = (await readManifest(db)).batches.at(-1);
      if (!last) continue;
      const { changed } = await changeBook(writerEnv(db, { key: `u${turn++}` }), undone(last.id));
      if (changed) known = before.pop()!;
    } else if (typeof step === 'string') {
      const what = step.split(' ').at(-1)!;
      if (!step.startsWith('read')) {
        const reaches = what === 'backup' ? await reachesIn(db) : undefined;
        made[what] = { file: await ownFile(db), rows: known, ...(reaches && { reaches }) };
      }
      if (step.startsWith('move')) {
        db.close();
        db = await memoryDatabase();
        [known, before] = [new Set(), []];
      }
      if (!step.startsWith('make') && made[what])
        await drop([made[what].file], made[what].rows, made[what].reaches);
    } else {
      const told = step.map(one => ({ kind: one.kind, rows: rowsOf(one, all), one }));
      const files = told.map(({ one, rows }) => fileOf(one, rows));
      if (meet(told)) for (const [i, file] of files.entries()) await drop([file], told[i].rows);
      else
        await drop(
          files,
          told.flatMap(({ rows }) => rows),
        );
    }
  }
  const counted = await total(db);
  db.close();
  return { counted, wanted: sumOf(known) };
}

const paid = payments.map(all =>
  all.map((payment, i): Payment => ({ ...payment, amount: 3n ** BigInt(i), second: (i * 7) % 60 })),
);

const each = (numRuns: number, importer?: typeof importFiles) =>
  fc.assert(
    fc.asyncProperty(paid, steps, async (all, history) => {
      const { counted, wanted } = await live(all, history, importer);
      expect(counted).toBe(wanted);
    }),
    { numRuns, ...(importer && { seed: 7, endOnFailure: true }) },
  );

test('whatever people do with their files, each payment counts once', async () => {
  await each(Number(process.env.HISTORIES ?? thorough(300)));
}, 3_600_000);

/** The import in which a module has one text replaced: from the module up to the import, who asks whom. */
function importerWith(
  from: string,
  to: string,
  ...chain: string[]
): Promise<{ importFiles: typeof importFiles }> {
  const [first, ...askers] = [...chain, 'sync/import-files'].map(path => path.split('/'));
  const asked = ([folder, name]: string[], [own]: string[]) =>
    (folder === own ? './' : `../${folder}/`) + name;
  let [broken, before] = [[from, to], first];
  for (const asker of askers) {
    broken = [
      `'${asked(before, asker)}'`,
      `'${mutantName(`${asked(before, asker)}.ts`, broken[0], broken[1])}'`,
    ];
    before = asker;
  }
  return mutant('lib/sync/import-files.ts', broken[0], broken[1]);
}

describe('and would not', () => {
  test.each([
    [
      'if nobody looked at where sources meet',
      ['return compareSources(', 'return choice; compareSources('],
      ['domain/settle-edges', 'sync/next-book', 'sync/change-book'],
    ],
    [
      'if a copy were an export',
      ['if (isCopyKind(figures.of))', 'if (Number.isNaN(index))'],
      ['sync/read-files'],
    ],
    [
      'if our own file said nothing of where rows came from',
      ['return position(source, ORIGIN_WORDS)', 'return 0'],
      ['sources/export-decoder', 'sources/commission-export', 'sources/file-readers', 'sync/read-files'],
    ],
    [
      'if a translation were another payment',
      ['const market = marketOf(literal)', 'const market = literal'],
      ['domain/same-payment', 'sync/merge-batch'],
    ],
  ])('%s', async (_, [from, to], chain) => {
    const { importFiles: broken } = await importerWith(from, to, ...chain);
    await expect(each(200, broken)).rejects.toThrow('Property failed');
  });
});
