import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compile,
  compileProblems,
  evaluate,
  FactsInvalid,
  loadCel,
  parseDecisionTable,
  PolicyCompileError,
  scanRows,
  TableConflict,
  ConditionFailed,
  type Cell,
  type DecisionTable,
  type InputDefinition,
  type Scalar,
  type TableRow,
} from './index.ts';

const STORE = { zone: 'Asia/Shanghai', currency: 'CNY' };
const text = (en: string) => ({ zh: en, en });

function row(id: string, when: Record<string, Cell>, answer: number, extra: Partial<TableRow> = {}): TableRow {
  return {
    id,
    source: 'DK',
    asOf: '2025-12-31',
    volatile: false,
    when,
    answer: { answer },
    clause: text(id),
    ...extra,
  };
}

function table(hitPolicy: DecisionTable['hitPolicy'], inputs: InputDefinition[], rows: TableRow[]): DecisionTable {
  return {
    code: 'T',
    title: text('T'),
    decision: 'TEST',
    hitPolicy,
    inputs,
    outputs: [{ name: 'answer', label: text('answer'), type: 'number' }],
    rows,
  };
}

const amount: InputDefinition = { name: 'amount', label: text('Amount'), type: 'money', min: 0 };
const ratio: InputDefinition = { name: 'ratio', label: text('Ratio'), type: 'number' };
const tier: InputDefinition = {
  name: 'tier',
  label: text('Tier'),
  type: 'enum',
  values: ['A', 'B', 'C'].map((value) => ({ value, label: text(value) })),
};
const city: InputDefinition = { name: 'city', label: text('City'), type: 'string' };
const vip: InputDefinition = { name: 'vip', label: text('VIP'), type: 'boolean' };
const wait: InputDefinition = { name: 'wait', label: text('Wait'), type: 'duration', nullable: true };
const at: InputDefinition = { name: 'at', label: text('At'), type: 'instant' };
const day: InputDefinition = { name: 'day', label: text('Day'), type: 'date' };

const ids = (t: DecisionTable, facts: Record<string, Scalar | null>) =>
  evaluate(compile(t), facts, STORE).map(({ row: { id } }) => id);

