/**
 * @module Writes the public contract to schema.graphql, where a diff can show it, and its types for clients.
 */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { standardSchemaText, standardSchemaTypes } from './standard-schema.ts';

const write = (path: string, text: string) =>
  writeFile(fileURLToPath(new URL(`../../../../${path}`, import.meta.url)), text);
await write('schema.graphql', standardSchemaText());
await write('packages/core/src/client/staff-schema.ts', standardSchemaTypes());
