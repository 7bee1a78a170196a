import { describe, expect, it } from 'vitest';
import {
  ALIBABA_B2B,
  AMAZON,
  approvalOf,
  CN_LAW,
  compile,
  createPolicy,
  decide,
  decideReturn,
  evaluate,
  policyFor,
  TMALL,
  UnknownPack,
  type PolicyPack,
  type TableRow,
} from './index.ts';

const S1 = { policy: policyFor({ pack: 'TMALL' }), store: { zone: 'Asia/Shanghai', currency: 'CNY' } };
const S2 = { policy: policyFor({ pack: 'AMAZON' }), store: { zone: 'America/New_York', currency: 'USD' } };
const S3 = { policy: policyFor({ pack: 'ALIBABA_B2B' }), store: { zone: 'Asia/Shanghai', currency: 'USD' } };
const SIGNED = '2025-05-01T20:15:00+08:00';

describe('the seven-day window', () => {
  const ask = (at: string, facts: Record<string, string | boolean> = {}) =>
    decideReturn(S1.policy, { reason: 'NO_REASON', signedAt: SIGNED, at, ...facts }, S1.store);

  it('grants a no-reason return in the last second, by CN-01 and CN-02, freight BUYER', () => {
    const decision = ask('2025-05-08T23:59:59+08:00');
    expect(decision).toMatchObject({
      eligible: true,
      ruleIds: ['CN-01', 'CN-02'],
      freightPayer: 'BUYER',
      feePct: 0,
      remedies: ['RETURN'],
    });
    expect(decision.whatWouldChangeIt[0]).toMatchObject({
      form: 'UNTIL',
      instant: '2025-05-08T16:00:00.000Z',
      becomes: { outcome: 'DENY' },
    });
    expect(decision.whatWouldChangeIt[0]?.text).toEqual({
      zh: '截至 2025-05-08 23:59:59（店铺时间）',
      en: 'until 2025-05-08 23:59:59 store time',
    });
    expect(decision.clause.zh).toContain('七个自然日');
    expect(decision.clause.en).toContain('seven natural days');
  });

  it('refuses at midnight and explains which rule ended when', () => {
    const decision = ask('2025-05-09T00:00:00+08:00');
    expect(decision).toMatchObject({ eligible: false, ruleIds: ['CN-01', 'CN-02'], remedies: [] });
    expect(decision.explanation.en).toContain('is 8 days, the rule asks for ≤ 7 days');
    expect(decision.explanation.zh).toContain('为8 天，规则要求 ≤ 7 天');
    expect(decision.whatWouldChangeIt.map(({ text }) => text.en)).toEqual([
      'it was possible until 2025-05-08 23:59:59 store time',
    ]);
  });

  it('still exchanges or repairs a performance fault of three-guarantees goods then, freight SELLER', () => {
    const decision = ask('2025-05-09T00:00:00+08:00', { reason: 'PERFORMANCE_FAULT', threeGuarantees: true });
    expect(decision).toMatchObject({
      eligible: true,
      ruleIds: ['CN-16'],
      remedies: ['EXCHANGE', 'REPAIR'],
      freightPayer: 'SELLER',
    });
    expect(ask('2025-05-17T00:00:00+08:00', { reason: 'PERFORMANCE_FAULT', threeGuarantees: true }).remedies).toEqual([
      'REPAIR',
    ]);
    expect(
      ask('2025-05-09T00:00:00+08:00', { reason: 'PERFORMANCE_FAULT', threeGuarantees: true, wanted: 'RETURN' })
        .eligible,
    ).toBe(false);
  });

  it('counts days in the zone of the store, not of the machine', () => {
    const facts = { reason: 'NO_REASON', signedAt: '2025-05-01T20:15:00+08:00', at: '2025-05-08T16:00:00Z' };
    expect(decideReturn(S1.policy, facts, S1.store).eligible).toBe(false);
    expect(decideReturn(S1.policy, facts, { ...S1.store, zone: 'Europe/Berlin' }).eligible).toBe(true);
  });

  it('is plain data, to be stored with the case', () => {
    const decision = ask('2025-05-08T23:59:59+08:00');
    expect(JSON.parse(JSON.stringify(decision))).toEqual(decision);
    expect(decision.parts.eligibility.rules).toMatchObject([
      {
        pack: 'CN_LAW',
        layer: 'STATUTORY',
        table: 'CN-RETURN',
        row: 'CN-01',
        source: 'DK✓',
        asOf: '2025-12-31',
        volatile: false,
      },
    ]);
  });

  it('refunds within seven days of receiving the goods', () => {
    const facts = {
      reason: 'NO_REASON',
      signedAt: SIGNED,
      at: '2025-05-03T00:00:00+08:00',
      goodsReceivedAt: '2025-05-06T10:00:00+08:00',
    };
    expect(decideReturn(S1.policy, facts, S1.store).refundDueBy).toBe('2025-05-13T16:00:00.000Z');
  });
});

