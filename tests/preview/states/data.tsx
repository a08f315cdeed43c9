import { Backup } from '../../../components/data/Backup';
import { DataPage } from '../../../components/data/DataPage';
import { ImportPanel } from '../../../components/data/ImportPanel';
import { MissingRows } from '../../../components/data/MissingRows';
import { ReceiptPanel } from '../../../components/data/ReceiptPanel';
import { Reconciliation } from '../../../components/data/Reconciliation';
import { RefusedFiles } from '../../../components/data/RefusedFiles';
import { RestoreOffer } from '../../../components/data/RestoreOffer';
import { Statements } from '../../../components/data/Statements';
import { HOUR_MS } from '../../../lib/domain/day';
import { EMPTY_NOTEBOOK } from '../../../lib/domain/notebook';
import type { FileReceipt, Lookalike, Receipt, Zones } from '../../../lib/domain/receipt';
import { progress, type RefusedFile, refused } from '../../../lib/state/commands';
import { lockedBackup, offeredBackup } from '../../../lib/state/receive-files';
import { exporting } from '../../../lib/state/rows';
import { checks } from '../../../lib/state/sections';
import { ledger, today } from '../../../lib/state/session';
import { askingPrices, pricesNote } from '../../../lib/state/statements';
import type { MissingState } from '../../../lib/store/manifest';
import { DATA } from '../../../lib/text/data';
import { LONG, press, until } from '../act';
import type { Shown } from '../catalogue';
import { NOW } from '../stand-ins/moment';

const file = (name: string, more: object = {}): FileReceipt => ({
  name,
  bytes: 1_234_567,
  rows: 12_345,
  rejected: 3,
  unpriced: 7,
  sum: 608_300_000_000n,
  referrals: 41,
  first: NOW - 9e9,
  last: NOW,
  ...more,
});

const refusedAs = (...files: { refused: Lookalike; name?: string; zones?: Zones }[]): RefusedFile[] =>
  files.map(more => ({ receipt: { name: 'page.html', bytes: 9, ...more }, file: new File([], 'page.html') }));

const offerOf = (head: { made?: number; rows?: number }, codes: string[]) => ({
  others: [],
  backup: {
    name: 'referral-dashboard-pro_2026-08-01.backup',
    head: {
      backup: 'referral-dashboard-pro' as const,
      version: 1 as const,
      settings: {},
      notebook: EMPTY_NOTEBOOK,
      reaches: [{ first: NOW - 9e10, last: NOW - 9e9 }],
      ...head,
    },
    rows: new Blob(),
    notebook: EMPTY_NOTEBOOK,
    kept: 41,
    lost: 0,
    codes,
  },
});

const receipt = (more: Partial<Receipt> = {}): Receipt => ({
  batch: 'b',
  at: NOW,
  took: 900,
  read: 12_345,
  added: 12_345,
  known: 0,
  rejected: 0,
  unpriced: 0,
  repeated: 0,
  lacking: 0,
  reaches: [],
  files: [file('commissions.csv')],
  rejections: [],
  ...more,
});

const panel = (more?: Partial<Receipt>, newest = true) => (
  <section class="panel box">
    <ReceiptPanel receipt={receipt(more)} newest={newest} today={today.value} />
  </section>
);

const missing = () => (
  <section class="panel box">
    <MissingRows receipt={receipt({ lacking: 5_200 })} today={today.value} />
  </section>
);

/** A book that misses rows, as often as these say, of which these have been decided about. */
function withMissing(...fates: Pick<MissingState, 'decided' | 'again'>[]): void {
  const { state } = ledger.peek()!.book!;
  const [{ month, chunks }] = state.months;
  state.missing = fates.map(fate => ({ ...fate, month, batch: 'b', chunks: chunks.slice(0, 1) }));
}

const REJECTED = {
  rejected: 24_000,
  rejections: Array.from({ length: 23 }, (_, i) => ({
    file: `${LONG}.csv`,
    line: i + 2,
    column: 'Commission Earned',
    reason: { is: 'decimal' as const, fault: 'not a number' as const, text: LONG },
    raw: LONG,
  })),
};

const asset = (name: string, files: bigint, account: bigint) => ({ asset: name, files, account });

/** A book whose first chunk is of an account statement. */
function withStatements(): void {
  const chunk = ledger.peek()!.book!.state.months[0].chunks[0];
  chunk.source = 'statement';
}

