/**
 * @module Runs once per test run: one PostgreSQL for all test files, and one initialised embedded database to copy.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '@shopdesk/server/database';
import type { TestProject } from 'vitest/node';
import { startPostgres } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly testDatabases: {
      /** Where test files may make databases of their own. */
      readonly postgresUrl: string;
      /** A new embedded database, ready to be copied. */
      readonly pgliteTemplate: string;
      /** Removed after the run. */
      readonly folder: string;
    };
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const [pgliteTemplate, postgres] = [await makeTemplate(), await startPostgres()];
  const folder = await mkdtemp(join(tmpdir(), 'shopdesk-test-'));
  project.provide('testDatabases', { postgresUrl: postgres.url, pgliteTemplate, folder });
  return async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
}

/** Initialising takes seconds, so the result is kept between runs, one for each version of PGlite. */
async function makeTemplate(): Promise<string> {
  const manifest = join(createRequire(import.meta.url).resolve('@electric-sql/pglite'), '../../package.json');
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string };
  const template = fileURLToPath(new URL(`../../node_modules/.cache/shopdesk/pglite-${version}`, import.meta.url));
  if (!existsSync(join(template, 'PG_VERSION'))) await (await openDatabase({ dataDir: template })).close();
  return template;
}
