import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';
import { mutants } from './tests/mutants.ts';

/**
 * Unit tests that put something else in the place of a module or of a global, or bring a document: each gets modules of
 * its own. The others share theirs, because loading them anew for each file takes a third of all the time.
 */
const APART = readdirSync(join(import.meta.dirname, 'tests/unit'), { recursive: true, encoding: 'utf8' })
  .map(file => join('tests/unit', file))
  .filter(file => file.endsWith('.test.ts'))
  .filter(file => /vi\.(mock|stubGlobal)\(|@vitest-environment/.test(readFileSync(file, 'utf8')))
  .map(file => file.replaceAll('\\', '/'));

export default defineConfig({
  plugins: [mutants(), preact({ devToolsEnabled: false })],
  test: {
    // Left to itself, vitest leaves one core to others: on two that is half of the machine.
    maxWorkers: '100%',
    // A busy machine is slow and not wrong.
    testTimeout: 20_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          exclude: APART,
          environment: 'node',
          isolate: false,
        },
      },
      {
        extends: true,
        test: { name: 'unit, apart', include: APART, environment: 'node' },
      },
      {
        extends: true,
        test: {
          name: 'structure',
          include: ['tests/structure/**/*.test.ts'],
          environment: 'node',
          isolate: false,
        },
      },
      {
        extends: true,
        test: { name: 'components', include: ['tests/components/**/*.test.tsx'], environment: 'happy-dom' },
      },
    ],
  },
});
