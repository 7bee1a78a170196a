/**
 * @module At a release: keeps the committed schemas as those that later ones are compared with, and forgets the
 * breaking changes that came with it.
 */
import { copyFile, writeFile } from 'node:fs/promises';
import { AUDIENCES } from './audiences.ts';
import { SCHEMA_FILES } from './standard-schema.ts';

const at = (path: string) => new URL(`../../../../${path}`, import.meta.url);
for (const audience of AUDIENCES)
  await copyFile(at(SCHEMA_FILES[audience]), at(`packages/server/schema/baseline/${SCHEMA_FILES[audience]}`));
await writeFile(at('packages/server/schema/breaking.json'), '[]\n');
