import { vi } from 'vitest';
import type { Settings } from '../../../lib/domain/settings';
import type * as Backup from '../../../lib/state/backup';
import { mutant } from '../../mutants';
import { fakeBrowser } from '../fake-browser';
import { freeLocks, memoryDatabase, storedRows } from '../memory-ledger';

export const NOW = Date.UTC(2026, 10, 22, 13);

/**
 * A computer with the dashboard open and nothing in it. There is one at a time: a new one begins with new modules.
 * @param browser what `wxt/browser` is mocked with
 * @param without a text of `lib/state/backup.ts` and what to put in its place, for controls.
 */
export async function computerIn(browser: object, without?: [from: string, to: string]) {
  vi.resetModules();
  vi.doUnmock('../../../lib/state/backup');
  vi.stubGlobal('navigator', { locks: freeLocks, language: 'en' });
  Object.assign(browser, fakeBrowser());
  const page = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => page.get(key) ?? null,
    setItem: (key: string, text: string) => void page.set(key, text),
    removeItem: (key: string) => void page.delete(key),
  });
  const db = await memoryDatabase();
  const commands = await import('../../../lib/state/commands');
  const rows = await import('../../../lib/state/rows');
  const session = await import('../../../lib/state/session');
  const settings = await import('../../../lib/platform/settings');
  const { createWriter } = await import('../../../lib/sync/writer');
  const { createRowsService } = await import('../../../lib/ledger/rows-service');
  const { keptDatabase } = await import('../../../lib/store/kept-database');
  const backup = without
    ? await mutant<typeof Backup>('lib/state/backup.ts', ...without)
    : await import('../../../lib/state/backup');
  vi.doMock('../../../lib/state/backup', () => backup);
  const received = await import('../../../lib/state/receive-files');
  let ids = 0;
  const writer = createWriter({ locks: freeLocks, now: () => NOW, id: () => `batch-${++ids}` });
  commands.connectWriter(
    () => writer,
    report => report,
  );
  rows.connectRows(
    () => createRowsService(keptDatabase()),
    callback => callback,
  );
  const look = async () => {
    await session.refresh();
    session.settings.value = await settings.readSettings();
  };
  await look();
  return {
    commands,
    session,
    setSettings: async (next: Partial<Settings>) => {
      await settings.changeSettings(now => ({ ...now, ...next }));
      await look();
    },
    /** Drops files on it. @returns what it says then. */
    drop: async (...files: File[]) => {
      await received.receiveFiles(files);
      await received.answerOffer(true);
      await look();
      return commands.message.value;
    },
    received,
    bringBack: backup.bringBack,
    backUp: async (passphrase?: string) => {
      await look();
      const made = await backup.makeBackup(passphrase);
      return made && new File([made.file], made.name);
    },
    rows: () => storedRows(db),
    notebook: () => session.ownNotebook.value,
    settings: () => session.settings.value,
    /** The language its pages speak when they are loaded again. */
    language: () => page.get('language'),
    book: () => session.ledger.value?.manifest.books.real,
  };
}
