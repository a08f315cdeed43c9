import type { ComponentChild } from 'preact';
import { CopyButton } from '../../../components/controls/CopyButton';
import { FormEnd } from '../../../components/controls/FormEnd';
import { HowCounted } from '../../../components/controls/HowCounted';
import { Menu } from '../../../components/controls/Menu';
import { Tabs } from '../../../components/controls/Tabs';
import { QrCode } from '../../../components/qr/QrCode';
import { joinLink } from '../../../lib/domain/link';
import { INTERVAL_NAMES, OVERVIEW } from '../../../lib/text/overview';
import { clipboard, LONG, nothing, press } from '../act';
import type { Shown } from '../catalogue';

const INTERVALS = ['day', 'week', 'month'] as const;

function Interval({ footer, long }: { footer?: () => ComponentChild; long?: boolean }) {
  const items = INTERVALS.map((value, i) => ({
    value,
    label: long ? `${LONG} ${i}` : INTERVAL_NAMES[value],
    ...(long && { detail: '2026-11-22' }),
    shortcut: String(i + 1),
  }));
  return (
    <Menu
      label={OVERVIEW.interval}
      name="interval"
      value="week"
      items={items}
      onPick={nothing}
      footer={footer}
    >
      {long ? LONG : INTERVAL_NAMES.week}
    </Menu>
  );
}

const TABS = [
  { path: 'income/commissions', name: 'Commissions' },
  { path: 'income/bonus', name: 'Bonus' },
] as const;

export default {
  HowCounted: {
    closed: () => <HowCounted />,
    open: { view: () => <HowCounted />, after: () => press('summary') },
  },
  Menu: {
    closed: () => <Interval />,
    open: { view: () => <Interval />, after: () => press('.pill') },
    long: { view: () => <Interval long />, after: () => press('.pill') },
    'with a form below': {
      view: () => (
        <Interval
          footer={() => (
            <form class="custom">
              <input class="input" type="date" aria-label={OVERVIEW.from} />
            </form>
          )}
        />
      ),
      after: () => press('.pill'),
    },
  },
  Tabs: {
    two: () => <Tabs label="Parts" items={TABS} at="income/bonus" />,
    long: () => <Tabs label="Parts" items={[...TABS, { path: 'income', name: LONG }]} at="income" />,
  },
  CopyButton: {
    idle: () => <CopyButton text="text" />,
    copied: {
      view: () => <CopyButton text="text" />,
      before: () => clipboard('open'),
      after: () => press('.copy'),
    },
    refused: {
      view: () => <CopyButton text="text" />,
      before: () => clipboard('closed'),
      after: () => press('.copy'),
    },
  },
  FormEnd: {
    idle: () => <FormEnd error="" close={nothing} />,
    failed: () => <FormEnd error={`“${LONG}” is no day.`} close={nothing} />,
  },
  QrCode: {
    link: () => <QrCode text={joinLink('bpcode')} title="bpcode" side={110} />,
    large: () => <QrCode text={`${joinLink('bpcode')}&utm_source=${LONG}`} title="bpcode" side={300} />,
  },
} satisfies Shown;
