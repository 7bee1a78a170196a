import { expect, test } from 'vitest';
import { parsePolicyPack, PolicyCompileError, TMALL } from './index.ts';

const table = TMALL.tables[0] as (typeof TMALL.tables)[number];
const row = table.rows[0] as (typeof table.rows)[number];

function problemsOf(value: unknown): Record<string, string> {
  try {
    parsePolicyPack(value);
  } catch (error) {
    if (!(error instanceof PolicyCompileError)) throw error;
    return Object.fromEntries(error.problems.map(({ column = '', message }) => [column, message.en]));
  }
  return {};
}

test('a pack from outside that has the right form is taken as it is', () => {
  expect(parsePolicyPack(JSON.parse(JSON.stringify(TMALL)))).toEqual(TMALL);
});

test('what is wrong with a file is said place by place, in words', () => {
  const { asOf: _asOf, ...undated } = row;
  const wrong = {
    ...TMALL,
    title: 'Tmall',
    motto: 'x',
    tables: [
      {
        ...table,
        hitPolicy: 'ANY',
        rows: [{ ...undated, source: 'HEARSAY', volatile: 'often', clause: { zh: '', en: 'x' } }],
      },
    ],
  };
  expect(problemsOf(wrong)).toEqual({
    '': 'There is no such field: motto.',
    title: 'This is not an object.',
    'tables.0.hitPolicy': 'Only one of these: UNIQUE, FIRST, PRIORITY, COLLECT.',
    'tables.0.rows.0.source': 'Only one of these: S, DK, DK✓.',
    'tables.0.rows.0.asOf': 'This is missing.',
    'tables.0.rows.0.volatile': 'This is not true or false.',
    'tables.0.rows.0.clause.zh': 'This is empty.',
  });
});

test('a file that is no object at all is no policy', () => {
  expect(problemsOf(null)).toEqual({ '': 'This is not an object.' });
});
