import { describe, expect, test, vi } from 'vitest';
import type { Notebook } from '../../../lib/domain/notebook';
import { NO_SETTINGS } from '../../../lib/domain/settings';
import { exportRows, exportText } from '../../browser/export-file';
import { computerIn, NOW } from './backup-harness';

const { browser } = vi.hoisted(() => ({ browser: {} }));
vi.mock('wxt/browser', () => ({ browser }));
const computer = (without?: [from: string, to: string]) => computerIn(browser, without);

const DAY = 86_400_000;
const ROWS = [...exportRows({ rows: 300, referrals: 20, from: NOW - 70 * DAY, to: NOW - 10 * DAY, seed: 3 })];
const EXPORT = new File([exportText(ROWS)], 'export.csv');
const NOTES: Partial<Notebook> = {
  codes: {
    MYCODE1: { label: 'Channel', terms: [{ from: 0, ratio: { spot: 4100 }, kickback: { spot: 1000 } }] },
  },
  referrals: { 1001: { note: 'Berlin, "Ü"\nsecond line', tags: ['vip'], country: 'DE' } },
  remarks: { one: { day: 20_700, text: 'campaign' } },
};
const CODES = { codes: ['MYCODE1', 'OTHER_2'], defaultCode: 'OTHER_2' };
const LOOK = { theme: 'dark', privacy: true, badge: 'referrals', language: 'tr' } as const;

type Computer = Awaited<ReturnType<typeof computer>>;
async function write(on: Computer, notes: Partial<Notebook>): Promise<void> {
  for (const [section, entries] of Object.entries(notes)) {
    expect(await on.commands.note(section as 'referrals', entries as Notebook['referrals'])).toBe(true);
  }
}

/** A backup of a computer in use. */
async function usedBackup() {
  const used = await computer();
  await used.setSettings({ ...CODES, ...LOOK, consentAt: 1, lockHours: 3, feed: true, currency: 'EUR' });
  await used.drop(EXPORT);
  await write(used, NOTES);
  const file = (await used.backUp())!;
  return { file, rows: await used.rows(), notebook: used.notebook(), book: used.book()! };
}
const used = await usedBackup();
const text = await used.file.text();
const [line] = text.split('\n', 1);
const rest = text.slice(line.length + 1);
const head = JSON.parse(line);
/** A backup of an older version, which did not say what makes it whole. */
const backupWith = (change: object) =>
  new File([JSON.stringify({ ...head, whole: undefined, ...change }), '\n', rest], 'changed.backup');
const bytes = new Uint8Array(await used.file.arrayBuffer());
const flipped = (at: number) =>
  new File([bytes.map((byte, i) => (i === at ? byte ^ 1 : byte))], 'flipped.backup');

describe('a backup', () => {
  test('brings back rows, notes, codes and how things look on an empty computer', async () => {
    const fresh = await computer();
    expect(await fresh.drop(used.file)).toMatchObject({ tone: 'good' });
    expect(await fresh.rows()).toEqual(used.rows);
    expect(used.rows).toHaveLength(300);
    expect(fresh.notebook()).toEqual(used.notebook);
    expect(fresh.settings()).toEqual({ ...NO_SETTINGS, ...CODES, ...LOOK });
    expect(fresh.language()).toBe('tr');
    expect(fresh.book()!.glance.commission).toEqual(used.book.glance.commission);
  });

  test('is named by its day, holds no secret, and of the settings what a file may bring', () => {
    expect(used.file.name).toMatch(/^referral-dashboard-pro_\d{4}-\d\d-\d\d\.backup$/);
    expect(head.settings).toEqual({ ...CODES, ...LOOK });
    expect(Object.keys(head).sort()).toEqual([
      'backup',
      'made',
      'notebook',
      'reaches',
      'rows',
      'settings',
      'version',
      'whole',
    ]);
  });

  test('of a computer that holds nothing is none', async () => {
    const empty = await computer();
    expect(await empty.backUp()).toBeUndefined();
  });

  test('brought back twice, and beside the export it came from, doubles nothing', async () => {
    const fresh = await computer();
    await fresh.drop(used.file, EXPORT);
    await fresh.drop(used.file);
    expect(await fresh.rows()).toEqual(used.rows);
  });

  test('says of quiet days that they are known', async () => {
    const fresh = await computer();
    await fresh.drop(backupWith({ reaches: [{ first: NOW - 90 * DAY, last: NOW - DAY }] }));
    expect(fresh.book()!.reaches.map(({ first, last }) => [first, last])).toContainEqual([
      NOW - 90 * DAY,
      NOW - DAY,
    ]);
  });
});

