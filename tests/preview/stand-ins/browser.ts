/**
 * Stands where `wxt/browser` does, in memory: every state begins with an extension that was just installed, and nothing
 * outlives the page.
 */
import { DONE } from '../../../lib/domain/result';
import type { Handlers } from '../../../lib/messages/contract';
import type { PageContract } from '../../../lib/messages/page-messages';

type Changes = Record<string, { newValue?: unknown }>;

/** Listeners, as the browser's events have them. */
class Event<L extends (...told: never[]) => void> {
  #listeners = new Set<L>();
  addListener = (listener: L): void => void this.#listeners.add(listener);
  removeListener = (listener: L): void => void this.#listeners.delete(listener);
  tell(...told: Parameters<L>): void {
    for (const listener of this.#listeners) listener(...told);
  }
}

function storageArea() {
  const items = new Map<string, unknown>();
  const onChanged = new Event<(changes: Changes) => void>();
  return {
    onChanged,
    get: async (names?: string | string[] | null) => {
      const wanted = names == null ? [...items.keys()] : [names].flat();
      return Object.fromEntries(wanted.filter(name => items.has(name)).map(name => [name, items.get(name)]));
    },
    set: async (next: Record<string, unknown>) => {
      for (const [name, value] of Object.entries(next)) items.set(name, structuredClone(value));
      onChanged.tell(
        Object.fromEntries(Object.entries(next).map(([name, newValue]) => [name, { newValue }])),
      );
    },
    remove: async (names: string | string[]) => {
      for (const name of [names].flat()) items.delete(name);
      onChanged.tell(Object.fromEntries([names].flat().map(name => [name, {}])));
    },
    setAccessLevel: async () => {},
  };
}

/** What the background answers. A state puts its own here; all else is done and says nothing. */
export const answers: Partial<Handlers<PageContract>> = {};
/** An answer that never comes: something stays busy. */
export const never = () => new Promise<never>(() => {});
/** The address of the tab in front, for the popup. */
export const front = { address: '' };
/** Whether the browser grants what is asked for. */
export const grants = { all: true };

export const browser = {
  storage: { local: storageArea(), session: storageArea() },
  runtime: {
    id: 'preview',
    getURL: (path: string) => path,
    getPlatformInfo: async () => ({}),
    getManifest: () => ({ version: '0.0.0' }),
    sendMessage: async ({ is, ...question }: { is: keyof PageContract }) =>
      (await answers[is]?.(question as never)) ?? DONE,
    onMessage: new Event(),
    onInstalled: new Event(),
  },
  permissions: {
    request: async () => grants.all,
    remove: async () => true,
    contains: async () => grants.all,
    getAll: async () => ({}),
  },
  tabs: { create: async () => ({}), query: async () => [{ url: front.address }] },
  alarms: { create: async () => {}, clear: async () => {}, get: async () => undefined, onAlarm: new Event() },
};
