import { describe, expect, test } from 'vitest';
import type { DecidingRule, Decision } from './decide.ts';
import { kindOf } from './decision-kind.ts';
import { decide } from './decide.ts';
import { PACKS, policyFor } from './packs/index.ts';
import { createPolicy } from './policy.ts';
import { sentences, toldOf } from './sentence.ts';
import { rowSchema } from './table-schema.ts';

const saying = { zone: 'Asia/Shanghai', now: '2025-05-03T04:00:00.000Z' };
const STORE = { zone: 'Asia/Shanghai', currency: 'CNY' };
const SIGNED = '2025-05-01T12:15:00.000Z';
/** What customers meet. */
const KINDS = [
  'RETURN',
  'EXCHANGE',
  'CANCEL',
  'CANCEL_REASON',
  'CHANGE_ADDRESS',
  'CHANGE_PAYMENT',
  'CHANGE_ITEMS',
  'COMPENSATION',
];
const REMEDIES = ['RETURN', 'EXCHANGE', 'REPAIR', 'REFUND_ONLY', 'RESHIP'];
const PAYERS = ['SELLER', 'BUYER', 'SPLIT', 'FAULT_PARTY', 'CONTRACT', null];

const decisionOf = (kind: string, outcome: string, rule?: Partial<DecidingRule>): Decision => ({
  kind,
  outcome,
  outputs: { outcome },
  ruleIds: ['X-1'],
  rules: [
    {
      pack: 'X',
      layer: 'PROMISE',
      table: 'X',
      row: 'X-1',
      ruleIds: ['X-1'],
      source: 'S',
      asOf: '2025-01-01',
      volatile: false,
      clause: { zh: '条款。', en: 'A clause.' },
      ...rule,
    },
  ],
  reasons: [],
  clause: { zh: '条款。', en: 'A clause.' },
  dues: [],
  whatWouldChangeIt: [],
  assumed: [],
  overruled: [],
  packs: [],
});

function expectHuman({ zh, en }: { readonly zh: string; readonly en: string }, of: string): void {
  expect(en, of).toMatch(/^[A-Z][^[\]{}_]*[a-z0-9]\.$/);
  expect(zh, of).toMatch(/[。]$/);
  expect(zh, of).toMatch(/\p{Script=Han}/u);
  // No codes, ids, law, seconds, half-width marks of the trace.
  expect(`${en} ${zh}`, of).not.toMatch(
    /[A-Z]{2,}|\b[A-Z]+-\d|\bRule\b|规则 |\d\d:\d\d:\d\d|\bart\.|第.+条|undefined|null|\.\.|。。/,
  );
  expect(zh, of).not.toMatch(/[,;:()]/);
  expect(en.length, of).toBeLessThan(160);
}

const rowsMet = Object.values(PACKS).flatMap(({ code, tables }) =>
  tables
    .filter(({ decision }) => KINDS.includes(decision))
    .flatMap(({ decision, role, rows }) => rows.map((row) => ({ pack: code, decision, role, row }))),
);

