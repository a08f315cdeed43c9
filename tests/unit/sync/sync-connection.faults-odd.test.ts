import { test } from 'vitest';
import { thorough } from '../thorough';
import { outliveFaults } from './faulty-answers';

test(
  'faulty answers by the thousand leave the ledger equal to the oracle (odd seeds)',
  () => outliveFaults(1, thorough(5_000)),
  240_000,
);
