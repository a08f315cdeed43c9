import { expect, test } from 'vitest';
import { demoNotebook } from '../../../lib/sources/demo-notebook';
import { readNotebookFile } from '../../../lib/sources/notebook-file';

test('a whole notebook comes back as it was', () => {
  const notebook = demoNotebook(Date.UTC(2026, 10, 22));
  const read = readNotebookFile(JSON.parse(JSON.stringify(notebook)))!;
  expect(read.lost).toBe(0);
  expect(read.notebook).toEqual(notebook);
});

test('what is no entry is left out and counted, and a null deletes nothing', () => {
  const read = readNotebookFile({
    programmes: { a: {}, b: { name: 'x', metric: 'luck', when: { is: 'month' }, versions: [] } },
    referrals: { '123': null, '124': { note: 'kept', country: 'DE' }, '125': { country: 'Atlantis' } },
    campaigns: { c: { title: 'x', kind: 'other', url: 'https://evil.example/' } },
    unknown: { x: 1 },
    codes: 'no section',
  })!;
  expect(read.lost).toBe(5);
  expect(read.kept).toBe(1);
  expect(read.notebook.referrals).toEqual({ '124': { note: 'kept', country: 'DE' } });
  for (const raw of [null, 'text', 7, undefined]) expect(readNotebookFile(raw)).toBeUndefined();
});
