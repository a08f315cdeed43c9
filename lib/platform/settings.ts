import { browser } from 'wxt/browser';
import { chosenOf, parseSettings, type Settings } from '../domain/settings';

const KEY = 'settings';

export async function readSettings(): Promise<Settings> {
  return parseSettings((await browser.storage.local.get(KEY))[KEY]);
}

/** Changes some settings and returns all of them. */
export async function changeSettings(change: (settings: Settings) => Settings): Promise<Settings> {
  // Popup, dashboard and background may change them at once: one after the other.
  return navigator.locks.request('settings', async () => {
    const next = change(await readSettings());
    await browser.storage.local.set({ [KEY]: chosenOf(next) });
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
