import { expect, test, vi } from 'vitest';
import type { IncomeView } from '../../../lib/ledger/income';
import { mutant } from '../../mutants';

vi.mock('wxt/browser', () => ({ browser: {} }));
type IncomeRows = typeof import('../../../lib/state/income-rows');
const incomeRows = await import('../../../lib/state/income-rows');
const { income } = await import('../../../lib/state/sections');
const { ledger } = await import('../../../lib/state/session');
const { route } = await import('../../../lib/state/route');

/** What the table asks for when an answer to a filter by country is of one generation and the ledger of another. */
function asked({ rowQuery }: Pick<IncomeRows, 'rowQuery'>, answered: number, now: number) {
  route.value = { ...route.peek(), path: 'income/commissions' };
  ledger.value = { manifest: { generation: now } } as NonNullable<typeof ledger.value>;
  income.value.value = {
    filter: route.peek().filter,
    span: { from: 0, to: 1 },
    parties: { of: answered, bits: Uint32Array.of(1) },
  } as unknown as IncomeView;
  return rowQuery.value;
}

test('whose rows count is asked only of the dictionary it was worked out of: undo brings an older one back', () => {
  expect(asked(incomeRows, 7, 7)?.among).toEqual(Uint32Array.of(1));
  expect(asked(incomeRows, 7, 8)).toBeUndefined();
  expect(asked(incomeRows, 8, 8)?.among).toEqual(Uint32Array.of(1));
});

test('one that asks whatever the generation is seen', async () => {
  const broken = await mutant<IncomeRows>(
    'lib/state/income-rows.ts',
    'if (parties && parties.of !== ledger.value?.manifest.generation) return undefined;',
    '',
  );
  expect(asked(broken, 7, 8)).toBeDefined();
});
