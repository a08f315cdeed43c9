/** Where something went wrong. A closed list: nothing that was read or typed can get into a note by it. */
export type FaultPlace =
  | 'background'
  | 'badge'
  | 'connect'
  | 'currency'
  | 'dashboard'
  | 'export'
  | 'ledger'
  | 'menu'
  | 'message'
  | 'permissions'
  | 'popup'
  | 'screen'
  | 'sync';

/** One fault as it is kept: never an amount, an id, a name or a secret. */
export interface FaultNote {
  /** ms */
  at: number;
  where: FaultPlace;
  /** The error's name, and where in our own code it was made: `TypeError at background.js:1:2041`. */
  what: string;
}

export const FAULTS_KEPT = 100;

/** An error's name, or that of a fault. */
const NAME = /^[A-Za-z][A-Za-z -]{0,39}$/;
/** A place in a file of ours, as Chromium and Firefox write it. */
const FRAME = /-extension:\/\/[^/\s]+\/(?:[\w.-]+\/)*([\w.-]+\.js:\d+:\d+)/;

/**
 * What may be kept of an error. Its message may not: messages quote what was read ("Unexpected token in …"), and that
 * can be anything of the user's.
 */
export function describeFault(error: unknown): string {
  const { name, is, message, stack } = (typeof error === 'object' && error ? error : {}) as Record<
    string,
    unknown
  >;
  const called = [is, name].find(text => typeof text === 'string' && NAME.test(text)) ?? 'Error';
  if (typeof stack !== 'string') return String(called);
  // In Chromium a stack begins with the message: what stands behind it is ours.
  const end =
    typeof message === 'string' && stack.includes(message) ? stack.indexOf(message) + message.length : 0;
  const frame = FRAME.exec(stack.slice(end))?.[1];
  return frame ? `${called} at ${frame}` : String(called);
}

/** Adds a note; the oldest leave first. */
export function withFault(notes: readonly FaultNote[], note: FaultNote): FaultNote[] {
  return [...notes, note].slice(-FAULTS_KEPT);
}

/** By hand and not with zod: the background and the popup load it. @returns the notes that are whole. */
export function parseFaults(raw: unknown): FaultNote[] {
  const isNote = (note: unknown): note is FaultNote => {
    const { at, where, what } = (typeof note === 'object' && note ? note : {}) as Record<string, unknown>;
    return typeof at === 'number' && typeof where === 'string' && typeof what === 'string';
  };
  return Array.isArray(raw) ? raw.filter(isNote) : [];
}
