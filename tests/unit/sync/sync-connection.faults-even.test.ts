import { test } from 'vitest';
import { thorough } from '../thorough';
import { outliveFaults } from './faulty-answers';

test(
  'faulty answers by the thousand leave the ledger equal to the oracle (even seeds)',
  () => outliveFaults(2, thorough(5_000)),
  240_000,
);