export default {
  DataPage: {
    empty: { view: () => <DataPage today={today.value} />, route: '/data' },
    own: { view: () => <DataPage today={today.value} />, route: '/data', book: 'own' },
    demo: { view: () => <DataPage today={today.value} />, route: '/data', book: 'demo' },
  },
  ImportPanel: {
    idle: () => <ImportPanel today={today.value} />,
    waiting: {
      view: () => <ImportPanel today={today.value} />,
      before: () => {
        progress.value = 'waiting';
      },
    },
    busy: {
      view: () => <ImportPanel today={today.value} />,
      before: () => {
        const bytes = { bytes: 40_000_000, totalBytes: 97_000_000 };
        progress.value = { phase: 'reading', file: 1, files: 3, rows: 412_000, elapsed: 900, ...bytes };
      },
    },
    failed: {
      view: () => <ImportPanel today={today.value} />,
      before: () => {
        refused.value = refusedAs({ refused: 'html' }, { refused: 'unknown-csv', name: `${LONG}.csv` });
      },
    },
  },
  RestoreOffer: {
    offered: {
      view: () => <RestoreOffer today={today.value} />,
      before: () => {
        offeredBackup.value = offerOf({ made: NOW - 9e9, rows: 1_234_567 }, ['bpcode', 'TG2024']);
      },
    },
    'of an older version, with many codes': {
      view: () => <RestoreOffer today={today.value} />,
      before: () => {
        offeredBackup.value = offerOf(
          {},
          Array.from({ length: 20 }, (_, i) => `CODE_${i}`),
        );
      },
    },
    locked: {
      view: () => <RestoreOffer today={today.value} />,
      before: () => {
        lockedBackup.value = { file: new File([], `${LONG}.backup`), others: [], isWrong: true };
      },
    },
  },
  RefusedFiles: {
    'that raise questions': {
      view: () => <RefusedFiles />,
      before: () => {
        const zones = { believed: 2 * HOUR_MS, other: HOUR_MS };
        refused.value = refusedAs(
          { refused: 'statement-zone', name: 'statement.csv' },
          { refused: 'zone' },
          { refused: 'dates', name: `${LONG}.csv` },
          { refused: 'shifted', name: 'winter (UTC+2).csv', zones },
        );
      },
    },
  },
  ReceiptPanel: {
    newest: () => panel(),
    older: () => panel({}, false),
    'removed rows come back': () => panel({ returned: 12 }),
    'rows where an earlier import ends': () => panel({ met: { moment: Date.UTC(2026, 10, 20, 9), rows: 1 } }),
    'nothing new': () => panel({ added: 0, known: 12_345, repeated: 12 }),
    'files that meet': () =>
      panel({
        files: [file('2026-01.csv'), file(`${LONG}.csv`)],
        seams: [{ files: [0, 1], moment: Date.UTC(2026, 10, 20, 9), rows: 2 }],
      }),
    'a copy saved by a spreadsheet': () =>
      panel({ files: [file('2026-01.csv'), file(`${LONG}.csv`, { of: 'copy' })] }),
    'a statement in two zones': () =>
      panel({
        files: [
          file('statement (UTC+5:30).csv', {
            of: 'statement',
            accounts: ['910…001'],
            zones: { believed: 0, other: 19_800_000 },
          }),
        ],
      }),
    'a statement': () =>
      panel({ files: [file('statement.csv', { of: 'statement', others: { Deposit: 12, [LONG]: 3 } })] }),
    'with refused and long names': () =>
      panel({ files: [file(`${LONG}.csv`), { name: `${LONG}.pdf`, bytes: 9, refused: 'pdf' }] }),
    rejected: { view: () => panel(REJECTED), after: () => press('summary') },
  },
  MissingRows: {
    undecided: {
      view: missing,
      book: 'own',
      before: () => withMissing({}),
      after: () => press('summary', DATA.missingShow),
    },
    decided: {
      view: missing,
      book: 'own',
      before: () =>
        withMissing({}, { decided: 'kept' }, { decided: 'removed' }, { decided: 'removed', again: true }),
    },
    'newer imports tell': { view: missing, book: 'own' },
  },
  Statements: {
    unpriced: { view: () => <Statements />, book: 'own', before: withStatements },
    busy: {
      view: () => <Statements />,
      book: 'own',
      before: () => {
        withStatements();
        askingPrices.value = true;
        pricesNote.value = DATA.statementsAsking;
      },
    },
    failed: {
      view: () => <Statements />,
      book: 'own',
      before: () => {
        withStatements();
        pricesNote.value = DATA.statementsDenied;
      },
    },
  },
  Reconciliation: {
    'agrees, differs': {
      view: () => <Reconciliation />,
      route: '/data',
      before: async () => {
        await until('the first answer', () => checks.value.peek());
        const agrees = [asset('USDT', 10n ** 10n, 10n ** 10n)];
        const differs = [asset('BTC', 123_456_789n, 123_456_780n), asset(LONG, 10n ** 15n, 0n)];
        checks.value.value = [
          { month: 682, account: 'spot', days: 30, assets: agrees, differ: 0 },
          { month: 681, account: 'futures', days: 31, assets: differs, differ: 2 },
        ];
      },
    },
  },
  Backup: {
    idle: () => <Backup today={today.value} />,
    busy: {
      view: () => <Backup today={today.value} />,
      before: () => {
        exporting.value = { rows: 123_456, part: 0.42 };
      },
    },
  },
} satisfies Shown;
