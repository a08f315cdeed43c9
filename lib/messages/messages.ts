import * as z from 'zod/mini';
import { isCode } from '../domain/link';

/** Everything one place of the extension may ask another, by who may ask. The background answers all of them. */
const FROM_PAGES = z.union([z.strictObject({ is: z.literal('refresh-campaigns') })]);
const code = z.string().check(z.refine(isCode));
/** Paths inside our own dashboard that a page's elements may open. */
const FROM_GUESTS = z.union([
  z.strictObject({ is: z.literal('guest-data') }),
  z.strictObject({ is: z.literal('open-dashboard'), hash: z.enum(['', '#/links']) }),
  z.strictObject({ is: z.literal('hide'), where: z.enum(['page', 'site']) }),
  z.strictObject({ is: z.literal('use-code'), code }),
  z.strictObject({ is: z.literal('qr'), code }),
]);

export type PageMessage = z.infer<typeof FROM_PAGES>;
/** What our elements on Binance's pages may ask. */
export type GuestMessage = z.infer<typeof FROM_GUESTS>;

/** What the background tells a content script: a text for the clipboard. */
export interface ToGuest {
  is: 'copy';
  text: string;
}

/** What comes back: a value, or a fault by name. */
export type Result<T = undefined> = { ok: true; value: T } | { ok: false; fault: string };

/** @returns the message of one of our own pages, or undefined for what is none. */
export function parsePageMessage(raw: unknown): PageMessage | undefined {
  const parsed = FROM_PAGES.safeParse(raw);
  return parsed.success ? parsed.data : undefined;
}

/** @returns the message of a content script, or undefined for what is none. */
export function parseGuestMessage(raw: unknown): GuestMessage | undefined {
  const parsed = FROM_GUESTS.safeParse(raw);
  return parsed.success ? parsed.data : undefined;
}
