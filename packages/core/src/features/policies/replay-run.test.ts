import { describe, expect, test } from 'vitest';
import { TMALL, type PolicyPack } from '../../policies/index.ts';
import { PolicyDecision } from './entities.ts';
import { PolicyReplayRun } from './replay-run.ts';
import { denialOf, json, policyScene, promising, returns, type PolicyScene } from './testing/policy-scene.ts';

const HOUR = 3_600_000;

/** Past decisions as the desk keeps them, an hour apart. */
async function decided(scene: PolicyScene, count: number): Promise<void> {
  const start = Date.parse('2025-05-02T00:00:00.000Z');
  const facts = {
    reason: 'NO_REASON',
    signedAt: '2025-05-01T12:15:00.000Z',
    at: '2025-05-02T12:00:00.000Z',
    region: 'CN',
  };
  const store = scene.memory;
  for (let index = 0; index < count; index += 1) {
    const at = new Date(start + (index * HOUR) / 100).toISOString();
    const row = {
      id: `decision-${String(index).padStart(5, '0')}`,
      tenantId: 'tenant-1',
      version: 1,
      createdAt: at,
      updatedAt: at,
      storeId: scene.store.id,
      subject: 'CASE' as const,
      subjectId: `case-${index}`,
      orderId: 'O-DELIVERED',
      kind: 'RETURN',
      facts,
      amount: 1_000,
      currency: 'CNY',
      outcome: 'ALLOW',
      ruleIds: ['CN-01'],
      judgedBy: ['shipped:TMALL'],
      decidedAt: at,
    };
    await store.commit([{ kind: 'insert', entity: PolicyDecision, row }]);
  }
}

/** A platform pack of its own that takes nothing back. */
function refusing(): PolicyPack {
  const [first] = promising(30).tables;
  const table = first as PolicyPack['tables'][number];
  const rows = table.rows.map((row) => ({
    ...row,
    final: true as const,
    answer: { outcome: 'DENY', remedies: [], auto: false },
  }));
  return {
    ...TMALL,
    statutoryLayer: {},
    tables: [{ ...returns, ...table, rows }, ...TMALL.tables.filter(({ code }) => code !== 'TM-RETURN')],
  };
}

const drafted = async (scene: PolicyScene) => (await scene.api.draftPolicy({ pack: json(refusing()) })).id;

describe('a replay that lasts', () => {
  test('goes on batch by batch until all is asked, and keeps counts, money and cases with the version', async () => {
    const scene = await policyScene();
    await decided(scene, 1_200);
    const versionId = await drafted(scene);
    const started = await scene.api.startPolicyReplay({ policyVersionId: versionId, storeId: scene.store.id });
    expect(started).toMatchObject({ state: 'RUNNING', expected: 1_200, total: 0, startedById: scene.sv.userId });
    const run = () => scene.desk.read(scene.sv).get(PolicyReplayRun, started.id);
    await scene.desk.runTimers();
    expect(await run()).toMatchObject({ state: 'RUNNING', total: 500, changed: 500 });
    await scene.desk.runTimers();
    await scene.desk.runTimers();
    const done = await run();
    expect(done).toMatchObject({
      state: 'DONE',
      total: 1_200,
      changed: 1_200,
      failed: 0,
      turns: [{ turn: 'ALLOW → DENY', count: 1_200 }],
      money: [{ currency: 'CNY', current: 1_200_000, draft: 0, difference: -1_200_000 }],
    });
    expect([done.cases.length, done.cases[0]?.subjectId]).toEqual([200, 'case-0']);
    await scene.desk.runTimers();
    expect(await run()).toEqual(done);
  });

  test('asks only the decisions of its period', async () => {
    const scene = await policyScene();
    await decided(scene, 10);
    const period = { from: '2025-05-02T00:01:00.000Z', to: '2025-05-02T00:03:00.000Z' };
    const { id, expected } = await scene.api.startPolicyReplay({
      policyVersionId: await drafted(scene),
      storeId: scene.store.id,
      ...period,
    });
    await scene.desk.runTimers();
    expect([expected, (await scene.desk.read(scene.sv).get(PolicyReplayRun, id)).total]).toEqual([3, 3]);
    const backwards = { from: period.to, to: period.from };
    expect(
      await denialOf(
        scene.api.startPolicyReplay({ policyVersionId: await drafted(scene), storeId: scene.store.id, ...backwards }),
      ),
    ).toMatchObject({ code: 'VALIDATION_FAILED', fields: [{ path: 'to' }] });
  });

  test('is cancelled half-way and then stands still', async () => {
    const scene = await policyScene();
    await decided(scene, 600);
    const { id } = await scene.api.startPolicyReplay({
      policyVersionId: await drafted(scene),
      storeId: scene.store.id,
    });
    await scene.desk.runTimers();
    expect(await scene.manager.cancelPolicyReplay({ id })).toMatchObject({ state: 'CANCELLED', total: 500 });
    await scene.desk.runTimers();
    expect(await scene.desk.read(scene.sv).get(PolicyReplayRun, id)).toMatchObject({ state: 'CANCELLED', total: 500 });
    expect(await denialOf(scene.manager.cancelPolicyReplay({ id }))).toMatchObject({ code: 'INVALID_TRANSITION' });
  });

  test('runs once at a time for a version', async () => {
    const scene = await policyScene();
    const question = { policyVersionId: await drafted(scene), storeId: scene.store.id };
    await scene.api.startPolicyReplay(question);
    expect(await denialOf(scene.manager.startPolicyReplay(question))).toMatchObject({ code: 'DUPLICATE' });
  });

  test('stops when the draft it replays is changed', async () => {
    const scene = await policyScene();
    await decided(scene, 600);
    const versionId = await drafted(scene);
    const { id } = await scene.api.startPolicyReplay({ policyVersionId: versionId, storeId: scene.store.id });
    await scene.desk.runTimers();
    await scene.api.editPolicyDraft({
      id: versionId,
      pack: json({ ...refusing(), title: { zh: '改', en: 'Changed' } }),
    });
    await scene.desk.runTimers();
    const run = await scene.desk.read(scene.sv).get(PolicyReplayRun, id);
    expect(run).toMatchObject({ state: 'OUTDATED', total: 500, contentVersion: 1 });
    expect((await scene.api.policyPack({ version: versionId })).contentVersion).toBe(2);
  });

  test('is not begun with a draft that does not compile, nor seen by staff of other stores', async () => {
    const scene = await policyScene();
    const [table] = refusing().tables;
    const broken = {
      ...refusing(),
      tables: [{ ...(table as PolicyPack['tables'][number]), inputs: returns.inputs.slice(1) }],
    };
    const { id: versionId } = await scene.api.draftPolicy({ pack: json(broken) });
    expect(
      await denialOf(scene.api.startPolicyReplay({ policyVersionId: versionId, storeId: scene.store.id })),
    ).toMatchObject({ code: 'VALIDATION_FAILED' });
    await scene.api.startPolicyReplay({ policyVersionId: await drafted(scene), storeId: scene.store.id });
    const away = { ...scene.sv, storeIds: ['another-store'] };
    expect(await scene.desk.read(away).all(PolicyReplayRun, {})).toEqual([]);
  });
});
