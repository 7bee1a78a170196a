import { describe, expect, test } from 'vitest';
import { denialOf, json, policyScene, promising, publish, returns } from './testing/policy-scene.ts';

describe('the policy in force in a store', () => {
  test('is named layer by layer, with its tables, since when, by whom and approved by whom', async () => {
    const scene = await policyScene();
    const { id } = await publish(scene, promising(30));
    const { layers } = await scene.api.policyInForce({ storeId: scene.store.id });
    expect(layers.map(({ layer, version, number }) => [layer, version, number])).toEqual([
      ['STATUTORY', 'shipped:CN_LAW', null],
      ['PLATFORM', 'shipped:TMALL', null],
      ['PROMISE', id, 1],
    ]);
    expect(layers[2]).toMatchObject({
      authorId: scene.sv.userId,
      approverId: scene.mg.userId,
      effectiveFrom: scene.clock.now().toISOString(),
      tables: [{ code: 'OWN-RETURN', kind: 'RETURN', question: { en: 'Return and exchange' }, rows: 1 }],
    });
    const away = { ...scene.sv, storeIds: ['another-store'] };
    expect(await denialOf(scene.desk.as(away).policies.policyInForce({ storeId: scene.store.id }))).toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('what stands above a version', () => {
  test('is the statute for a platform pack, and both for a promise', async () => {
    const scene = await policyScene();
    const promise = await scene.api.draftPolicy({ storeId: scene.store.id, pack: json(promising(30)) });
    const above = async (version: string) =>
      (await scene.api.policiesAbove({ version, storeId: scene.store.id })).packs.map(({ version: of }) => of);
    expect([await above(promise.id), await above('shipped:TMALL'), await above('shipped:CN_LAW')]).toEqual([
      ['shipped:CN_LAW', 'shipped:TMALL'],
      ['shipped:CN_LAW'],
      [],
    ]);
  });
});

describe('a question to a policy', () => {
  test('names the facts it needs, also for tables that are still being typed', async () => {
    const scene = await policyScene();
    const question = { version: 'shipped:TMALL', storeId: scene.store.id, kind: 'RETURN' };
    const { facts } = await scene.orders.policyFacts(question);
    expect(facts.slice(0, 2)).toMatchObject([
      { name: 'signedAt', label: { zh: '签收时间' }, input: { type: 'instant' } },
      { name: 'at' },
    ]);
    expect(facts.find(({ name }) => name === 'reason')).toMatchObject({ label: { zh: '退换原因', en: 'Reason' } });
    const own = {
      ...promising(30),
      tables: [
        {
          ...returns,
          code: 'OWN',
          inputs: [
            ...returns.inputs,
            { name: 'member', label: { zh: '会员', en: 'Member' }, type: 'boolean' as const, nullable: true },
          ],
        },
      ],
    };
    const { id: version } = await scene.api.draftPolicy({ storeId: scene.store.id, pack: json(promising(30)) });
    const typed = await scene.orders.policyFacts({ ...question, version, pack: json(own) });
    expect(typed.facts.map(({ name }) => name)).toContain('member');
  });

  test('is tried on tables that are not saved yet, and says which row of which table decided', async () => {
    const scene = await policyScene();
    const { id: version } = await scene.api.draftPolicy({ storeId: scene.store.id, pack: json(promising(15)) });
    const trial = {
      version,
      storeId: scene.store.id,
      kind: 'RETURN',
      facts: { reason: 'NO_REASON', signedAt: '2025-05-01T12:00:00.000Z', at: '2025-05-25T12:00:00.000Z' },
    };
    expect((await scene.orders.tryPolicy(trial)).answer.outcome).toBe('DENY');
    const { answer } = await scene.orders.tryPolicy({ ...trial, pack: json(promising(30)) });
    expect(answer).toMatchObject({
      outcome: 'ALLOW',
      rows: [{ layer: 'PROMISE', table: 'OWN-RETURN', row: 'OWN-01' }],
    });
    expect(await denialOf(scene.orders.tryPolicy({ ...trial, pack: json({ code: 'x' }) }))).toMatchObject({
      code: 'VALIDATION_FAILED',
    });
  });
});

describe('a version that is approved', () => {
  test('keeps the approver’s comment, and loses it when it is sent back', async () => {
    const scene = await policyScene();
    const { id } = await scene.api.draftPolicy({ storeId: scene.store.id, pack: json(promising(30)) });
    await scene.api.submitPolicy({ id });
    expect(await scene.manager.approvePolicy({ id, comment: '同意' })).toMatchObject({
      state: 'APPROVED',
      approvalComment: '同意',
      lastEditorId: scene.sv.userId,
    });
    expect(await scene.manager.sendBackPolicy({ id, reason: '再看看' })).toMatchObject({
      state: 'DRAFT',
      approvalComment: null,
    });
  });

  test('was edited by one of two: the second, who read an older one, gets CONFLICT', async () => {
    const scene = await policyScene();
    const draft = await scene.api.draftPolicy({ storeId: scene.store.id, pack: json(promising(30)) });
    await scene.manager.editPolicyDraft(
      { id: draft.id, pack: json(promising(20)) },
      { expectedVersion: draft.version },
    );
    const late = scene.api.editPolicyDraft(
      { id: draft.id, pack: json(promising(10)) },
      { expectedVersion: draft.version },
    );
    expect(await denialOf(late)).toMatchObject({ code: 'CONFLICT' });
    expect((await scene.api.policyPack({ version: draft.id })).pack).toEqual(json(promising(20)));
  });
});