/** What a computer with notes and codes of its own holds after a backup. */
async function merged(without?: [string, string]) {
  const own = await computer(without);
  await own.setSettings({
    consentAt: 1,
    codes: ['MINE_3', 'MYCODE1'],
    defaultCode: 'MINE_3',
    theme: 'light',
    lockHours: 5,
  });
  await write(own, {
    referrals: { 1001: { note: 'what I wrote' }, 1002: { note: 'mine alone' } },
    remarks: { two: { day: 20_701, text: 'mine' } },
  });
  await own.drop(used.file);
  return own;
}

const MERGED = {
  ...NO_SETTINGS,
  ...LOOK,
  consentAt: 1,
  codes: ['MINE_3', 'MYCODE1', 'OTHER_2'],
  defaultCode: 'MINE_3',
  theme: 'light',
  lockHours: 5,
};
/** How `lib/state/backup.ts` puts settings together, for controls that do it otherwise. */
const RESTORED = 'restored(now, kept)';

describe('on a computer in use', () => {
  test('entries stand beside those that are there; where both have one, the backup’s counts', async () => {
    const own = await merged();
    expect(own.notebook()).toMatchObject({
      codes: NOTES.codes,
      referrals: { 1001: NOTES.referrals![1001], 1002: { note: 'mine alone' } },
      remarks: { one: NOTES.remarks!.one, two: { day: 20_701, text: 'mine' } },
    });
  });

  test('codes are added behind its own, and its default and its other settings stay', async () => {
    expect((await merged()).settings()).toEqual(MERGED);
  });

  test.each<[string, string]>([
    ['that puts its codes in the place of those there', `({ ...${RESTORED}, codes: kept.codes })`],
    ['that takes the default', `({ ...${RESTORED}, defaultCode: kept.defaultCode })`],
    ['that changes what was chosen here', `({ ...${RESTORED}, theme: kept.theme })`],
    ['that forgets the other settings', 'restored({ codes: now.codes }, kept)'],
  ])('a restore %s is caught', async (_, by) => {
    expect((await merged([RESTORED, by])).settings()).not.toEqual(MERGED);
  });
});

const REFUSED: [string, File][] = [
  ['cut off in its rows', new File([bytes.subarray(0, bytes.length - 40)], 'cut.backup')],
  [
    'cut off at a line',
    new File([text.slice(0, text.lastIndexOf('\r\n', text.length - 3) + 2)], 'cut.backup'),
  ],
  ['with rows behind its end', new File([text, rest.split('\r\n')[1], '\r\n'], 'longer.backup')],
  ['with one bit of a row flipped', flipped(bytes.length - 60)],
  ['with one bit of a note flipped', flipped(line.indexOf('Berlin'))],
  ['with a time for pairs that are none', backupWith({ reaches: [{ first: 1, last: 2, pairs: 1.5 }] })],
  ['with a time of a source that is none', backupWith({ reaches: [{ first: 1, last: 2, source: 'x' }] })],
  ['cut off in its first line', new File([line.slice(0, -9)], 'a.backup')],
  ['with a first line that is no JSON', new File([`${line.slice(0, -1)},\n${rest}`], 'a.backup')],
  ['of a version nobody knows yet', backupWith({ version: 2 })],
  ['of a version that is a text', backupWith({ version: '1' })],
  ['without the time it speaks for', backupWith({ reaches: undefined })],
  ['with a time that ends before it begins', backupWith({ reaches: [{ first: 2, last: 1 }] })],
  ['with a time that is none', backupWith({ reaches: [{ first: '0', last: null }] })],
  ['with a notebook that is none', backupWith({ notebook: 'notes' })],
  ['without a notebook', backupWith({ notebook: undefined })],
];