describe('a decision table', () => {
  it('answers with the one row that matches under UNIQUE and refuses to choose between two', () => {
    const t = table(
      'UNIQUE',
      [amount],
      [row('low', { amount: { lte: 100 } }, 1), row('high', { amount: { gt: 100 } }, 2)],
    );
    expect(ids(t, { amount: 100 })).toEqual(['low']);
    expect(ids(t, { amount: 101 })).toEqual(['high']);
    const torn = table(
      'UNIQUE',
      [amount],
      [row('a', { amount: { lte: 100 } }, 1), row('b', { amount: { gte: 100 } }, 2)],
    );
    expect(() => ids(torn, { amount: 100 })).toThrow(TableConflict);
  });

  it('answers with the first row under FIRST and with the highest priority under PRIORITY', () => {
    const rows = [row('narrow', { tier: 'A' }, 1, { priority: 1 }), row('wide', {}, 2, { priority: 5 })];
    expect(ids(table('FIRST', [tier], rows), { tier: 'A' })).toEqual(['narrow']);
    expect(ids(table('PRIORITY', [tier], rows), { tier: 'A' })).toEqual(['wide']);
  });

  it('collects all rows, or those with the least or greatest output', () => {
    const rows = [row('one', {}, 7), row('two', { tier: 'A' }, 3), row('three', { tier: 'B' }, 1), row('four', {}, 7)];
    const collect = table('COLLECT', [tier], rows);
    expect(ids(collect, { tier: 'A' })).toEqual(['one', 'two', 'four']);
    expect(ids({ ...collect, aggregate: { output: 'answer', by: 'MIN' } }, { tier: 'A' })).toEqual(['two']);
    expect(ids({ ...collect, aggregate: { output: 'answer', by: 'MAX' } }, { tier: 'A' })).toEqual(['one', 'four']);
  });

  it.each<[string, InputDefinition, Cell, Scalar | null, boolean]>([
    ['an open lower bound', ratio, { gt: 0.1 }, 0.1, false],
    ['the next double above it', ratio, { gt: 0.1 }, 0.10000000000000002, true],
    ['a closed range', amount, { gte: 5, lte: 7 }, 7, true],
    ['a half-open range', amount, { gte: 5, lt: 7 }, 7, false],
    ['several ranges', amount, { anyOf: [{ lte: 1 }, { gte: 9 }] }, 9, true],
    ['a hole between ranges', amount, { anyOf: [{ lte: 1 }, { gte: 9 }] }, 5, false],
    ['a set of amounts', amount, { in: [1, 3] }, 3, true],
    ['all but some amounts', amount, { not: [1, 3] }, 3, false],
    ['a name', tier, 'B', 'B', true],
    ['all names but one', tier, { not: ['B'] }, 'B', false],
    ['free text', city, { in: ['杭州', '上海'] }, '上海', true],
    ['any other free text', city, { not: ['杭州'] }, '舟山', true],
    ['yes', vip, true, false, false],
    ['a duration', wait, { gte: 'PT72H' }, 'P3D', true],
    ['a shorter duration', wait, { gte: 'PT72H' }, 'PT71H59M59S', false],
    ['not known', wait, { isNull: true }, null, true],
    ['a range does not take what is not known', wait, { gte: 'PT0S' }, null, false],
    ['unless it says so', wait, { gte: 'PT0S', orNull: true }, null, true],
    ['an instant in another offset', at, { lt: '2025-05-01T00:00:00Z' }, '2025-05-01T07:59:59+08:00', true],
    ['a date', day, { gte: '2025-02-28' }, '2025-02-27', false],
  ])('reads %s', (_, input, cell, value, expected) => {
    expect(ids(table('COLLECT', [input], [row('r', { [input.name]: cell }, 1)]), { [input.name]: value })).toEqual(
      expected ? ['r'] : [],
    );
  });

  it('names every missing or wrong fact at once', () => {
    const compiled = compile(table('COLLECT', [amount, tier, vip], []));
    const ask = () => evaluate(compiled, { amount: 1.5, tier: 'Z' }, STORE);
    expect(ask).toThrow(FactsInvalid);
    expect(ask).toThrow(/"amount" is 1.5.*\n.*"tier" is "Z".*\n.*"vip".*missing/s);
    expect(() => evaluate(compiled, { amount: -1, tier: 'A', vip: true }, STORE)).toThrow(/outside its range/);
  });

  it('takes the usual value of a fact that nobody states, and null for "not known" only where that is possible', () => {
    const usual = { ...vip, default: true };
    const rows = [row('yes', { vip: true }, 1), row('unknown', { vip: { isNull: true } }, 2)];
    expect(ids(table('COLLECT', [usual], [rows[0]!]), {})).toEqual(['yes']);
    expect(ids(table('COLLECT', [usual], [rows[0]!]), { vip: null })).toEqual(['yes']);
    expect(ids(table('COLLECT', [{ ...usual, nullable: true }], rows), { vip: null })).toEqual(['unknown']);
  });

  it('does not compare amounts of another currency', () => {
    const compiled = compile({ ...table('COLLECT', [amount], []), currency: 'USD' });
    expect(() => evaluate(compiled, { amount: 1 }, STORE)).toThrow(/USD.*CNY/);
  });
});

