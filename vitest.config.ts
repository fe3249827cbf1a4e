import { defineConfig } from 'vitest/config';

/** Rooms whose tests want a PostgreSQL; the others start without waiting for one. */
const withDatabase = [
  'packages/server/**/*.test.ts',
  'packages/cli/**/*.test.ts',
  'packages/console/test/**/*.test.ts',
];
const all = ['packages/**/*.test.ts', 'packages/**/*.test.tsx', 'scripts/**/*.test.ts'];

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: { name: 'pure', include: all, exclude: ['**/node_modules/**', ...withDatabase] },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: withDatabase,
          globalSetup: ['packages/server/test/support/global-setup.ts'],
        },
      },
    ],
  },
});