describe('what cannot be returned', () => {
  const ask = (facts: Record<string, string | boolean>) =>
    decideReturn(
      S1.policy,
      { reason: 'NO_REASON', signedAt: SIGNED, at: '2025-05-03T12:00:00+08:00', ...facts },
      S1.store,
    );

  it('denies a custom mug by CN-03, but not its quality return', () => {
    expect(ask({ returnClass: 'CUSTOM' })).toMatchObject({ eligible: false, ruleIds: ['CN-03'] });
    expect(ask({ returnClass: 'CUSTOM', reason: 'QUALITY' })).toMatchObject({ eligible: true, freightPayer: 'SELLER' });
  });

  it('accepts a phone that needed activation because no confirmation was recorded (CN-07), and denies it with one', () => {
    const open = ask({ returnClass: 'VALUE_FALLS_ON_USE' });
    expect(open.eligible).toBe(true);
    expect(open.ruleIds).toContain('CN-07');
    expect(open.whatWouldChangeIt.map(({ text }) => text.en)).toContain('with a recorded purchase confirmation');
    expect(ask({ returnClass: 'VALUE_FALLS_ON_USE', purchaseConfirmed: true })).toMatchObject({
      eligible: false,
      ruleIds: ['CN-07'],
    });
  });

  it('denies goods that are not intact and tells what it took for granted otherwise', () => {
    expect(ask({ goodsIntact: false })).toMatchObject({ eligible: false, ruleIds: ['CN-08'] });
    expect(ask({ goodsGroup: 'FOOD_COSMETICS_MEDICAL', sealBroken: true }).ruleIds).toEqual(['CN-09']);
    expect(ask({}).parts.eligibility.assumed.map(({ input }) => input)).toEqual(['goodsIntact']);
  });

  it('denies a fault by misuse under the three guarantees although it is no no-reason return (CN-18)', () => {
    const facts = { reason: 'PERFORMANCE_FAULT', threeGuarantees: true };
    expect(ask(facts).eligible).toBe(true);
    expect(ask({ ...facts, threeGuaranteesBar: 'MISUSE' })).toMatchObject({ eligible: false, ruleIds: ['CN-18'] });
  });
});

