import { describe, expect, test } from 'vitest';
import { AuditEvent } from '../../kernel/audit.ts';
import { AfterSalesCase } from './entities.ts';
import { PolicyDecision } from '../policies/entities.ts';
import { orderOf, shopScene, type Scene } from '../orders/testing/scene.ts';
import { acting, denialOf, RETURN_TWO, sendBack, submit, type Request } from './testing/steps.ts';

const LATE = '2025-06-20T04:00:00.000Z';
const phone = (quantity: number): Request => ({ orderId: 'O-MUG', items: [{ lineId: 'l2', quantity }] });
const staffAsk = async (scene: Scene, name: string, request: Request) =>
  submit(scene, await scene.people(name), request);

describe('approval', () => {
  test('reaches as far as one’s role: ¥200 for an agent, ¥2,000 for a supervisor, above it the manager (2.7-12)', async () => {
    const scene = await shopScene({
      policyPack: 'TMALL',
      orders: [orderOf({ id: 'O-MUG', lines: [{ id: 'l2', productId: 'phone', quantity: 2 }] })],
    });
    const by = acting(scene);
    const { id, approverNeeded } = await submit(scene, scene.lily, phone(2));
    expect(approverNeeded).toBe('MG');
    for (const name of ['AA1', 'TL1', 'SV1'])
      expect(await denialOf(by(name, 'approveCase', { id }))).toMatchObject({
        code: 'LIMIT_EXCEEDED',
        details: { approver: 'MG' },
      });
    expect(await by('MG1', 'approveCase', { id })).toMatchObject({
      state: 'AWAITING_RETURN',
      approvedBy: `staff:${(await scene.people('MG1')).userId}`,
    });
  });

  test('above an agent’s limit is a second person’s, also for a lead who asked for it himself', async () => {
    const scene = await shopScene({ policyPack: 'TMALL' });
    const by = acting(scene);
    const { id } = await staffAsk(scene, 'SV1', { items: [{ lineId: 'l1', quantity: 3 }] });
    expect(await denialOf(by('SV1', 'approveCase', { id }))).toMatchObject({
      code: 'FORBIDDEN',
      details: { secondPerson: true },
    });
    expect(await by('SV2', 'approveCase', { id })).toMatchObject({ state: 'AWAITING_RETURN' });
    const small = await staffAsk(scene, 'AA1', { items: [{ lineId: 'l2' }] });
    expect(await by('AA1', 'approveCase', { id: small.id })).toMatchObject({ state: 'AWAITING_RETURN' });
  });

  test('by two agents at once is CONFLICT for the one who saw an older state', async () => {
    const scene = await shopScene({ policyPack: 'TMALL' });
    const { id, version } = await submit(scene, scene.lily);
    const [first, second] = [
      scene.desk.as(await scene.people('AA1')).aftersales,
      scene.desk.as(await scene.people('AA2')).aftersales,
    ];
    const outcomes = await Promise.allSettled([
      first.approveCase({ id }, { expectedVersion: version }),
      second.rejectCase({ id, reason: 'no' }, { expectedVersion: version }),
    ]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await denialOf(second.rejectCase({ id, reason: 'no' }, { expectedVersion: version }))).toMatchObject({
      code: 'CONFLICT',
      details: { version: expect.any(Number) as number },
    });
  });

  test('of what the policy denies is an exception: asked for with a reason, granted by SV or MG with a reason, audited', async () => {
    const scene = await shopScene({ policyPack: 'TMALL', now: LATE });
    const by = acting(scene);
    const request = { items: [{ lineId: 'l2' }] };
    expect(await denialOf(staffAsk(scene, 'AA1', request))).toMatchObject({ code: 'POLICY_DENIED' });
    expect(await denialOf(submit(scene, scene.lily, { ...request, exceptionReason: 'please' }))).toMatchObject({
      code: 'FORBIDDEN',
    });
    const { id, outcome } = await staffAsk(scene, 'AA1', { ...request, exceptionReason: '老客户,首次' });
    expect(outcome).toBe('DENY');
    expect(await denialOf(by('AA2', 'approveCase', { id, overrideReason: 'kind' }))).toMatchObject({
      code: 'POLICY_DENIED',
    });
    expect(await denialOf(by('SV1', 'approveCase', { id }))).toMatchObject({
      code: 'REASON_REQUIRED',
      details: { override: true },
    });
    expect(await by('SV1', 'approveCase', { id, overrideReason: '善意例外' })).toMatchObject({
      state: 'AWAITING_RETURN',
      overrideReason: '善意例外',
    });
    const entries = await scene.desk
      .read(scene.system)
      .all(AuditEvent, { where: { entityId: id, action: 'approveCase' } });
    expect(entries).toMatchObject([{ reason: '善意例外', role: 'SV', from: 'REQUESTED', to: 'APPROVED' }]);
  });

  test('of a refund without the goods is at an agent’s discretion where the seller is at fault, never otherwise', async () => {
    const scene = await shopScene({ policyPack: 'TMALL' });
    const by = acting(scene);
    const { id, outcome } = await staffAsk(scene, 'AA1', {
      type: 'REFUND_ONLY',
      reason: 'MISSING',
      items: [{ lineId: 'l2' }],
    });
    expect(outcome).toBe('REVIEW');
    await by('AA1', 'recordApology', { id });
    expect(await by('AA1', 'approveCase', { id })).toMatchObject({ state: 'REFUNDED', refundAmount: 3_000 });
    expect(scene.shop.refunded('O-DELIVERED')).toBe(3_000);
    expect(await denialOf(submit(scene, scene.lily, { type: 'REFUND_ONLY' }))).toMatchObject({ code: 'POLICY_DENIED' });
  });
});

