import { CommissionTable } from '../../../components/income/CommissionTable';
import { ExportMenu } from '../../../components/income/ExportMenu';
import { IncomePage } from '../../../components/income/IncomePage';
import { IncomeTotals } from '../../../components/income/IncomeTotals';
import { RowTotalsPanel } from '../../../components/income/RowTotalsPanel';
import type { IncomeView } from '../../../lib/ledger/income';
import { exporting } from '../../../lib/state/rows';
import { income } from '../../../lib/state/sections';
import { today } from '../../../lib/state/session';
import { LONG, Once, press, seen, type } from '../act';
import type { Shown, State } from '../catalogue';

const of = (view: (data: IncomeView) => preact.ComponentChild, more: Partial<State> = {}): State => ({
  view: () => <Once of={income}>{view}</Once>,
  book: 'own',
  route: '/income',
  ...more,
});

const totals = (data: IncomeView) => <IncomeTotals data={data} today={today.value} />;
const BIG = 98_765_432_109_876_543n;
const asset = (name: string, unpriced = 0) => ({
  asset: name,
  rows: 12_345,
  amount: BIG,
  units: BIG,
  unpriced,
});

export default {
  IncomePage: { own: { view: () => <IncomePage today={today.value} />, book: 'own', route: '/income' } },
  IncomeTotals: {
    own: of(totals),
    empty: of(totals, { route: '/income?period=custom&from=2019-01-01&to=2019-01-31' }),
    stale: of(totals, {
      after: () => {
        income.stale.value = true;
      },
    }),
    long: of(data =>
      totals({ ...data, commission: { ...data.commission, value: BIG * 100n, unpriced: 12_345 } }),
    ),
  },
  CommissionTable: {
    own: of(() => <CommissionTable />),
    'nothing found': of(() => <CommissionTable />, {
      after: async () => {
        await seen('tbody td a, tbody td');
        await type('[data-search]', LONG);
        await seen('.none');
      },
    }),
  },
  RowTotalsPanel: {
    empty: () => <RowTotalsPanel totals={{ accounts: [], types: [], assets: [] }} />,
    long: () => (
      <RowTotalsPanel
        totals={{
          accounts: [{ kind: 'kickback', account: 'futures', rows: 12_345, units: BIG, unpriced: 3 }],
          types: [],
          assets: [
            asset('USDT'),
            asset('1000000MOGLONGNAMEOFACOIN', 12),
            ...'ABCDEFGHIJKL'.split('').map(n => asset(n)),
          ],
        }}
      />
    ),
  },
  ExportMenu: {
    idle: () => <ExportMenu />,
    open: { view: () => <ExportMenu />, after: () => press('.pill') },
    busy: {
      view: () => <ExportMenu />,
      before: () => {
        exporting.value = { rows: 123_456, part: 0.42 };
      },
    },
  },
} satisfies Shown;
