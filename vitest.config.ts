import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';
import { mutants } from './tests/mutants.ts';

export default defineConfig({
  plugins: [mutants(), preact({ devToolsEnabled: false })],
  test: {
    // A busy machine is slow and not wrong.
    testTimeout: 20_000,
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], environment: 'node' },
      },
      {
        extends: true,
        test: { name: 'structure', include: ['tests/structure/**/*.test.ts'], environment: 'node' },
      },
      {
        extends: true,
        test: { name: 'components', include: ['tests/components/**/*.test.tsx'], environment: 'happy-dom' },
      },
    ],
  },
});
