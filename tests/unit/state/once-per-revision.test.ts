import { effect } from '@preact/signals';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { LedgerReader } from '../../../lib/ledger/reader';
import { putConnection } from '../../../lib/store/connections';
import { sizeOf } from '../../../lib/store/manifest';
import { createWriter } from '../../../lib/sync/writer';
import { fakeLocks } from '../fake-browser';
import { memoryDatabase } from '../memory-ledger';
import { connection } from '../sync/sync-harness';

/** What the background does when it is asked. */
const background = vi.hoisted(() => ({ answer: async (_: object): Promise<unknown> => undefined }));
const reads = vi.hoisted(() => ({ notebook: 0, connections: 0 }));

vi.mock('wxt/browser', async () => ({
  browser: {
    ...(await import('../fake-browser')).fakeBrowser(),
    runtime: { sendMessage: (message: object) => background.answer(message) },
  },
}));
vi.mock('../../../lib/store/notebook', async original => {
  const real = await original<typeof import('../../../lib/store/notebook')>();
  return {
    ...real,
    readNotebook: (...of: Parameters<typeof real.readNotebook>) => {
      reads.notebook++;
      return real.readNotebook(...of);
    },
  };
});
vi.mock('../../../lib/store/connections', async original => {
  const real = await original<typeof import('../../../lib/store/connections')>();
  return {
    ...real,
    readConnections: (...of: Parameters<typeof real.readConnections>) => {
      reads.connections++;
      return real.readConnections(...of);
    },
  };
});
vi.stubGlobal('navigator', { languages: ['en'], locks: fakeLocks() });
vi.stubGlobal('document', { documentElement: { dataset: {} } });

const { changeSettings } = await import('../../../lib/platform/settings');
const { writeSentinel } = await import('../../../lib/platform/sentinel');
const { syncRevision, notebookRevision } = await import('../../../lib/platform/revision');
const { connectWriter, leaveDemo, note, startDemo } = await import('../../../lib/state/commands');
const { connections, followConnections, lockConnection, setOwner } = await import(
  '../../../lib/state/connections'
);
const { ledger, openOnce, ownNotebook, stage, startSession } = await import('../../../lib/state/session');
const { oncePerRevision } = await import('../../../lib/state/once-per-revision');

const NOW = Date.UTC(2026, 10, 22, 13);
let ids = 0;
const writer = createWriter({ locks: fakeLocks(), now: () => NOW, id: () => `id-${++ids}` });
connectWriter(
  () => writer,
  report => report,
);

/** Until everything that is on its way has arrived: the storage's events and the database's answers are turns, not time. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 2_000; turn++) await new Promise(done => setImmediate(done));
}

/** How often something is shown anew while work is done and what it has set off arrives. */
async function shownDuring(what: () => unknown, work: () => Promise<unknown>): Promise<number> {
  let shown = -1;
  const stop = effect(() => {
    what();
    shown++;
  });
  await work();
  // Once, and then whatever would show it again.
  await vi.waitFor(() => expect(shown).toBeGreaterThan(0));
  await settled();
  stop();
  return shown;
}

const life = new AbortController();
beforeEach(async () => {
  if (stage.peek() !== 'loading') return;
  (await memoryDatabase()).close();
  await changeSettings(settings => ({ ...settings, consentAt: 1 }));
  await startSession(() => NOW, life.signal);
  followConnections();
  await settled();
});

describe('an own change is read and shown once', () => {
  test('of the ledger', async () => {
    const opened = vi.spyOn(LedgerReader, 'open');
    expect(await shownDuring(() => ledger.value, startDemo)).toBe(1);
    expect(ledger.peek()?.book?.id).toBe('demo');
    expect(await shownDuring(() => ledger.value, leaveDemo)).toBe(1);
    expect(ledger.peek()?.book).toBeUndefined();
    expect(opened).toHaveBeenCalledTimes(2);
    opened.mockRestore();
  });

  test('of the notebook', async () => {
    reads.notebook = 0;
    const write = () => note('referrals', { 42: { note: 'mine' } as never });
    expect(await shownDuring(() => ownNotebook.value, write)).toBe(1);
    expect(ownNotebook.peek().referrals).toMatchObject({ 42: { note: 'mine' } });
    expect(reads.notebook).toBe(1);
  });

  test.each([
    ['the event comes first', true],
    ['the answer comes first', false],
  ])('of connections, when %s', async (_, eventFirst) => {
    const db = await openOnce();
    const me = connection({ label: eventFirst ? 'Event' : 'Answer' });
    background.answer = async () => {
      await putConnection(db, me);
      await syncRevision.bump();
      if (eventFirst) await settled();
      return { ok: true, value: undefined };
    };
    reads.connections = 0;
    const shown = await shownDuring(
      () => connections.value,
      () => lockConnection(me.id),
    );
    expect(connections.peek()).toMatchObject([{ label: me.label }]);
    expect([shown, reads.connections]).toEqual([1, 1]);
  });
});

test('what another page has changed is shown too', async () => {
  const change = async () => {
    const demo = await writer.startDemo();
    if (demo.ok) await writeSentinel(sizeOf(demo.value));
  };
  expect(await shownDuring(() => ledger.value, change)).toBe(1);
  await writer.note('referrals', { 43: { note: 'theirs' } as never });
  expect(await shownDuring(() => ownNotebook.value, notebookRevision.bump)).toBe(1);
  expect(ownNotebook.peek().referrals).toMatchObject({ 43: { note: 'theirs' } });
});

test('what broke off in the background is read although nobody said that anything changed', async () => {
  const db = await openOnce();
  background.answer = async () => {
    await putConnection(db, connection({ label: 'Half done' }));
    throw new Error('the background died');
  };
  await setOwner(connection().id, true);
  expect(connections.peek()).toMatchObject([{ label: 'Half done' }]);
});

describe('once per revision', () => {
  const begin = () => {
    const state = { revision: 1, read: 0, fails: false };
    const read = oncePerRevision(
      async () => state.revision,
      async () => {
        state.read++;
        if (state.fails) throw new Error('not now');
      },
    );
    return { state, read };
  };

  test('asked by many, read once; the next revision, and who wants it anew, once more', async () => {
    const { state, read } = begin();
    await Promise.all([read(), read(), read()]);
    expect(state.read).toBe(1);
    state.revision = 2;
    await Promise.all([read(), read()]);
    expect(state.read).toBe(2);
    await read(true);
    expect(state.read).toBe(3);
  });

  test('what could not be read is tried again', async () => {
    const { state, read } = begin();
    state.fails = true;
    await expect(read()).rejects.toThrow('not now');
    state.fails = false;
    await read();
    await read();
    expect(state.read).toBe(2);
  });
});
