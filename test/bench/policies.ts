/**
 * @module Decisions a second on one core: the compiled table beside a row-by-row scan of the same table, from 50 to
 * 1,000 rows; then whole layered decisions.
 */
import {
  compile,
  decide,
  decideReturn,
  evaluate,
  lint,
  policyFor,
  type Cell,
  type CompiledTable,
  type DecisionTable,
  type Facts,
  type InputDefinition,
  type TableRow,
} from '../../packages/core/src/policies/index.ts';
import { compared, inTurn, median, print, rounded } from './figure.ts';

const ROWS = [50, 100, 200, 500, 1000];
const STORE = { zone: 'Asia/Shanghai', currency: 'CNY' };
const ROUNDS = 5;
const BATCH_MS = 150;

/** A small generator, so that every run measures the same table. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const text = (name: string) => ({ zh: name, en: name });
const names = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => `${prefix}${index}`);
const choice = (name: string, count: number): InputDefinition => ({
  name,
  label: text(name),
  type: 'enum',
  values: names(name, count).map((value) => ({ value, label: text(value) })),
});

const INPUTS: InputDefinition[] = [
  choice('reason', 11),
  choice('goods', 15),
  choice('region', 3),
  { name: 'days', label: text('days'), type: 'number', integer: true, min: 0 },
  { name: 'amount', label: text('amount'), type: 'money', min: 0 },
  { name: 'opened', label: text('opened'), type: 'boolean' },
  { name: 'confirmed', label: text('confirmed'), type: 'boolean' },
  { name: 'elapsed', label: text('elapsed'), type: 'duration', min: 0 },
];

function cell(input: InputDefinition, random: () => number): Cell {
  if (random() < 0.35) return '-';
  if (input.values) {
    const chosen = input.values.map(({ value }) => value).filter(() => random() < 0.3);
    return chosen.length > 0 ? { in: chosen } : input.values[Math.floor(random() * input.values.length)]!.value;
  }
  if (input.type === 'boolean') return random() < 0.5;
  const limit = Math.floor(random() * 100) * (input.type === 'number' ? 1 : 1000);
  return random() < 0.5 ? { lte: limit } : { gt: limit, lte: limit * 2 + 10 };
}

/** Under UNIQUE each row has a band of amounts of its own, so that no two can match. */
function tableOf(count: number, hitPolicy: DecisionTable['hitPolicy']): DecisionTable {
  const random = seeded(42);
  const band = Math.floor(150_000 / count);
  const own = (index: number): Record<string, Cell> =>
    hitPolicy === 'UNIQUE' ? { amount: { gt: index * band, lte: (index + 1) * band } } : {};
  const rows = Array.from({ length: count }, (_, index): TableRow => ({
    id: `R${index}`,
    source: 'DK',
    asOf: '2025-12-31',
    volatile: false,
    clause: text(`R${index}`),
    when: { ...Object.fromEntries(INPUTS.map((input) => [input.name, cell(input, random)])), ...own(index) },
    answer: { payer: index },
  }));
  return {
    code: `BENCH-${count}`,
    title: text('bench'),
    decision: 'BENCH',
    hitPolicy,
    inputs: INPUTS,
    outputs: [{ name: 'payer', label: text('payer'), type: 'number' }],
    rows,
  };
}

function factsOf(count: number): Facts[] {
  const random = seeded(7);
  const one = (input: InputDefinition): string | number | boolean => {
    if (input.values) return input.values[Math.floor(random() * input.values.length)]!.value;
    if (input.type === 'boolean') return random() < 0.5;
    return Math.floor(random() * 150) * (input.type === 'number' ? 1 : 1000);
  };
  return Array.from({ length: count }, () => Object.fromEntries(INPUTS.map((input) => [input.name, one(input)])));
}

type Test = (value: unknown) => boolean;

function testOf(condition: Cell): Test | undefined {
  if (condition === '-') return undefined;
  if (typeof condition !== 'object') return (value) => value === condition;
  if ('in' in condition) return (value) => condition.in.includes(value as string);
  const { gt = -Infinity, lte = Infinity } = condition as { gt?: number; lte?: number };
  return (value) => (value as number) > gt && (value as number) <= lte;
}

/** The usual way to run a table: row by row, each cell a prepared test, leaving a row at its first failing cell. */
function rowScan({ rows }: DecisionTable): (facts: Facts) => number[] {
  const prepared = rows.map(({ when }) =>
    Object.entries(when).flatMap(([name, condition]) => {
      const test = testOf(condition);
      return test ? [{ name, test }] : [];
    }),
  );
  return (facts) => {
    const found: number[] = [];
    for (let row = 0; row < prepared.length; row += 1) {
      if (prepared[row]!.every(({ name, test }) => test(facts[name]))) found.push(row);
    }
    return found;
  };
}

