import { asking } from '../messages/contract';
import type { PageContract } from '../messages/page-messages';
import { reportFault } from '../platform/fault-log';
import { sendMessage } from '../platform/messages';

/** Asks the background. Never throws: a background that is gone or breaks off answers `failed`. */
export const ask = asking<PageContract>(message =>
  sendMessage<never>(message).catch(error => {
    reportFault('message', error);
    return undefined;
  }),
);
