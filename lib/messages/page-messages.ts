import * as z from 'zod/mini';
import type { ConnectFault, UnlockFault } from '../domain/connect';
import { CURRENCIES } from '../domain/currency';
import { call } from './call';
import type { ContractOf } from './contract';

const id = z.string().check(z.regex(/^[0-9a-f-]{36}$/));

/** Everything our own pages may ask the background. What was typed lies in `storage.session`: no secret is ever in a message. */
export const PAGE_CALLS = {
  'refresh-campaigns': call({}).answers(),
  /** A key pair that the user registers with Binance. */
  'new-key': call({}).answers<{ id: string; publicKey: string }>(),
  connect: call({
    label: z.string().check(z.minLength(1), z.maxLength(60)),
    how: z.enum(['locked', 'convenient', 'key-pair']),
    ticket: id,
    /** A connection that is connected again. */
    again: z.optional(id),
    /** The key pair that waits for Binance. */
    draft: z.optional(id),
  }).answers<undefined, ConnectFault>(),
  disconnect: call({ id, rows: z.enum(['keep', 'drop']) }).answers(),
  'owns-exports': call({ id, on: z.boolean() }).answers(),
  unlock: call({ id, ticket: id }).answers<undefined, UnlockFault>(),
  lock: call({ id }).answers(),
  'sync-now': call({}).answers(),
  /** Values for the rows of account statements: whether each that can have a value has one. */
  'value-statements': call({}).answers<boolean>(),
  /** Figures in another currency; none: in BUSD. */
  'report-in': call({ currency: z.optional(z.enum(CURRENCIES)) }).answers<undefined, { is: 'no rates' }>(),
};

export type PageContract = ContractOf<typeof PAGE_CALLS>;
