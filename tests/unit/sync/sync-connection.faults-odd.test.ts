import { test } from 'vitest';
import { outliveFaults } from './faulty-answers';

test(
  'five thousand faulty answers leave the ledger equal to the oracle (odd seeds)',
  () => outliveFaults(1, 5_000),
  240_000,
);