describe('what a customer is told', () => {
  test.each(rowsMet.map((one) => [`${one.pack} ${one.row.id}`, one] as const))(
    'is a sentence in both languages without codes, rule numbers and seconds: %s',
    (name, { decision: kind, role, row }) => {
      const outcome = role === 'EXCLUSION' ? 'DENY' : String(row.answer['outcome'] ?? 'ALLOW');
      const rule = { clause: row.clause, ...(row.told ? { told: row.told } : {}) };
      const remedies = kind === 'RETURN' ? REMEDIES : [undefined];
      for (const remedy of remedies)
        for (const freightPayer of PAYERS) {
          const about = { freightPayer, saying, ...(remedy ? { remedy } : {}) };
          const { sentence, clause } = toldOf(decisionOf(kind, outcome, rule), about);
          expectHuman(sentence, name);
          expect(clause).not.toBeNull();
        }
    },
  );

  test.each([...KINDS, 'A_QUESTION_OF_THE_SHOP'])(
    'comes of the outcome alone where an owner’s rule brings no sentence: %s',
    (kind) => {
      const said = ['ALLOW', 'REVIEW', 'DENY'].map((outcome) => toldOf(decisionOf(kind, outcome)).sentence);
      for (const sentence of said) expectHuman(sentence, kind);
      expect(new Set(said.map(({ en }) => en)).size).toBe(3);
      expect(said[2]?.en).toMatch(/^Sorry, /);
    },
  );

  test('of every exclusion says what still can be done, or that it cannot', () => {
    const exclusions = rowsMet.filter(({ role, row }) => role === 'EXCLUSION' && row.answer['excluded'] === true);
    expect(exclusions.length).toBeGreaterThan(10);
    for (const { row } of exclusions) expect(row.told?.en, row.id).toMatch(/^Sorry, /);
  });

  test.each(['GENERIC', 'TMALL'])('names the last day and who pays the way back, of a real return: %s', (pack) => {
    const policy = policyFor({ pack, region: 'CN' });
    const facts = { region: 'CN', reason: 'NO_REASON', orderedAt: SIGNED, signedAt: SIGNED, deliveredAt: SIGNED };
    const ask = (at: string) => decide(policy, 'RETURN', { ...facts, at }, STORE);
    const about = { remedy: 'RETURN', freightPayer: 'BUYER', saying };
    const inTime = toldOf(ask('2025-05-03T04:00:00.000Z'), about);
    expect(inTime.sentence).toEqual({
      zh: '您最晚可以在5月8日星期四申请退货退款，寄回运费由您承担。',
      en: 'You can return this and get your money back until Thursday, 8 May; you pay the way back.',
    });
    expect(inTime.clause?.en).toMatch(/seven/);
    expect(toldOf(ask('2025-05-03T04:00:00.000Z'), { ...about, freightPayer: null }).sentence.en).not.toContain(
      'way back',
    );
    expect(toldOf(ask('2025-05-20T04:00:00.000Z'), about).sentence).toEqual({
      zh: '抱歉，申请退货退款的期限已于5月8日星期四结束。',
      en: 'Sorry, you could return this and get your money back until Thursday, 8 May.',
    });
    // Once it is asked for, the time to ask by is over and done with.
    const { saying: _now, ...settled } = about;
    expect(toldOf(ask('2025-05-03T04:00:00.000Z'), settled).sentence.en).toBe(
      'You can return this and get your money back; you pay the way back.',
    );
  });

  test('names no last day of one remedy where another of the same rules ends', () => {
    const policy = policyFor({ pack: 'TMALL', region: 'CN' });
    const facts = { region: 'CN', reason: 'QUALITY', orderedAt: SIGNED, signedAt: SIGNED, deliveredAt: SIGNED };
    const decision = decide(policy, 'RETURN', { ...facts, at: '2025-05-03T04:00:00.000Z' }, STORE);
    expect(toldOf(decision, { remedy: 'RETURN', saying }).sentence.en).toContain('until Thursday, 8 May');
    expect(toldOf(decision, { remedy: 'REPAIR', saying }).sentence.en).not.toContain('8 May');
  });

  test('never proposes a state of the goods that the customer could bring about', () => {
    const decision = decide(
      policyFor({ pack: 'GENERIC', region: 'CN' }),
      'RETURN',
      { region: 'CN', reason: 'NO_REASON', orderedAt: SIGNED, signedAt: SIGNED, goodsIntact: false, at: SIGNED },
      STORE,
    );
    expect(decision.outcome).toBe('DENY');
    expect(toldOf(decision, { remedy: 'RETURN', saying }).sentence.en).not.toMatch(/\bif\b|unless|intact/);
  });

  test('is the row’s own sentence where it has one, with its last day in it', () => {
    const row = rowSchema.parse({
      id: 'OWN-1',
      source: 'S',
      asOf: '2025-01-01',
      volatile: false,
      when: { daysSinceSigned: { lte: 10 } },
      answer: { outcome: 'ALLOW', remedies: ['RETURN'], auto: true },
      clause: { zh: '十天内可退。', en: 'Ten days.' },
      told: { zh: '请在{until}前告诉我们，我们上门取件。', en: 'Tell us until {until} and we fetch it.' },
    });
    const pack = PACKS['GENERIC']!;
    const table = pack.tables.find(({ code }) => code === 'GEN-RETURN')!;
    const policy = createPolicy([{ ...pack, tables: [{ ...table, rows: [row] }] }]);
    const ask = (at: string) =>
      decide(policy, 'RETURN', { region: 'CN', reason: 'NO_REASON', signedAt: SIGNED, at }, STORE);
    const decision = ask('2025-05-03T04:00:00.000Z');
    expect(toldOf(decision, { remedy: 'RETURN', saying }).sentence).toEqual({
      zh: '请在5月11日星期日前告诉我们，我们上门取件。',
      en: 'Tell us until Sunday, 11 May and we fetch it.',
    });
    expect(toldOf(decision, { remedy: 'RETURN' }).sentence.en).toBe('You can return this and get your money back.');
    expect(toldOf(decision, { remedy: 'RETURN', saying, freightPayer: 'SELLER' }).sentence.en).toBe(
      'Tell us until Sunday, 11 May and we fetch it. We pay the way back.',
    );
    // It is not said of a remedy that the row does not grant.
    expect(toldOf(decision, { remedy: 'REPAIR', saying }).sentence.en).not.toContain('fetch');
  });

  test('has no clause where no rule speaks', () => {
    const decision = { ...decisionOf('RETURN', 'DENY'), rules: [], ruleIds: [], clause: kindOf('RETURN').none.text };
    expect(toldOf(decision, { remedy: 'RETURN' }).clause).toBeNull();
  });

  test('joins several sentences with capitals and stops', () => {
    expect(
      sentences([
        { zh: '商品在途', en: 'the goods are on their way' },
        { zh: '您可以退货。', en: 'You can return this.' },
      ]),
    ).toEqual({ zh: '商品在途。您可以退货。', en: 'The goods are on their way. You can return this.' });
  });
});
