import { describe, expect, test } from 'vitest';
import { sayEnglish } from '../../kernel/sentence.ts';
import { shopScene, type Scene } from '../orders/testing/scene.ts';
import { adviceOn } from './advice.ts';
import { AfterSalesCase } from './entities.ts';
import { CASE_STATES, type CaseState } from './machine.ts';
import { paidAtOnce } from './refund-parts.ts';
import { acting, sendBack, submit, type CaseRow, type Somebody } from './testing/steps.ts';

/** What the desk recommends to somebody: the action, and why. */
async function recommended({ desk }: Scene, actor: Somebody, id: string): Promise<string[]> {
  const offers = await desk.availableActions(actor, 'AfterSalesCase', id);
  return offers.flatMap(({ action, because }) => (because ? [`${action}: ${sayEnglish(because)}`] : []));
}

describe('what comes next in a case', () => {
  test('is recommended to whoever can do it, with the reason, one step at a time, and to no customer', async () => {
    const scene = await shopScene({ policyPack: 'TMALL' });
    const [agent, warehouse] = [await scene.people('AA1'), await scene.people('WH1')];
    const by = acting(scene);
    const row = await submit(scene, scene.lily, { items: [{ lineId: 'l2' }] });
    const { id } = row;
    expect(await recommended(scene, agent, id)).toEqual([
      `approveCase: The policy grants this request (${row.ruleIds.join(', ')}).`,
    ]);
    expect(await recommended(scene, warehouse, id)).toEqual([]);
    expect(await recommended(scene, scene.lily, id)).toEqual([]);
    await by('AA1', 'approveCase', { id });
    expect(await recommended(scene, agent, id)).toEqual([]);
    await scene.desk.as(scene.lily).aftersales.shipReturn({ id, carrier: 'SF', waybill: 'SF00112233' });
    expect(await recommended(scene, agent, id)).toEqual([]);
    expect(await recommended(scene, warehouse, id)).toEqual(['receiveReturn: The goods are on their way back.']);
    await by('WH1', 'receiveReturn', { id });
    expect(await recommended(scene, warehouse, id)).toEqual([
      'inspectReturn: The goods have arrived and nobody has looked at them yet.',
    ]);
    await by('WH1', 'inspectReturn', { id, result: 'PASS' });
    expect(await recommended(scene, agent, id)).toEqual(['settleReturn: The goods passed the inspection.']);
  });

  test('is a refusal where the policy does not grant it, and a look by a person where it leaves it to one', async () => {
    const scene = await shopScene({ policyPack: 'TMALL' });
    const agent = await scene.people('AA1');
    const left = await submit(scene, await scene.people('PA1'), {
      type: 'REFUND_ONLY',
      reason: 'MISSING',
      items: [{ lineId: 'l2' }],
      paymentMethodId: 'lily-gift',
    });
    expect(await recommended(scene, agent, left.id)).toEqual([
      'takeUpCase: The policy leaves this request to a person.',
    ]);
    await acting(scene)('AA1', 'takeUpCase', { id: left.id });
    expect((await recommended(scene, agent, left.id))[0]).toMatch(/^approveCase: The policy leaves it to you\./);
    const refused: CaseRow = { ...left, outcome: 'DENY', ruleIds: ['X-1'] };
    expect(adviceOn(refused).map(({ action, because }) => [action, sayEnglish(because)])).toEqual([
      ['rejectCase', 'The policy does not grant this request (X-1).'],
    ]);
  });

  test('is in every state an action that there is', async () => {
    const scene = await shopScene({ policyPack: 'TMALL' });
    const row = await submit(scene, scene.lily, { items: [{ lineId: 'l2' }] });
    const known = new Set(scene.desk.actions.keys());
    const states = Object.keys(CASE_STATES) as CaseState[];
    const actions = states.flatMap((state) =>
      (['NONE', 'REFUSED'] as const).flatMap((shopState) =>
        [null, 'SF1'].flatMap((outboundWaybill) =>
          adviceOn({ ...row, state, shopState, outboundWaybill, inspectionAcceptedAt: outboundWaybill }),
        ),
      ),
    );
    expect(actions.length).toBeGreaterThan(20);
    expect(actions.filter(({ action }) => !known.has(action))).toEqual([]);
  });
});

describe('money that leaves with a step', () => {
  /** What a step says beforehand that it pays, and what the shop was asked to pay after it. */
  async function payment(scene: Scene, id: string, [who, action, input]: readonly [string, string, object]) {
    const before = await scene.desk.read(scene.system).get(AfterSalesCase, id);
    const said = paidAtOnce(action, before, input).reduce((sum, { amount }) => sum + amount, 0);
    const earlier = scene.shop.refunded('O-DELIVERED');
    await acting(scene)(who, action, { id, ...input });
    return { said, paid: scene.shop.refunded('O-DELIVERED') - earlier };
  }

  const lamp = { items: [{ lineId: 'l2' }] };

  test('is known before: nothing when a return is approved, the refund when its inspection is settled', async () => {
    const scene = await shopScene({ policyPack: 'TMALL' });
    const { id } = await submit(scene, scene.lily, lamp);
    expect(await payment(scene, id, ['AA1', 'approveCase', {}])).toEqual({ said: 0, paid: 0 });
    await sendBack(scene, id);
    expect(await payment(scene, id, ['AA1', 'settleReturn', {}])).toEqual({ said: 3_000, paid: 3_000 });
  });

  test('is none where a dispute is refused, and all of it where it is granted', async () => {
    const scene = await shopScene({ policyPack: 'TMALL' });
    const by = acting(scene);
    const disputed = async () => {
      const { id } = await submit(scene, scene.lily, lamp);
      await by('AA1', 'rejectCase', { id, reason: 'worn' }).catch(() =>
        by('SV1', 'rejectCase', { id, reason: 'worn' }),
      );
      await scene.desk.as(scene.lily).aftersales.openCaseDispute({ id, reason: 'not worn' });
      return id;
    };
    const id = await disputed();
    expect(await payment(scene, id, ['CO1', 'decideCaseDispute', { outcome: 'REJECT', reason: 'worn' }])).toEqual({
      said: 0,
      paid: 0,
    });
    await scene.desk.as(scene.lily).aftersales.openCaseDispute({ id, reason: 'not worn' });
    expect(await payment(scene, id, ['CO1', 'decideCaseDispute', { outcome: 'REFUND', reason: 'not worn' }])).toEqual({
      said: 3_000,
      paid: 3_000,
    });
  });

  test('is what the shop refused, at another try, by the method that is chosen', async () => {
    const scene = await shopScene({ policyPack: 'TMALL' });
    const { id } = await submit(scene, scene.lily, lamp);
    await acting(scene)('AA1', 'approveCase', { id });
    await sendBack(scene, id);
    const { amounts } = scene.shop.order('O-DELIVERED');
    scene.shop.set('O-DELIVERED', { amounts: { ...amounts, refunded: amounts.paid } });
    await acting(scene)('AA1', 'settleReturn', { id });
    scene.shop.set('O-DELIVERED', { amounts });
    const before = await scene.desk.read(scene.system).get(AfterSalesCase, id);
    expect(paidAtOnce('retryRefund', before, { paymentMethodId: 'lily-gift' })).toMatchObject([
      { methodId: 'lily-gift', amount: 3_000 },
    ]);
    expect((await payment(scene, id, ['AA1', 'retryRefund', {}])).said).toBe(3_000);
  });
});
