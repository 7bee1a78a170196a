import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CN_LAW,
  compile,
  compileProblems,
  evaluate,
  GENERIC,
  lint,
  loadCel,
  PACKS,
  packsOf,
  parsePolicyPack,
  scanRows,
  TMALL,
  type Cell,
  type DecisionTable,
  type Facts,
  type Finding,
  type InputDefinition,
  type PolicyPack,
  type Scalar,
  type TableRow,
} from '../index.ts';

const STORE = { zone: 'Asia/Shanghai' };
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

const days: InputDefinition = { name: 'days', label: text('Days'), type: 'number', integer: true, min: 0, max: 6 };
const tier: InputDefinition = {
  name: 'tier',
  label: text('Tier'),
  type: 'enum',
  values: ['A', 'B', 'C'].map((value) => ({ value, label: text(value) })),
};
const vip: InputDefinition = { name: 'vip', label: text('VIP'), type: 'boolean', nullable: true };
const size: InputDefinition = {
  name: 'size',
  label: text('Size'),
  type: 'enum',
  values: ['S', 'M', 'L', 'XL'].map((value) => ({ value, label: text(value) })),
};
const INPUTS = [days, tier, vip, size];

function table(hitPolicy: DecisionTable['hitPolicy'], rows: TableRow[], inputs = INPUTS): DecisionTable {
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

const short = (findings: readonly Finding[]) =>
  findings.map(({ code, severity, rowIds }) => `${code} ${severity} ${rowIds.join(',')}`.trim());

describe('lint of a table', () => {
  it('answers a thousand rows that all contradict each other with some of them, instead of with half a million', () => {
    const rows = Array.from({ length: 1_000 }, (_, index) => row(`R${index}`, { days: { gte: index % 7 } }, index));
    const findings = lint(table('UNIQUE', rows)).filter(({ code }) => code === 'CONTRADICTION');
    expect([findings.length, findings[0]?.rowIds]).toEqual([200, ['R0', 'R1']]);
  });

  it('finds the facts that no row covers, as wide as they are', () => {
    const [gap, ...others] = lint(
      table('UNIQUE', [
        row('a', { days: { lte: 3 } }, 1),
        row('b', { days: { gte: 5 }, tier: { not: ['C'] } }, 2),
        row('c', { days: { gte: 5 }, tier: 'C', vip: { in: [true, false] } }, 3),
      ]),
    );
    expect(gap).toMatchObject({
      code: 'GAP',
      severity: 'ERROR',
      where: { en: 'Days: = 4', zh: 'Days：= 4' },
      example: { days: 4 },
    });
    expect(others.map(({ where }) => where.en)).toEqual(['Days: ≥ 4; Tier: C; VIP: not known']);
  });

  it('finds rows that contradict each other and rows that say the same twice', () => {
    const rows = [
      row('a', { tier: 'A' }, 1),
      row('b', { days: { lte: 2 }, tier: { in: ['A', 'B'] } }, 2),
      row('c', { tier: 'A', vip: true }, 1),
    ];
    const findings = lint({ ...table('UNIQUE', rows), complete: false });
    expect(short(findings)).toEqual(['CONTRADICTION ERROR a,b', 'REDUNDANT WARNING a,c', 'CONTRADICTION ERROR b,c']);
    expect(findings[0]).toMatchObject({ where: { en: 'Days: ≤ 2; Tier: A' }, example: { tier: 'A' } });
    expect(findings[0]?.text.zh).toContain('a 与 b 重叠但结果不同');
  });

  it('lets priorities settle an overlap, and finds rows of one priority that nothing settles', () => {
    const rows = [
      row('high', { tier: 'A' }, 1, { priority: 2 }),
      row('low', {}, 2, { priority: 1 }),
      row('rival', { tier: { in: ['A', 'B'] } }, 3, { priority: 1 }),
    ];
    const findings = lint(table('PRIORITY', rows));
    expect(short(findings)).toEqual(['CONTRADICTION ERROR low,rival', 'NEVER_REACHED WARNING rival,high,low']);
    expect(findings[0]?.where.en).toBe('Tier: B');
  });

  it('finds a row that several earlier rows hide only together', () => {
    const rows = [
      row('a', { days: { lte: 3 } }, 1),
      row('b', { days: { gt: 3 }, tier: { not: ['C'] } }, 2),
      row('c', { days: { gt: 2 }, tier: { not: ['C'] } }, 3),
      row('d', {}, 4),
    ];
    expect(short(lint(table('FIRST', rows)))).toEqual(['NEVER_REACHED WARNING c,a,b']);
  });

  it('never counts on a condition', async () => {
    const rows = [
      row('a', {}, 1, { condition: 'days > 1' }),
      row('b', { tier: 'A' }, 2),
      row('c', { tier: { not: ['A'] } }, 3),
    ];
    const conditions = await loadCel();
    expect(short(lint(table('FIRST', rows), { conditions }))).toEqual([]);
    expect(short(lint(table('FIRST', rows.slice(0, 2)), { conditions }))).toEqual(['GAP WARNING a']);
    expect(short(lint(table('FIRST', rows)))).toEqual(['COMPILE ERROR a']);
  });

  it('says so when rows are too entangled to be checked exactly', () => {
    let state = 1;
    const random = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
    const inputs = Array.from({ length: 60 }, (_, index): InputDefinition => ({
      name: `c${index}`,
      label: text(`c${index}`),
      type: 'boolean',
    }));
    const entangled = Array.from({ length: 270 }, (_, index) =>
      row(`r${index}`, Object.fromEntries([0, 1, 2].map(() => [`c${Math.floor(random() * 60)}`, random() < 0.5])), 1),
    );
    expect(short(lint(table('FIRST', entangled, inputs)))).toContain('TOO_COMPLEX WARNING');
  });

  it('knows the whole numbers between two bounds from nothing', () => {
    const real: InputDefinition = { name: 'ratio', label: text('Ratio'), type: 'number' };
    const bounds = (name: string) => [row('low', { [name]: { lte: 3 } }, 1), row('high', { [name]: { gte: 4 } }, 2)];
    expect(lint(table('UNIQUE', bounds('days'), [days]))).toEqual([]);
    expect(lint(table('UNIQUE', bounds('ratio'), [real])).map(({ where }) => where.en)).toEqual(['Ratio: > 3 and < 4']);
  });
});

const anyCell = (input: InputDefinition): fc.Arbitrary<Cell> => {
  const values: Scalar[] =
    input === days ? [0, 1, 3, 5, 6] : input === vip ? [true, false] : input.values!.map((one) => one.value);
  const value = fc.constantFrom(...values);
  const list = fc.array(value, { minLength: 1, maxLength: 2 });
  const common: fc.Arbitrary<Cell>[] = [
    fc.constant('-'),
    value,
    list.map((many) => ({ in: many })),
    list.map((many) => ({ not: many })),
  ];
  if (input === vip)
    common.push(
      fc.constant({ isNull: true as const }),
      value.map((one) => ({ in: [one], orNull: true as const })),
    );
  if (input === days)
    common.push(
      value.map((limit) => ({ lte: limit })),
      value.map((limit) => ({ gt: limit })),
    );
  return fc.oneof(...common);
};

const anyRows = fc
  .array(fc.tuple(fc.tuple(...INPUTS.map(anyCell)), fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 2 })), {
    minLength: 1,
    maxLength: 16,
  })
  .map((list) =>
    list.map(([cells, answer, priority], index) =>
      row(`r${index}`, Object.fromEntries(cells.map((cell, at) => [INPUTS[at]!.name, cell])), answer, { priority }),
    ),
  );

