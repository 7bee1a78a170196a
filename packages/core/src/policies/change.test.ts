import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ALIBABA_B2B,
  AMAZON,
  CN_LAW,
  decide,
  kindOf,
  policyFor,
  RETAIL_DEMO,
  TMALL,
  type DecisionTable,
  type Decision,
  type Facts,
  type FactValue,
  type InputDefinition,
  type Policy,
} from './index.ts';

const STORE = { zone: 'Asia/Shanghai', currency: 'CNY' };
const BASE = Date.parse('2025-05-01T12:00:00+08:00');

function valueOf(input: InputDefinition, bounds: readonly number[]): fc.Arbitrary<FactValue> {
  if (input.values) return fc.constantFrom(...input.values.map(({ value }) => value));
  if (input.type === 'boolean') return fc.boolean();
  if (input.type === 'string') return fc.constantFrom('a', 'b');
  return fc.constantFrom(...bounds, 0, 3, 8);
}

/** Facts of a table: instants around the windows, everything else from its columns. */
function factsFor(tables: readonly DecisionTable[]): fc.Arbitrary<Facts> {
  const inputs = [...new Map(tables.flatMap((table) => table.inputs).map((input) => [input.name, input])).values()];
  const instants = new Set(
    inputs.flatMap(({ derived }) => (derived ? [derived.from] : [])).filter((name) => name !== 'at'),
  );
  const hour = 3_600_000;
  const fields: Record<string, fc.Arbitrary<FactValue>> = {
    at: fc.integer({ min: -48, max: 24 * 120 }).map((hours) => BASE + hours * hour),
  };
  for (const name of instants)
    fields[name] = fc.oneof(
      { weight: 5, arbitrary: fc.integer({ min: -60, max: 60 }).map((hours) => BASE + hours * hour) },
      { weight: 1, arbitrary: fc.constant(null) },
    );
  for (const input of inputs)
    if (!input.derived) fields[input.name] = valueOf(input, [199, 200, 19_999, 20_000, 20_001, 50_000]);
  return fc.record(fields);
}

function signature(kind: string, { outputs }: Decision): string {
  return JSON.stringify(
    kindOf(kind)
      .signature.filter((name) => name in outputs)
      .map((name) => [name, outputs[name] ?? null]),
  );
}

const POLICIES: ['TMALL' | 'AMAZON' | 'ALIBABA_B2B' | 'RETAIL_DEMO', Policy, readonly DecisionTable[]][] = [
  ['TMALL', policyFor({ pack: 'TMALL' }), [...CN_LAW.tables, ...TMALL.tables]],
  ['AMAZON', policyFor({ pack: 'AMAZON' }), AMAZON.tables],
  ['ALIBABA_B2B', policyFor({ pack: 'ALIBABA_B2B' }), ALIBABA_B2B.tables],
  ['RETAIL_DEMO', policyFor({ pack: 'RETAIL_DEMO' }), RETAIL_DEMO.tables],
];

const QUESTIONS = POLICIES.flatMap(([name, policy, tables]) =>
  [...new Set(tables.map(({ decision }) => decision))].map((kind) => ({
    name: `${name} ${kind}`,
    policy,
    kind,
    tables: tables.filter(({ decision }) => decision === kind),
  })),
);

describe('what would change a decision', () => {
  it.each(QUESTIONS)('does change it, in $name', ({ policy, kind, tables }) => {
    fc.assert(
      fc.property(factsFor(tables), (facts) => {
        const decision = decide(policy, kind, facts, STORE);
        for (const change of decision.whatWouldChangeIt) {
          const changed = decide(policy, kind, { ...facts, ...change.facts }, STORE);
          expect(signature(kind, changed)).not.toBe(signature(kind, decision));
          expect(
            Object.entries(change.becomes).filter(
              ([key, value]) => JSON.stringify(changed.outputs[key] ?? null) !== JSON.stringify(value),
            ),
          ).toEqual([]);
          expect(change.text.zh).not.toBe('');
          expect(change.text.en).not.toBe('');
        }
      }),
      { numRuns: 40 },
    );
  });

  it.each(POLICIES)(
    'is the same whatever the policy was asked before, and in which currency, in %s',
    (pack, policy, tables) => {
      const kinds = [...new Set(tables.map(({ decision }) => decision))];
      const question = fc.constantFrom(...kinds).chain((kind) =>
        fc.record({
          kind: fc.constant(kind),
          facts: factsFor(tables.filter(({ decision }) => decision === kind)),
          currency: fc.constantFrom('CNY', 'USD'),
        }),
      );
      fc.assert(
        fc.property(question, ({ kind, facts, currency }) => {
          const store = { ...STORE, currency };
          expect(decide(policy, kind, facts, store)).toEqual(decide(policyFor({ pack }), kind, facts, store));
        }),
        { numRuns: 60 },
      );
    },
  );

  it('tells when a yes ends to the millisecond, and that it holds until then', () => {
    const policy = policyFor({ pack: 'TMALL' });
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 8 * 24 * 60 }),
        fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Europe/Berlin'),
        (minutes, zone) => {
          const store = { ...STORE, zone };
          const facts = {
            reason: 'NO_REASON',
            signedAt: Date.parse('2025-10-24T15:00:00Z'),
            at: Date.parse('2025-10-24T15:00:00Z') + minutes * 60_000,
          };
          const decision = decide(policy, 'RETURN', facts, store);
          const until = decision.whatWouldChangeIt.find(({ form }) => form === 'UNTIL')?.instant;
          if (decision.outcome !== 'ALLOW') return;
          const end = Date.parse(until!);
          expect(decide(policy, 'RETURN', { ...facts, at: end - 1 }, store).outcome).toBe('ALLOW');
          expect(decide(policy, 'RETURN', { ...facts, at: end }, store).outcome).toBe('DENY');
        },
      ),
    );
  });

  it('never proposes to claim another reason or class of goods', () => {
    const policy = policyFor({ pack: 'TMALL' });
    fc.assert(
      fc.property(
        factsFor([...CN_LAW.tables, ...TMALL.tables].filter(({ decision }) => decision === 'RETURN')),
        (facts) => {
          const inputs = decide(policy, 'RETURN', facts, STORE).whatWouldChangeIt.flatMap((change) => change.inputs);
          expect(
            inputs.filter((name) =>
              ['reason', 'returnClass', 'goodsGroup', 'threeGuarantees', 'contractCancelHolds'].includes(name),
            ),
          ).toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('tells a gift card how much it is short, and which names would do', () => {
    const policy = policyFor({ pack: 'RETAIL_DEMO' });
    const store = { zone: 'America/New_York', currency: 'USD' };
    const paying = { shopStatus: 'PENDING', newMethod: 'GIFT_CARD', payments: 1, giftCardMargin: -1, at: 0 };
    const short = decide(policy, 'CHANGE_PAYMENT', paying, store);
    expect(short).toMatchObject({ outcome: 'DENY', ruleIds: ['RD-PAYMENT-BALANCE'], outputs: { code: 'BALANCE' } });
    expect(short.whatWouldChangeIt.map(({ text }) => text.en)).toEqual([
      'New payment method: another method',
      '$0.01 short (Gift card balance)',
    ]);
    const reason = decide(policy, 'CANCEL_REASON', { cancelReason: 'OTHER' }, store);
    expect(reason.whatWouldChangeIt.map(({ text }) => text)).toEqual([
      { zh: '取消原因：不需要了、下错单', en: 'Cancellation reason: no longer needed, ordered by mistake' },
    ]);
  });
});
