import * as z from 'zod/mini';
import type { GuestData } from '../domain/guest-data';
import { isCode } from '../domain/link';
import { CORNERS } from '../domain/press-choices';
import { call } from './call';
import type { ContractOf } from './contract';

const code = z.string().check(z.refine(isCode));

/** Everything our elements on Binance's pages may ask the background. */
export const GUEST_CALLS = {
  'guest-data': call({}).answers<GuestData>(),
  /** The paths inside our own dashboard that a page's elements may open. */
  'open-dashboard': call({ hash: z.enum(['', '#/links']) }).answers(),
  hide: call({ where: z.enum(['page', 'site']) }).answers(),
  'use-code': call({ code }).answers(),
  'put-pill': call({ corner: z.enum(CORNERS) }).answers(),
  /** A QR code of a code's join link: an SVG path and its side in modules. */
  qr: call({ code }).answers<{ path: string; size: number }, { is: 'unknown code' }>(),
};

export type GuestContract = ContractOf<typeof GUEST_CALLS>;
