import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

// Tests start some three hundred processes of the same code.
process.env.NODE_COMPILE_CACHE ??= resolve('node_modules/.cache/compiled');

export default defineConfig({
  test: {
    // One more than Vitest’s own choice on two cores: much is waited for.
    maxWorkers: 2,
    // The files of a project share its modules, and with them what was read of the sites.
    isolate: false,
    // Sites are built once and shared; see tests/sites.ts.
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          setupFiles: ['tests/unit/own-folder.ts'],
          // Far more than they need: a busy machine must not fail them.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'site',
          include: ['tests/site/**/*.test.ts', 'tests/browser/**/*.test.ts'],
          globalSetup: ['tests/sites.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'hosts',
          include: ['tests/hosts/**/*.test.ts'],
          globalSetup: ['tests/sites.ts', 'tests/hosts/laid.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
