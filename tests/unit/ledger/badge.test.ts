import { expect, test } from 'vitest';
import { badgeValue } from '../../../lib/ledger/badge';
import { glanceFigures } from '../../../lib/ledger/glance';
import { readManifest } from '../../../lib/store/read';
import { exportRows, exportText } from '../../browser/export-file';
import { csvFile, importInto, memoryDatabase } from '../memory-ledger';

const NOW = Date.UTC(2026, 10, 22, 13);

test('the badge is today of what the popup shows, and nothing where nothing is wanted', async () => {
  const db = await memoryDatabase();
  expect(badgeValue(await readManifest(db), 'commission', NOW)).toBeUndefined();
  const rows = [...exportRows({ rows: 400, referrals: 90, from: NOW - 3 * 86_400_000, to: NOW, seed: 4 })];
  await importInto(db, [csvFile('a.csv', exportText(rows))], { batch: 'a', now: () => NOW });
  const manifest = await readManifest(db);
  const today = glanceFigures(manifest, NOW)!.figures.find(figure => figure.period === 'today')!;
  expect(today.commission).not.toBe(0n);
  expect(badgeValue(manifest, 'commission', NOW)).toBe(today.commission);
  expect(badgeValue(manifest, 'referrals', NOW)).toBe(today.newReferrals);
  expect(badgeValue(manifest, undefined, NOW)).toBeUndefined();
});
