import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { EMPTY_NOTEBOOK } from '../../../lib/domain/notebook';
import { parseSectionPath } from '../../../lib/domain/section';
import type { LedgerReader } from '../../../lib/ledger/reader';
import { mutant } from '../../mutants';

vi.mock('wxt/browser', () => ({ browser: {} }));
vi.mock('../../../lib/state/session', async original => ({
  ...(await original<typeof import('../../../lib/state/session')>()),
  newer: vi.fn(),
  refresh: vi.fn(),
}));
const answers = await import('../../../lib/state/answers');
const session = await import('../../../lib/state/session');
const { route } = await import('../../../lib/state/route');

const reader = (generation: number, currency?: string) =>
  ({ manifest: { generation }, currency, isReal: true }) as unknown as LedgerReader;
const open = (hash: string) => {
  const [path, query = ''] = hash.split('?');
  route.value = {
    path: parseSectionPath(path),
    filter: { ...route.peek().filter, ...(query && { code: query }) },
  };
};
/** What is to run right after this turn. */
const next: (() => void)[] = [];
/** Lets what was promised come, then what was to run after it, as the browser does. */
async function settled() {
  const turn = () => new Promise<void>(done => setImmediate(done));
  await turn();
  for (const run of next.splice(0)) run();
  await turn();
}

/** Questions that are answered when the test says so. */
function questions() {
  const asked: { of: LedgerReader; answer: (text: string) => void; fail: (error: Error) => void }[] = [];
  const put = (of: LedgerReader) => new Promise<string>((answer, fail) => asked.push({ of, answer, fail }));
  return {
    asked,
    read: (of: LedgerReader) => put(of),
    readFiltered: (of: LedgerReader, _: unknown) => put(of),
  };
}

const damaged = () => Object.assign(new Error('a chunk is gone'), { name: 'DamagedLedger' });

let stops: (() => void)[] = [];
function following(by = answers, filtered = true) {
  const answer = answers.answer<string>();
  const { asked, read, readFiltered } = questions();
  stops.push(
    filtered ? by.followFilter('overview', answer, readFiltered) : by.follow('overview', answer, read),
  );
  return { ...answer, asked };
}

beforeEach(() => {
  next.length = 0;
  vi.stubGlobal('scheduler', { postTask: async (run: () => void) => next.push(run) });
  session.ledger.value = reader(1);
  session.stage.value = 'ready';
  session.failure.value = '';
  vi.mocked(session.newer).mockReset().mockResolvedValue(false);
  vi.mocked(session.refresh).mockReset();
  open('overview');
});
afterEach(() => {
  for (const stop of stops) stop();
  stops = [];
});

describe('an answer', () => {
  test('comes for the section that is open, once for each question', async () => {
    const { value, asked } = following();
    expect(asked).toHaveLength(1);
    asked[0].answer('first');
    await settled();
    expect(value.value).toBe('first');
    open('income');
    session.ledger.value = reader(2);
    expect(asked).toHaveLength(1);
    open('overview');
    expect(asked).toHaveLength(2);
  });

  test('is asked for again when the filter, the day or the notebook changes', () => {
    const { asked } = following();
    open('overview?A_CODE');
    expect(asked).toHaveLength(2);
    session.today.value++;
    expect(asked).toHaveLength(3);
    session.ownNotebook.value = { ...EMPTY_NOTEBOOK };
    expect(asked).toHaveLength(4);
  });

  test('to every filter is not asked for again when the filter changes', () => {
    const { asked } = following(answers, false);
    open('overview?B_CODE');
    expect(asked).toHaveLength(1);
    session.ledger.value = reader(2);
    expect(asked).toHaveLength(2);
  });

  test('is not asked for before there is a ledger, nor once it is followed no more', () => {
    session.ledger.value = undefined;
    const { asked } = following();
    expect(asked).toHaveLength(0);
    session.ledger.value = reader(1);
    expect(asked).toHaveLength(1);
    stops.pop()!();
    session.ledger.value = reader(2);
    expect(asked).toHaveLength(1);
  });

  test('in one currency never stands under the name of another', async () => {
    const { value, asked } = following();
    asked[0].answer('in dollars');
    await settled();
    session.ledger.value = reader(1, 'EUR');
    expect(value.value).toBeUndefined();
  });
});

