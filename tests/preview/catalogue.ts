import type { ComponentChild } from 'preact';
import type { Settings } from '../../lib/domain/settings';
import type { Book } from './books';

/** What surrounds a state: a section's main column, nothing but the dashboard's styles, the popup, or a host page. */
export type Frame = 'part' | 'page' | 'popup' | 'host';

/** One look of one component. */
export interface State {
  /** Draws it, once words, book and settings are there. A host page draws itself. */
  view: () => ComponentChild;
  frame?: Frame;
  /** What the ledger holds; nothing if not said. */
  book?: Book;
  settings?: Partial<Settings>;
  /** The dashboard's own address, such as `/income?period=today`. */
  route?: string;
  /** Before anything is drawn: signals, answers of the background. */
  before?: () => unknown;
  /** Once it is drawn: presses and typing. */
  after?: () => unknown;
}

/** The states of the components of one file, by component and name. */
export type Shown = Record<string, Record<string, State | State['view']>>;

const FILES = import.meta.glob<{ default: Shown }>('./states/*.tsx');
const fileOf = (group: string) => `./states/${group}.tsx`;

export const GROUPS = Object.keys(FILES).map(file => file.slice('./states/'.length, -'.tsx'.length));

export const readGroup = async (group: string): Promise<Shown> => (await FILES[fileOf(group)]()).default;

/**
 * The state an address names.
 * @param address such as `controls/Menu/open`
 * @throws where there is no such state
 */
export async function readState(address: string): Promise<State> {
  const [group, component, name] = address.split('/');
  const state = GROUPS.includes(group) ? (await readGroup(group))[component]?.[name] : undefined;
  if (!state) throw new Error(`there is no state ${address}`);
  return typeof state === 'function' ? { view: state } : state;
}
