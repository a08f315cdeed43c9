import type { ComponentChildren } from 'preact';
import { partsOf } from '../../lib/domain/day';
import { freshness } from '../../lib/state/sections';
import { ACCOUNT_NAMES } from '../../lib/text/accounts';
import { day } from '../../lib/text/format';
import { OVERVIEW } from '../../lib/text/overview';

/** Up to which day each account has data. Keeps its line while that is being read. */
export function Freshness({ today, children }: { today: number; children: ComponentChildren }) {
  const year = partsOf(today).year;
  const accounts = freshness.value.value ?? [];
  return (
    <p class="note stamps">
      <span>{OVERVIEW.upToBy}</span>
      {accounts.map(({ account, upTo }) => (
        <span class="key" key={account} style={{ '--tone': `var(--${account})` }}>
          {ACCOUNT_NAMES[account]} <b>{upTo === undefined ? OVERVIEW.noneFor : day(upTo, year)}</b>
        </span>
      ))}
      {children && <span>{children}</span>}
    </p>
  );
}
