import * as z from 'zod/mini';
import { CURRENCIES } from '../domain/currency';
import { isCode } from '../domain/link';

/** Everything one place of the extension may ask another, by who may ask. The background answers all of them. */
const id = z.string().check(z.regex(/^[0-9a-f-]{36}$/));
const currency = z.enum(CURRENCIES);
const FROM_PAGES = z.union([
  z.strictObject({ is: z.literal('refresh-campaigns') }),
  /** A key pair that the user registers with Binance. */
  z.strictObject({ is: z.literal('new-key') }),
  /** What was typed lies in `storage.session`: no secret is ever in a message. */
  z.strictObject({
    is: z.literal('connect'),
    label: z.string().check(z.minLength(1), z.maxLength(60)),
    how: z.enum(['locked', 'convenient', 'key-pair']),
    ticket: id,
    /** A connection that is connected again. */
    again: z.optional(id),
    /** The key pair that waits for Binance. */
    draft: z.optional(id),
  }),
  z.strictObject({ is: z.literal('disconnect'), id, rows: z.enum(['keep', 'drop']) }),
  z.strictObject({ is: z.literal('owns-exports'), id, on: z.boolean() }),
  z.strictObject({ is: z.literal('unlock'), id, ticket: id }),
  z.strictObject({ is: z.literal('lock'), id }),
  z.strictObject({ is: z.literal('sync-now') }),
  /** Values for the rows of account statements. */
  z.strictObject({ is: z.literal('value-statements') }),
  /** Figures in another currency; none: in BUSD. */
  z.strictObject({ is: z.literal('report-in'), currency: z.optional(currency) }),
]);
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
export type Result<T = undefined> = { ok: true; value: T } | { ok: false; fault: string; detail?: string };

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
