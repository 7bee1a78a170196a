import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../language/seeded-random.ts';
import {
  compile,
  evaluate,
  PACKS,
  packsOf,
  type CompiledTable,
  type Facts,
  type FactValue,
  type InputDefinition,
} from '../../policies/index.ts';
import { domainOf, intervalsOf, namesOf, universe } from '../../policies/cell.ts';
import { scalarOf } from '../../policies/scalar.ts';
import { before, type ValueSet } from '../../policies/value-set.ts';
import { compensationFor, CASE_REASONS } from '../aftersales/index.ts';
import { wantedCase } from '../aftersales/plan.ts';
import { orderFacts } from '../orders/facts.ts';
import { ORDERS, PRODUCTS } from '../orders/testing/scene.ts';
import { productTermFields } from './entities.ts';

const STORE = { zone: 'Asia/Shanghai' };

/** What the desk asks tables with, as its own code puts it together. */
const [order] = ORDERS;
const items = [{ lineId: 'l1', quantity: 1, newVariantId: 'shirt-L', variant: PRODUCTS[0]!.variants[1] }];
const ORDER_FACTS = Object.keys(
  orderFacts({
    order: order!,
    customer: { id: 'lily', name: 'Lily', email: 'l@example.com', paymentMethods: [] },
    asker: 'AGENT',
    now: '2025-05-03T04:00:00.000Z',
    reason: 'x',
    paymentMethodId: 'm',
    items,
  }),
);
const CASE_FACTS = [
  ...ORDER_FACTS,
  ...Object.keys(wantedCase.shape.condition.unwrap().shape),
  ...Object.keys(productTermFields),
  'reason',
  'remedy',
  'region',
  'purchaseConfirmed',
  'repairs',
  'repairDays',
  'daysLate',
  'compensationFor',
  'itemCompensated',
];
/** By question: the facts that its door gives, and the values where not all of a column come. */
const DOORS: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    ['RETURN', 'FREIGHT', 'RETURN_FEE', 'REFUND_RULE', 'REFUND_TIMING', 'COMPENSATION', 'EXCHANGE'].map((kind) => [
      kind,
      [...CASE_FACTS, 'goodsReceivedAt', 'inspectionPassedAt', 'returnShippedAt', 'firstScanAt'],
    ]),
  ),
  ...Object.fromEntries(
    ['CANCEL', 'CANCEL_REASON', 'CHANGE_ADDRESS', 'CHANGE_PAYMENT', 'CHANGE_ITEMS'].map((kind) => [kind, ORDER_FACTS]),
  ),
  DEADLINE: [...CASE_FACTS, 'timer', 'approvedAt', 'returnShippedAt'],
  APPROVAL: ['subject', 'amount'],
  OVERRIDE: ['overrideOf', 'role', 'reasonGiven'],
  DAMAGES: ['wrongdoing'],
  DISPATCH: ['campaignActive', 'dispatchException', 'paidBeforeCutOff'],
};
const VALUES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  DEADLINE: {
    timer: [
      'RETURN_DECISION',
      'SELLER_ANSWERS_AFTER_SHIPPING',
      'SELLER_ANSWERS_BEFORE_SHIPPING',
      'BUYER_RETURNS_GOODS',
      'SELLER_CONFIRMS_RETURN',
    ],
  },
  OVERRIDE: { overrideOf: ['RETURN'] },
  // GOOD_REVIEW is what a reason reads as.
  COMPENSATION: { compensationFor: [...compensationFor.options, 'GOOD_REVIEW'] },
  DISPATCH: { campaignActive: ['false'], dispatchException: ['false'], paidBeforeCutOff: ['false'] },
};

/**
 * Rules that only a trial of the policy reaches, in which staff state every fact; and why no other door leads there.
 */
const ONLY_TRIED: readonly (readonly [why: string, fits: (kind: string, rowId: string) => boolean])[] = [
  ['a dispute before a platform is conducted there; the desk carries its outcome out', (kind) => kind === 'DISPUTE'],
  ['service levels are the desk’s own, by channel and tier', (kind) => kind === 'RESPONSE'],
  ['the desk sends service messages and no campaigns', (kind) => kind === 'MESSAGING'],
  ['what a platform measures of the shop is measured there', (kind) => kind === 'METRIC'],
  ['a duty is read, not asked', (kind) => kind === 'DUTY'],
  ['invoices are issued by the shop', (kind) => kind === 'INVOICE'],
  [
    'reviews are shown and answered by the platform; payment for them is read from reasons (CMP-01)',
    (kind) => kind === 'REVIEW',
  ],
  ['burden of proof and warranty by contract are for people to argue', (kind) => kind === 'WARRANTY'],
  [
    'a campaign, its exceptions and the cut-off are known to the shop',
    (kind, id) => kind === 'DISPATCH' && /^(DSP-0[1-3]|TM-72|C1688-04)$/.test(id),
  ],
  ['these clocks run at the platform, in the shop, or as service levels of the desk', (kind) => kind === 'DEADLINE'],
  [
    'a gift threshold and a statute are no question of a case, so nobody can ask to override them',
    (kind, id) => kind === 'OVERRIDE' && /^OVR-0[12]$/.test(id),
  ],
  ['cases are approved before the goods are back', (kind, id) => kind === 'APPROVAL' && id.endsWith('-RETURNED')],
  [
    'legal grounds beyond the reason, and waits of a repairer, are for people to judge',
    (kind, id) => kind === 'RETURN' && /^(CN-14-cancel|CN-17-parts|CN-18)$/.test(id),
  ],
  ['whether the buyer has freight insurance is known to the platform', (_kind, id) => id === 'TM-12'],
];

