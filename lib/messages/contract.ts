import { type Fault, failed, type Result } from '../domain/result';

/** What a message is: what is asked, what is answered, and why it may not be. */
export interface Spec {
  question: object;
  answer: unknown;
  fault: Fault;
}

/** The messages of one kind of sender, by name. */
export type Contract = Record<string, Spec>;

/** How a message is read where it arrives. */
export interface Call<S extends Spec> {
  /** @returns the question, or undefined for what is none. */
  parse(raw: object): S['question'] | undefined;
  /** Is never there: it carries types. */
  readonly spec?: S;
}

export type Calls<C extends Contract> = { [Is in keyof C]: Call<C[Is]> };

/** The contract that a table of calls declares. */
export type ContractOf<T extends Record<string, Call<Spec>>> = {
  [Is in keyof T]: NonNullable<T[Is]['spec']>;
};

/** The work behind a message broke off with an error, or nobody answered. */
export interface Failed {
  is: 'failed';
}

/** Who answers each message: a message without a handler does not compile. */
export type Handlers<C extends Contract> = {
  [Is in keyof C]: (question: C[Is]['question']) => Promise<Result<C[Is]['answer'], C[Is]['fault']>>;
};

/** Asks one message; its answer and faults follow from its name. */
export type Ask<C extends Contract> = <Is extends keyof C & string>(
  is: Is,
  ...question: Record<string, never> extends C[Is]['question']
    ? [question?: C[Is]['question']]
    : [question: C[Is]['question']]
) => Promise<Result<C[Is]['answer'], C[Is]['fault'] | Failed>>;

/**
 * @param calls how each message is read. A name that is not among them, and a question that is none, is no message.
 * @param handlers who answers each.
 * @returns what answers a message of this contract; undefined for whatever is none.
 */
export function answering<C extends Contract>(
  calls: Calls<C>,
  handlers: Handlers<C>,
): (raw: unknown) => Promise<Result<unknown, Fault>> | undefined {
  const isCall = (is: unknown): is is keyof C => typeof is === 'string' && Object.hasOwn(calls, is);
  const answer = <Is extends keyof C>(is: Is, raw: object) => {
    const question: C[Is]['question'] | undefined = calls[is].parse(raw);
    return question === undefined ? undefined : handlers[is](question);
  };
  return raw => {
    if (typeof raw !== 'object' || raw === null || !('is' in raw)) return undefined;
    const { is, ...question } = raw;
    return isCall(is) ? answer(is, question) : undefined;
  };
}

/**
 * @param send carries a message to the background and brings back its answer, or undefined where nobody answered. The
 * answer is what the contract says and not checked again: both ends are one extension of one version.
 */
export function asking<C extends Contract>(
  send: <Reply>(message: object) => Promise<Reply | undefined>,
): Ask<C> {
  return async (is, ...[question]) => (await send({ is, ...question })) ?? failed({ is: 'failed' });
}
