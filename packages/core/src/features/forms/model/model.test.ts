import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsv, writeCsv } from '../../../text/csv.ts';
import { SHIPPED_FORMS } from '../content/index.ts';
import { looseProblems, readStrict } from '../definition-schema.ts';
import {
  compareForms,
  fieldsOf,
  idsOf,
  moveValues,
  shownValues,
  tableOf,
  valueProblems,
  type FormDefinition,
  type FormField,
  type FormValues,
} from './index.ts';

const words = fc
  .tuple(fc.string({ minLength: 1, maxLength: 20 }), fc.string({ minLength: 1, maxLength: 20 }))
  .map(([en, zh]) => ({ en: `x${en}`.trim(), zh: `字${zh}`.trim() }));
const OPTIONS = ['RED', 'GREEN', 'BLUE'];
const plainTypes = ['TEXT', 'LONG_TEXT', 'NUMBER', 'MONEY', 'DATE', 'TIME', 'CHOICE', 'FLAG', 'PERSON'] as const;

const plain = (id: string): fc.Arbitrary<FormField> =>
  fc.tuple(fc.constantFrom(...plainTypes), words, fc.boolean()).map(([type, title, must]) => ({
    id,
    type,
    title,
    ...(must ? { must } : {}),
    ...(type === 'CHOICE' ? { options: OPTIONS.map((one) => ({ id: one, title })) } : {}),
    ...(type === 'NUMBER' ? { decimals: 2, least: -1000, most: 1000 } : {}),
  }));

const anyField = (id: string): fc.Arbitrary<FormField> =>
  fc.oneof(
    { weight: 4, arbitrary: plain(id) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(words, plain('a'), plain('b'))
        .map(([title, a, b]) => ({ id, type: 'ROWS' as const, title, columns: [a, b] })),
    },
    {
      weight: 1,
      arbitrary: words.map((title) => ({
        id,
        type: 'CHOICES' as const,
        title,
        options: OPTIONS.map((one) => ({ id: one, title })),
      })),
    },
    { weight: 1, arbitrary: words.map((title) => ({ id, type: 'DONE' as const, title })) },
  );

/** Definitions in which some fields depend on the first one, a flag. */
const definitions: fc.Arbitrary<FormDefinition> = fc
  .tuple(words, fc.integer({ min: 1, max: 6 }), words)
  .chain(([title, count, flag]) =>
    fc.tuple(...Array.from({ length: count }, (_, at) => fc.tuple(anyField(`f${at}`), fc.boolean()))).map((given) => ({
      title,
      steps: [
        { id: 's1', title, fields: [{ id: 'flag', type: 'FLAG' as const, title: flag, must: true }] },
        {
          id: 's2',
          title,
          fields: given.map(([field, hidden]) => (hidden ? { ...field, when: { field: 'flag', in: [true] } } : field)),
        },
      ],
    })),
  );

