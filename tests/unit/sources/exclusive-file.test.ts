import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parseDay } from '../../../lib/domain/day';
import { readExclusiveFile } from '../../../lib/sources/exclusive-file';

const example = readFileSync(
  resolve(import.meta.dirname, '../../../docs/exclusive-campaigns.example.json'),
  'utf8',
);

test('the documented example is read whole', () => {
  const { campaigns, problems } = readExclusiveFile(example);
  expect(problems).toEqual([]);
  expect(campaigns['dual-star-2026-08']).toMatchObject({
    metric: 'new-referrals',
    when: { is: 'fixed', from: parseDay('2026-08-01'), to: parseDay('2026-08-31') },
    versions: [{ from: 0, tiers: [{ threshold: '50' }, { threshold: '200' }] }],
  });
});

test('what cannot be read is told with its place, and the rest is kept', () => {
  const [good] = JSON.parse(example).campaigns;
  const campaigns = [
    good,
    { ...good, id: 'a', metric: 'luck' },
    { ...good, id: 'b', tiers: [{ name: 'x', threshold: 'many', reward: '' }] },
    { ...good, id: 'c', when: { is: 'fixed', from: '2026-08-31', to: '2026-08-01' } },
    { ...good, id: 'd', url: 'https://evil.example/www.binance.com' },
    { ...good, id: 'e', surprise: 1 },
  ];
  const read = readExclusiveFile(JSON.stringify({ version: 1, campaigns }));
  expect(Object.keys(read.campaigns)).toEqual([good.id]);
  expect(read.problems.map(p => p.place.replace(/\..*/, ''))).toEqual(
    [1, 2, 3, 4, 5].map(i => `campaigns[${i}]`),
  );
  expect(readExclusiveFile('{').problems).toHaveLength(1);
  expect(readExclusiveFile('{"version":2,"campaigns":[]}').problems[0].place).toBe('version');
});