describe('a hostile backup', () => {
  test.each(REFUSED)('%s is refused whole, by its name', async (_, file) => {
    const fresh = await computer();
    const said = await fresh.drop(file, EXPORT);
    expect(said).toMatchObject({ tone: 'bad' });
    expect(said!.text).toContain(file.name);
    // Nothing behind it is read either: what was dropped together is one wish.
    expect(await fresh.rows()).toEqual([]);
    expect(fresh.settings().codes).toEqual([]);
  });

  test('speaks for no time before Binance or after today', async () => {
    const fresh = await computer();
    await fresh.drop(backupWith({ reaches: [{ first: 0, last: 8e15 }] }));
    const [{ first, last }] = fresh.book()!.reaches;
    expect(first).toBe(Date.UTC(2017, 0, 1));
    expect(last).toBe((fresh.session.today.value + 1) * DAY - 1);
  });

  test('makes no code the default that its list does not show', async () => {
    const fresh = await computer();
    await fresh.drop(backupWith({ settings: { codes: [], defaultCode: 'EVIL99' } }));
    expect(fresh.settings().defaultCode).toBeUndefined();
    await fresh.drop(backupWith({ settings: { codes: ['GOOD_1'], defaultCode: 'EVIL99' } }));
    expect(fresh.settings()).toMatchObject({ codes: ['GOOD_1'], defaultCode: 'GOOD_1' });
  });

  test('whose seal nobody looks at is caught', async () => {
    const fresh = await computer(['isSealed(line', 'Boolean(line']);
    await fresh.drop(flipped(bytes.length - 60));
    expect(await fresh.rows()).not.toEqual([]);
  });

  test('of a later version, read all the same, is caught', async () => {
    const fresh = await computer(['head.version !== 1 || ', '']);
    await fresh.drop(backupWith({ version: 2 }));
    expect(await fresh.rows()).not.toEqual([]);
  });

  test('loses the entries that are none, by number, and brings back the others', async () => {
    const fresh = await computer();
    const said = await fresh.drop(
      backupWith({
        notebook: {
          ...head.notebook,
          referrals: { 1001: NOTES.referrals![1001], 1002: { tags: 'no list' }, 1003: { country: 'XX' } },
          campaigns: { bad: { title: 'Free coins', kind: 'airdrop', url: 'javascript:alert(1)' } },
        },
      }),
    );
    expect(said).toMatchObject({ tone: 'bad' });
    expect(said!.text).toContain('3');
    expect(fresh.notebook().referrals).toEqual(NOTES.referrals);
    expect(fresh.notebook().campaigns).toEqual({});
  });

  test('has no way into the settings but what a file may bring, where it is what it should be', async () => {
    const fresh = await computer();
    await fresh.drop(
      backupWith({
        settings: {
          codes: ['GOOD_1', '"><script>', 7],
          defaultCode: 'no code',
          theme: '<b>',
          badge: 'all',
          privacy: true,
          feed: true,
          autoAppend: true,
          notify: true,
          consentAt: 9,
          lockHours: 24,
          currency: 'EUR',
        },
      }),
    );
    expect(fresh.settings()).toEqual({
      ...NO_SETTINGS,
      codes: ['GOOD_1'],
      defaultCode: 'GOOD_1',
      privacy: true,
    });
  });

  test('without settings brings back the rest', async () => {
    const fresh = await computer();
    await fresh.drop(backupWith({ settings: undefined }));
    expect(await fresh.rows()).toEqual(used.rows);
    expect(fresh.settings().codes).toEqual([]);
  });

  test('with rows that are none keeps its notes, and says which file was refused', async () => {
    const fresh = await computer();
    await fresh.drop(new File([JSON.stringify({ ...head, whole: undefined }), '\n<html>'], 'page.backup'));
    expect(fresh.commands.refused.value.map(({ receipt }) => receipt.name)).toEqual(['page.backup']);
    expect(fresh.notebook()).toEqual(used.notebook);
    expect(await fresh.rows()).toEqual([]);
  });
});

test('a file that is no backup goes the way of every export', async () => {
  const fresh = await computer();
  await fresh.drop(EXPORT);
  expect(await fresh.rows()).toHaveLength(300);
  expect(fresh.settings().codes).toEqual([]);
});
