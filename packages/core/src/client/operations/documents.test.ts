import { existsSync, readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../testing/document-reader.ts';
import * as access from './access.ts';
import * as aftersales from './aftersales.ts';
import * as conversations from './conversations.ts';
import * as customers from './customers.ts';
import * as identity from './identity.ts';
import * as orders from './orders.ts';

const SCHEMA = new URL('../../../../../schema.graphql', import.meta.url);
const schema = existsSync(SCHEMA) ? buildSchema(readFileSync(SCHEMA, 'utf8')) : undefined;
const documents = Object.entries({ ...access, ...conversations, ...customers, ...identity, ...orders, ...aftersales })
  .filter(([, text]) => /^(query|mutation|subscription)\b/.test(text))
  .map(([name, text]) => [name, String(text)] as const);

describe('the documents of the client', () => {
  test('are all found', () => {
    expect(documents.length).toBeGreaterThanOrEqual(36);
  });

  test.each(documents)('%s is a document of one root field that the committed schema allows', (_, text) => {
    const document = parse(text);
    expect(document.definitions).toHaveLength(1);
    expect(readDocument(text).root.name).toBeTruthy();
    expect((schema ? validate(schema, document) : []).map(({ message }) => message)).toEqual([]);
  });
});
