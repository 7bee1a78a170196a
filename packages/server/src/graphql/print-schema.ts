/**
 * @module Writes the public contract to schema.graphql, where a diff can show it.
 */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { standardSchemaText } from './standard-schema.ts';

const file = fileURLToPath(new URL('../../../../schema.graphql', import.meta.url));
await writeFile(file, standardSchemaText());
