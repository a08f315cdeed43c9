import { useEffect, useMemo, useState } from 'preact/hooks';
import { marketOf } from '../../lib/domain/account';
import { formatHash } from '../../lib/domain/filter';
import { exactDecimal } from '../../lib/domain/money';
import { unitsOf } from '../../lib/domain/referral-table';
import type { ReferralView } from '../../lib/ledger/referral';
import type { ReferralsView } from '../../lib/ledger/referrals';
import type { CommissionRow } from '../../lib/ledger/row-at';
import { readReferralStatistics, referralStatistics } from '../../lib/state/referral-statistics';
import { route } from '../../lib/state/route';
import { openRows, rowsPage, rowsView } from '../../lib/state/rows';
import { referral } from '../../lib/state/sections';
import { ACCOUNT_NAMES } from '../../lib/text/accounts';
import { stampOf } from '../../lib/text/amounts';
import { CURRENCY, count, DASH, exactMoney, money } from '../../lib/text/format';
import { MARKET_NAMES } from '../../lib/text/income';
import { REFERRALS } from '../../lib/text/referrals';
import { TrendPanel } from '../chart/TrendPanel';
import { ReferralNotes } from './ReferralNotes';

/** Everything known of one referral. */
export function ReferralPage({ id, data, today }: { id: string; data: ReferralsView; today: number }) {
  const view = referral.value.value;
  const position = data.positions.get(id);
  const back = (
    <a class="link-button" href={formatHash({ path: 'referrals', filter: route.value.filter })}>
      ← {REFERRALS.back}
    </a>
  );
  if (position === undefined) {
    return (
      <>
        {back}
        <section class="panel empty">
          <h1 class="small">{REFERRALS.notFound(id.slice(0, 60))}</h1>
        </section>
      </>
    );
  }
  const { list } = data;
  const total = unitsOf(list.table.total, position);
  const within = unitsOf(list.within, position);
  const registered = list.registered[position];
  return (
    <>
      {back}
      <header class="head">
        <h1 class="cut">{id}</h1>
      </header>
      <dl data-figures class="tally panel">
        <Fact name={REFERRALS.registered}>
          {Number.isNaN(registered) ? REFERRALS.registeredUnknown : stampOf(registered).slice(0, 10)}
        </Fact>
        <Fact
          name={`${REFERRALS.lifetime}, ${CURRENCY}`}
          title={exactMoney(total)}
          value={exactDecimal(total)}
        >
          {money(total)}
        </Fact>
        <Fact
          name={`${REFERRALS.period}, ${CURRENCY}`}
          title={exactMoney(within)}
          value={exactDecimal(within)}
        >
          {money(within)}
        </Fact>
        <Fact name={REFERRALS.codes}>{view?.codes.join(', ').slice(0, 80) || DASH}</Fact>
        {view && view.subs.length > 0 && (
          <Fact name={REFERRALS.subs}>{view.subs.join(', ').slice(0, 80)}</Fact>
        )}
      </dl>
      <ToldByBinance id={id} />
      {view?.id === id && <Months view={view} today={today} />}
      <div class="grid two">
        {view?.id === id && <Trades view={view} />}
        <ReferralNotes key={id} id={id} />
      </div>
    </>
  );
}

/** What Binance tells of it, where a connected account may ask. */
function ToldByBinance({ id }: { id: string }) {
  useEffect(() => void readReferralStatistics(id), [id]);
  const told = referralStatistics.value;
  const referral = told?.id === id ? told.told.referral : undefined;
  if (!referral) return null;
  const moments = [
    [REFERRALS.verified, referral.verified],
    [REFERRALS.firstDeposit, referral.firstDeposit],
    [REFERRALS.firstTradeTold, referral.firstTrade],
  ] as const;
  return (
    <dl data-figures class="tally panel" aria-label={REFERRALS.told}>
      {moments.map(([name, moment]) => (
        <Fact key={name} name={name}>
          {moment === undefined ? REFERRALS.notYet : stampOf(moment).slice(0, 10)}
        </Fact>
      ))}
      {referral.vip !== undefined && <Fact name={REFERRALS.vip}>{REFERRALS.vipLevel(referral.vip)}</Fact>}
      {referral.note && <Fact name={REFERRALS.noteAtBinance}>{referral.note.slice(0, 80)}</Fact>}
    </dl>
  );
}

function Fact(props: { name: string; title?: string; value?: string; children: preact.ComponentChildren }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd title={props.title}>
        {props.value === undefined ? props.children : <data value={props.value}>{props.children}</data>}
      </dd>
    </div>
  );
}

function Months({ view, today }: { view: ReferralView; today: number }) {
  const lines = useMemo(
    () =>
      view.lines.map(line => ({
        name: ACCOUNT_NAMES[line.account],
        tone: `--${line.account}`,
        values: line.values,
      })),
    [view],
  );
  return <TrendPanel title={REFERRALS.months} scope={view.scope} lines={lines} unit="money" today={today} />;
}

/** Markets and assets, and the moments of the first and the last commission: from the rows themselves. */
function Trades({ view }: { view: ReferralView }) {
  const query = useMemo(
    () => ({
      span: view.known,
      kinds: ['commission' as const],
      referral: view.id,
      sort: 'time' as const,
      descending: true,
    }),
    [view],
  );
  useEffect(() => {
    void openRows(query);
  }, [query]);
  const answer = rowsView.value?.query === query ? rowsView.value.answer : undefined;
  const [oldest, setOldest] = useState<CommissionRow>();
  useEffect(() => {
    setOldest(undefined);
    if (answer) void rowsPage(answer.count - 1, answer.count).then(([row]) => setOldest(row));
  }, [answer]);
  if (!answer) return <section class="panel box" aria-busy="true" />;
  const newest = answer.first[0];
  return (
    <section class="panel box" aria-label={REFERRALS.markets}>
      <dl data-figures class="facts">
        <dt>{REFERRALS.firstTrade}</dt>
        <dd>{oldest ? `${stampOf(oldest.time)} UTC` : DASH}</dd>
        <dt>{REFERRALS.lastTrade}</dt>
        <dd>{newest ? `${stampOf(newest.time)} UTC` : REFERRALS.never}</dd>
        <dt>{REFERRALS.rows}</dt>
        <dd>{count(answer.count)}</dd>
      </dl>
      <table data-figures>
        <thead>
          <tr>
            <th scope="col">{REFERRALS.market}</th>
            <th scope="col">{REFERRALS.rows}</th>
            <th scope="col">{REFERRALS.value}</th>
          </tr>
        </thead>
        <tbody>
          {answer.totals.types.map(({ type, rows, units }) => (
            <tr key={type}>
              <td title={type.slice(0, 200)}>
                {marketOf(type) === 'other' ? type.slice(0, 60) : MARKET_NAMES[marketOf(type)]}
              </td>
              <td>{count(rows)}</td>
              <td title={exactMoney(units)}>{money(units)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table data-figures>
        <thead>
          <tr>
            <th scope="col">{REFERRALS.asset}</th>
            <th scope="col">{REFERRALS.amount}</th>
            <th scope="col">{REFERRALS.value}</th>
          </tr>
        </thead>
        <tbody>
          {answer.totals.assets.slice(0, 20).map(({ asset, amount, units }) => (
            <tr key={asset}>
              <td>{asset.slice(0, 20)}</td>
              <td>{money(amount, 8)}</td>
              <td title={exactMoney(units)}>{money(units)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
