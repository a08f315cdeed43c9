import { actionOf, type KeyAction, nextComparison, nextInterval } from '../../lib/domain/keys';
import { isNarrowed, NOT_NARROWED } from '../../lib/domain/narrowing';
import { shiftSpan } from '../../lib/domain/period';
import { go, setFilter } from '../../lib/state/route';
import { scope } from '../../lib/state/sections';
import { today } from '../../lib/state/session';

/** A G waits this long for its second key. */
const PATIENCE = 1500;

const menu = (name?: string) =>
  document.querySelector<HTMLElement>(name ? `[data-menu="${name}"]` : '[data-menu]');

/** Where keys belong to what has the focus: fields, open menus, dialogs. */
function isBusy(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, [contenteditable], [role="menu"], dialog[open]') !== null
  );
}

function carryOut(action: KeyAction, showSheet: () => void): void {
  if (action.is === 'section') go(action.path);
  else if (action.is === 'sheet') showSheet();
  else if (action.is !== 'go') filterBy(action);
}

type FilterAction = Exclude<KeyAction, { is: 'section' | 'sheet' | 'go' }>;

/** The keys that are about what a section shows. */
function filterBy(action: FilterAction): void {
  const data = scope.peek();
  if (!data) return;
  switch (action.is) {
    case 'period':
      if (action.period === 'custom') menu('period')?.click();
      else setFilter({ period: action.period, custom: undefined, interval: undefined });
      break;
    case 'step': {
      const custom = shiftSpan(data.span, action.steps);
      // There is nothing to see in the future.
      if (custom.from <= today.peek()) setFilter({ period: 'custom', custom });
      break;
    }
    case 'interval':
      setFilter({ interval: nextInterval(data.interval) });
      break;
    case 'compare':
      setFilter({ compare: nextComparison(data.filter.compare) });
      break;
    case 'search':
      document.querySelector<HTMLElement>('[data-search]')?.focus();
      break;
    case 'filter':
      menu()?.focus();
      break;
    case 'clear':
      if (isNarrowed(data.filter)) setFilter(NOT_NARROWED);
  }
}

/** Makes the keys of the sheet work until the signal aborts. Nothing happens while typing or with a modifier. */
export function listenToKeys(showSheet: () => void, ends: AbortSignal): void {
  let wentAt = Number.NEGATIVE_INFINITY;
  document.addEventListener(
    'keydown',
    event => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target))
        return;
      const afterG = event.timeStamp - wentAt < PATIENCE;
      wentAt = Number.NEGATIVE_INFINITY;
      const action = actionOf(event.key, afterG);
      if (!action) return;
      if (action.is === 'go') wentAt = event.timeStamp;
      event.preventDefault();
      carryOut(action, showSheet);
    },
    { signal: ends },
  );
}
