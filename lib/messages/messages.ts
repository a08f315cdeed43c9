import * as z from 'zod/mini';

/** Everything one place of the extension may ask another, by who may ask. The background answers all of them. */
const FROM_PAGES = z.union([z.strictObject({ is: z.literal('refresh-campaigns') })]);

export type PageMessage = z.infer<typeof FROM_PAGES>;

/** What comes back: a value, or a fault by name. */
export type Result<T = undefined> = { ok: true; value: T } | { ok: false; fault: string };

/** @returns the message of one of our own pages, or undefined for what is none. */
export function parsePageMessage(raw: unknown): PageMessage | undefined {
  const parsed = FROM_PAGES.safeParse(raw);
  return parsed.success ? parsed.data : undefined;
}
