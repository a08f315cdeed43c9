import { browser } from 'wxt/browser';
import { isCode } from '../domain/link';

/** What the user has decided. In `storage.local`, so that every place sees a change at once. */
export interface Settings {
  /** When the user agreed to storing data, ms. Without it nothing is read or stored. */
  consentAt?: number;
  /** The user's own codes, in the order they were added. */
  codes: string[];
  defaultCode?: string;
  /** Unset: as the system has it. */
  theme?: 'light' | 'dark';
  /** Figures are blurred until pointed at: for screens others look at. */
  privacy?: boolean;
  /** The user wants the campaign feed: until then nothing is asked of any host. */
  feed?: boolean;
  /** Copied campaign addresses get the code. */
  autoAppend?: boolean;
  /** No buttons on Binance's pages at all, or not on these (paths of pages). */
  quiet?: boolean;
  quietPages?: string[];
  /** The code used last on a page. */
  lastCode?: string;
  /** What the toolbar icon shows: today's commission, or the referrals of today. */
  badge?: 'commission' | 'referrals';
  /** Notifications are wanted; the browser's permission is asked for then. */
  notify?: boolean;
  /** Connections lock by themselves after so many hours. */
  lockHours?: number;
  /** What figures are to be in; absent: BUSD. Which there are is not known here: the popup loads this. */
  currency?: string;
  /** The language of our pages; absent: the browser's. Which there are is not known here either. */
  language?: string;
}

const KEY = 'settings';
export const NO_SETTINGS: Settings = { codes: [] };

/**
 * Checks field by field and keeps what is right. By hand and not with zod: this is our own record, and the popup loads
 * it before its link can be shown (zod is a sixth of the popup).
 */
export function parseSettings(raw: unknown): Settings {
  const fields = (typeof raw === 'object' && raw ? raw : {}) as Record<string, unknown>;
  const { consentAt, codes, defaultCode, theme, privacy, feed, autoAppend, quiet, quietPages, lastCode } =
    fields;
  const { badge, notify, lockHours, currency, language } = fields;
  const isOwn = (code: unknown): code is string => typeof code === 'string' && isCode(code);
  return {
    ...(typeof consentAt === 'number' && { consentAt }),
    codes: Array.isArray(codes) ? [...new Set(codes.filter(isOwn))] : [],
    ...(isOwn(defaultCode) && { defaultCode }),
    ...((theme === 'light' || theme === 'dark') && { theme }),
    ...(privacy === true && { privacy }),
    ...(feed === true && { feed }),
    ...(autoAppend === true && { autoAppend }),
    ...(quiet === true && { quiet }),
    ...(Array.isArray(quietPages) && {
      quietPages: quietPages.filter(p => typeof p === 'string').slice(-200),
    }),
    ...(isOwn(lastCode) && { lastCode }),
    ...((badge === 'commission' || badge === 'referrals') && { badge }),
    ...(notify === true && { notify }),
    ...(typeof lockHours === 'number' && lockHours >= 1 && lockHours <= 24 && { lockHours }),
    ...(typeof currency === 'string' && { currency }),
    ...(typeof language === 'string' && { language }),
  };
}

export async function readSettings(): Promise<Settings> {
  return parseSettings((await browser.storage.local.get(KEY))[KEY]);
}

/** Changes some settings and returns all of them. */
export async function changeSettings(change: (settings: Settings) => Settings): Promise<Settings> {
  // Popup, dashboard and background may change them at once: one after the other.
  return navigator.locks.request('settings', async () => {
    const next = change(await readSettings());
    await browser.storage.local.set({ [KEY]: next });
    return next;
  });
}

export async function forgetSettings(): Promise<void> {
  await browser.storage.local.remove(KEY);
}

/** @returns a function that stops watching. */
export function watchSettings(changed: (settings: Settings) => void): () => void {
  return watch(KEY, raw => changed(parseSettings(raw)));
}

/** @internal Calls back with the new value of an item of `storage.local`. */
export function watch(key: string, changed: (raw: unknown) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>) => {
    if (key in changes) changed(changes[key].newValue);
  };
  browser.storage.local.onChanged.addListener(listener);
  return () => browser.storage.local.onChanged.removeListener(listener);
}
