/** Why something was not done: its name, and what is known of it as fields of its own. */
export interface Fault {
  is: string;
}

/** What comes of a command: a value, or a fault by name. */
export type Result<Value, Problem extends Fault> = { ok: true; value: Value } | { ok: false; fault: Problem };

/** A command that has nothing to tell is done. */
export const DONE: Result<undefined, never> = { ok: true, value: undefined };

export const done = <Value>(value: Value): Result<Value, never> => ({ ok: true, value });

export const failed = <Problem extends Fault>(fault: Problem): Result<never, Problem> => ({
  ok: false,
  fault,
});
