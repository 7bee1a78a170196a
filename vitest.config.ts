import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Workspace packages are tested from their sources, whoever imports them. */
const resolve = {
  conditions: ['@shopdesk/source', 'module', 'node', 'default'],
  externalConditions: ['@shopdesk/source', 'node', 'module-sync'],
};
/**
 * Vite would take graphql's `module` build, Yoga gets the other from Node, and neither knows the types of the other.
 */
const alias = [
  {
    find: /^graphql$/,
    replacement: createRequire(new URL('packages/server/package.json', import.meta.url)).resolve('graphql'),
  },
];
const shared = { resolve: { conditions: resolve.conditions, alias }, ssr: { resolve } };

/**
 * Vitest begins with the longest files. But what starts whole desks and shops takes long however short its file is: it
 * comes early, each beside a file of a package, so that at the end nothing long has one core to itself.
 */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const byProject = Map.groupBy(await super.sort(files), ({ project }) => project.name);
    return [...byProject.values()].flatMap((sorted) => {
      const { whole = [], part = [] } = Object.groupBy(sorted, ({ moduleId }) =>
        moduleId.includes('/packages/') ? 'part' : 'whole',
      );
      return sorted.flatMap((_, at) => [...whole.slice(at, at + 1), ...part.slice(at, at + 1)]);
    });
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
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
