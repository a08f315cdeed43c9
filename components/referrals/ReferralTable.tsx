import { useCallback, useMemo, useState } from 'preact/hooks';
import { ACCOUNTS, FILTER_ACCOUNTS } from '../../lib/domain/account';
import { dayOf, isoDay } from '../../lib/domain/day';
import { formatHash } from '../../lib/domain/filter';
import {
  orderReferrals,
  REFERRAL_COLUMNS,
  REFERRAL_SHOWS,
  type ReferralColumn,
  searchReferrals,
} from '../../lib/domain/referral-list';
import { unitsOf } from '../../lib/domain/referral-table';
import type { ReferralsView } from '../../lib/ledger/referrals';
import { route } from '../../lib/state/route';
import { referralShow } from '../../lib/state/sections';
import { countryName } from '../../lib/text/countries';
import { DASH, exactMoney, money } from '../../lib/text/format';
import { REFERRAL_COLUMN_NAMES, REFERRALS, SHOW_NAMES } from '../../lib/text/referrals';
import { Menu } from '../controls/Menu';
import { VirtualTable } from '../controls/VirtualTable';

const WIDTHS: Record<ReferralColumn, number> = {
  id: 100,
  registered: 96,
  code: 104,
  country: 92,
  spot: 96,
  futures: 96,
  mining: 96,
  last: 96,
  period: 84,
  total: 88,
  note: 48,
};
const TEXT: ReferralColumn[] = ['id', 'code', 'country', 'note'];
const DATES: ReferralColumn[] = ['registered', 'spot', 'futures', 'mining', 'last'];
const COLUMNS = REFERRAL_COLUMNS.map(key => ({
  key,
  name: REFERRAL_COLUMN_NAMES[key],
  width: WIDTHS[key],
  text: TEXT.includes(key),
  fits: DATES.includes(key),
}));

/** Every referral with its life and what it brought. */
export function ReferralTable({ data }: { data: ReferralsView }) {
  const [sort, setSort] = useState<{ by: ReferralColumn; descending: boolean }>({
    by: 'period',
    descending: true,
  });
  const [search, setSearch] = useState('');
  const { list } = data;
  const ordered = useMemo(() => orderReferrals(list, sort.by, sort.descending), [list, sort]);
  const rows = useMemo(() => searchReferrals(list, ordered, search), [list, ordered, search]);
  const date = (of: number) => (of < 0 ? <span class="muted">{DASH}</span> : isoDay(of));

  const row = useCallback(
    (i: number) => {
      const r = rows.at(i);
      const id = list.ids[r];
      const total = unitsOf(list.table.total, r);
      const within = unitsOf(list.within, r);
      const registered = Number.isNaN(list.registered[r]) ? -1 : dayOf(list.registered[r]);
      return [
        <a
          key="id"
          href={formatHash({ path: `referrals/${encodeURIComponent(id)}`, filter: route.peek().filter })}
        >
          {id.slice(0, 60)}
        </a>,
        date(registered),
        list.code[r].slice(0, 60) || <span class="muted">{DASH}</span>,
        countryName(list.country[r]),
        ...FILTER_ACCOUNTS.map(account => date(list.table.first[ACCOUNTS.indexOf(account)][r])),
        date(list.table.last[r]),
        <span key="period" title={exactMoney(within)}>
          {list.within.seen[r] ? money(within) : <span class="muted">{DASH}</span>}
        </span>,
        <span key="total" title={exactMoney(total)}>
          {list.table.total.seen[r] ? money(total) : <span class="muted">{DASH}</span>}
        </span>,
        list.note(r).slice(0, 120),
      ];
    },
    [rows, list],
  );

  return (
    <div class="panel box">
      <div class="table-head">
        <h2>{REFERRALS.list}</h2>
        <span class="note" role="status">
          {REFERRALS.of(rows.length, list.ids.length)}
        </span>
        <input
          class="input search"
          type="search"
          data-search
          placeholder={REFERRALS.search}
          aria-label={REFERRALS.search}
          value={search}
          onInput={event => setSearch(event.currentTarget.value)}
        />
        <Menu
          label={REFERRALS.show}
          name="show"
          value={referralShow.value}
          items={REFERRAL_SHOWS.map(value => ({ value, label: SHOW_NAMES[value] }))}
          onPick={value => {
            referralShow.value = value;
          }}
        >
          {SHOW_NAMES[referralShow.value]}
        </Menu>
      </div>
      <VirtualTable
        label={REFERRALS.list}
        columns={COLUMNS}
        count={rows.length}
        row={row}
        sort={sort.by}
        descending={sort.descending}
        onSort={by =>
          setSort(now => ({ by, descending: now.by === by ? !now.descending : !TEXT.includes(by) }))
        }
        empty={REFERRALS.none}
        of={rows}
      />
    </div>
  );
}
