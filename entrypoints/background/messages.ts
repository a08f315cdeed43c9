import { allowance } from '../../lib/domain/allowance';
import { DONE } from '../../lib/domain/result';
import { answering, type Handlers } from '../../lib/messages/contract';
import { PAGE_CALLS, type PageContract } from '../../lib/messages/page-messages';
import { answerMessages } from '../../lib/platform/answer-messages';
import { CONNECTION_HANDLERS } from './connections';
import { currencyChosen } from './currency';
import { feedRefreshed } from './feed';
import { answerGuest } from './guests';
import { valueStatements } from './statements';

const HANDLERS = {
  ...CONNECTION_HANDLERS,
  'refresh-campaigns': async () => {
    await feedRefreshed(true);
    return DONE;
  },
  'report-in': ({ currency }) => currencyChosen(currency),
  'value-statements': valueStatements,
} satisfies Handlers<PageContract>;

/** Answers messages: each kind of sender is heard for its own and for no other's. */
export function serveMessages(): void {
  const answerPage = answering<PageContract>(PAGE_CALLS, HANDLERS);
  const isAllowed = allowance<number | undefined>();
  answerMessages((raw, sender) => {
    if (sender.is === 'page') return answerPage(raw);
    return isAllowed(sender.tab, Date.now()) ? answerGuest(raw, sender.address) : undefined;
  });
}