/** Asks twice and answers the first question last. @returns what is shown then. */
async function lateAnswer(by: typeof answers): Promise<string | undefined> {
  const { value, asked } = following(by);
  session.ledger.value = reader(2);
  asked[1].answer('new');
  await settled();
  asked[0].answer('old');
  await settled();
  return value.value;
}

describe('a late answer', () => {
  test('does not replace that of a newer question', async () => {
    expect(await lateAnswer(answers)).toBe('new');
  });

  test('that does is caught', async () => {
    const broken = await mutant<typeof answers>(
      'lib/state/answers.ts',
      'if (asked !== question) return;\n        batch(',
      'batch(',
    );
    expect(await lateAnswer(broken)).toBe('old');
  });

  test('that fails says nothing of the newer one', async () => {
    const { asked } = following();
    session.ledger.value = reader(2);
    asked[0].fail(new Error('too late'));
    asked[1].answer('new');
    await settled();
    expect(session.stage.value).toBe('ready');
    expect(session.failure.value).toBe('');
  });
});

/** @returns whether the figures are marked while a new question waits, and after it is answered. */
async function marks(by: typeof answers): Promise<{ waiting: boolean; answered: boolean }> {
  const { stale, asked } = following(by);
  asked[0].answer('first');
  await settled();
  open(`overview?${route.peek().filter.code === 'X_CODE' ? 'Y_CODE' : 'X_CODE'}`);
  await settled();
  const waiting = stale.value;
  asked[1].answer('second');
  await settled();
  return { waiting, answered: stale.value };
}

describe('figures of the question before', () => {
  test('are marked as such until the new ones are there', async () => {
    expect(await marks(answers)).toEqual({ waiting: true, answered: false });
  });

  test('that are not marked are caught', async () => {
    const broken = await mutant<typeof answers>(
      'lib/state/answers.ts',
      'stale.value = true;',
      'stale.value = false;',
    );
    expect((await marks(broken)).waiting).toBe(false);
  });

  test('are not marked where the answer is there at once: nothing flickers', async () => {
    const answer = answers.answer<string>();
    const seen: boolean[] = [];
    stops.push(answer.stale.subscribe(now => seen.push(now)));
    stops.push(answers.follow('overview', answer, async () => 'from memory'));
    await settled();
    expect(answer.value.value).toBe('from memory');
    expect(seen).toEqual([false]);
  });
});

/** A question whose generation a newer one has swept. @returns the stage that screens show then. */
async function swept(by: typeof answers, isNewer: boolean) {
  vi.mocked(session.newer).mockResolvedValue(isNewer);
  const { asked } = following(by);
  asked[0].fail(damaged());
  await settled();
  return { stage: session.stage.value, refreshed: vi.mocked(session.refresh).mock.calls.length };
}

describe('a generation that was swept while it was read', () => {
  test('is read anew, and is no damage', async () => {
    expect(await swept(answers, true)).toEqual({ stage: 'ready', refreshed: 1 });
  });

  test('is damage where no newer one is there', async () => {
    expect(await swept(answers, false)).toEqual({ stage: 'damaged', refreshed: 0 });
  });

  test('taken for damage is caught', async () => {
    const broken = await mutant<typeof answers>(
      'lib/state/answers.ts',
      ' && (await newer(reader))',
      ' && false',
    );
    expect(await swept(broken, true)).toEqual({ stage: 'damaged', refreshed: 0 });
  });

  test('is told from a fault of another kind', async () => {
    vi.mocked(session.newer).mockResolvedValue(true);
    const { asked } = following();
    asked[0].fail(new Error('no memory left'));
    await settled();
    expect(session.stage.value).toBe('failed');
    expect(session.failure.value).toBe('no memory left');
    expect(session.refresh).not.toHaveBeenCalled();
  });
});
