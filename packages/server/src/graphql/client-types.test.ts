import { readFile } from 'node:fs/promises';
import { buildSchema } from 'graphql';
import { describe, expect, test } from 'vitest';
import { AUDIENCES } from './audiences.ts';
import { clientTypes } from './client-types.ts';
import { standardSchemaTypes, TYPES_FILES } from './standard-schema.ts';

describe('the types of the schema for clients', () => {
  test.each(AUDIENCES)('are those of the committed schema for %s (pnpm schema writes them)', async (audience) => {
    const committed = await readFile(new URL(`../../../../${TYPES_FILES[audience]}`, import.meta.url), 'utf8');
    expect(committed).toBe(standardSchemaTypes(audience));
  });

  test('say what is answered and what a variable takes', () => {
    const text = clientTypes(
      buildSchema(`
        scalar DateTime
        scalar JSON
        enum Size { SMALL LARGE }
        interface Named { name: String! }
        type Box implements Named { name: String! size: Size sides: [Int!]! notes: [String] madeAt: DateTime! more: JSON }
        type Denied { code: String! }
        union BoxResult = Box | Denied
        input BoxInput { name: String! size: Size = SMALL sides: [Int!]! }
        type Query { box(id: ID!): Box named: Named! }
        type Mutation { makeBox(input: BoxInput!): BoxResult! }
      `),
      'BoxSchema',
    );
    expect(text).toContain('  readonly query: Query;\n  readonly mutation: Mutation;\n  readonly subscription: never;');
    expect(text).toContain(`export interface Box {
  readonly __typename: 'Box';
  readonly name: string;
  readonly size: Size | null;
  readonly sides: readonly number[];
  readonly notes: readonly (string | null)[] | null;
  readonly madeAt: string;
  readonly more: unknown;
}`);
    expect(text).toContain("export type Size = 'SMALL' | 'LARGE';");
    expect(text).toContain('export type Named = Box;');
    expect(text).toContain('export type BoxResult = Box | Denied;');
    expect(text).toContain(`export interface BoxInput {
  readonly name: string;
  readonly size?: Size | null;
  readonly sides: readonly number[];
}`);
  });
});