describe('a rejection', () => {
  test('is told to the customer with its reason and the clause, and without a rule number or a fact of the trace', async () => {
    const scene = await shopScene({ policyPack: 'TMALL' });
    await scene.people('PA1');
    const { id: conversationId } = await scene.desk.as(scene.lily).conversations.openConversation({});
    const { id } = await submit(scene, scene.lily, { conversationId });
    const said = async () => (await scene.desk.as(scene.lily).conversations.messages({ conversationId })).at(-1)?.body;
    expect(await said()).toMatch(/我们最晚于5月8日星期四 12:00答复您/);
    const row = await acting(scene)('SV1', 'rejectCase', { id, reason: '商品已使用' });
    expect(await said()).toContain('商品已使用');
    expect(await said()).toContain(row.clause?.zh.replace(/。$/, ''));
    expect(await said()).not.toMatch(/\[|CN-0|天数/);
    expect(row.explanation.zh).toContain('[');
  });

  test('states its reason; what the policy grants only a supervisor refuses; forbidden words are not said', async () => {
    const scene = await shopScene({ policyPack: 'TMALL' });
    const by = acting(scene);
    const { id } = await submit(scene, scene.lily);
    expect(await denialOf(by('SV1', 'rejectCase', { id }))).toMatchObject({ code: 'REASON_REQUIRED' });
    expect(await denialOf(by('AA1', 'rejectCase', { id, reason: 'not today' }))).toMatchObject({
      code: 'POLICY_DENIED',
      details: { ruleIds: ['CN-01', 'CN-02'] },
    });
    expect(await denialOf(by('SV1', 'rejectCase', { id, reason: '滚' }))).toMatchObject({ code: 'FORBIDDEN_TERM' });
    expect(await by('SV1', 'rejectCase', { id, reason: '照片显示已使用' })).toMatchObject({
      state: 'REJECTED',
      rejection: '照片显示已使用',
    });
    expect(await submit(scene, scene.lily, { items: [{ lineId: 'l1', quantity: 3 }] })).toMatchObject({
      state: 'REQUESTED',
    });
  });

  test('may be disputed, unless the goods went into another case; the decision is carried out', async () => {
    const scene = await shopScene({ policyPack: 'TMALL' });
    const by = acting(scene);
    const { id } = await submit(scene, scene.lily, { items: [{ lineId: 'l1', quantity: 3 }] });
    await by('SV1', 'rejectCase', { id, reason: '已使用' });
    const lily = scene.desk.as(scene.lily).aftersales;
    const other = await submit(scene, scene.lily, { items: [{ lineId: 'l1', quantity: 1 }] });
    expect(await denialOf(lily.openCaseDispute({ id, reason: '没有用过' }))).toMatchObject({
      code: 'VALIDATION_FAILED',
      details: { left: 2 },
    });
    await lily.withdrawCase({ id: other.id });
    expect(await lily.openCaseDispute({ id, reason: '没有用过' })).toMatchObject({ state: 'DISPUTED' });
    expect(await denialOf(by('AA1', 'decideCaseDispute', { id, outcome: 'REFUND', reason: 'x' }))).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await by('CO1', 'decideCaseDispute', { id, outcome: 'REFUND', reason: '照片不清楚' })).toMatchObject({
      state: 'REFUNDED',
      refundAmount: 30_000,
    });
    expect(scene.shop.refunded('O-DELIVERED')).toBe(30_000);
  });
});

