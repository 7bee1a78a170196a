import { describe, expect, test } from 'vitest';
import { marksOf } from '../../kernel/entity.ts';
import { OrderServiceRequest } from '../orders/entities.ts';
import { shopScene } from '../orders/testing/scene.ts';
import { AfterSalesCase } from './entities.ts';
import { denialOf, RETURN_TWO, submit } from './testing/steps.ts';

describe('what a customer may ask for', () => {
  test('is told by goods and reason, with one sentence and the clause behind it where the policy says no', async () => {
    const scene = await shopScene({ now: '2025-05-08T15:59:59.000Z', policyPack: 'TMALL' });
    const api = scene.desk.as(scene.lily).aftersales;
    const ask = () => api.caseOptions({ orderId: 'O-DELIVERED', items: [{ lineId: 'l1' }], reason: 'NO_REASON' });
    const outcomes = async () => Object.fromEntries((await ask()).types.map(({ type, outcome }) => [type, outcome]));
    expect(await outcomes()).toMatchObject({ RETURN_REFUND: 'ALLOW', USAGE_HELP: 'ALLOW' });
    scene.clock.set('2025-05-08T16:00:00.000Z');
    const denied = (await ask()).types.find(({ type }) => type === 'RETURN_REFUND');
    expect(denied).toMatchObject({ outcome: 'DENY', label: { zh: '退货退款', en: 'Return and refund' } });
    expect(denied?.explanation).toEqual({
      zh: '抱歉，申请退货退款的期限已于5月8日星期四结束。',
      en: 'Sorry, you could return this and get your money back until Thursday, 8 May.',
    });
    expect(denied?.clause?.en).toContain('within seven natural days');
    // Where nothing can be had, one refusal is enough.
    expect((await ask()).types).toEqual([denied]);
  });

  test('is told to a customer in a sentence: no trace, no rule number, nothing that they could bring about or say falsely', async () => {
    for (const [policyPack, now] of [
      ['TMALL', '2025-05-04T00:00:00.000Z'],
      ['TMALL', '2025-06-30T00:00:00.000Z'],
      ['GENERIC', '2025-05-04T00:00:00.000Z'],
      ['AMAZON', '2025-05-04T00:00:00.000Z'],
    ] as const) {
      const scene = await shopScene({ now, policyPack });
      const api = scene.desk.as(scene.lily).aftersales;
      for (const { code: reason } of (await api.caseOptions({ orderId: 'O-DELIVERED' })).reasons) {
        const asked = { orderId: 'O-DELIVERED', items: [{ lineId: 'l1' }], reason };
        const { types } = await api.caseOptions(asked);
        const had = types.filter(({ outcome, type }) => outcome !== 'DENY' && type !== 'USAGE_HELP');
        if (had.length > 0) expect(types.filter(({ outcome }) => outcome === 'DENY')).toEqual([]);
        for (const { type, explanation, clause, whatWouldChangeIt } of types) {
          expect(explanation.en).toMatch(/^[A-Z].*\.$/);
          expect(explanation.zh).toMatch(/。$/);
          expect(JSON.stringify(clause)).not.toMatch(/\[[A-Z]|Days since|天数/);
          expect(`${explanation.en} ${explanation.zh}`).not.toMatch(
            /\[[A-Z]|Days since|天数|other remedies are open|\.;|。;/,
          );
          expect(JSON.stringify(whatWouldChangeIt)).not.toMatch(
            /if the|with a|完好|without|\d\d:\d\d:\d\d|store time|店铺时间/,
          );
          const preview = await api.previewCase({ ...asked, items: [...asked.items], type }).catch(() => undefined);
          if (preview)
            expect(`${preview.explanation.en} ${preview.explanation.zh}`).not.toMatch(
              /\[[A-Z]|Days since|天数|other remedies are open/,
            );
        }
      }
    }
    const scene = await shopScene({ now: '2025-05-04T00:00:00.000Z', policyPack: 'TMALL' });
    const staff = await scene.desk.as(await scene.people('AA1')).aftersales.caseOptions({
      storeId: scene.store.id,
      orderId: 'O-DELIVERED',
      items: [{ lineId: 'l1' }],
      reason: 'NO_REASON',
    });
    expect(staff.types.some(({ outcome }) => outcome === 'DENY')).toBe(true);
    const sent = await submit(scene, scene.lily, RETURN_TWO);
    expect(sent.explanation.en).toContain('[');
    // The time to ask by is over and done with once it was asked for.
    expect(sent.told).toEqual({
      zh: '您可以退货退款，寄回运费由您承担。',
      en: 'You can return this and get your money back; you pay the way back.',
    });
    expect(sent.clause?.en).toContain('within seven natural days');
    for (const field of ['explanation', 'decision', 'facts'] as const)
      expect(marksOf(AfterSalesCase.schema.shape[field]).audience).toBe('staff');
    expect(marksOf(OrderServiceRequest.schema.shape.decision).audience).toBe('staff');
    expect(staff.types.find(({ type }) => type === 'RETURN_REFUND')?.explanation.en).toContain('[');
  });

  test('is explained to staff with every rule that decided, in both languages, whether allowed or denied (R-AFT-05)', async () => {
    const outcomes = new Set<string>();
    for (const policyPack of ['TMALL', 'GENERIC', 'AMAZON', 'ALIBABA_B2B'])
      for (const now of ['2025-05-04T00:00:00.000Z', '2025-06-30T00:00:00.000Z']) {
        const scene = await shopScene({ now, policyPack });
        const api = scene.desk.as(await scene.people('AA1')).aftersales;
        const asked = { storeId: scene.store.id, orderId: 'O-DELIVERED', items: [{ lineId: 'l1' }] };
        for (const { code: reason } of (await api.caseOptions(asked)).reasons)
          for (const { type } of (await api.caseOptions({ ...asked, reason })).types) {
            if (type === 'USAGE_HELP') continue;
            const items = [{ lineId: 'l1', ...(type === 'EXCHANGE' ? { newVariantId: 'shirt-L' } : {}) }];
            const preview = await api.previewCase({ ...asked, items, reason, type });
            outcomes.add(preview.outcome);
            expect(preview.ruleIds, `${policyPack} ${reason} ${type}`).not.toEqual([]);
            for (const id of preview.ruleIds)
              for (const said of [preview.explanation.en, preview.explanation.zh]) expect(said).toContain(id);
          }
      }
    expect([...outcomes].toSorted()).toEqual(['ALLOW', 'DENY', 'REVIEW']);
  });

  test('agrees with the preview of every solution that needs nothing more', async () => {
    const scene = await shopScene();
    const api = scene.desk.as(scene.lily).aftersales;
    const asked = { orderId: 'O-DELIVERED', items: [{ lineId: 'l1' }], reason: 'QUALITY' } as const;
    const { types } = await api.caseOptions(asked);
    for (const { type, outcome } of types.filter((one) => one.type !== 'EXCHANGE'))
      expect((await api.previewCase({ ...asked, items: [...asked.items], type })).outcome).toBe(outcome);
    expect(types.map(({ type }) => type)).toEqual([
      'REFUND_ONLY',
      'RETURN_REFUND',
      'EXCHANGE',
      'REPAIR',
      'RESHIP',
      'USAGE_HELP',
    ]);
  });

  test('offers no goods again for a reason of the buyer’s own, and never money for nothing', async () => {
    const scene = await shopScene();
    const { types } = await scene.desk
      .as(scene.lily)
      .aftersales.caseOptions({ orderId: 'O-DELIVERED', items: [{ lineId: 'l1' }], reason: 'SIZE_COLOR' });
    expect(types.map(({ type }) => type)).not.toContain('RESHIP');
    expect(types.map(({ type }) => type)).not.toContain('COMPENSATION');
  });

  test('gives customers their own words, the most said first, and members of staff the codes’ own', async () => {
    const scene = await shopScene();
    const asked = { orderId: 'O-DELIVERED' };
    const told = (await scene.desk.as(scene.lily).aftersales.caseOptions(asked)).reasons;
    const staff = (
      await scene.desk
        .as(await scene.staff('PA1', ['PA']))
        .aftersales.caseOptions({ ...asked, storeId: scene.store.id })
    ).reasons;
    expect(told.slice(0, 5).every(({ common }) => common)).toBe(true);
    expect(told.slice(5).some(({ common }) => common)).toBe(false);
    expect(told[1]).toMatchObject({ code: 'NO_REASON', label: { en: 'I do not want it any more' } });
    expect(staff[0]).toMatchObject({ code: 'NO_REASON', label: { en: 'No reason', zh: '无理由' } });
    expect(told.map(({ code }) => code).sort()).toEqual(staff.map(({ code }) => code).sort());
  });

  test('counts what other cases hold, and names the reasons that need a photo', async () => {
    const scene = await shopScene();
    await submit(scene, scene.lily, RETURN_TWO);
    const { lines, reasons, types } = await scene.desk
      .as(scene.lily)
      .aftersales.caseOptions({ orderId: 'O-DELIVERED' });
    expect(lines).toEqual([
      { lineId: 'l1', left: 1 },
      { lineId: 'l2', left: 1 },
    ]);
    expect(reasons.filter(({ photoRequired }) => photoRequired).map(({ code }) => code)).toEqual([
      'QUALITY',
      'NOT_AS_DESCRIBED',
      'DAMAGED',
      'WRONG_ITEM',
    ]);
    expect(types).toEqual([]);
  });

  test('of somebody else’s order is nothing', async () => {
    const scene = await shopScene();
    expect((await denialOf(scene.desk.as(scene.lily).aftersales.caseOptions({ orderId: 'O-BOB' }))).code).toBe(
      'NOT_FOUND',
    );
    expect(
      (await denialOf(scene.desk.as(await scene.shopper()).aftersales.caseOptions({ orderId: 'O-DELIVERED' }))).code,
    ).toBe('NOT_FOUND');
  });

  test('of goods that the order does not hold, or of more than were bought, is refused', async () => {
    const scene = await shopScene();
    const ask = (item: { lineId: string; quantity?: number }) =>
      scene.desk.as(scene.lily).aftersales.caseOptions({ orderId: 'O-DELIVERED', items: [item], reason: 'NO_REASON' });
    expect(await denialOf(ask({ lineId: 'l9' }))).toMatchObject({
      code: 'VALIDATION_FAILED',
      fields: [{ path: 'items' }],
    });
    expect(await denialOf(ask({ lineId: 'l1', quantity: 4 }))).toMatchObject({
      code: 'VALIDATION_FAILED',
      details: { left: 3 },
    });
  });
});