describe('compiling a table', () => {
  it('says everything that does not compile, with row and column', () => {
    const broken: DecisionTable = {
      ...table(
        'UNIQUE',
        [amount, tier, amount],
        [
          row('a', { tier: 'Z', amount: { gt: 5, lte: 5 } }, 1),
          row('a', { nope: 1 }, 1, { answer: { other: 1 } }),
          row('b', { vip: true, tier: { gte: 'A' } }, 1, { condition: 'amount > 1' }),
        ],
      ),
      aggregate: { output: 'answer', by: 'MIN' },
    };
    const codes = compileProblems(broken).map(({ code, row: at, column }) =>
      [code, at, column].filter(Boolean).join(' '),
    );
    expect(codes).toEqual([
      'DUPLICATE_NAME amount',
      'DUPLICATE_ROW a',
      'BAD_AGGREGATE',
      'EMPTY_CELL a amount',
      'BAD_CELL a tier',
      'EMPTY_CELL a amount',
      'UNKNOWN_INPUT a nope',
      'UNKNOWN_OUTPUT a other',
      'MISSING_OUTPUT a answer',
      'UNKNOWN_INPUT b vip',
      'BAD_CELL b tier',
      'BAD_CONDITION b',
    ]);
    expect(() => compile(broken)).toThrow(PolicyCompileError);
    expect(compileProblems(broken).every(({ message }) => message.zh !== '' && message.en !== '')).toBe(true);
  });

  it('refuses inputs that cannot be asked', () => {
    const bad = [
      { ...tier, values: undefined },
      { ...amount, min: 9, max: 1 },
      { ...ratio, default: 'x' },
      { ...wait, nullable: false, derived: { measure: 'elapsed' as const, from: 'a', to: 'at' } },
    ];
    expect(
      compileProblems(
        table(
          'COLLECT',
          bad.map(({ values, ...input }) => (values ? { ...input, values } : input)),
          [],
        ),
      ).map(({ code, column }) => `${code} ${column}`),
    ).toEqual(['BAD_INPUT tier', 'BAD_INPUT amount', 'BAD_INPUT ratio', 'BAD_INPUT wait']);
  });

  it('reads tables from outside and points at what has the wrong shape', () => {
    const good = table('FIRST', [tier], [row('a', {}, 1)]);
    expect(parseDecisionTable(JSON.parse(JSON.stringify(good)))).toEqual(good);
    const bad = { ...good, hitPolicy: 'SOMETIMES', rows: [{ ...good.rows[0], clause: { zh: '只有中文' }, extra: 1 }] };
    expect(() => parseDecisionTable(bad)).toThrow(/T\/hitPolicy.*\n.*rows\.0\.clause\.en.*\n.*rows\.0/s);
  });
});

describe('an advanced condition', () => {
  const conditional = (condition: string) =>
    table('COLLECT', [amount, tier, wait, at], [row('r', {}, 1, { condition })]);

  it('is type-checked in CEL against the inputs when the table compiles', async () => {
    const cel = await loadCel();
    const problems = (condition: string) =>
      compileProblems(conditional(condition), { conditions: cel }).map(({ message }) => message.en);
    expect(problems('amount > 100 && tier == "A"')).toEqual([]);
    expect(problems('tier > 3')).toEqual(['no such overload: string > int']);
    expect(problems('unknown == 1')).toEqual(['Unknown variable: unknown']);
    expect(problems('amount + 1')).toEqual(['a condition is true or false, this is int']);
    expect(problems('tier.matches("(a+)+$")')).toEqual(['matches() is not allowed in a condition']);
    expect(problems('tier == ')).toHaveLength(1);
  });

  it('decides after the cells, and is false where it names something not known', async () => {
    const compiled = compile(
      conditional('wait > duration("72h") && amount * 2 >= 300 && at < timestamp("2025-01-01T00:00:00Z")'),
      { conditions: await loadCel() },
    );
    const facts = { amount: 150, tier: 'A', wait: 'P4D', at: '2024-12-31T23:59:59Z' };
    expect(evaluate(compiled, facts, STORE)).toHaveLength(1);
    expect(evaluate(compiled, { ...facts, amount: 149 }, STORE)).toHaveLength(0);
    const short = compile(conditional('wait < duration("72h")'), { conditions: await loadCel() });
    expect([null, 'PT1H'].map((wait) => evaluate(short, { ...facts, wait }, STORE).length)).toEqual([0, 1]);
  });

  it('says which row failed when it fails on real facts', async () => {
    const compiled = compile(conditional('100 / amount > 1'), { conditions: await loadCel() });
    expect(() => evaluate(compiled, { amount: 0, tier: 'A', at: 0 }, STORE)).toThrow(ConditionFailed);
  });
});

