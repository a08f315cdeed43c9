import { cleanup, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';

vi.stubGlobal('browser', { storage: { local: {} } });
vi.stubGlobal('chrome', { runtime: { id: 'test' }, storage: { local: {} } });

import type { Receipt } from '../../lib/domain/receipt';

afterEach(cleanup);

let ReceiptPanel: typeof import('../../components/data/ReceiptPanel').ReceiptPanel;
beforeAll(async () => {
  ({ ReceiptPanel } = await import('../../components/data/ReceiptPanel'));
});

const receipt: Receipt = {
  batch: 'b1',
  at: Date.UTC(2026, 10, 22, 13),
  took: 900,
  read: 12_721,
  added: 12_408,
  known: 310,
  rejected: 3,
  unpriced: 7,
  repeated: 12,
  lacking: 1,
  reaches: [],
  files: [
    {
      name: 'a.csv',
      bytes: 9,
      rows: 12_718,
      rejected: 3,
      unpriced: 7,
      sum: 608_300n,
      referrals: 41,
      first: 0,
      last: 1,
    },
    { name: 'page.html', bytes: 9, refused: 'html' },
  ],
  rejections: [
    {
      file: 'a.csv',
      line: 7,
      column: 'Commission Earned',
      reason: { is: 'decimal', fault: 'not a number', text: 'x' },
      raw: 'x',
    },
  ],
};

describe('a receipt', () => {
  test('says what was read, added, known, rejected and unpriced, exactly', () => {
    const { container } = render(<ReceiptPanel receipt={receipt} newest today={20_779} />);
    const figures = [...container.querySelectorAll('data[data-receipt]')].map(e => [
      e.getAttribute('data-receipt'),
      e.getAttribute('value'),
      e.textContent,
    ]);
    expect(figures).toEqual([
      ['read', '12721', '12,721'],
      ['added', '12408', '12,408'],
      ['known', '310', '310'],
      ['rejected', '3', '3'],
      ['unpriced', '7', '7'],
    ]);
    const region = screen.getByRole('region', { name: 'Import receipt' });
    expect(region.textContent).toContain(
      'Imported 12,408 rows. 310 were already known. 3 could not be read.',
    );
    expect(within(region).getByText('It is a web page', { exact: false })).toBeTruthy();
    expect(region.textContent).toContain('12 rows stand in more than one of these files');
    expect(region.textContent).toContain('1 row of earlier imports lies in the time of these files');
    expect(within(region).getByText('“x” is not a number')).toBeTruthy();
  });

  test('only the newest can be undone', () => {
    render(<ReceiptPanel receipt={receipt} newest={false} today={20_779} />);
    expect(screen.queryAllByRole('button', { name: 'Undo this import' })).toHaveLength(0);
  });
});
