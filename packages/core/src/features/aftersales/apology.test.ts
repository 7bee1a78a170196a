import { describe, expect, test } from 'vitest';
import { shopScene, type Scene } from '../orders/testing/scene.ts';
import { CaseStep } from './entities.ts';
import { acting, denialOf, submit, type Request } from './testing/steps.ts';

const staffAsk = async (scene: Scene, name: string, request: Request) =>
  submit(scene, await scene.people(name), request);

describe('an apology comes before the offer', () => {
  const quality: Request = { reason: 'QUALITY', items: [{ lineId: 'l2' }] };

  test('in a quality case, and both are on record in that order (R-AFT-03)', async () => {
    const scene = await shopScene({ policyPack: 'TMALL' });
    const by = acting(scene);
    const { id } = await staffAsk(scene, 'PA1', quality);
    for (const [action, input] of [
      ['approveCase', {}],
      ['offerSolution', { type: 'EXCHANGE', newVariantIds: ['tea-L'] }],
    ] as const)
      expect(await denialOf(by('AA1', action, { id, ...input }))).toMatchObject({
        code: 'NOTIFY_CUSTOMER_FIRST',
        details: { step: 'APOLOGY' },
      });
    const { apologySentAt } = await by('AA1', 'recordApology', { id });
    scene.clock.advance(60_000);
    // That it was sent is not enough: it waits for their next visit.
    const offer = { id, type: 'EXCHANGE', newVariantIds: ['tea-L'] };
    expect(await denialOf(by('AA1', 'offerSolution', offer))).toMatchObject({
      code: 'NOTIFY_CUSTOMER_FIRST',
      details: { step: 'APOLOGY_DELIVERY' },
    });
    const [left] = await scene.desk.as(scene.lily).conversations.myConversations({});
    expect(left?.preview).toContain('非常抱歉');
    await scene.desk.as(scene.lily).conversations.markDelivered({ id: left?.id ?? '', seq: 99 });
    const offered = await by('AA1', 'offerSolution', { id, type: 'EXCHANGE', newVariantIds: ['tea-L'] });
    expect(offered).toMatchObject({
      type: 'EXCHANGE',
      state: 'REQUESTED',
      lines: [{ newVariantId: 'tea-L' }],
      refundAmount: 0,
    });
    expect(Date.parse(apologySentAt ?? '')).toBeLessThan(Date.parse(offered.offeredAt ?? ''));
    expect(await by('AA1', 'approveCase', { id })).toMatchObject({ state: 'AWAITING_RETURN', shopState: 'DONE' });
    expect(scene.shop.order('O-DELIVERED').returns).toMatchObject([{ kind: 'EXCHANGE' }]);
  });

  test('may have been said on the phone, which its case says too', async () => {
    const scene = await shopScene({ policyPack: 'TMALL' });
    const by = acting(scene);
    const { id } = await staffAsk(scene, 'PA1', quality);
    expect(await by('AA1', 'recordApology', { id, said: 'Called at noon' })).toMatchObject({ apologyAwaits: false });
    await by('AA1', 'offerSolution', { id, type: 'EXCHANGE', newVariantIds: ['tea-L'] });
    const [step] = await scene.desk.read(scene.system).all(CaseStep, { where: { caseId: id, event: 'apologise' } });
    expect(step?.note).toBe('Called at noon');
  });

  test('is said in the customer’s chat, unless the words may not be sent', async () => {
    const scene = await shopScene({ policyPack: 'TMALL' });
    const by = acting(scene);
    await scene.people('PA1');
    const { id: conversationId } = await scene.desk.as(scene.lily).conversations.openConversation({});
    const { id } = await staffAsk(scene, 'AA1', { ...quality, conversationId });
    expect(await denialOf(by('AA1', 'recordApology', { id, text: '不好意思,我们的质量全网第一' }))).toMatchObject({
      code: 'FORBIDDEN_TERM',
    });
    await by('AA1', 'recordApology', { id });
    const messages = await scene.desk.as(scene.lily).conversations.messages({ conversationId });
    expect(messages.find(({ sender }) => sender === 'AGENT')?.body).toContain('非常抱歉');
  });

  test('is proposed by what the case lacks, names the case, and never asks for what is there', async () => {
    const scene = await shopScene({ policyPack: 'TMALL' });
    await scene.people('PA1');
    const { id: conversationId } = await scene.desk.as(scene.lily).conversations.openConversation({ locale: 'en' });
    const agent = await scene.people('AA1');
    const draft = async (request: Request, granting = false) => {
      const row = await staffAsk(scene, 'AA1', { ...quality, conversationId, ...request });
      const { text, isSent } = await scene.desk.as(agent).aftersales.apologyDraft({ id: row.id, granting });
      expect([text.includes(row.number), isSent]).toEqual([true, true]);
      await acting(scene)('AA1', 'withdrawCase', { id: row.id });
      return text;
    };
    const photos = await scene.desk.as(agent).aftersales.addCasePhoto({
      storeId: scene.store.id,
      blobKey: JSON.stringify({ contentType: 'image/png', size: 1000, sha256: 'x' }),
      name: 'crack.png',
    });
    expect(await draft({})).toMatch(/in a few words.*photo/);
    expect(await draft({ description: 'A crack' })).toMatch(/send us a photo/);
    expect(await draft({ evidence: [photos.id] })).toMatch(/in a few words/);
    for (const complete of [await draft({ description: 'A crack', evidence: [photos.id] }), await draft({}, true)])
      expect(complete).not.toMatch(/photo|words/);
  });

  test('goes out with the approval, as it was written, and before it', async () => {
    const scene = await shopScene({ policyPack: 'TMALL' });
    const by = acting(scene);
    await scene.people('PA1');
    const { id: conversationId } = await scene.desk.as(scene.lily).conversations.openConversation({});
    const { id } = await staffAsk(scene, 'AA1', { ...quality, conversationId });
    expect(await denialOf(by('AA1', 'approveCase', { id, apology: '我们的质量全网第一' }))).toMatchObject({
      code: 'FORBIDDEN_TERM',
    });
    expect(await denialOf(by('AA1', 'approveCase', { id, apology: ' ' }))).toMatchObject({ code: 'VALIDATION_FAILED' });
    const approved = await by('AA1', 'approveCase', { id, apology: '实在抱歉，裂了的这件我们马上换。' });
    expect(approved).toMatchObject({ state: 'AWAITING_RETURN' });
    expect(approved.apologySentAt).not.toBeNull();
    const messages = await scene.desk.as(scene.lily).conversations.messages({ conversationId });
    const said = messages.filter(({ kind }) => kind === 'TEXT').map(({ body, sender }) => [sender, body]);
    const at = said.findIndex(([, body]) => body === '实在抱歉，裂了的这件我们马上换。');
    expect(said[at]?.[0]).toBe('AGENT');
    expect(said.slice(at + 1).some(([, body]) => body?.includes('已同意'))).toBe(true);
    const steps = await scene.desk
      .read(scene.system)
      .all(CaseStep, { where: { caseId: id, event: { in: ['apologise', 'approve'] } }, order: [['at', 'asc']] });
    expect(steps.map(({ event, note }) => [event, note])).toEqual([
      ['apologise', '实在抱歉，裂了的这件我们马上换。'],
      ['approve', ''],
    ]);
  });

  test('cannot make up for what stands in the way of the approval, and is not said then', async () => {
    const scene = await shopScene({ policyPack: 'TMALL' });
    const by = acting(scene);
    await scene.people('PA1');
    const { id: conversationId } = await scene.desk.as(scene.lily).conversations.openConversation({});
    const row = await staffAsk(scene, 'AA1', { ...quality, conversationId });
    await by('AA1', 'withdrawCase', { id: row.id });
    expect((await denialOf(by('AA1', 'approveCase', { id: row.id, apology: '实在抱歉。' }))).code).toBe(
      'INVALID_TRANSITION',
    );
    const messages = await scene.desk.as(scene.lily).conversations.messages({ conversationId });
    expect(messages.some(({ body }) => body === '实在抱歉。')).toBe(false);
  });

  test('is not needed where nobody is at fault', async () => {
    const scene = await shopScene({ policyPack: 'TMALL' });
    const { id } = await submit(scene, scene.lily);
    expect(await acting(scene)('AA1', 'approveCase', { id })).toMatchObject({ state: 'AWAITING_RETURN' });
  });
});
