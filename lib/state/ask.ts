import { asking } from '../messages/contract';
import type { PageContract } from '../messages/page-messages';
import { sendMessage } from '../platform/messages';

/** Asks the background. Never throws: a background that is gone or breaks off answers `failed`. */
export const ask = asking<PageContract>(message => sendMessage<never>(message).catch(() => undefined));
