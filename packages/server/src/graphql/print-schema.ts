/**
/**
 * @module Writes the public contracts to schema.graphql and schema.shopper.graphql, where a diff can show them, and
 * their types for clients.
 */
import { writeFile } from 'node:fs/promises';
import { AUDIENCES } from './audiences.ts';
import { SCHEMA_FILES, standardSchemaText, standardSchemaTypes, TYPES_FILES } from './standard-schema.ts';

const write = (path: string, text: string) => writeFile(new URL(`../../../../${path}`, import.meta.url), text);
for (const audience of AUDIENCES) {
  await write(SCHEMA_FILES[audience], standardSchemaText(audience));
  await write(TYPES_FILES[audience], standardSchemaTypes(audience));
}