const instant = fc
  .date({ min: new Date(0), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((at) => at.toISOString());
// What a spreadsheet might take for a formula is among the texts.
const cellText = fc.oneof(
  fc.string({ minLength: 1, maxLength: 40 }),
  fc.constantFrom('=1+1', '@SUM(A1)', '+49 30', '-5', '00123', '＝1', '王小明，"您好"'),
);

function valueOf(field: FormField): fc.Arbitrary<unknown> {
  switch (field.type) {
    case 'TEXT':
      return cellText
        .map((text) => `t${text}`.replace(/[\r\n]/g, ' '))
        .chain((safe) => fc.constantFrom(safe, safe.slice(1).trim() || 'x'));
    case 'LONG_TEXT':
      return cellText.map((text) => text.trim() || 'x');
    case 'NUMBER':
      return fc.integer({ min: -99_999, max: 99_999 }).map((cents) => cents / 100);
    case 'MONEY':
      return fc.record({ amount: fc.integer(), currency: fc.constantFrom('CNY', 'JPY', 'EUR') });
    case 'DATE':
      return instant.map((at) => at.slice(0, 10));
    case 'TIME':
      return instant;
    case 'CHOICE':
      return fc.constantFrom(...OPTIONS);
    case 'CHOICES':
      return fc.uniqueArray(fc.constantFrom(...OPTIONS), { minLength: 1 });
    case 'FLAG':
      return fc.boolean();
    case 'DONE':
      return fc.constant(true);
    case 'ROWS':
      return fc
        .array(fc.tuple(...(field.columns ?? []).map(valueOf)), { minLength: 1, maxLength: 4 })
        .map((rows) =>
          rows.map((cells) => Object.fromEntries((field.columns ?? []).map(({ id }, at) => [id, cells[at]]))),
        );
    default:
      return fc.constant('somebody');
  }
}

const filled = (definition: FormDefinition): fc.Arbitrary<FormValues> => {
  const fields = fieldsOf(definition);
  return fc
    .tuple(...fields.map(valueOf))
    .map((values) => Object.fromEntries(fields.map(({ id }, at) => [id, values[at]])));
};

const READER = { language: 'zh' as const, nameOf: (id: string) => id };

describe('forms of every shape', () => {
  test('go from a draft to a version and their values to a table that a spreadsheet reads back', () => {
    fc.assert(
      fc.property(
        definitions.chain((definition) => fc.tuple(fc.constant(definition), filled(definition))),
        ([definition, values]) => {
          expect(looseProblems(definition)).toEqual([]);
          const read = readStrict(JSON.parse(JSON.stringify(definition)), {});
          expect('problems' in read ? read.problems : []).toEqual([]);
          const published = 'definition' in read ? read.definition : definition;
          expect(valueProblems(published, values, { strict: false })).toEqual([]);
          const shown = shownValues(published, values);
          expect(valueProblems(published, shown, { strict: true })).toEqual([]);
          // What is hidden is gone, and going over it again changes nothing.
          if (!values['flag'])
            expect(Object.keys(shown)).not.toContain(fieldsOf(published).find(({ when }) => when)?.id);
          expect(shownValues(published, shown)).toEqual(shown);
          const head = {
            definition: published,
            values: shown,
            head: [{ code: 'X-1' }],
            signed: {},
            timeZone: 'Asia/Shanghai',
          };
          const table = tableOf(published, [head], { ...READER, head: ['编号'] });
          const back = readCsv(writeCsv(table))?.map(({ cells }) => cells);
          const asText = table.map((row) =>
            row.map((cell) =>
              cell !== null && typeof cell === 'object' ? Object.values(cell)[0] : String(cell ?? ''),
            ),
          );
          expect(back).toEqual(asText);
          for (const written of writeCsv(table).split('\r\n')) expect(written).not.toMatch(/^﻿?[=+@＝＋＠]/);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('lose nothing when a record goes to the version that it has', () => {
    fc.assert(
      fc.property(
        definitions.chain((definition) => fc.tuple(fc.constant(definition), filled(definition))),
        ([definition, values]) => {
          const move = moveValues(definition, values);
          expect(move).toEqual({ values, lost: [], missing: [] });
          expect(compareForms(definition, definition)).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

const title = { en: 'X', zh: '某' };
const of = (...fields: Partial<FormField>[]): FormDefinition => ({
  title,
  steps: [{ id: 's', title, fields: fields.map((field) => ({ title, ...field }) as FormField) }],
});
const codesOf = (draft: unknown, used = {}) => {
  const read = readStrict(draft, used);
  return 'problems' in read ? read.problems.map(({ path, text }) => `${path}: ${text.text.en}`) : [];
};

describe('a draft that is published', () => {
  test('says what is missing, where', () => {
    expect(codesOf({})).toEqual(
      ['title: This field is required.', 'steps: This field is required.'].map((line) =>
        expect.stringContaining(line.split(':')[0] ?? ''),
      ),
    );
    expect(codesOf(of())).toEqual(['steps: A form has at least one field.']);
    expect(codesOf({ ...of({ id: 'a', type: 'TEXT' }), strange: 1 })).toHaveLength(1);
  });

  test('has no circle: a field depends only on what stands above it', () => {
    const a = { id: 'a', type: 'FLAG', when: { field: 'b', in: [true] } } as const;
    const b = { id: 'b', type: 'FLAG', when: { field: 'a', in: [true] } } as const;
    expect(codesOf(of(a, b))).toEqual(['steps.0.fields.0: “{id}” depends on a field that does not stand above it.']);
    expect(codesOf(of({ ...a, when: { field: 'a', filled: true } }))).toHaveLength(1);
    expect(codesOf(of({ id: 'a', type: 'TEXT' }, b))).toEqual([expect.stringContaining('never holds')]);
  });

  test('never uses an id again for another type, and no name that every object has', () => {
    const used = idsOf(
      of({ id: 'a', type: 'TEXT' }, { id: 'r', type: 'ROWS', columns: [{ id: 'x', type: 'DATE', title }] }),
    );
    expect(codesOf(of({ id: 'a', type: 'NUMBER' }), used)).toEqual([expect.stringContaining('another type once')]);
    expect(codesOf(of({ id: 'r', type: 'ROWS', columns: [{ id: 'x', type: 'TEXT', title }] }), used)).toHaveLength(1);
    expect(codesOf(of({ id: 'a', type: 'TEXT' }, { id: 'b', type: 'DATE' }), used)).toEqual([]);
    for (const id of ['constructor', '__proto__', 'toString', '1a', 'a b', ''])
      expect(codesOf(of({ id, type: 'TEXT' })).length).toBeGreaterThan(0);
  });

  test('has lists that can be chosen from, and limits that can be kept', () => {
    expect(codesOf(of({ id: 'a', type: 'CHOICE', options: [{ id: 'x', title }] }))).toHaveLength(1);
    expect(
      codesOf(
        of({
          id: 'a',
          type: 'CHOICE',
          options: [
            { id: 'x', title },
            { id: 'x', title },
          ],
        }),
      ),
    ).toHaveLength(1);
    expect(codesOf(of({ id: 'a', type: 'NUMBER', least: 5, most: 1 }))).toHaveLength(1);
    expect(codesOf(of({ id: 'a', type: 'FLAG', most: 1 }))).toHaveLength(1);
    expect(codesOf(of({ id: 'a', type: 'ROWS', columns: [{ id: 'x', type: 'SIGNATURE', title }] }))).toHaveLength(1);
    expect(codesOf(of({ id: 'a', type: 'TEXT' }, { id: 'a', type: 'TEXT' }))).toHaveLength(1);
  });
});

describe('a value', () => {
  const check = (field: Partial<FormField>, value: unknown) =>
    valueProblems(of({ id: 'a', ...field }), { a: value } as FormValues, { strict: true }).map(
      ({ path, code }) => `${path} ${code}`,
    );

  test('is of the type of its field and keeps its limits', () => {
    expect(check({ type: 'TEXT', most: 3 }, 'abcd')).toEqual(['a tooLong']);
    expect(check({ type: 'TEXT' }, 'two\nlines')).toEqual(['a wrongType']);
    expect(check({ type: 'TEXT' }, 5)).toEqual(['a wrongType']);
    expect(check({ type: 'NUMBER' }, '5')).toEqual(['a wrongType']);
    expect(check({ type: 'NUMBER' }, 1.5)).toEqual(['a tooExact']);
    expect(check({ type: 'NUMBER', least: 1, most: 5 }, 6)).toEqual(['a tooGreat']);
    expect(check({ type: 'NUMBER', least: 1, most: 5 }, 0)).toEqual(['a tooSmall']);
    expect(check({ type: 'MONEY' }, { amount: 1.5, currency: 'CNY' })).toEqual(['a wrongType']);
    expect(check({ type: 'MONEY' }, { amount: 1, currency: 'CNY', more: 1 })).toEqual(['a wrongType']);
    expect(check({ type: 'DATE' }, '2026-02-30')).toEqual(['a wrongType']);
    expect(check({ type: 'DATE' }, '2028-02-29')).toEqual([]);
    expect(check({ type: 'TIME' }, '2026-02-28')).toEqual(['a wrongType']);
    expect(check({ type: 'DONE' }, false)).toEqual(['a wrongType']);
    expect(check({ type: 'SIGNATURE' }, 'me')).toEqual(['a wrongType']);
    expect(check({ type: 'CHOICE', options: [{ id: 'x', title }] }, 'y')).toEqual(['a notAnOption']);
    const rows = { type: 'ROWS' as const, columns: [{ id: 'x', type: 'TEXT' as const, title, must: true }] };
    expect(check(rows, [{ x: '' }, { y: 1, x: 'a' }])).toEqual(['a.0.x required', 'a.1.y unknownField']);
    expect(check({ ...rows, least: 2 }, [{ x: 'a' }])).toEqual(['a tooFew']);
  });

  test('of a hidden field is neither asked for nor kept', () => {
    const definition = of(
      { id: 'a', type: 'FLAG' },
      { id: 'b', type: 'TEXT', must: true, when: { field: 'a', in: [true] } },
      { id: 'c', type: 'TEXT', must: true, when: { field: 'b', filled: true } },
    );
    expect(shownValues(definition, { a: false, b: 'x', c: 'y' })).toEqual({ a: false });
    expect(valueProblems(definition, { a: false }, { strict: true })).toEqual([]);
    expect(valueProblems(definition, { a: true }, { strict: true }).map(({ path }) => path)).toEqual(['b']);
  });
});

describe('two versions', () => {
  const was = of(
    { id: 'gone', type: 'TEXT', must: true },
    { id: 'typed', type: 'TEXT' },
    { id: 'short', type: 'TEXT', most: 100 },
    {
      id: 'list',
      type: 'CHOICE',
      options: [
        { id: 'x', title },
        { id: 'y', title },
        { id: 'z', title },
      ],
    },
    { id: 'loose', type: 'TEXT', must: true },
    { id: 'same', type: 'TEXT' },
  );
  const is = of(
    { id: 'typed', type: 'NUMBER' },
    { id: 'short', type: 'TEXT', most: 50 },
    {
      id: 'list',
      type: 'CHOICE',
      options: [
        { id: 'x', title },
        { id: 'y', title },
      ],
    },
    { id: 'loose', type: 'TEXT' },
    { id: 'same', type: 'TEXT', must: true },
    { id: 'new', type: 'TEXT', must: true },
  );

  test('are told apart field by field, the losses first', () => {
    expect(compareForms(was, is).map(({ code, field }) => `${code} ${field}`)).toEqual([
      'REMOVED gone',
      'RETYPED typed',
      'NARROWED short',
      'OPTION_GONE list',
      'MUST_DROPPED loose',
      'MUST_ADDED same',
      'ADDED new',
    ]);
  });

  test('are the same where a condition stands in another order, as a database keeps it', () => {
    const asked = { id: 'a', type: 'FLAG' as const };
    const [one, other] = [
      { field: 'a', in: [true] },
      { in: [true], field: 'a' },
    ].map((when) => of(asked, { id: 'b', type: 'TEXT', when }));
    expect(compareForms(one as FormDefinition, other as FormDefinition)).toEqual([]);
    const third = of(asked, { id: 'b', type: 'TEXT', when: { field: 'a', in: [false] } });
    expect(compareForms(one as FormDefinition, third).map(({ code }) => code)).toEqual(['CONDITION']);
  });

  test('say what a record loses by moving up, and what it lacks then', () => {
    const move = moveValues(is, { gone: 'a', typed: 'b', short: 'c'.repeat(80), list: 'z', loose: 'd' });
    expect(move).toEqual({
      values: { loose: 'd' },
      lost: ['gone', 'typed', 'short', 'list'],
      missing: ['same', 'new'],
    });
  });

  test('stand in one table, each record with its own', () => {
    const base = { signed: {}, timeZone: 'UTC' };
    const [titles, first, second] = tableOf(
      is,
      [
        { ...base, definition: was, values: { gone: 'old', list: 'z' }, head: ['1'] },
        { ...base, definition: is, values: { new: 'fresh' }, head: ['2'] },
      ],
      { ...READER, head: ['n'] },
    );
    expect(titles).toHaveLength(8);
    expect(first).toEqual(['1', null, null, '某', null, null, null, 'old']);
    expect(second).toEqual(['2', null, null, null, null, null, 'fresh', null]);
  });
});

test('every form of the desk can be published as it is, in both languages', () => {
  const codes = SHIPPED_FORMS.map(({ code }) => code);
  expect(codes).toEqual(['D-PLAN', ...Array.from({ length: 20 }, (_, at) => `F${at + 1}`)]);
  for (const { code, definition } of SHIPPED_FORMS) {
    expect({ code, problems: codesOf(definition) }).toEqual({ code, problems: [] });
    expect(looseProblems(definition)).toEqual([]);
    for (const { title: named } of [...definition.steps, ...fieldsOf(definition)]) {
      expect(named.zh, `${code} ${named.en}`).toBeTruthy();
      expect(named.en, `${code} ${named.zh}`).not.toMatch(/[\u4e00-\u9fff]/);
    }
  }
  const plan = SHIPPED_FORMS.find(({ code }) => code === 'D-PLAN')?.definition;
  expect(plan?.ordered).toBe(true);
  expect(plan?.steps.map(({ id }) => id)).toEqual(Array.from({ length: 11 }, (_, at) => `D${at + 1}`));
  expect(plan?.steps.map(({ within }) => within)).toEqual([
    30,
    30,
    240,
    480,
    480,
    1440,
    2880,
    undefined,
    1440,
    2880,
    10_080,
  ]);
});
