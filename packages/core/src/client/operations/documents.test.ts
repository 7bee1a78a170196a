import { readFileSync } from 'node:fs';
import { buildSchema, Kind, parse, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import * as access from './access.ts';
import * as aftersales from './aftersales.ts';
import * as conversations from './conversations.ts';
import * as customers from './customers.ts';
import * as identity from './identity.ts';
import * as orders from './orders.ts';

const schemaIn = (file: string) =>
  buildSchema(readFileSync(new URL(`../../../../../${file}`, import.meta.url), 'utf8'));
const [forShoppers, forStaff] = [schemaIn('schema.shopper.graphql'), schemaIn('schema.graphql')];
/** Those that the panel uses as well. */
const SHARED = ['SEND_MESSAGE'];
const documents = Object.entries({ ...access, ...conversations, ...customers, ...identity, ...orders, ...aftersales })
  .filter(([, text]) => /^(query|mutation|subscription)\b/.test(text))
  .map(([name, text]) => [name, String(text)] as const);

describe('the documents of the client', () => {
  test('are all found', () => {
    expect(documents.length).toBeGreaterThanOrEqual(36);
  });

  test.each(documents)('%s is a document of one root field that its committed schema allows', (name, text) => {
    const document = parse(text);
    const [operation, ...more] = document.definitions;
    const roots = operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet.selections : [];
    expect([roots.length, more]).toEqual([1, []]);
    for (const schema of SHARED.includes(name) ? [forShoppers, forStaff] : [forShoppers])
      expect(validate(schema, document).map(({ message }) => message)).toEqual([]);
  });
});
