import { expect, expectTypeOf, test } from 'vitest';
import { z } from 'zod';
import { defineAction, one, type TypedAction } from './action.ts';
import { deny } from './denial.ts';
import { defineEntity, instant, mark, ref, type BaseRow, type InputOf, type RowOf } from './entity.ts';
import type { ActionCall } from './feature.ts';
import type { Fields } from './shape.ts';

const title = { en: 'Note', zh: '备注' };
const schema = z.object({
  text: z.string(),
  state: z.enum(['OPEN', 'DONE']).default('OPEN'),
  note: z.string().optional(),
  dueAt: instant().nullable().default(null),
  tags: z.array(z.string()).default([]),
  parts: z.array(z.object({ id: ref('Part'), amount: z.int().optional() })).optional(),
  choice: z.union([z.string(), z.number()]).nullish(),
  trimmed: mark(z.string(), {}).transform((text) => text.length),
  exact: z.string().exactOptional(),
});
const Note = defineEntity({ name: 'Note', title, schema, visible: () => 'all' });
const allow = { staff: true } as const;
const input = z.object({ text: z.string(), tags: z.array(z.string()).optional(), amount: z.int().default(1) });
const write = defineAction({
  title,
  allow,
  on: Note,
  output: one(Note),
  input,
  when: (_, row) => (row.state === 'DONE' ? deny('CONFLICT') : undefined),
  check: (_, row, { amount }) => (row.text.length > amount ? deny('CONFLICT') : undefined),
  run: (ctx, row, { text, tags = [] }) => ctx.update(Note, row, { text, tags }),
});
const begin = defineAction({
  title,
  allow,
  output: one(Note),
  input: z.object({ text: z.string() }),
  run: (ctx, { text }) => ctx.insert(Note, { text, trimmed: text }),
});
const nothing = defineAction({ title, allow, output: one(Note), input: z.object({}), run: () => undefined as never });

type Flat<T> = { [F in keyof T]: T[F] };
type CallOf<A> = A extends TypedAction<infer _S, infer O, infer _R> ? Extract<A[keyof A], ActionCall<never, O>> : never;

test('the fields of a row and of what is told to an action are those that zod gives', () => {
  type Shape = (typeof schema)['shape'];
  expectTypeOf<Flat<Fields<Shape>['output']>>().toEqualTypeOf<z.output<typeof schema>>();
  expectTypeOf<Flat<Fields<Shape>['input']>>().toEqualTypeOf<z.input<typeof schema>>();
  expectTypeOf<Flat<RowOf<typeof Note>>>().toEqualTypeOf<Flat<z.output<typeof schema> & BaseRow>>();
  expectTypeOf<Flat<InputOf<typeof Note>>>().toEqualTypeOf<z.input<typeof schema>>();
  expect(Object.keys(write.input.shape)).toEqual(['id', 'text', 'tags', 'amount']);
  expect(Object.keys(begin.input.shape)).toEqual(['text']);
});

test('a call that names an unknown field, leaves one out or gives a wrong one does not compile', () => {
  const calls = (onRow: CallOf<typeof write>, free: CallOf<typeof begin>, none: CallOf<typeof nothing>) => {
    const tags: readonly string[] = ['a'];
    void onRow({ id: 'x', text: 'a', tags });
    void free({ text: 'a' });
    void none({});
    // @ts-expect-error an unknown field
    void onRow({ id: 'x', text: 'a', amont: 1 });
    // @ts-expect-error the row is named by its id
    void onRow({ text: 'a' });
    // @ts-expect-error a field that has no default
    void onRow({ id: 'x' });
    // @ts-expect-error a number where a text belongs
    void onRow({ id: 'x', text: 1 });
    // @ts-expect-error an action on no row takes no id
    void free({ id: 'x', text: 'a' });
    // @ts-expect-error nothing can be given where nothing is taken
    void none({ text: 'a' });
  };
  expect(calls).toBeTypeOf('function');
});

test('an action that misnames a field of its row or its input does not compile', () => {
  const wrong = () => [
    // @ts-expect-error a row of another entity is no answer
    defineAction({ title, allow, on: Note, output: one(Note), input, run: () => ({ id: 'x' }) }),
    defineAction({
      title,
      allow,
      on: Note,
      output: one(Note),
      input,
      // @ts-expect-error the row has no such field
      when: (_, row) => (row.stat === 'DONE' ? deny('CONFLICT') : undefined),
      // @ts-expect-error the input has no such field
      run: (_, row, { txt }) => (txt ? row : row),
    }),
    defineAction({
      title,
      allow,
      output: one(Note),
      input,
      // @ts-expect-error there is no row to ask about
      when: () => undefined,
      run: () => undefined as never,
    }),
    // @ts-expect-error an event is one of a row
    defineAction({ title, allow, output: one(Note), input, event: 'close', run: () => undefined as never }),
  ];
  expect(wrong).toBeTypeOf('function');
});