describe('the rules of Amazon', () => {
  const ask = (at: string, facts: Record<string, string> = {}) =>
    decideReturn(
      S2.policy,
      {
        reason: 'NO_REASON',
        orderedAt: '2025-02-25T10:00:00-05:00',
        deliveredAt: '2025-03-01T15:00:00-05:00',
        at,
        ...facts,
      },
      S2.store,
    );

  it('returns on day 30, over the change of the clocks, and not on day 31', () => {
    expect(ask('2025-03-31T23:59:59-04:00')).toMatchObject({
      eligible: true,
      ruleIds: ['AMZ-01'],
      freightPayer: 'BUYER',
      autoApprove: true,
    });
    expect(ask('2025-04-01T00:00:00-04:00')).toMatchObject({ eligible: false, ruleIds: ['AMZ-01'] });
  });

  it('extends holiday orders until the end of January, Apple products until the 15th', () => {
    const holiday = { orderedAt: '2025-11-01T00:00:00-04:00', deliveredAt: '2025-11-04T12:00:00-05:00' };
    expect(ask('2026-01-31T23:59:59-05:00', holiday)).toMatchObject({ eligible: true, ruleIds: ['AMZ-03'] });
    expect(ask('2026-02-01T00:00:00-05:00', holiday).eligible).toBe(false);
    expect(ask('2026-01-16T00:00:00-05:00', { ...holiday, goodsGroup: 'APPLE' }).eligible).toBe(false);
    expect(ask('2026-01-15T23:59:59-05:00', { ...holiday, goodsGroup: 'APPLE' }).ruleIds).toEqual(['AMZ-04']);
  });

  it('refuses marketing with the messaging rule', () => {
    expect(decide(S2.policy, 'MESSAGING', { messageKind: 'MARKETING' }, S2.store)).toMatchObject({
      outcome: 'DENY',
      ruleIds: ['AMZ-51'],
    });
  });

  it('owes an answer to a Saturday message by Sunday at the same time', () => {
    const [due] = decide(
      S2.policy,
      'RESPONSE',
      { channel: 'MESSAGE', askedAt: '2025-06-07T10:00:00-04:00' },
      S2.store,
    ).dues;
    expect(due).toMatchObject({ at: '2025-06-08T14:00:00.000Z', ruleIds: ['AMZ-71'] });
  });

  it('charges late and used goods, never a seller fault', () => {
    const fee = (facts: Record<string, string | boolean>) =>
      decide(
        S2.policy,
        'RETURN_FEE',
        { reason: 'NO_REASON', deliveredAt: '2025-03-01T15:00:00-05:00', at: '2025-04-10T00:00:00-04:00', ...facts },
        S2.store,
      ).outputs;
    expect(fee({})).toMatchObject({ feePct: 20 });
    expect(fee({ usedOrDamaged: true })).toMatchObject({ feePct: 50, feeIsCeiling: true });
    expect(fee({ reason: 'WRONG_ITEM', usedOrDamaged: true })).toMatchObject({ feePct: 0 });
  });
});

describe('the clock of a dispute between businesses', () => {
  const OPENED = '2025-06-02T09:00:00+08:00';
  const step = (move: string, at: string, facts: Record<string, string> = {}) =>
    decide(S3.policy, 'DISPUTE', { move, stage: 'NEGOTIATING', openedAt: OPENED, at, ...facts }, S3.store);

  it('refuses escalation before 72 hours, says from when, and then allows it', () => {
    const early = step('ESCALATE_BY_BUYER', '2025-06-05T08:59:59+08:00');
    expect(early).toMatchObject({ outcome: 'DENY', ruleIds: ['ALI-21'] });
    expect(early.whatWouldChangeIt[0]).toMatchObject({ form: 'FROM', instant: '2025-06-05T01:00:00.000Z' });
    expect(early.whatWouldChangeIt[0]?.text.en).toBe('from 2025-06-05 09:00:00 store time');
    expect(step('ESCALATE_BY_BUYER', '2025-06-05T09:00:00+08:00').outcome).toBe('ALLOW');
  });

  it('escalates itself after seven times 24 hours', () => {
    expect(step('AUTO_ESCALATE', '2025-06-09T08:59:59+08:00').outcome).toBe('DENY');
    expect(step('AUTO_ESCALATE', '2025-06-09T09:00:00+08:00')).toMatchObject({
      outcome: 'ALLOW',
      outputs: { nextStage: 'ESCALATED_TO_PLATFORM' },
    });
    const timer = decide(S3.policy, 'DEADLINE', { timer: 'AUTO_ESCALATE', openedAt: OPENED }, S3.store);
    expect(timer).toMatchObject({ outputs: { onTimeout: 'ESCALATE' }, dues: [{ at: '2025-06-09T01:00:00.000Z' }] });
  });

  it('marks evidence late from its deadline on', () => {
    const evidence = (at: string) =>
      step('UPLOAD_EVIDENCE', at, { stage: 'EVIDENCE', evidenceDueAt: '2025-06-12T18:00:00+08:00' }).outputs;
    expect(evidence('2025-06-12T17:59:59+08:00')).toMatchObject({ outcome: 'ALLOW', late: false });
    expect(evidence('2025-06-12T18:00:00+08:00')).toMatchObject({ outcome: 'ALLOW', late: true });
  });

  it('offers no return without reason', () => {
    expect(decideReturn(S3.policy, { reason: 'NO_REASON', at: OPENED }, S3.store)).toMatchObject({
      eligible: false,
      ruleIds: ['ALI-03'],
    });
    expect(
      decideReturn(S3.policy, { reason: 'QUALITY', at: OPENED, receiptConfirmedAt: '2025-05-20T00:00:00Z' }, S3.store),
    ).toMatchObject({ eligible: true, freightPayer: 'FAULT_PARTY' });
    const wholesale = policyFor({ pack: 'CN1688' });
    const promised = { reason: 'NO_REASON', promisedGoods: true, signedAt: OPENED, at: '2025-06-04T00:00:00Z' };
    expect(decideReturn(wholesale, promised, S3.store)).toMatchObject({ eligible: true, ruleIds: ['C1688-01'] });
  });
});

