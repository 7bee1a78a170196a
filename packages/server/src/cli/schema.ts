/**
 * @module `shopdesk schema`: what the clients of a desk are written against, with the features of its configuration.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { standardFeatures, type Feature } from '@shopdesk/core';
import { defineCommand } from 'citty';
import { printSchema } from 'graphql';
import { AUDIENCES } from '../graphql/audiences.ts';
import { clientTypes } from '../graphql/client-types.ts';
import { featureSchema } from '../graphql/feature-schema.ts';
import { SCHEMA_FILES, TYPE_NAMES } from '../graphql/standard-schema.ts';
import { run } from './command.ts';
import { loadConfig } from './config.ts';

const ARGS = {
  config: { type: 'string', description: 'Configuration file (shopdesk.config.ts in this folder)' },
  out: { type: 'string', description: 'Folder to write to (this one)', default: '.' },
} as const;

/**
 * Writes both schemas of a desk with these features, and each as types for `graphqlFor` and `documentsFor`.
 * @returns the files that were written
 * @throws ConfigError naming what clashes
 */
export async function writeSchema(features: readonly Feature[], folder: string): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const files = AUDIENCES.flatMap((audience) => {
    const schema = featureSchema(features, audience);
    return [
      [SCHEMA_FILES[audience], `${printSchema(schema)}\n`],
      [`${audience}-schema.ts`, clientTypes(schema, TYPE_NAMES[audience])],
    ] as const;
  });
  await Promise.all(files.map(([file, text]) => writeFile(join(folder, file), text)));
  return files.map(([file]) => join(folder, file));
}

export const schemaCommand = defineCommand({
  meta: { name: 'schema', description: 'Write the GraphQL schemas of this desk, and their types for clients' },
  args: ARGS,
  run: ({ args }) =>
    run(async ({ print }) => {
      const { features = standardFeatures } = await loadConfig(process.cwd(), args.config);
      for (const file of await writeSchema(features, args.out)) print(file);
    })({ args }),
});
