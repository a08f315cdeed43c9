import { expect, test } from 'vitest';
import { isBackupDue } from '../../../lib/domain/backup-age';
import { DAY_MS } from '../../../lib/domain/day';

const TODAY = 20_000;
const ago = (days: number) => (TODAY - days) * DAY_MS;

test.each([
  [{ backupReminder: false }, false],
  [{ backupReminder: false, backupAt: ago(400) }, false],
  [{ backupReminder: true }, true],
  [{ backupReminder: true, backupAt: ago(0) }, false],
  [{ backupReminder: true, backupAt: ago(30) }, false],
  [{ backupReminder: true, backupAt: ago(31) }, true],
])('%j: %s', (settings, isDue) => {
  expect(isBackupDue(settings, TODAY)).toBe(isDue);
});