const EVERY_FACT: Facts[] = [0, 1, 2, 3, 4, 5, 6].flatMap((d) =>
  ['A', 'B', 'C'].flatMap((t) =>
    [true, false, null].flatMap((v) => ['S', 'M', 'L', 'XL'].map((s) => ({ days: d, tier: t, vip: v, size: s }))),
  ),
);

function usable(hitPolicy: DecisionTable['hitPolicy'], rows: TableRow[]): DecisionTable {
  return table(
    hitPolicy,
    rows.filter((one) => compileProblems(table(hitPolicy, [one])).length === 0),
  );
}

describe('lint against asking every possible fact', () => {
  it('reports gaps exactly where no row matches', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const t = usable('UNIQUE', rows);
        const gaps = lint(t).filter(({ code }) => code === 'GAP');
        expect(gaps.length > 0).toBe(EVERY_FACT.some((facts) => scanRows(t, facts, STORE).length === 0));
        for (const { example } of gaps) expect(scanRows(t, example, STORE)).toEqual([]);
      }),
      { numRuns: 120 },
    );
  });

  it('reports contradictions exactly where two rows match and differ', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const t = usable('UNIQUE', rows);
        const found = lint(t).filter(({ code }) => code === 'CONTRADICTION' || code === 'REDUNDANT');
        const expected = new Set(
          EVERY_FACT.flatMap((facts) => {
            const hits = scanRows(t, facts, STORE);
            return hits.flatMap((a, at) =>
              hits
                .slice(at + 1)
                .map(
                  (b) => `${a.answer['answer'] === b.answer['answer'] ? 'REDUNDANT' : 'CONTRADICTION'} ${a.id},${b.id}`,
                ),
            );
          }),
        );
        expect(new Set(found.map(({ code, rowIds }) => `${code} ${rowIds.join(',')}`))).toEqual(expected);
        for (const { example, rowIds } of found)
          expect(scanRows(t, example, STORE).map(({ id }) => id)).toEqual(expect.arrayContaining([...rowIds]));
      }),
      { numRuns: 120 },
    );
  });

  it('reports exactly the rows that never answer', () => {
    fc.assert(
      fc.property(anyRows, fc.constantFrom('FIRST' as const, 'PRIORITY' as const), (rows, hitPolicy) => {
        const t = usable(hitPolicy, rows);
        const compiled = compile(t);
        const answered = new Set(
          EVERY_FACT.flatMap((facts) => evaluate(compiled, facts, STORE).map((hit) => hit.row.id)),
        );
        const found = lint(t)
          .filter(({ code }) => code === 'NEVER_REACHED')
          .map(({ rowIds: [id] }) => id);
        expect(new Set(found)).toEqual(new Set(t.rows.map(({ id }) => id).filter((id) => !answered.has(id))));
      }),
      { numRuns: 120 },
    );
  });
});

