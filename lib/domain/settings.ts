import { isCode } from './link';
import { CORNERS, PRESS_FORMS } from './press-choices';

interface SettingRow {
  /**
   * Reads a stored value; undefined for what is none. By hand and not with zod: this is our own record, and the popup
   * loads it before its link can be shown (zod is a sixth of the popup).
   */
  parse: (raw: unknown) => unknown;
  /** What holds until the user decides; without it, the setting is absent until then. */
  fallback?: unknown;
  /** The key of its name in the words of Settings, where it is shown there. */
  label?: string;
  /**
   * How a backup brings it back: beside what is there, or where nothing was chosen yet. Without it a backup does not
   * carry it: a file must not agree to anything for the user, ask a host or a permission, change what is copied, or
   * weaken how keys are kept.
   */
  backup?: 'beside' | 'unless chosen';
}

const flag = (raw: unknown) => (typeof raw === 'boolean' ? raw : undefined);
const number = (raw: unknown) => (typeof raw === 'number' ? raw : undefined);
const hours = (raw: unknown) => (typeof raw === 'number' && raw >= 1 && raw <= 24 ? raw : undefined);
const text = (raw: unknown) => (typeof raw === 'string' ? raw : undefined);
const code = (raw: unknown) => (typeof raw === 'string' && isCode(raw) ? raw : undefined);
const listOf =
  <T>(parse: (raw: unknown) => T | undefined, most = Number.POSITIVE_INFINITY) =>
  (raw: unknown) =>
    Array.isArray(raw) ? [...new Set(raw.flatMap(item => parse(item) ?? []))].slice(-most) : undefined;
const oneOf =
  <const T>(...all: T[]) =>
  (raw: unknown) =>
    all.find(one => one === raw);

/** What the user can decide. It is stored in `storage.local`, so that every place sees a change at once. */
export const SETTING_TABLE = {
  /** When the user agreed to storing data, ms. Without it nothing is read or stored. */
  consentAt: { parse: number },
  /** The user's own codes, in the order they were added. */
  codes: { parse: listOf(code), fallback: [], backup: 'beside' },
  defaultCode: { parse: code, backup: 'unless chosen' },
  /** The code used last on a page. */
  lastCode: { parse: code },
  /** Absent: as the system has it. */
  theme: { parse: oneOf('light', 'dark'), label: 'theme', backup: 'unless chosen' },
  /** Figures are blurred until pointed at: for screens others look at. */
  privacy: { parse: flag, fallback: false, label: 'privacy', backup: 'unless chosen' },
  /** The language of our pages; absent: the browser's. Which there are is not known here: the popup loads this. */
  language: { parse: text, label: 'language', backup: 'unless chosen' },
  /** The user wants the campaign feed: until then nothing is asked of any host. */
  feed: { parse: flag, fallback: false },
  /** No buttons on Binance's pages at all, or not on these (paths of pages). */
  quiet: { parse: flag, fallback: false, label: 'buttons', backup: 'unless chosen' },
  quietPages: { parse: listOf(text, 200), fallback: [], backup: 'beside' },
  /** Copied campaign addresses get the code. */
  autoAppend: { parse: flag, fallback: false, label: 'append' },
  /** What one press of a copy button copies. */
  pressForm: { parse: oneOf(...PRESS_FORMS), fallback: 'page', label: 'pressForm' },
  /** Where the pill was put on Binance's pages. */
  corner: { parse: oneOf(...CORNERS), fallback: 'bottom-right', backup: 'unless chosen' },
  /** What the toolbar icon shows: today's commission, or the referrals of today. */
  badge: { parse: oneOf('commission', 'referrals'), label: 'badge', backup: 'unless chosen' },
  /** Notifications are wanted; the browser's permission is asked for then. */
  notify: { parse: flag, fallback: false, label: 'notify' },
  /** When this browser last saved a backup, ms, and whether its age is to be told. */
  backupAt: { parse: number },
  backupReminder: { parse: flag, fallback: false },
  /** Connections lock by themselves after so many hours. */
  lockHours: { parse: hours, fallback: 8, label: 'lock' },
  /** What figures are to be in; absent: BUSD. It needs rates, and a permission for their host. */
  currency: { parse: text, label: 'currencyField' },
} as const satisfies Record<string, SettingRow>;

type Table = typeof SETTING_TABLE;
export type SettingName = keyof Table;
type Value<N extends SettingName> = NonNullable<ReturnType<Table[N]['parse']>>;
/** Settings that always have a value. */
type Settled = { [N in SettingName]: Table[N] extends { fallback: unknown } ? N : never }[SettingName];
export type Settings = { [N in Settled]: Value<N> } & { [N in Exclude<SettingName, Settled>]?: Value<N> };
/** Settings that have a name of their own on the page. */
export type LabelledSetting = {
  [N in SettingName]: Table[N] extends { label: string } ? N : never;
}[SettingName];

const ROWS = Object.entries<SettingRow>(SETTING_TABLE);

/** Reads field by field and keeps what is right; for the rest it takes what holds until the user decides. */
export function parseSettings(raw: unknown): Settings {
  const fields = (typeof raw === 'object' && raw ? raw : {}) as Record<string, unknown>;
  const read = ROWS.map(([name, { parse, fallback }]) => [name, parse(fields[name]) ?? fallback]);
  // The types of the fields are those of the table, row by row.
  const settings = Object.fromEntries(read.filter(([, value]) => value !== undefined)) as unknown as Settings;
  // A code that no list shows could never be taken away again.
  if (settings.defaultCode && !settings.codes.includes(settings.defaultCode)) delete settings.defaultCode;
  return settings;
}

export const NO_SETTINGS: Settings = parseSettings(undefined);

/** Settings without those that nobody has chosen: what is stored, so that a fallback can become another. */
export function chosenOf(settings: Settings): Partial<Settings> {
  const chosen = Object.entries(settings).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(NO_SETTINGS[name as SettingName]),
  );
  return Object.fromEntries(chosen);
}
