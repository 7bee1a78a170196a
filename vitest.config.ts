import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

/** Workspace packages are tested from their sources, whoever imports them. */
const resolve = {
  conditions: ['@shopdesk/source', 'module', 'node', 'default'],
  externalConditions: ['@shopdesk/source', 'node', 'module-sync'],
};
/** Vite would take graphql's `module` build, Yoga gets the other from Node, and neither knows the types of the other. */
const alias = [
  {
    find: /^graphql$/,
    replacement: createRequire(new URL('packages/server/package.json', import.meta.url)).resolve('graphql'),
  },
];
const shared = { resolve: { conditions: resolve.conditions, alias }, ssr: { resolve } };

export default defineConfig({
  test: {
    projects: [
      // What these load is the greater part of their time, and they leave nothing behind: they share a process.
      {
        ...shared,
        test: { name: 'core', include: ['packages/core/**/*.test.ts'], isolate: false, testTimeout: 15_000 },
      },
      // The panel's other tests run in a browser.
      { ...shared, test: { name: 'panel', include: ['packages/admin/**/*.node.test.ts'], isolate: false } },
      {
        ...shared,
        test: {
          name: 'server',
          include: ['packages/server/**/*.test.ts', 'examples/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**', 'test/e2e/**'],
          globalSetup: ['test/support/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/e2e/support/demo.ts'],
          // After everything else. `npm test` runs two files at a time, which two cores are enough for.
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