const returnsOf = (pack: PolicyPack) =>
  pack.tables.find(({ decision, role }) => decision === 'RETURN' && role !== 'EXCLUSION')!;

function draft(when: Record<string, Cell>, answer: TableRow['answer']): PolicyPack {
  const own = { ...returnsOf(TMALL).rows[0]!, id: 'OWN', rules: ['OWN'], when, answer };
  return { ...TMALL, tables: [{ ...returnsOf(TMALL), code: 'OWN-RETURN', rows: [own] }] };
}

describe('lint against the statute', () => {
  const weaker = (pack: PolicyPack) =>
    lint(pack, { statute: CN_LAW }).filter(({ code }) => code === 'WEAKER_THAN_STATUTE');
  const RETURN = { outcome: 'ALLOW', remedies: ['RETURN'], auto: false };

  it('finds a window shorter than the law gives, with a day that shows it', () => {
    const [finding] = weaker(draft({ reason: 'NO_REASON', daysSinceSigned: { lte: 5 } }, RETURN));
    expect(finding).toMatchObject({ severity: 'ERROR', rowIds: ['OWN', 'CN-01'], table: 'OWN-RETURN' });
    expect(finding?.where.en).toContain('≥ 6 days and ≤ 7 days');
    expect(finding?.example).toMatchObject({ reason: 'NO_REASON', daysSinceSigned: 6 });
    expect(finding?.text.zh).toContain('低于法定规则 CN-01');
  });

  it('accepts the same window and a longer one', () => {
    expect(weaker(draft({ reason: 'NO_REASON', daysSinceSigned: { lte: 7 } }, RETURN))).toEqual([]);
    expect(weaker(draft({ reason: 'NO_REASON', daysSinceSigned: { lte: 30 } }, RETURN))).toEqual([]);
  });

  it('finds a refusal where the law grants', () => {
    const findings = weaker(
      draft({ reason: 'NO_REASON', daysSinceSigned: { gte: 3 } }, { outcome: 'DENY', remedies: [], auto: false }),
    );
    expect(short(findings)).toEqual(['WEAKER_THAN_STATUTE ERROR OWN,CN-01']);
  });

  it('finds freight put on the buyer for a fault of the seller, and a refund later than the law allows', () => {
    const freight = GENERIC.tables.find(({ code }) => code === 'GEN-FREIGHT')!;
    const timing = GENERIC.tables.find(({ code }) => code === 'GEN-REFUND-TIME')!;
    const mean: PolicyPack = {
      ...TMALL,
      tables: [
        { ...freight, rows: freight.rows.map((one) => ({ ...one, answer: { payer: 'BUYER' } })) },
        { ...timing, rows: [{ ...timing.rows[1]!, answer: { due: { from: 'goodsReceivedAt', days: 10 } } }] },
      ],
    };
    expect(short(weaker(mean))).toEqual(
      [
        'WEAKER_THAN_STATUTE ERROR GEN-31,CN-14',
        'WEAKER_THAN_STATUTE ERROR GEN-31,CN-16',
        'WEAKER_THAN_STATUTE ERROR GEN-44,CN-11',
      ].map((line) => line.replace('CN-14', 'CN-14-freight').replace('CN-16', 'CN-16-freight')),
    );
  });

  it('finds an exclusion that the law does not know', () => {
    const exclusions = GENERIC.tables.find(({ role }) => role === 'EXCLUSION')!;
    const pack = {
      ...TMALL,
      tables: [{ ...exclusions, rows: [{ ...exclusions.rows[3]!, when: { returnClass: 'FINAL_SALE' } }] }],
    };
    expect(short(weaker(pack))).toEqual(['WEAKER_THAN_STATUTE ERROR GEN-24,CN-01']);
  });
});