/** Calls a second over one batch. */
function rate(ask: (facts: Facts) => unknown, questions: readonly Facts[]): number {
  const start = performance.now();
  let done = 0;
  while (performance.now() - start < BATCH_MS) {
    for (const facts of questions) ask(facts);
    done += questions.length;
  }
  return (done / (performance.now() - start)) * 1000;
}

function sameAnswers(compiled: CompiledTable, scan: (facts: Facts) => number[], questions: readonly Facts[]): void {
  for (const facts of questions) {
    const ours = evaluate(compiled, facts, STORE)
      .map(({ row }) => row.id)
      .join();
    const theirs = scan(facts)
      .map((row) => `R${row}`)
      .join();
    if (ours !== theirs) throw new Error(`different answers: ${ours} and ${theirs}`);
  }
}

async function tables(hitPolicy: 'UNIQUE' | 'COLLECT'): Promise<void> {
  const questions = factsOf(500);
  const seconds: { ours: number; baseline: number }[] = [];
  for (const count of ROWS) {
    const table = tableOf(count, hitPolicy);
    const compiled = compile(table);
    const scan = rowScan(table);
    sameAnswers(compiled, scan, questions);
    const { ours, baseline } = await inTurn(
      ROUNDS,
      async () => rate((facts) => evaluate(compiled, facts, STORE), questions),
      async () => rate(scan, questions),
    );
    seconds.push({ ours: 1 / ours, baseline: 1 / baseline });
    const goal = count === 50 ? { goal: '≥ 100,000' } : {};
    print(
      compared({
        name: `policy.table.${hitPolicy.toLowerCase()}.${count}`,
        value: Math.round(ours),
        baseline: Math.round(baseline),
        unit: 'decisions/s',
        note: 'baseline: scan row by row',
        ...goal,
      }),
    );
  }
  const [first, last] = [seconds[0]!, seconds.at(-1)!];
  print({
    name: `policy.table.${hitPolicy.toLowerCase()}.growth`,
    value: rounded(last.ours / first.ours),
    baseline: rounded(last.baseline / first.baseline),
    unit: '× cost',
    goal: '< 20 (linear)',
    note: 'cost of 1,000 rows over cost of 50',
  });
}

function returnQuestions(): Facts[] {
  const random = seeded(3);
  const start = Date.parse('2025-05-01T12:00:00Z');
  return Array.from({ length: 500 }, () => ({
    reason: ['NO_REASON', 'QUALITY', 'PERFORMANCE_FAULT', 'SIZE_COLOR'][Math.floor(random() * 4)]!,
    returnClass: ['NONE', 'CUSTOM', 'VALUE_FALLS_ON_USE'][Math.floor(random() * 3)]!,
    threeGuarantees: random() < 0.5,
    signedAt: start,
    at: start + Math.floor(random() * 20 * 86_400_000),
  }));
}

function layered(): void {
  const policy = policyFor({ pack: 'TMALL' });
  const questions = returnQuestions();
  const measure = (name: string, note: string, ask: (facts: Facts) => unknown, goal?: string): void => {
    const rates = Array.from({ length: ROUNDS }, () => rate(ask, questions));
    print({ name, value: Math.round(median(rates)), unit: 'decisions/s', note, ...(goal ? { goal } : {}) });
  };
  measure('policy.decide.bare', 'statute and platform layers, exclusions, no explanation', (facts) =>
    decide(policy, 'RETURN', facts, STORE, { explain: false }),
  );
  measure(
    'policy.decide.explained',
    'with reasons, clause and what would change it',
    (facts) => decide(policy, 'RETURN', facts, STORE),
    '≥ 50,000',
  );
  measure('policy.return.explained', 'eligibility, freight, fee, refund rule and time, all explained', (facts) =>
    decideReturn(policy, facts, STORE),
  );
}

function once(name: string, run: () => unknown): void {
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  print({ name, value: rounded(median(times)), unit: 'ms' });
}

await tables('UNIQUE');
await tables('COLLECT');
layered();
once('policy.compile.1000', () => compile(tableOf(1000, 'COLLECT')));
once('policy.lint.50', () => lint(tableOf(50, 'FIRST')));
once('policy.lint.packs', () =>
  lint(policyFor({ pack: 'TMALL' }).layers[1]!.pack, { statute: policyFor({ pack: 'TMALL' }).layers[0]!.pack }),
);