const promise = (days: number, extra: object = {}): PolicyPack => {
  const [base] = TMALL.tables.filter(({ code }) => code === 'TM-RETURN');
  const row = {
    ...base!.rows[0]!,
    id: `OWN-${days}`,
    rules: [`OWN-${days}`],
    when: { reason: 'NO_REASON', daysSinceSigned: { lte: days } },
    answer: { outcome: 'ALLOW', remedies: ['RETURN'], auto: true },
    ...extra,
  };
  return { ...TMALL, code: 'OWN', layer: 'PROMISE', tables: [{ ...base!, code: 'OWN-RETURN', rows: [row] }] };
};

describe('layers', () => {
  const ask = (policy: ReturnType<typeof policyFor>, at: string, facts: object = {}) =>
    decideReturn(policy, { reason: 'NO_REASON', signedAt: SIGNED, at, ...facts }, S1.store);

  it('let a store promise more than the law', () => {
    const kind = policyFor({ pack: 'TMALL', promise: promise(30) });
    expect(ask(kind, '2025-05-31T23:59:59+08:00')).toMatchObject({ eligible: true, ruleIds: ['OWN-30'] });
    expect(ask(kind, '2025-06-01T00:00:00+08:00').eligible).toBe(false);
  });

  it('keep the law where a store promises less', () => {
    const mean = policyFor({
      pack: 'TMALL',
      promise: promise(30, { when: { reason: 'NO_REASON' }, answer: { outcome: 'DENY', remedies: [], auto: false } }),
    });
    const decision = ask(mean, '2025-05-08T12:00:00+08:00');
    expect(decision).toMatchObject({ eligible: true, ruleIds: ['CN-01', 'CN-02'] });
    expect(decision.parts.eligibility.overruled).toEqual([{ ruleIds: ['OWN-30'], pack: 'OWN', why: 'WEAKER' }]);
  });

  it('hear a kinder layer only where the pack above says so', () => {
    const locked = { ...AMAZON, kinder: [] };
    const late = {
      reason: 'NO_REASON',
      deliveredAt: '2025-03-01T15:00:00-05:00',
      orderedAt: '2025-02-25T10:00:00-05:00',
      signedAt: '2025-03-01T15:00:00-05:00',
      at: '2025-04-10T00:00:00-04:00',
    };
    expect(decideReturn(createPolicy([AMAZON, promise(60)]), late, S2.store).eligible).toBe(true);
    const refused = decideReturn(createPolicy([locked, promise(60)]), late, S2.store);
    expect(refused).toMatchObject({
      eligible: false,
      parts: { eligibility: { overruled: [{ ruleIds: ['OWN-60'], why: 'NOT_ALLOWED' }] } },
    });
  });

  it('apply exclusions downwards only, unless a promise holds nevertheless', () => {
    const custom = { returnClass: 'CUSTOM' };
    expect(ask(policyFor({ pack: 'TMALL', promise: promise(30) }), '2025-05-03T00:00:00+08:00', custom).eligible).toBe(
      false,
    );
    const generous = policyFor({ pack: 'TMALL', promise: promise(30, { evenIfExcluded: true }) });
    expect(ask(generous, '2025-05-03T00:00:00+08:00', custom)).toMatchObject({ eligible: true, ruleIds: ['OWN-30'] });
    const { policy } = { policy: policyFor({ pack: 'GENERIC', region: 'CN' }) };
    const finalSale = decideReturn(
      policy,
      {
        region: 'CN',
        reason: 'NO_REASON',
        returnClass: 'FINAL_SALE',
        signedAt: SIGNED,
        at: '2025-05-03T00:00:00+08:00',
      },
      S1.store,
    );
    expect(finalSale.eligible).toBe(true);
  });

  it('never let a prohibition be lifted below', () => {
    const decision = decide(S1.policy, 'COMPENSATION', { compensationFor: 'GOOD_REVIEW' }, S1.store);
    expect(decision).toMatchObject({ outcome: 'DENY', ruleIds: ['CN-20'] });
    expect(decide(S1.policy, 'COMPENSATION', { compensationFor: 'DELAY' }, S1.store).outcome).toBe('ALLOW');
    expect(
      decide(S1.policy, 'OVERRIDE', { overrideOf: 'GIFT', role: 'MG', reasonGiven: true }, S1.store),
    ).toMatchObject({ outcome: 'DENY', ruleIds: ['I-4'] });
  });

  const promisingTable = (
    base: PolicyPack,
    code: string,
    when: TableRow['when'],
    answer: TableRow['answer'],
  ): PolicyPack => {
    const table = base.tables.find((one) => one.code === code)!;
    const row: TableRow = { ...table.rows[0]!, id: 'OWN', rules: ['OWN'], when, answer };
    return {
      ...base,
      code: 'OWN',
      layer: 'PROMISE',
      tables: [{ ...table, code: `OWN-${code}`, hitPolicy: 'COLLECT', rows: [row] }],
    };
  };

  it('take the better value of each output: the lower fee, the later limit of the buyer', () => {
    const free = createPolicy([AMAZON, promisingTable(AMAZON, 'AMZ-FEE', {}, { feePct: 5, feeIsCeiling: false })]);
    const late = { reason: 'NO_REASON', deliveredAt: '2025-03-01T15:00:00-05:00', at: '2025-04-10T00:00:00-04:00' };
    expect(decide(free, 'RETURN_FEE', late, S2.store)).toMatchObject({ outputs: { feePct: 5 }, ruleIds: ['OWN'] });
    const patient = promisingTable(
      TMALL,
      'TM-DEADLINE',
      { timer: 'BUYER_RETURNS_GOODS' },
      { due: null, until: { from: 'approvedAt', days: 30 }, onTimeout: 'CLOSE' },
    );
    const limit = decide(
      policyFor({ pack: 'TMALL', promise: patient }),
      'DEADLINE',
      { timer: 'BUYER_RETURNS_GOODS', approvedAt: SIGNED },
      S1.store,
    );
    expect(limit.dues.map(({ at, ruleIds }) => [at, ruleIds])).toEqual([
      ['2025-05-31T16:00:00.000Z', ['OWN']],
      ['2025-05-08T12:15:00.000Z', ['TM-25']],
    ]);
  });

  it('let the contract win between firms', () => {
    const contract = promisingTable(
      ALIBABA_B2B,
      'ALI-RETURN',
      { reason: 'QUALITY', daysSinceReceiptConfirmed: { lte: 10 } },
      { outcome: 'ALLOW', remedies: ['REWORK'], auto: false },
    );
    const policy = policyFor({ pack: 'ALIBABA_B2B', promise: contract });
    const facts = { reason: 'QUALITY', receiptConfirmedAt: SIGNED, at: '2025-05-05T00:00:00+08:00' };
    expect(decideReturn(policy, facts, S3.store)).toMatchObject({
      ruleIds: ['OWN'],
      remedies: ['REWORK'],
      parts: { eligibility: { overruled: [{ ruleIds: ['ALI-01'], why: 'CONTRACT' }] } },
    });
  });

  it('do not let a promise lift a prohibition above it', () => {
    const bribing = promisingTable(TMALL, 'COMPENSATION', { compensationFor: 'GOOD_REVIEW' }, { outcome: 'ALLOW' });
    expect(
      decide(
        policyFor({ pack: 'TMALL', promise: bribing }),
        'COMPENSATION',
        { compensationFor: 'GOOD_REVIEW' },
        S1.store,
      ),
    ).toMatchObject({ outcome: 'DENY', ruleIds: ['CN-20'] });
  });

  it('choose the statute by region', () => {
    const eu = policyFor({ pack: 'GENERIC', region: 'EU' });
    const facts = {
      region: 'EU',
      reason: 'NO_REASON',
      deliveredAt: '2025-05-01T10:00:00Z',
      withdrawnAt: '2025-05-15T10:00:00Z',
      at: '2025-05-15T20:00:00Z',
    };
    const decision = decideReturn(eu, facts, { zone: 'Europe/Berlin', currency: 'EUR' });
    expect(decision).toMatchObject({
      eligible: true,
      ruleIds: ['EU-01', 'GEN-02'],
      refundDueBy: '2025-05-29T22:00:00.000Z',
    });
    expect(decision.parts.refundRule.outputs).toMatchObject({
      clawBackFreight: false,
      outboundFreight: 'WITH_ALL_GOODS',
    });
  });

  it('name a pack that nobody knows', () => {
    expect(() => policyFor({ pack: 'NOPE' })).toThrow(UnknownPack);
  });
});