describe('the shipped packs', () => {
  const statutes = (pack: PolicyPack) => Object.entries(pack.statutoryLayer ?? { '*': undefined });

  it.each(Object.keys(PACKS))('%s has no gap, contradiction, hidden row or promise below the law', (code) => {
    for (const [region, statute] of statutes(PACKS[code]!)) {
      const [pack] = packsOf({ pack: code, region }).slice(-1);
      const given: Record<string, string> = region === 'CN' ? { region } : {};
      expect(short(lint(pack!, { statute: statute ? PACKS[statute] : undefined, given }))).toEqual([]);
    }
  });

  it.each(Object.entries(PACKS))('%s carries an id, a source, a date and both languages in every row', (_, pack) => {
    const rows = pack.tables.flatMap((one) => one.rows);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    for (const { clause, asOf, source } of rows) {
      expect(clause.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(clause.en).toMatch(/[a-z]/);
      expect([asOf, source]).toEqual([
        expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
        expect.stringMatching(/^(S|DK|DK✓)$/),
      ]);
    }
  });

  it.each(Object.entries(PACKS))('%s survives being stored as JSON', (_, pack) => {
    expect(parsePolicyPack(JSON.parse(JSON.stringify(pack)))).toEqual(pack);
  });

  it('state every rule of the statutory list', () => {
    const stated = new Set(CN_LAW.tables.flatMap((one) => one.rows.flatMap(({ id, rules }) => rules ?? [id])));
    const wanted = Array.from({ length: 24 }, (_, index) => `CN-${String(index + 1).padStart(2, '0')}`);
    expect(wanted.filter((id) => !stated.has(id))).toEqual([]);
  });
});
