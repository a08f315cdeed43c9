import { expect, test } from 'vitest';
import { chosenOf, NO_SETTINGS, parseSettings, SETTING_TABLE } from '../../../lib/domain/settings';
import { carried, restored } from '../../../lib/domain/settings-backup';

const DEFAULTS = {
  codes: [],
  privacy: false,
  backupReminder: false,
  feed: false,
  quiet: false,
  quietPages: [],
  autoAppend: false,
  notify: false,
  lockHours: 8,
  pressForm: 'page',
  corner: 'bottom-right',
};

/** Every setting, chosen otherwise than it is until somebody decides. */
const ALL = parseSettings({
  consentAt: 5,
  backupAt: 7,
  backupReminder: true,
  codes: ['A_1', 'B_2'],
  defaultCode: 'B_2',
  lastCode: 'A_1',
  theme: 'dark',
  privacy: true,
  language: 'tr',
  feed: true,
  quiet: true,
  quietPages: ['activity/cup'],
  autoAppend: true,
  pressForm: 'text',
  corner: 'top-left',
  badge: 'referrals',
  notify: true,
  lockHours: 24,
  currency: 'EUR',
});

test.each([
  [undefined, {}],
  [null, {}],
  ['text', {}],
  [{ codes: 'no list', consentAt: 'yes' }, {}],
  [
    { consentAt: 5, codes: ['GOOD_1', 'bad code', 7, 'GOOD_1'], defaultCode: '"><script>' },
    { consentAt: 5, codes: ['GOOD_1'] },
  ],
  [
    { codes: ['A_B_C'], defaultCode: 'A_B_C', unknown: 1 },
    { codes: ['A_B_C'], defaultCode: 'A_B_C' },
  ],
  [{ privacy: 'yes', feed: 1, theme: 'pink', badge: 'all', lockHours: 25, language: 5 }, {}],
  [
    { lockHours: 1, quiet: true, theme: 'light' },
    { lockHours: 1, quiet: true, theme: 'light' },
  ],
])('settings %j are read as %j', (raw, want) => {
  expect(parseSettings(raw)).toEqual({ ...DEFAULTS, ...want });
});

test('only the newest 200 hidden pages are kept', () => {
  const pages = Array.from({ length: 205 }, (_, i) => `activity/${i}`);
  expect(parseSettings({ quietPages: pages }).quietPages).toEqual(pages.slice(5));
});

test('every setting is read back as it was, and what nobody has chosen is not stored', () => {
  expect(Object.keys(ALL).sort()).toEqual(Object.keys(SETTING_TABLE).sort());
  expect(parseSettings(chosenOf(ALL))).toEqual(ALL);
  expect(chosenOf({ ...NO_SETTINGS, theme: undefined })).toEqual({});
  // A fallback that its own parser refuses would be lost once it is stored.
  expect(parseSettings(NO_SETTINGS)).toEqual(NO_SETTINGS);
});

test('a backup carries what the user would miss, and nothing a file may not decide', () => {
  expect(carried(ALL)).toEqual({
    codes: ['A_1', 'B_2'],
    defaultCode: 'B_2',
    theme: 'dark',
    privacy: true,
    language: 'tr',
    quiet: true,
    quietPages: ['activity/cup'],
    corner: 'top-left',
    badge: 'referrals',
  });
  // Also when the file says more than we would have written.
  const agreed = restored({ ...NO_SETTINGS, consentAt: 9 }, ALL);
  expect(agreed).toEqual({ ...DEFAULTS, consentAt: 9, ...carried(ALL) });
});

test('a backup in another browser: lists are put together, what was chosen there stays', () => {
  const now = parseSettings({ consentAt: 9, codes: ['C_3', 'A_1'], defaultCode: 'C_3', theme: 'light' });
  expect(restored(now, carried(ALL))).toEqual({
    ...DEFAULTS,
    ...carried(ALL),
    consentAt: 9,
    codes: ['C_3', 'A_1', 'B_2'],
    defaultCode: 'C_3',
    theme: 'light',
  });
});

test.each([
  [{ codes: ['A_1', 'B_2'], defaultCode: 'B_2' }, ['A_1', 'B_2'], 'B_2'],
  // A backup without a default: the first code, as when it is added by hand.
  [{ codes: ['A_1', 'B_2'] }, ['A_1', 'B_2'], 'A_1'],
  [{ codes: ['A_1', '<b>'], defaultCode: 'x y' }, ['A_1'], 'A_1'],
  [{}, [], undefined],
  ['nonsense', [], undefined],
  [null, [], undefined],
])('settings of an old backup, %j, come back', (kept, codes, defaultCode) => {
  expect(restored(NO_SETTINGS, kept)).toEqual({ ...DEFAULTS, codes, ...(defaultCode && { defaultCode }) });
});
