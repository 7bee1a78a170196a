import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));
const schema = buildSchema(readFileSync(fileURLToPath(new URL('../../../../schema.graphql', import.meta.url)), 'utf8'));

/** Modules that are only documents and types; everything else needs a browser. */
const modules = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /(^|\/)(data|directory|live|viewer|orders|session|description|offers|order-search|[a-z]+-data)\.ts$/.test(file),
);

/** What makes documents of its arguments; these are judged where they are asked for. */
const MAKERS = ['desk/documents.ts'];

const elsewhere = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (file) =>
    file.endsWith('.ts') &&
    !file.endsWith('.test.ts') &&
    !file.startsWith('testing/') &&
    !modules.includes(file) &&
    !MAKERS.includes(file) &&
    /\b(viewQuery|graphql)\(|`(query|mutation|subscription) /.test(readFileSync(root + file, 'utf8')),
);

const isDocument = (value: unknown): value is string =>
  typeof value === 'string' && /^(query|mutation|subscription)\b/.test(value);

const documents: [string, string][] = [];
for (const file of modules)
  for (const [name, value] of Object.entries(
    (await import(pathToFileURL(root + file).href)) as Record<string, unknown>,
  ))
    if (isDocument(value)) documents.push([`${file} ${name}`, value]);

describe('the documents of the panel', () => {
  test('are found', () => expect(documents.length).toBeGreaterThan(40));
  test('stand in modules that this test can read', () => expect(elsewhere).toEqual([]));
  test.each(documents)('%s fits the committed schema', (_name, text) =>
    expect(validate(schema, parse(text)).map(({ message }) => message)).toEqual([]),
  );
});
