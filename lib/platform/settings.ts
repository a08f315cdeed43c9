import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { isCode } from '../domain/link';

/** What the user has decided. In `storage.local`, so that every place sees a change at once. */
const SettingsSchema = z.object({
  /** When the user agreed to storing data, ms. Without it nothing is read or stored. */
  consentAt: z.optional(z.number()),
  /** The user's own codes, in the order they were added. */
  codes: z.catch(z.array(z.string().check(z.refine(isCode))), []),
  defaultCode: z.optional(z.string().check(z.refine(isCode))),
});
export type Settings = z.infer<typeof SettingsSchema>;

const KEY = 'settings';
export const NO_SETTINGS: Settings = { codes: [] };

const parse = (raw: unknown): Settings => {
  const result = SettingsSchema.safeParse(raw ?? NO_SETTINGS);
  return result.success ? result.data : NO_SETTINGS;
};

export async function readSettings(): Promise<Settings> {
  return parse((await browser.storage.local.get(KEY))[KEY]);
}

/** Changes some settings and returns all of them. */
export async function changeSettings(change: (settings: Settings) => Settings): Promise<Settings> {
  const next = change(await readSettings());
  await browser.storage.local.set({ [KEY]: next });
  return next;
}

export async function forgetSettings(): Promise<void> {
  await browser.storage.local.remove(KEY);
}

/** @returns a function that stops watching. */
export function watchSettings(changed: (settings: Settings) => void): () => void {
  return watch(KEY, raw => changed(parse(raw)));
}

/** @internal Calls back with the new value of an item of `storage.local`. */
export function watch(key: string, changed: (raw: unknown) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>) => {
    if (key in changes) changed(changes[key].newValue);
  };
  browser.storage.local.onChanged.addListener(listener);
  return () => browser.storage.local.onChanged.removeListener(listener);
}