describe('approval tiers', () => {
  it.each([
    ['REFUND_ONLY', 20_000, 'AA'],
    ['REFUND_ONLY', 20_001, 'TL'],
    ['REFUND_ONLY', 200_000, 'SV'],
    ['REFUND_ONLY', 200_001, 'MG'],
    ['COMPENSATION', 2_000, 'AA'],
    ['COMPENSATION', 5_001, 'SV'],
    ['COMPENSATION', 20_001, 'MG'],
  ] as const)('send %s of %i to %s', (subject, amount, approver) => {
    expect(approvalOf(S1.policy, { subject, amount }, S1.store, []).approver).toBe(approver);
  });

  it('ask nobody else once the goods are back and passed', () => {
    expect(
      approvalOf(S1.policy, { subject: 'RETURN_REFUND', amount: 900_000, goodsBackAndPassed: true }, S1.store, ['AA']),
    ).toMatchObject({ approver: 'AA', may: true });
    expect(approvalOf(S1.policy, { subject: 'RETURN_REFUND', amount: 900_000 }, S1.store, ['SV']).may).toBe(false);
  });

  it('say how much is over, and leave currencies without limits to the manager', () => {
    const { decision } = approvalOf(S1.policy, { subject: 'REFUND_ONLY', amount: 20_001 }, S1.store, []);
    expect(decision.whatWouldChangeIt[0]).toMatchObject({
      form: 'OVER_BY',
      difference: 1,
      becomes: { approver: 'AA' },
      text: { zh: '金额超出 ¥0.01' },
    });
    expect(
      approvalOf(S1.policy, { subject: 'REFUND_ONLY', amount: 1 }, { ...S1.store, currency: 'JPY' }, ['SV']),
    ).toMatchObject({ approver: 'MG', may: false });
  });
});

describe('the statutory pack', () => {
  it('makes the seller prove a defect of durable goods for six months', () => {
    const proof = compile(CN_LAW.tables.find(({ code }) => code === 'CN-PROOF')!);
    const asked = (at: string) =>
      evaluate(proof, { durableGoods: true, signedAt: SIGNED, at }, S1.store).map(({ row }) => row.answer['proofBy']);
    expect(asked('2025-11-01T23:59:59+08:00')).toEqual(['SELLER']);
    expect(asked('2025-11-02T00:00:00+08:00')).toEqual(['BUYER']);
  });
});
