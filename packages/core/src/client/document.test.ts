import { describe, expect, test } from 'vitest';
import type { AnswerOf, Input, Selected, VariablesOf } from './document.ts';
import { graphqlFor } from './graphql.ts';

interface Side {
  readonly __typename: 'Side';
  readonly name: string;
  readonly length: number;
}
interface Box {
  readonly __typename: 'Box';
  readonly id: string;
  readonly size: 'SMALL' | 'LARGE' | null;
  readonly sides: readonly Side[];
  readonly lid: Side | null;
}
interface Denied {
  readonly __typename: 'Denied';
  readonly code: string;
}
interface ShutPayload {
  readonly __typename: 'ShutPayload';
  readonly box: Box | null;
  readonly sides: readonly Side[] | null;
  readonly denied: Denied | null;
}
interface BoxInput {
  readonly id: string;
}
interface BoxSchema {
  readonly query: { readonly box: Box | null; readonly boxes: readonly Box[]; readonly open: boolean };
  readonly mutation: { readonly shut: ShutPayload };
  readonly subscription: { readonly told: Box | Side };
  readonly answers: { readonly Box: Box; readonly Side: Side };
  readonly inputs: { readonly ID: string; readonly Int: number; readonly BoxInput: BoxInput };
}

/** Compiles only where both are the same type. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <T extends true>(holds?: T) => holds ?? true;

const graphql = graphqlFor<BoxSchema>();
const SIDE = 'name length';

describe('a document', () => {
  test('is its text, and answers the value of its one root field', () => {
    const BOX = graphql(`query Box($id: ID!) {
      box(id: $id) { id size sides { ${SIDE} } lid { name } }
    }`);
    expect(BOX).toContain('sides { name length }');
    same<
      Same<
        AnswerOf<typeof BOX>,
        {
          readonly id: string;
          readonly size: 'SMALL' | 'LARGE' | null;
          readonly sides: readonly { readonly name: string; readonly length: number }[];
          readonly lid: { readonly name: string } | null;
        } | null
      >
    >();
    same<Same<VariablesOf<typeof BOX>['id'], string>>();
  });

  test('takes the variables that it declares', () => {
    const BOXES = graphql('query Boxes($first: Int, $ids: [ID!]!) { boxes(first: $first, ids: $ids) { id } }');
    const variables: VariablesOf<typeof BOXES> = { ids: ['1'] };
    // @ts-expect-error -- `ids` must be given
    const none: VariablesOf<typeof BOXES> = { first: 1 };
    // @ts-expect-error -- not a number
    const text: VariablesOf<typeof BOXES> = { ids: [], first: 'one' };
    expect([variables, none, text]).toHaveLength(3);
    same<Same<Input<BoxSchema, '[BoxInput!]'>, readonly BoxInput[] | null>>();
  });

  test('of several root fields answers an object, and an alias is the name of its field', () => {
    const TWO = graphql('query Two { mine: box(id: 1) { id } open }');
    expect(TWO).toContain('mine: box');
    same<Same<AnswerOf<typeof TWO>, { readonly mine: { readonly id: string } | null; readonly open: boolean }>>();
  });

  test('tells the members of a union apart by their fragments', () => {
    const TOLD = graphql('subscription Told { told { __typename ... on Box { id } ... on Side { length } } }');
    same<
      Same<
        AnswerOf<typeof TOLD>,
        { readonly __typename: 'Box'; readonly id: string } | { readonly __typename: 'Side'; readonly length: number }
      >
    >();
    const BROKEN = graphql(`subscription Told { told { __typename ... on
      Box {
        id } } }`);
    same<
      Same<
        AnswerOf<typeof BROKEN>,
        { readonly __typename: 'Box'; readonly id: string } | { readonly __typename: 'Side' }
      >
    >();
    expect([TOLD, BROKEN]).toHaveLength(2);
  });

  test('of a mutation answers what its payload says, without a denial', () => {
    const SHUT = graphql('mutation Shut($input: BoxInput!) { shut(input: $input) { box { id } denied { code } } }');
    same<Same<AnswerOf<typeof SHUT>, { readonly id: string }>>();
    const BOTH = graphql('mutation Shut { shut { __typename box { id } sides { name } denied { code } } }');
    same<
      Same<
        AnswerOf<typeof BOTH>,
        { readonly box: { readonly id: string }; readonly sides: readonly { readonly name: string }[] }
      >
    >();
    const TWICE = graphql('mutation Twice { first: shut { box { id } } second: shut { sides { name } } }');
    same<
      Same<
        AnswerOf<typeof TWICE>,
        { readonly first: { readonly id: string }; readonly second: readonly { readonly name: string }[] }
      >
    >();
    // @ts-expect-error -- ShutPayload has no field lid
    const LID = graphql('mutation Shut { shut { lid { name } } }');
    expect([SHUT, BOTH, TWICE, LID]).toHaveLength(4);
  });

  test('with a field that its schema does not have does not compile', () => {
    // @ts-expect-error -- Box has no field colour
    const COLOUR = graphql('query Box { box(id: 1) { id colour } }');
    // @ts-expect-error -- Side has no field depth
    const DEPTH = graphql(`query Box { boxes { sides { ${SIDE} depth } } }`);
    // @ts-expect-error -- the root has no field crate
    const CRATE = graphql('query Crate { crate { id } }');
    // @ts-expect-error -- Side has no field colour
    const UNION = graphql('subscription Told { told { ... on Side { name colour } } }');
    expect([COLOUR, DEPTH, CRATE, UNION]).toHaveLength(4);
  });

  test('is made of parts whose types are read alike', () => {
    type Part = Selected<Box, 'id sides { name }'>;
    same<Same<Part, { readonly id: string; readonly sides: readonly { readonly name: string }[] }>>();
    expect(SIDE).toBe('name length');
  });
});
