import type { FilterAccount } from './account';
import type { Programme } from './bonus';
import type { Campaign } from './campaign';
import type { Day } from './day';
import type { ExclusiveCampaign } from './exclusive-campaign';
import type { Snapshot } from './snapshot';
import type { WidgetChoice } from './widget-choice';

/** Terms of a code from a day on: what Binance pays, and which part of that goes to friends. In percent × 100. */
export interface Terms {
  from: Day;
  ratio: Partial<Record<FilterAccount, number>>;
  kickback: Partial<Record<FilterAccount, number>>;
}

export interface CodeNote {
  label?: string;
  channel?: string;
  /** `#rrggbb` */
  colour?: string;
  /** Country of everybody who registers with it, unless told otherwise. */
  country?: string;
  /** Ascending by day. */
  terms?: Terms[];
}

export interface ReferralNote {
  note?: string;
  tags?: string[];
  country?: string;
}

/** A note pinned to a day of the charts. */
export interface Remark {
  day: Day;
  text: string;
}

/** A bonus paid, entered by hand. */
export interface Payout {
  day: Day;
  /** 1e-8 units of the reporting currency, as a decimal. */
  value: string;
  text: string;
}

export interface Preferences {
  /** The line that goes with every copied campaign. */
  disclosure?: string;
  /** How many codes Binance allows. */
  codeBudget?: number;
  /** What is chosen for the widget, and what was published last. */
  widget?: WidgetChoice;
  published?: Snapshot;
}

/**
 * What the user writes down: apart from the ledger, so that no import touches it. Every section is a record by key;
 * changes are put key by key.
 */
export interface Notebook {
  codes: Record<string, CodeNote>;
  referrals: Record<string, ReferralNote>;
  remarks: Record<string, Remark>;
  programmes: Record<string, Programme>;
  payouts: Record<string, Payout>;
  campaigns: Record<string, Campaign>;
  exclusive: Record<string, ExclusiveCampaign>;
  /** Campaigns the user does not want to see. */
  hidden: Record<string, true>;
  preferences: Preferences;
}
export type Section = keyof Notebook;

export const EMPTY_NOTEBOOK: Notebook = {
  codes: {},
  referrals: {},
  remarks: {},
  programmes: {},
  payouts: {},
  campaigns: {},
  exclusive: {},
  hidden: {},
  preferences: {},
};
export const NOTEBOOK_SECTIONS = Object.keys(EMPTY_NOTEBOOK) as Section[];

/** Entries to write; `null` takes an entry out. */
export type Entries<S extends Section> = { [key: string]: Notebook[S][keyof Notebook[S]] | null };

/** A section with entries put into it. */
export function withEntries<S extends Section>(section: Notebook[S], entries: Entries<S>): Notebook[S] {
  const next: Record<string, unknown> = { ...section };
  for (const [key, value] of Object.entries(entries)) {
    if (value === null) delete next[key];
    else next[key] = value;
  }
  return next as Notebook[S];
}

/** The terms in force on a day. */
export function termsOn(note: CodeNote | undefined, day: Day): Terms | undefined {
  return note?.terms?.findLast(terms => terms.from <= day);
}