describe('time limits', () => {
  test('come from the policy: 24 hours to answer under GENERIC, then it goes up', async () => {
    const scene = await shopScene();
    const { id, decisionDueAt } = await submit(scene, scene.lily, {
      type: 'EXCHANGE',
      reason: 'QUALITY',
      items: [{ lineId: 'l2', newVariantId: 'tea-L' }],
      ...(await withPhoto(scene)),
    });
    expect(decisionDueAt).toBe('2025-05-04T04:00:00.000Z');
    scene.clock.set('2025-05-04T04:00:00.000Z');
    await scene.desk.runTimers();
    await scene.desk.runEffects();
    expect(await scene.desk.read(scene.system).get(AfterSalesCase, id)).toMatchObject({
      state: 'REQUESTED',
      escalatedAt: '2025-05-04T04:00:00.000Z',
    });
  });

  test('a platform that agrees by itself does so: five days under TMALL after shipping', async () => {
    const scene = await shopScene({ policyPack: 'TMALL' });
    const { id, decisionDueAt } = await submit(scene, scene.lily);
    expect(decisionDueAt).toBe('2025-05-08T04:00:00.000Z');
    scene.clock.set('2025-05-08T03:59:59.000Z');
    await scene.desk.runTimers();
    await scene.desk.runEffects();
    expect(await scene.desk.read(scene.system).get(AfterSalesCase, id)).toMatchObject({ state: 'REQUESTED' });
    scene.clock.advance(1000);
    await scene.desk.runTimers();
    await scene.desk.runEffects();
    expect(await scene.desk.read(scene.system).get(AfterSalesCase, id)).toMatchObject({
      state: 'AWAITING_RETURN',
      approvedBy: 'policy:timeout',
      returnDueAt: '2025-05-15T04:00:00.000Z',
    });
  });

  test('goods not sent back in time end the case, after reminders on day 3 and 6; the goods are free again', async () => {
    const scene = await shopScene();
    await scene.people('PA1');
    const { id: conversationId } = await scene.desk.as(scene.lily).conversations.openConversation({});
    const { id, returnDueAt, state } = await submit(scene, scene.lily, { conversationId });
    expect([state, returnDueAt]).toEqual(['AWAITING_RETURN', '2025-05-10T16:00:00.000Z']);
    for (let day = 0; day < 8; day += 1) {
      scene.clock.advance(24 * 3_600_000);
      await scene.desk.runTimers();
      await scene.desk.runEffects();
    }
    expect(await scene.desk.read(scene.system).get(AfterSalesCase, id)).toMatchObject({ state: 'EXPIRED' });
    const told = (await scene.desk.as(scene.lily).conversations.messages({ conversationId }))
      .filter(({ sender }) => sender === 'SYSTEM')
      .map(({ body }) => body);
    expect(told.filter((body) => body.startsWith('提醒'))).toHaveLength(2);
    expect(told.at(-1)).toContain('超时未寄回已关闭');
    scene.clock.set('2025-05-08T04:00:00.000Z');
    expect(await submit(scene, scene.lily, { items: [{ lineId: 'l1', quantity: 3 }] })).toMatchObject({
      state: 'AWAITING_RETURN',
    });
  });

  test.each([
    ['1Z 999 AA1 01 2345 6784', '1Z999AA10123456784'],
    ['ＳＦ１２３４５６７８９０', 'SF1234567890'],
    ['\u200bsf00112233，', 'SF00112233'],
  ])(
    'the number of a return parcel that was pasted as %j is stored as its carrier writes it',
    async (pasted, stored) => {
      const scene = await shopScene({ policyPack: 'TMALL' });
      const { id } = await submit(scene, scene.lily);
      await acting(scene)('AA1', 'approveCase', { id });
      const { shipReturn } = scene.desk.as(scene.lily).aftersales;
      for (const waybill of ['12345', '运单号', '=1+1+1+1'])
        expect((await shipReturn.check({ id, carrier: 'SF', waybill }))?.code).toBe('VALIDATION_FAILED');
      expect(await shipReturn({ id, carrier: 'SF', waybill: pasted })).toMatchObject({ returnWaybill: stored });
    },
  );

  test('a seller who does not confirm the goods refunds by itself after ten days under TMALL', async () => {
    const scene = await shopScene({ policyPack: 'TMALL' });
    const { id } = await submit(scene, scene.lily);
    await acting(scene)('AA1', 'approveCase', { id });
    await scene.desk.as(scene.lily).aftersales.shipReturn({ id, carrier: 'SF', waybill: 'SF00112233' });
    expect(await scene.desk.read(scene.system).get(AfterSalesCase, id)).toMatchObject({
      receiptDueAt: '2025-05-13T04:00:00.000Z',
    });
    scene.clock.set('2025-05-13T04:00:00.000Z');
    await scene.desk.runTimers();
    await scene.desk.runEffects();
    expect(await scene.desk.read(scene.system).get(AfterSalesCase, id)).toMatchObject({ state: 'REFUNDED' });
    expect(scene.shop.refunded('O-DELIVERED')).toBe(20_000);
  });

  test('the refund is due 24 hours after the inspection under GENERIC, seven days after receipt at the latest by law', async () => {
    const scene = await shopScene();
    const { id, refundDueAt } = await submit(scene, scene.lily);
    expect(refundDueAt).toBeNull();
    await scene.desk.as(scene.lily).aftersales.shipReturn({ id, carrier: 'SF', waybill: 'SF00112233' });
    const by = acting(scene);
    expect(await by('WH1', 'receiveReturn', { id })).toMatchObject({ refundDueAt: '2025-05-10T16:00:00.000Z' });
    expect(await by('WH1', 'inspectReturn', { id, result: 'PASS' })).toMatchObject({
      refundDueAt: '2025-05-04T04:00:00.000Z',
    });
  });
});

