import { LastAsked } from '../domain/last-asked';
import { memoBy, weakMemo } from '../domain/memo';
import { type Narrowing, narrowingKey } from '../domain/narrowing';
import type { Span } from '../domain/period';
import { type PerReferral, withinSpan } from '../domain/referral-table';
import type { LedgerReader } from './reader';

/** So many spans' sums by referral are kept, some hundred kB each: one click leads back. */
const KEPT = 12;

const known = weakMemo((ledger: LedgerReader) =>
  memoBy(
    ({ span, by }: { span: Span; by: Narrowing }) => `${span.from} ${span.to} ${narrowingKey(by)}`,
    async ({ span, by }) => {
      const { figures, select } = await ledger.figures([span], by);
      return withinSpan(figures, span, select);
    },
    new LastAsked<string, Promise<PerReferral>>(KEPT),
  ),
);

/**
 * What each referral brought in a span (`withinSpan`), whatever its country: countries are compared with each other,
 * so the filter's own does not narrow them.
 */
export const readWithin = (ledger: LedgerReader, span: Span, by: Narrowing): Promise<PerReferral> =>
  known(ledger)({ span, by: { ...by, country: undefined } });
