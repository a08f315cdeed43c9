import { ACCOUNTS, type Account, accountOf, marketOf } from '../domain/account';
import { KINDS } from '../domain/commission';
import { wholeDays } from '../domain/coverage-claim';
import { DAY_MS, type Month } from '../domain/day';
import { FILE_KIND_IDS } from '../domain/file-kind-ids';
import { type FileKindId, isFileKind } from '../domain/file-kinds';
import { laneOf, pairOf } from '../domain/lane';
import { ExactSum, halves } from '../domain/money';
import { EXPORT, type SourceId } from '../domain/source';
import { claimsOf, type MonthState } from '../store/manifest';
import type { LedgerReader } from './reader';

/** What two sources say of one asset, 1e-8 units. */
export interface AssetCheck {
  asset: string;
  files: bigint;
  account: bigint;
}

/** One month of one account: files beside the account's own records, on days that both cover whole. */
export interface MonthCheck {
  month: Month;
  account: Account;
  days: number;
  /** All assets of which either has commissions, those that differ first. */
  assets: AssetCheck[];
  differ: number;
}

/** Where a row's source stands beside exports: its kind of file, or the connected account. */
type Origin = FileKindId | 'account';
const originOf = (source: SourceId): Origin => (isFileKind(source) ? source : 'account');
/** What exports are compared with, the best first. */
const OTHERS: Origin[] = ['account', ...FILE_KIND_IDS.filter(kind => kind !== EXPORT)];

/** Months further back are settled. */
const MONTHS = 24;

/**
 * Compares commissions by amount, which needs no prices: the two sources round each row by themselves, so a millionth
 * counts as the same.
 */
export async function reconcile(ledger: LedgerReader): Promise<MonthCheck[]> {
  const book = ledger.book?.state;
  if (!book || ledger.book?.id === 'demo') return [];
  const apart = new Set(book.apart);
  const claims = claimsOf(book).filter(claim => !apart.has(claim.source));
  const isBoth = (state: MonthState) =>
    state.chunks.some(chunk => !chunk.source) &&
    state.chunks.some(chunk => chunk.source && !apart.has(chunk.source));
  const months = book.months.filter(isBoth).slice(-MONTHS).reverse();
  const { types, assets } = await ledger.names();
  const kind = KINDS.indexOf('commission');
  const lanes = types.map(type => (type.kind === 'commission' ? laneOf(marketOf(type.literal)) : -1));
  const accounts = types.map(type => ACCOUNTS.indexOf(accountOf(marketOf(type.literal))));
  const checks: MonthCheck[] = [];
  for (const state of months) {
    // Per lane and day: what the exports are compared with, the account as it was asked or else its statements.
    const compared = new Map<number, (Origin | undefined)[]>();
    for (const lane of new Set(lanes)) {
      if (lane < 0) continue;
      const pair = pairOf(lane, kind);
      const whole = (origin: Origin) =>
        wholeDays(state.month, claims, source => originOf(source) === origin, pair);
      const others = OTHERS.map(origin => ({ origin, days: whole(origin) }));
      compared.set(
        lane,
        whole(EXPORT).map((isWhole, day) =>
          isWhole ? others.find(({ days }) => days[day])?.origin : undefined,
        ),
      );
    }
    const sums = new Map<string, { account: number; asset: number; files: ExactSum; own: ExactSum }>();
    for (const { source: from, columns } of await ledger.sourceRowsOf(state.month)) {
      if (apart.has(from)) continue;
      const amount = halves(columns.amount);
      for (let i = 0; i < columns.time.length; i++) {
        const lane = lanes[columns.type[i]];
        const beside = lane < 0 ? undefined : compared.get(lane)![Math.floor(columns.time[i] / DAY_MS)];
        if (!beside || (from !== EXPORT && originOf(from) !== beside)) continue;
        const account = accounts[columns.type[i]];
        const key = `${account} ${columns.asset[i]}`;
        const sum = sums.get(key) ?? {
          account,
          asset: columns.asset[i],
          files: new ExactSum(),
          own: new ExactSum(),
        };
        sums.set(key, sum);
        (from === EXPORT ? sum.files : sum.own).add(amount[2 * i], amount[2 * i + 1]);
      }
    }
    for (const [a, account] of ACCOUNTS.entries()) {
      const own = [...sums.values()].filter(sum => sum.account === a);
      if (own.length === 0) continue;
      const all = own.map(({ asset, files, own }) => ({
        asset: assets[asset],
        files: files.total,
        account: own.total,
      }));
      const differing = all.filter(differs);
      const days = Math.max(
        ...[...compared]
          .filter(([lane]) => lanes.some((l, t) => l === lane && accounts[t] === a))
          .map(([, d]) => d.filter(Boolean).length),
      );
      checks.push({
        month: state.month,
        account,
        days,
        assets: [...differing, ...all.filter(check => !differs(check))],
        differ: differing.length,
      });
    }
  }
  return checks;
}

const size = (n: bigint) => (n < 0n ? -n : n);
const larger = (a: bigint, b: bigint) => (a > b ? a : b);

export function differs({ files, account }: AssetCheck): boolean {
  return size(files - account) * 1_000_000n > larger(size(files), size(account));
}