/** A photo in a conversation of the customer. */
async function withPhoto(scene: Scene): Promise<Request> {
  await scene.people('PA1');
  const lily = scene.desk.as(scene.lily).conversations;
  const { id: conversationId } = await lily.openConversation({});
  const blobKey = JSON.stringify({ contentType: 'image/png', size: 10, sha256: 'x'.repeat(32) });
  const { id } = await lily.addAttachment({ conversationId, blobKey, name: 'defect.png' });
  return { conversationId, evidence: [id] };
}

describe('bad input', () => {
  test('is denied by name: quantity, goods, photo, money, somebody else’s order', async () => {
    const scene = await shopScene();
    const refused = async (request: Request) => denialOf(submit(scene, scene.lily, request));
    expect(await refused({ items: [{ lineId: 'l1', quantity: 0 }] })).toMatchObject({
      code: 'VALIDATION_FAILED',
      fields: [{ path: 'items.0.quantity' }],
    });
    expect(await refused({ items: [{ lineId: 'l1', quantity: 4 }] })).toMatchObject({
      code: 'VALIDATION_FAILED',
      details: { left: 3 },
    });
    expect(await refused({ items: [{ lineId: 'l9' }] })).toMatchObject({
      code: 'VALIDATION_FAILED',
      fields: [{ path: 'items' }],
    });
    expect(
      await refused({
        items: [
          { lineId: 'l1', quantity: 2 },
          { lineId: 'l1', quantity: 2 },
        ],
      }),
    ).toMatchObject({ code: 'VALIDATION_FAILED', details: { left: 3 } });
    expect(await refused({ reason: 'QUALITY' })).toMatchObject({
      code: 'VALIDATION_FAILED',
      fields: [{ path: 'evidence' }],
    });
    expect(await refused({ type: 'COMPENSATION', compensationAmount: 100 })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refused({ type: 'EXCHANGE', reason: 'SIZE_COLOR' })).toMatchObject({
      code: 'VALIDATION_FAILED',
      fields: [{ path: 'items' }],
    });
    expect(await refused({ occurredAt: '2025-04-01T00:00:00.000Z' })).toMatchObject({
      code: 'VALIDATION_FAILED',
      fields: [{ path: 'occurredAt' }],
    });
    expect(await refused({ orderId: 'O-BOB' })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await scene.desk.read(scene.system).count(AfterSalesCase, {})).toBe(0);
  });

  test('of another person’s case is NOT_FOUND, and his photo is not evidence', async () => {
    const scene = await shopScene();
    const { id } = await submit(scene, scene.lily);
    const bob = scene.desk.as(scene.bob).aftersales;
    expect(await denialOf(bob.withdrawCase({ id }))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await scene.desk.read(scene.bob).maybe(AfterSalesCase, id)).toBeUndefined();
    const photo = await withPhoto(scene);
    const theft: Request = {
      orderId: 'O-BOB',
      items: [{ lineId: 'l1' }],
      reason: 'QUALITY',
      evidence: photo.evidence ?? [],
    };
    expect(await denialOf(submit(scene, scene.bob, theft))).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('confirmed twice is one case', async () => {
    const scene = await shopScene({ policyPack: 'TMALL' });
    const api = scene.desk.as(scene.lily).aftersales;
    const asked = RETURN_TWO;
    const { confirmation } = await api.previewCase(asked);
    await api.submitCase({ ...asked, confirmation });
    expect(await denialOf(api.submitCase({ ...asked, confirmation }))).toMatchObject({
      code: 'VALIDATION_FAILED',
      details: { left: 1 },
    });
    expect(await scene.desk.read(scene.system).count(AfterSalesCase, {})).toBe(1);
  });
});

describe('an inspection', () => {
  test('that does not pass needs a note and a photo; in part it lowers the refund, which the customer accepts first', async () => {
    const scene = await shopScene();
    const by = acting(scene);
    const { id } = await submit(scene, scene.lily);
    await scene.desk.as(scene.lily).aftersales.shipReturn({ id, carrier: 'SF', waybill: 'SF00112233' });
    await by('WH1', 'receiveReturn', { id });
    const inspect = (input: object) => by('WH1', 'inspectReturn', { id, result: 'PARTIAL', ...input });
    expect(await denialOf(inspect({}))).toMatchObject({ code: 'REASON_REQUIRED' });
    expect(await denialOf(inspect({ note: '污渍' }))).toMatchObject({
      code: 'VALIDATION_FAILED',
      fields: [{ path: 'photos' }],
    });
    expect(await denialOf(inspect({ note: '污渍', photos: ['p'], refundAmount: 20_001 }))).toMatchObject({
      code: 'VALIDATION_FAILED',
      fields: [{ path: 'refundAmount' }],
    });
    const row = await inspect({ note: '污渍', photos: ['p'], refundAmount: 15_000 });
    expect(row).toMatchObject({
      state: 'INSPECTED_PARTIAL',
      refundAmount: 15_000,
      refundSplit: [{ methodId: 'lily-card', amount: 15_000 }],
    });
    expect(row.refundLines.reduce((sum, { amount }) => sum + amount, 0)).toBe(15_000);
    expect(await denialOf(by('AA1', 'settleReturn', { id }))).toMatchObject({ code: 'NOTIFY_CUSTOMER_FIRST' });
    await scene.desk.as(scene.lily).aftersales.acceptInspection({ id });
    expect(await by('AA1', 'settleReturn', { id })).toMatchObject({ state: 'REFUNDED' });
    expect(scene.shop.refunded('O-DELIVERED')).toBe(15_000);
  });

  test('of an exchange finds the new item gone: a refund is offered instead (3.4)', async () => {
    const scene = await shopScene();
    const by = acting(scene);
    const { id } = await submit(scene, scene.lily, {
      type: 'EXCHANGE',
      reason: 'SIZE_COLOR',
      items: [{ lineId: 'l1', newVariantId: 'shirt-L' }],
    });
    await sendBack(scene, id);
    const shirt = scene.shop.products.get('shirt');
    if (shirt)
      scene.shop.products.set('shirt', {
        ...shirt,
        variants: shirt.variants.map((variant) => ({ ...variant, available: false })),
      });
    expect(await denialOf(by('AA1', 'settleReturn', { id }))).toMatchObject({
      code: 'POLICY_DENIED',
      details: { instead: 'REFUND' },
    });
    expect(await by('AA1', 'settleReturn', { id, instead: 'REFUND' })).toMatchObject({
      state: 'REFUNDED',
      type: 'RETURN_REFUND',
      refundAmount: 10_000,
    });
    expect(scene.shop.refunded('O-DELIVERED')).toBe(10_000);
  });

  test('that fails is refused by a supervisor, or disputed', async () => {
    const scene = await shopScene();
    const by = acting(scene);
    const { id } = await submit(scene, scene.lily);
    await sendBack(scene, id, 'FAIL');
    expect(await denialOf(by('AA1', 'refuseReturn', { id, reason: '人为损坏' }))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await by('SV1', 'refuseReturn', { id, reason: '人为损坏' })).toMatchObject({ state: 'REJECTED' });
    expect(scene.shop.refunded('O-DELIVERED')).toBe(0);
  });
});

describe('a repair', () => {
  const REPAIR: Request = { orderId: 'O-MUG', type: 'REPAIR', reason: 'PERFORMANCE_FAULT', items: [{ lineId: 'l2' }] };

  async function repairing() {
    const scene = await shopScene({ policyPack: 'TMALL' });
    await scene.loose.perform(scene.admin, 'setProductTerms', {
      storeId: scene.store.id,
      productId: 'phone',
      threeGuarantees: true,
    });
    const by = acting(scene);
    const { id } = await submit(scene, scene.lily, REPAIR);
    await by('AA1', 'recordApology', { id });
    await by('AA1', 'approveCase', { id });
    await sendBack(scene, id);
    await by('AA1', 'settleReturn', { id });
    return { ...scene, by, id };
  }

  test('gives the goods back when it is done, and the next one counts it (三包)', async () => {
    const scene = await repairing();
    expect(await scene.by('AA1', 'completeCase', { id: scene.id })).toMatchObject({ state: 'COMPLETED' });
    scene.clock.set('2025-06-10T04:00:00.000Z');
    await scene.desk.runTimers();
    await scene.desk.runEffects();
    const facts = async () =>
      (
        await scene.desk
          .read(scene.system)
          .first(PolicyDecision, { subjectId: (await submit(scene, scene.lily, REPAIR)).id })
      )?.facts;
    expect(await facts()).toMatchObject({ repairs: 1, repairDays: 0, threeGuarantees: true });
  });

  test('that takes more than thirty days becomes an exchange if the customer likes (CN-17)', async () => {
    const scene = await repairing();
    expect(await denialOf(scene.by('AA1', 'exchangeRepair', { id: scene.id }))).toMatchObject({
      code: 'POLICY_DENIED',
      details: { ruleIds: ['CN-17'] },
    });
    scene.clock.advance(30 * 24 * 3_600_000);
    await scene.desk.runTimers();
    await scene.desk.runEffects();
    expect(await scene.desk.read(scene.system).get(AfterSalesCase, scene.id)).toMatchObject({
      state: 'REPAIRING',
      escalatedAt: scene.clock.now().toISOString(),
    });
    expect(await scene.by('AA1', 'exchangeRepair', { id: scene.id })).toMatchObject({
      state: 'RESHIPPING',
      type: 'EXCHANGE',
    });
  });
});

describe('the end of a case', () => {
  test('is archived with a complete record, by hand or after 48 hours, and reopened within seven days only', async () => {
    const scene = await shopScene();
    const by = acting(scene);
    const { id } = await submit(scene, scene.lily);
    await sendBack(scene, id);
    await by('AA1', 'settleReturn', { id });
    expect(await denialOf(by('AA1', 'archiveCase', { id }))).toMatchObject({
      code: 'VALIDATION_FAILED',
      fields: [{ path: 'stockAction' }],
    });
    await by('AA1', 'recordCause', { id, faultParty: 'BUYER', stockAction: 'RESTOCK' });
    scene.clock.advance(48 * 3_600_000);
    await scene.desk.runTimers();
    await scene.desk.runEffects();
    expect(await scene.desk.read(scene.system).get(AfterSalesCase, id)).toMatchObject({ state: 'CLOSED' });
    expect(await denialOf(by('AA1', 'recordCause', { id, faultParty: 'SELLER' }))).toMatchObject({
      code: 'INVALID_TRANSITION',
    });
    const reopened = await scene.desk.as(scene.lily).aftersales.reopenCase({ id, reason: '退款未到账' });
    expect(reopened).toMatchObject({ state: 'UNDER_REVIEW', refundAmount: 0, refundedBefore: 20_000, reopenCount: 1 });
    const more = await denialOf(by('AA1', 'setRefundAmount', { id, refundAmount: 20_001, reason: 'x' }));
    expect(more).toMatchObject({ code: 'LIMIT_EXCEEDED' });
  });

  test('reopened after a refund pays nothing twice, and more only up to what is left', async () => {
    const scene = await shopScene();
    const by = acting(scene);
    const { id } = await submit(scene, scene.lily);
    await sendBack(scene, id);
    await by('AA1', 'settleReturn', { id });
    await by('AA1', 'recordCause', { id, faultParty: 'SELLER', stockAction: 'SCRAP' });
    await by('AA1', 'archiveCase', { id });
    await scene.desk.as(scene.lily).aftersales.reopenCase({ id, reason: '少退了运费' });
    expect(await denialOf(by('MG1', 'setRefundAmount', { id, refundAmount: 13_001, reason: 'x' }))).toMatchObject({
      code: 'LIMIT_EXCEEDED',
      details: { refundable: 13_000 },
    });
    expect(await by('AA1', 'offerSolution', { id, type: 'REFUND_ONLY', exceptionReason: '补退' })).toMatchObject({
      outcome: 'DENY',
      refundAmount: null,
    });
    expect(await denialOf(by('SV1', 'approveCase', { id, overrideReason: '补退运费' }))).toMatchObject({
      code: 'VALIDATION_FAILED',
      fields: [{ path: 'refundAmount' }],
    });
    await by('AA1', 'setRefundAmount', { id, refundAmount: 1_000, reason: '补退运费' });
    expect(await by('SV1', 'approveCase', { id, overrideReason: '补退运费' })).toMatchObject({
      state: 'REFUNDED',
      refundNo: 'O-DELIVERED-1-R2',
    });
    expect(scene.shop.refunded('O-DELIVERED')).toBe(21_000);
    expect(scene.shop.done.filter(({ name }) => name === 'refund')).toHaveLength(2);
  });

  test('is too late to reopen after seven days', async () => {
    const scene = await shopScene();
    const { id } = await submit(scene, scene.lily);
    await scene.desk.as(scene.lily).aftersales.withdrawCase({ id });
    await acting(scene)('AA1', 'archiveCase', { id });
    scene.clock.advance(7 * 24 * 3_600_000 + 1);
    expect(await denialOf(scene.desk.as(scene.lily).aftersales.reopenCase({ id, reason: 'x' }))).toMatchObject({
      code: 'INVALID_TRANSITION',
    });
  });
});

describe('the record', () => {
  test('has the fields of F4 and F5 in both languages, and is found by order, nick, phone, SKU and words (R-AFT-07)', async () => {
    const scene = await shopScene();
    const aa = await scene.people('AA1');
    const identity = { subject: 'lily', name: 'Lily', phone: '+86 138 0013 8765' };
    await scene.desk
      .as({ kind: 'anonymous', tenantId: '' })
      .customers.identifyShopper({ storeKey: scene.store.key, identityToken: JSON.stringify(identity) });
    await scene.desk.as(aa).customers.updateCustomer({ id: scene.lily.customerId, nick: '小莉莉' });
    const { id } = await staffAsk(scene, 'AA1', { description: '袖口开线', reason: 'NO_REASON' });
    const api = scene.desk.as(aa).aftersales;
    const record = await api.caseRecord({ id });
    expect(record.form).toBe('F5');
    expect(record.fields).toHaveLength(29);
    for (const { label } of record.fields) expect([label.zh, label.en].every(Boolean)).toBe(true);
    expect(record.fields.find(({ code }) => code === 'amount')?.text.en).toBe('200.00 CNY');
    for (const text of ['O-DELIVERED', '小莉', '8765', 'shirt-S', '开线', 'O-DELIVERED-1'])
      expect((await api.searchCases({ text })).map((row) => row.id)).toEqual([id]);
    expect(await api.searchCases({ text: 'nothing like it' })).toEqual([]);
  });
});
