import { VirtualTable } from '../../../components/controls/VirtualTable';
import { LONG, nothing } from '../act';
import type { Shown } from '../catalogue';

const COLUMNS = [
  { key: 'id' as const, name: 'Friend', width: 120, text: true },
  { key: 'date' as const, name: 'Registered', width: 110, fits: true },
  { key: 'value' as const, name: 'Commission', width: 120 },
];

interface Rows {
  count: number;
  row?: (i: number) => string[] | undefined;
}

const Table = ({ count, row = i => [String(42_000_000 + i), '2026-11-22', `${i}.00`] }: Rows) => (
  <div class="panel box">
    <VirtualTable
      label="Friends"
      columns={COLUMNS}
      count={count}
      row={row}
      sort="value"
      descending
      onSort={nothing}
      empty="No row is like this."
      of={count}
    />
  </div>
);

export default {
  VirtualTable: {
    few: () => <Table count={3} />,
    empty: () => <Table count={0} />,
    'a million': () => <Table count={1_000_000} />,
    'rows on their way': () => <Table count={40} row={() => undefined} />,
    long: () => <Table count={3} row={() => [LONG, '2026-11-22', '98,765,432,109,876.54']} />,
  },
} satisfies Shown;