const pick = <T>(random: () => number, all: readonly T[]): T | undefined => all[Math.floor(random() * all.length)];

/** Values of a set worth trying: its ends and its names. */
function samples(input: InputDefinition, set: ValueSet): FactValue[] {
  const unknown = set.unknown ? [null] : [];
  if (set.kind === 'named')
    return [
      ...(set.others ? (namesOf(input) ?? ['other']) : [...set.names]).map((name) => scalarOf(input, name)),
      ...unknown,
    ];
  const [least, most] = domainOf(input);
  return [
    ...intervalsOf(set)
      .flatMap(([low, high]) => [
        low === -Infinity ? Math.max(least, Math.min(0, before(input, high))) : low,
        high === Infinity ? Math.min(most, Math.max(low, 0) + 1_000) : before(input, high),
        high,
      ])
      .filter(Number.isFinite)
      .map((key) => scalarOf(input, key)),
    ...unknown,
  ];
}

/** Facts under which a row of a table answers, of those that `may` be given. */
function factsFor(
  table: CompiledTable,
  row: number,
  may: (input: InputDefinition, value: FactValue) => boolean,
): Facts | undefined {
  const random = seededRandom(row + 1);
  const choices = table.columns.map(({ input }, at) => {
    // Where the row does not care, what the other rows ask for is worth trying.
    const sets =
      table.rows[row]!.row.when[input.name] === undefined
        ? [universe(input), ...table.rows.map((one) => one.sets[at]!)]
        : [table.rows[row]!.sets[at]!];
    return [
      input,
      [...new Set(sets.flatMap((set) => samples(input, set)))].filter((value) => may(input, value)),
    ] as const;
  });
  // What nobody gives, has no usual value and must be known is the end of it.
  if (
    choices.some(
      ([input, values]) =>
        values.length === 0 &&
        (table.rows[row]!.row.when[input.name] !== undefined || (input.default === undefined && !input.nullable)),
    )
  )
    return undefined;
  for (let tries = 0; tries < 1_000; tries += 1) {
    const facts: Facts = Object.fromEntries(
      choices.flatMap(([input, values]) =>
        values.length > 0 ? [[input.name, pick(random, values) as FactValue]] : [],
      ),
    );
    try {
      if (evaluate(table, facts, STORE).includes(table.rows[row]!)) return facts;
    } catch {
      // A fact is missing that nobody may give.
    }
  }
  return undefined;
}

/** Whether a door gives this value of a column: by name, or by the instant that the column counts from. */
const given =
  (kind: string) =>
  (input: InputDefinition, value: FactValue): boolean => {
    const known = DOORS[kind] ?? [];
    const reached = known.includes(input.name) || (input.derived !== undefined && known.includes(input.derived.from));
    if (!reached) return value === (input.default ?? null);
    const values = VALUES[kind]?.[input.name];
    return values === undefined || value === null || values.includes(String(value));
  };

const packs = Object.keys(PACKS);
/** Rules that no door led to, of all packs. */
const seen: (readonly [kind: string, rowId: string])[] = [];

const rowsOf = (code: string) => {
  const pack = packsOf({ pack: code }).find((one) => one.code === code)!;
  return pack.tables.map((table) => compile(table));
};

describe.each(packs)('every rule of %s', (code) => {
  test('can answer something: none is hidden behind another', () => {
    const hidden = rowsOf(code).flatMap((table) =>
      table.rows.flatMap(({ row }, index) => (factsFor(table, index, () => true) ? [] : [row.id])),
    );
    expect(hidden).toEqual([]);
  });

  test('answers to something that a user of the desk can make, or is listed with its reason', () => {
    const unreached = rowsOf(code).flatMap((table) => {
      const kind = table.table.decision;
      return table.rows.flatMap(({ row }, index) =>
        factsFor(table, index, given(kind)) ? [] : [[kind, row.id] as const],
      );
    });
    seen.push(...unreached);
    expect(unreached.filter(([kind, id]) => !ONLY_TRIED.some(([, fits]) => fits(kind, id)))).toEqual([]);
  });
});

test('the list of rules that only a trial reaches names no reason in vain', () => {
  expect(ONLY_TRIED.filter(([, fits]) => !seen.some(([kind, id]) => fits(kind, id))).map(([why]) => why)).toEqual([]);
});

test('reasons of a case are those of the rules', () => {
  const reasons = new Set(
    packs
      .flatMap(rowsOf)
      .flatMap(({ table }) =>
        table.inputs
          .filter(({ name }) => name === 'reason')
          .flatMap(({ values = [] }) => values.map(({ value }) => value)),
      ),
  );
  expect([...reasons].sort()).toEqual([...CASE_REASONS].sort());
});
