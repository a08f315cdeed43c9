import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { marketOf } from '../../lib/domain/account';
import { formatHash } from '../../lib/domain/filter';
import { exactDecimal } from '../../lib/domain/money';
import type { CommissionRow } from '../../lib/ledger/row-at';
import type { RowColumn } from '../../lib/ledger/row-query';
import { type KindChoice, rowKinds, rowQuery, rowSearch, rowSort } from '../../lib/state/income-rows';
import { route } from '../../lib/state/route';
import { type RowsView, rowsPage, rowsView } from '../../lib/state/rows';
import { ledger } from '../../lib/state/session';
import { stampOf } from '../../lib/text/amounts';
import { DASH, exactMoney, money } from '../../lib/text/format';
import { INCOME, KIND_NAMES, MARKET_NAMES } from '../../lib/text/income';
import { Menu } from '../controls/Menu';
import { VirtualTable } from '../controls/VirtualTable';
import { ExportMenu } from './ExportMenu';
import { RowTotalsPanel } from './RowTotalsPanel';

type Column = RowColumn | 'status';
const COLUMNS: { key: Column; width: number; text?: boolean; fixed?: boolean }[] = [
  { key: 'time', width: 164, text: true },
  { key: 'type', width: 108, text: true },
  { key: 'market', width: 112, text: true },
  { key: 'asset', width: 64, text: true },
  { key: 'amount', width: 126 },
  { key: 'value', width: 100 },
  { key: 'status', width: 84, text: true, fixed: true },
  { key: 'referral', width: 108, text: true },
  { key: 'code', width: 112, text: true },
];
const NAMED = COLUMNS.map(column => ({
  ...column,
  // One of them has the currency in its name.
  get name() {
    return INCOME.columns[column.key];
  },
}));
const KIND_OPTIONS: KindChoice[] = ['commission', 'kickback', 'bonus', 'all'];
/** Rows are asked for in blocks, so that scrolling asks rarely. */
const BLOCK = 200;

/** Every row of the filter, whatever their number. */
export function CommissionTable() {
  const asked = rowQuery.value;
  // The answer of another question, a referral's page or the filter before, is none.
  const view = rowsView.value?.query === asked ? rowsView.value : undefined;
  const rows = useRows(view);
  const count = view?.answer?.count ?? view?.first.length ?? 0;
  const searching = useRef<ReturnType<typeof setTimeout>>(undefined);
  const row = useCallback((i: number) => tableCells(rows.at(i)), [rows]);
  return (
    <>
      <div class="panel box">
        <div class="table-head">
          <h2>{INCOME.rows}</h2>
          <span class="note" role="status">
            {view?.answer
              ? INCOME.of(view.answer.count, ledger.value?.book?.state.rows ?? 0)
              : INCOME.counting}
          </span>
          <input
            class="input search"
            type="search"
            data-search
            placeholder={INCOME.search}
            aria-label={INCOME.search}
            defaultValue={rowSearch.peek()}
            onInput={event => {
              const text = event.currentTarget.value;
              clearTimeout(searching.current);
              searching.current = setTimeout(() => {
                rowSearch.value = text;
              }, 120);
            }}
          />
          <Menu
            label={INCOME.kind}
            name="kind"
            value={rowKinds.value}
            items={KIND_OPTIONS.map(value => ({ value, label: INCOME.kinds[value] }))}
            onPick={value => {
              rowKinds.value = value;
            }}
          >
            {INCOME.kinds[rowKinds.value]}
          </Menu>
          <ExportMenu />
        </div>
        <VirtualTable<Column>
          label={INCOME.rows}
          columns={NAMED}
          count={count}
          row={row}
          sort={rowSort.value.by}
          descending={rowSort.value.descending}
          onSort={by => {
            const now = rowSort.peek();
            if (by !== 'status') {
              const first = by === 'time' || by === 'amount' || by === 'value';
              rowSort.value = { by, descending: now.by === by ? !now.descending : first };
            }
          }}
          inSight={rows.need}
          empty={view?.answer ? INCOME.none : INCOME.loading}
          of={view?.query}
        />
      </div>
      {view?.answer && <RowTotalsPanel totals={view.answer.totals} />}
    </>
  );
}

/** The rows in memory: the first page at once, other blocks as they come into sight. */
function useRows(view: RowsView | undefined) {
  const blocks = useRef<{ of: unknown; known: Map<number, CommissionRow[]>; at: number }>({
    of: undefined,
    known: new Map(),
    at: 0,
  });
  const [, arrived] = useState(0);
  const answer = view?.answer;
  if (blocks.current.of !== (answer ?? view?.query)) {
    blocks.current = { of: answer ?? view?.query, known: new Map(), at: 0 };
  }
  const kept = blocks.current;
  const need = useCallback(
    (from: number, to: number) => {
      if (!answer) return;
      kept.at = Math.floor(from / BLOCK);
      for (let block = Math.floor(from / BLOCK); block * BLOCK < to; block++) {
        if (kept.known.has(block)) continue;
        if ((block + 1) * BLOCK <= answer.first.length || answer.first.length === answer.count) continue;
        kept.known.set(block, []);
        rowsPage(block * BLOCK, (block + 1) * BLOCK).then(
          rows => {
            // Rows of another order, if one was asked for meanwhile.
            if (rowsView.peek()?.answer !== answer) return;
            kept.known.set(block, rows);
            arrived(n => n + 1);
          },
          () => kept.known.delete(block),
        );
      }
    },
    [answer, kept],
  );
  useEffect(() => {
    // Memory is for what is looked at: far away blocks go.
    if (kept.known.size <= 60) return;
    const byDistance = [...kept.known.keys()].sort((a, b) => Math.abs(b - kept.at) - Math.abs(a - kept.at));
    for (const key of byDistance.slice(0, 30)) kept.known.delete(key);
  });
  const at = (i: number): CommissionRow | undefined =>
    kept.known.get(Math.floor(i / BLOCK))?.[i % BLOCK] ?? (view?.first ?? [])[i];
  return { at, need };
}

function tableCells(row: CommissionRow | undefined) {
  if (!row) return undefined;
  const market = marketOf(row.type);
  return [
    stampOf(row.time),
    <span key="type" title={row.type.slice(0, 300)}>
      {row.kind === 'commission'
        ? row.type.slice(0, 40)
        : `${KIND_NAMES[row.kind]} · ${row.type.slice(0, 40)}`}
    </span>,
    MARKET_NAMES[market],
    row.asset.slice(0, 20),
    <data key="amount" value={exactDecimal(row.amount)}>
      {money(row.amount, 8)}
    </data>,
    row.value === undefined ? (
      <span key="value" class="muted">
        {INCOME.unpriced}
      </span>
    ) : (
      <data key="value" value={exactDecimal(row.value)} title={exactMoney(row.value)}>
        {money(row.value)}
      </data>
    ),
    <span key="status" title={INCOME.statusWhy}>
      {INCOME.statuses[row.status]}
    </span>,
    row.referral ? (
      <a
        key="referral"
        href={formatHash({
          path: `referrals/${encodeURIComponent(row.referral)}`,
          filter: route.peek().filter,
        })}
      >
        {row.referral.slice(0, 40)}
      </a>
    ) : (
      <span key="referral" class="muted">
        {DASH}
      </span>
    ),
    row.code.slice(0, 40) || (
      <span key="code" class="muted">
        {DASH}
      </span>
    ),
  ];
}