const INPUTS = [amount, ratio, tier, city, vip, wait, at, day].map((input) => ({ ...input, nullable: true }));
const POOL: Record<string, Scalar[]> = {
  amount: [0, 1, 5, 6, 100, 19_899, 19_900],
  ratio: [-1.5, 0, 0.1, 0.30000000000000004, 2],
  tier: ['A', 'B', 'C'],
  city: ['杭州', '上海', 'x'],
  vip: [true, false],
  wait: ['PT0S', 'PT1H', 'P3D'],
  at: ['2025-05-01T00:00:00Z', '2025-05-08T15:59:59Z'],
  day: ['2024-02-29', '2025-01-01', '2025-12-31'],
};

function cellOf(input: InputDefinition): fc.Arbitrary<Cell> {
  const value = fc.constantFrom(...POOL[input.name]!);
  const some = fc.array(value, { minLength: 1, maxLength: 3 });
  const orNull = fc.constantFrom({}, { orNull: true as const });
  const low = fc.tuple(fc.constantFrom('gt', 'gte'), value).map(([bound, limit]) => ({ [bound]: limit }));
  const high = fc.tuple(fc.constantFrom('lt', 'lte'), value).map(([bound, limit]) => ({ [bound]: limit }));
  const range = fc.oneof(
    low,
    high,
    fc.tuple(low, high).map(([a, b]) => ({ ...a, ...b })),
  );
  const named: fc.Arbitrary<Cell>[] = [
    fc.constant('-'),
    value,
    fc.constant({ isNull: true as const }),
    fc.tuple(some, orNull).map(([list, or]) => ({ in: list, ...or })),
    fc.tuple(some, orNull).map(([list, or]) => ({ not: list, ...or })),
  ];
  const ordered: fc.Arbitrary<Cell>[] = [
    fc.tuple(range, orNull).map(([one, or]) => ({ ...one, ...or })),
    fc.array(range, { minLength: 1, maxLength: 3 }).map((anyOf) => ({ anyOf })),
  ];
  return fc.oneof(...named, ...(['tier', 'city', 'vip'].includes(input.name) ? [] : ordered));
}

const anyRow = fc
  .tuple(...INPUTS.map(cellOf))
  .map((cells) => Object.fromEntries(cells.map((cell, index) => [INPUTS[index]!.name, cell])));
const anyFacts = fc
  .tuple(...INPUTS.map((input) => fc.oneof(fc.constantFrom(...POOL[input.name]!), fc.constant(null))))
  .map((values) => Object.fromEntries(values.map((value, index) => [INPUTS[index]!.name, value])));

describe('the column index', () => {
  it('finds the rows that reading row by row finds', () => {
    fc.assert(
      fc.property(
        fc.array(anyRow, { minLength: 1, maxLength: 70 }),
        fc.array(anyFacts, { minLength: 1, maxLength: 20 }),
        (whens, questions) => {
          const rows = whens.map((when, index) => row(`r${index}`, when, index));
          const usable = rows.filter((one) => compileProblems(table('COLLECT', INPUTS, [one])).length === 0);
          const t = table('COLLECT', INPUTS, usable);
          const compiled = compile(t);
          const first = compile({ ...t, hitPolicy: 'FIRST' });
          for (const facts of questions) {
            const slow = scanRows(t, facts, STORE).map(({ id }) => id);
            expect(evaluate(compiled, facts, STORE).map((one) => one.row.id)).toEqual(slow);
            expect(evaluate(first, facts, STORE).map((one) => one.row.id)).toEqual(slow.slice(0, 1));
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
