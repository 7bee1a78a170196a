import { describe, expect, test } from 'vitest';
import { giftTable, TMALL, type PolicyPack, type TableRow } from '../../policies/index.ts';
import { RETURN_TWO, type Asked } from '../aftersales/testing/steps.ts';
import type { Scene } from '../orders/testing/scene.ts';
import { denialOf, json, policyScene, promising, publish, returns, type PolicyScene } from './testing/policy-scene.ts';
import { PolicyContent, PolicyDecision, PolicyVersion } from './entities.ts';
import { storePolicy } from './effective.ts';
import { ANONYMOUS, type StaffActor } from '../../kernel/actor.ts';
import { actorForToken } from '../access/index.ts';

const DAY = 24 * 3_600_000;

const preview = (scene: Scene) =>
  scene.desk.as(scene.lily).aftersales.previewCase({
    orderId: 'O-DELIVERED',
    type: 'RETURN_REFUND',
    reason: 'NO_REASON',
    items: [{ lineId: 'l1' }],
  });

type Policies = PolicyScene['api'];

/** The person as they sign in now, with what their tenant has decided meanwhile. */
async function signedIn({ desk, system }: PolicyScene, { name }: StaffActor): Promise<StaffActor> {
  const { token } = await desk
    .as(ANONYMOUS)
    .access.signIn({ email: `${name.toLowerCase()}@example.com`, password: 'long enough' });
  const actor = await actorForToken(desk.read(system), token, desk.permissions);
  if (actor?.kind !== 'staff') throw new Error('Not signed in.');
  return actor;
}

describe('the life of a policy version', () => {
  test('is in the hands of the roles to which the tenant gave it, and of no other', async () => {
    const scene = await policyScene();
    const admin = scene.desk.as(scene.admin).access;
    await admin.setPermissionRoles({ permission: 'policy.draft', roles: ['TL'] });
    await admin.setPermissionRoles({ permission: 'policy.approve', roles: ['TR'] });
    const people = [await scene.people('TL1'), await scene.people('TR1'), scene.mg];
    const actors = await Promise.all(people.map((person) => signedIn(scene, person)));
    const [leader, trainer, manager] = actors.map((actor) => scene.desk.as(actor).policies) as [
      Policies,
      Policies,
      Policies,
    ];
    const { id } = await leader.draftPolicy({ basedOn: 'shipped:TMALL' });
    expect(await denialOf(manager.editPolicyDraft({ id, note: 'x' }))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await leader.editPolicyDraft({ id, note: 'y' })).toMatchObject({ note: 'y' });
    await leader.submitPolicy({ id });
    expect(await denialOf(manager.approvePolicy({ id }))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await denialOf(manager.sendBackPolicy({ id, reason: 'x' }))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await trainer.approvePolicy({ id })).toMatchObject({ state: 'APPROVED' });
    expect(await trainer.schedulePolicy({ id })).toMatchObject({ state: 'EFFECTIVE' });
  });

  test('is drafted by a supervisor, approved by somebody whose words are not in it, and rules from its instant', async () => {
    const scene = await policyScene();
    const draft = await scene.api.draftPolicy({ basedOn: 'shipped:TMALL', note: '五一活动' });
    expect(draft).toMatchObject({
      state: 'DRAFT',
      packCode: 'TMALL',
      layer: 'PLATFORM',
      number: 1,
      authorId: scene.sv.userId,
      storeId: null,
    });
    expect(
      await denialOf(scene.desk.as(await scene.people('PA1')).policies.draftPolicy({ basedOn: 'shipped:TMALL' })),
    ).toMatchObject({ code: 'FORBIDDEN' });
    const { id } = draft;
    expect(await scene.manager.editPolicyDraft({ id, note: '经理补充' })).toMatchObject({
      editorIds: [scene.sv.userId, scene.mg.userId],
    });
    await scene.api.submitPolicy({ id });
    expect(await denialOf(scene.api.editPolicyDraft({ id, note: 'x' }))).toMatchObject({ code: 'INVALID_TRANSITION' });
    expect(await denialOf(scene.api.approvePolicy({ id }))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await denialOf(scene.manager.approvePolicy({ id }))).toMatchObject({
      code: 'FORBIDDEN',
      details: { editorIds: expect.arrayContaining([scene.mg.userId]) as string[] },
    });
    const director = scene.desk.as(scene.od).policies;
    expect(await director.approvePolicy({ id })).toMatchObject({ state: 'APPROVED', approverId: scene.od.userId });
    const from = new Date(scene.clock.now().getTime() + DAY).toISOString();
    expect(await denialOf(director.schedulePolicy({ id, effectiveFrom: '2025-01-01T00:00:00.000Z' }))).toMatchObject({
      code: 'VALIDATION_FAILED',
    });
    expect(await director.schedulePolicy({ id, effectiveFrom: from })).toMatchObject({
      state: 'SCHEDULED',
      effectiveFrom: from,
    });
    scene.clock.set(from);
    await scene.desk.runTimers();
    expect(await scene.desk.read(scene.od).get(PolicyVersion, id)).toMatchObject({ state: 'EFFECTIVE' });
    const second = await scene.api.draftPolicy({ basedOn: id });
    expect(second).toMatchObject({ number: 2, basedOn: id });
    await scene.api.submitPolicy({ id: second.id });
    await scene.manager.approvePolicy({ id: second.id });
    expect(await scene.manager.schedulePolicy({ id: second.id })).toMatchObject({ state: 'EFFECTIVE' });
    expect(await scene.desk.read(scene.od).get(PolicyVersion, id)).toMatchObject({
      state: 'SUPERSEDED',
      effectiveTo: from,
    });
    expect(await scene.manager.retirePolicy({ id: second.id, reason: '撤销' })).toMatchObject({ state: 'RETIRED' });
  });

  test('is sent back with a reason, also when it is already scheduled', async () => {
    const scene = await policyScene();
    const { id } = await publish(scene, promising(30), { from: '2025-06-01T00:00:00.000Z' });
    expect(await denialOf(scene.manager.sendBackPolicy({ id }))).toMatchObject({ code: 'REASON_REQUIRED' });
    expect(
      await denialOf(scene.desk.as(await scene.people('PA1')).policies.sendBackPolicy({ id, reason: 'no' })),
    ).toMatchObject({ code: 'FORBIDDEN' });
    expect(await scene.manager.sendBackPolicy({ id, reason: '天数有误' })).toMatchObject({
      state: 'DRAFT',
      sentBackReason: '天数有误',
      effectiveFrom: null,
      approverId: null,
    });
    scene.clock.set('2025-06-01T00:00:00.000Z');
    await scene.desk.runTimers();
    expect(await scene.desk.read(scene.mg).get(PolicyVersion, id)).toMatchObject({ state: 'DRAFT' });
  });

  test('is not seen by shoppers, and by staff of other stores only where it is for all', async () => {
    const scene = await policyScene();
    const own = await publish(scene, promising(30));
    const shared = await scene.api.draftPolicy({ basedOn: 'shipped:TMALL' });
    const away = { ...scene.sv, storeIds: ['another-store'] };
    const seen = (actor: Parameters<typeof scene.desk.read>[0]) => scene.desk.read(actor).all(PolicyVersion, {});
    expect((await seen(away)).map(({ id }) => id)).toEqual([shared.id]);
    expect(await seen(scene.lily)).toEqual([]);
    expect(await denialOf(scene.desk.as(away).policies.policyPack({ version: own.id }))).toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('a draft that may not be published', () => {
  const submitted = async (scene: PolicyScene, pack: PolicyPack) => {
    const { id } = await scene.api.draftPolicy({ storeId: scene.store.id, pack: json(pack) });
    return denialOf(scene.api.submitPolicy({ id }));
  };

  test('has not the shape of a policy: every place is named', async () => {
    const scene = await policyScene();
    const denial = await denialOf(
      scene.api.draftPolicy({
        pack: json({ ...promising(30), kinder: 'SOME', tables: [{ ...returns, hitPolicy: 'ANY' }] }),
      }),
    );
    expect(denial).toMatchObject({ code: 'VALIDATION_FAILED' });
    expect(denial.fields?.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['pack.kinder', 'pack.tables.0.hitPolicy']),
    );
    expect(denial.fields?.find(({ path }) => path.endsWith('hitPolicy'))?.text.text).toEqual({
      en: 'Only one of these: UNIQUE, FIRST, PRIORITY, COLLECT.',
      zh: '只能是：UNIQUE、FIRST、PRIORITY、COLLECT。',
    });
    expect(
      await denialOf(scene.api.draftPolicy({ pack: json({ ...promising(30), layer: 'STATUTORY' }) })),
    ).toMatchObject({ code: 'VALIDATION_FAILED', fields: [{ path: 'pack.layer' }] });
  });

  test('does not compile, and the findings say where', async () => {
    const scene = await policyScene();
    const pack = promising(30);
    const broken = {
      ...pack,
      tables: pack.tables.map((one) => ({
        ...one,
        rows: one.rows.map((row) => ({ ...row, when: { daysSinceSigned: 'soon' } })),
      })),
    };
    const denial = await submitted(scene, broken);
    expect(denial).toMatchObject({
      code: 'VALIDATION_FAILED',
      details: { findings: [{ code: 'COMPILE', table: 'OWN-RETURN', rowIds: ['OWN-01'] }] },
    });
  });

  test('weakens the statute: five days where the law gives seven', async () => {
    const scene = await policyScene();
    const denial = await submitted(scene, promising(5));
    expect(denial.details?.['findings']).toMatchObject([
      { code: 'WEAKER_THAN_STATUTE', severity: 'ERROR', rowIds: ['OWN-01', 'CN-01'] },
    ]);
    expect(denial.fields?.[0]?.path).toBe('OWN-RETURN.OWN-01.CN-01');
    const { errors, findings } = await scene.api.lintPolicy({ pack: json(promising(5)), storeId: scene.store.id });
    expect([errors, findings[0]?.example['daysSinceSigned']]).toEqual([1, 6]);
    expect(await scene.api.lintPolicy({ pack: json(promising(30)), storeId: scene.store.id })).toMatchObject({
      errors: 0,
    });
  });

  test('promises on a question that the platform keeps to itself: it would never be heard', async () => {
    const scene = await policyScene();
    const messages = TMALL.tables.find(({ decision }) => decision === 'MESSAGING') as PolicyPack['tables'][number];
    const pack = { ...promising(30), tables: [{ ...messages, code: 'OWN-MSG' }] };
    const { findings } = await scene.api.lintPolicy({ pack: json(pack), storeId: scene.store.id });
    expect(findings).toMatchObject([
      {
        code: 'NEVER_REACHED',
        severity: 'WARNING',
        table: 'OWN-MSG',
        text: { zh: expect.stringContaining('不会生效') as string },
      },
    ]);
  });

  test('is checked in the regions of the stores it is for', async () => {
    const scene = await policyScene({ policyPack: 'GENERIC', region: 'EU' });
    const short = {
      ...promising(30),
      tables: [
        {
          ...returns,
          code: 'OWN-RETURN',
          inputs: [...returns.inputs],
          rows: [
            {
              ...(returns.rows[0] as TableRow),
              id: 'OWN-01',
              when: { reason: 'NO_REASON', daysSinceSigned: { lte: 5 } },
              answer: { outcome: 'ALLOW', remedies: ['RETURN'], auto: true },
            },
          ],
        },
      ],
    } as PolicyPack;
    expect(await scene.api.lintPolicy({ pack: json(short), storeId: scene.store.id })).toMatchObject({ errors: 0 });
    const china = (await scene.loose.perform(scene.admin, 'createStore', {
      name: 'CN',
      key: 'store-cn',
      region: 'CN',
      policyPack: 'GENERIC',
    })) as { id: string };
    expect(await scene.api.lintPolicy({ pack: json(short), storeId: china.id })).toMatchObject({ errors: 1 });
  });
});

describe('an order', () => {
  const LATE = '2025-05-20T04:00:00.000Z';

  test('is judged by the version of its own time, however the policy changed since (R-POL-01)', async () => {
    const scene = await policyScene({ now: '2025-04-01T00:00:00.000Z' });
    const wide = await publish(scene, promising(30));
    scene.clock.set('2025-05-02T00:00:00.000Z');
    await publish(scene, promising(7));
    scene.clock.set(LATE);
    expect(await preview(scene)).toMatchObject({ outcome: 'ALLOW', ruleIds: ['OWN-01'] });
    const { policies, placedAt } = await scene.orders.policyOfOrder({
      storeId: scene.store.id,
      orderId: 'O-DELIVERED',
    });
    expect(placedAt).toBe('2025-04-28T02:00:00.000Z');
    expect(policies.map(({ layer, version, number }) => [layer, version, number])).toEqual([
      ['STATUTORY', 'shipped:CN_LAW', null],
      ['PLATFORM', 'shipped:TMALL', null],
      ['PROMISE', wide.id, 1],
    ]);
  });

  test('from before a kinder version gains from it only where that version says so', async () => {
    const strict = await policyScene({ now: '2025-05-02T00:00:00.000Z' });
    await publish(strict, promising(30));
    strict.clock.set(LATE);
    expect(await preview(strict)).toMatchObject({ outcome: 'DENY' });
    const kind = await policyScene({ now: '2025-05-02T00:00:00.000Z' });
    await publish(kind, promising(30), { kinderForEarlier: true });
    kind.clock.set(LATE);
    expect(await preview(kind)).toMatchObject({ outcome: 'ALLOW', ruleIds: ['OWN-01'] });
    expect((await kind.orders.policyOfOrder({ storeId: kind.store.id, orderId: 'O-DELIVERED' })).kinderNow).toBe(true);
  });

  test('is judged by a store’s own version before the one for all, and by the shipped pack once that is retired', async () => {
    const scene = await policyScene({ now: '2025-04-01T00:00:00.000Z' });
    const shared = await scene.api.draftPolicy({ basedOn: 'shipped:TMALL' });
    const own = await scene.api.draftPolicy({ basedOn: 'shipped:TMALL', storeId: scene.store.id });
    for (const { id } of [shared, own]) {
      await scene.api.submitPolicy({ id });
      await scene.manager.approvePolicy({ id });
      await scene.manager.schedulePolicy({ id });
    }
    const judge = async (at: string) =>
      (await storePolicy(scene.desk.read(scene.system), scene.store, { at })).judges[0]?.version;
    expect(await judge('2025-03-31T23:59:59.000Z')).toBe('shipped:TMALL');
    expect(await judge('2025-04-02T00:00:00.000Z')).toBe(own.id);
    scene.clock.set('2025-04-10T00:00:00.000Z');
    await scene.manager.retirePolicy({ id: own.id, reason: 'x' });
    expect([await judge('2025-04-02T00:00:00.000Z'), await judge('2025-04-11T00:00:00.000Z')]).toEqual([
      own.id,
      shared.id,
    ]);
  });

  test('of a store whose pack nobody knows is a clear NOT_FOUND', async () => {
    const scene = await policyScene({ policyPack: 'NOBODY' });
    expect(await denialOf(preview(scene))).toMatchObject({
      code: 'NOT_FOUND',
      details: { entity: 'PolicyPack', version: 'shipped:NOBODY' },
    });
  });

  test('may be judged by a condition in CEL', async () => {
    const scene = await policyScene({ now: '2025-04-01T00:00:00.000Z' });
    const pack = promising(30);
    const only = {
      ...pack,
      tables: pack.tables.map((one) => ({
        ...one,
        rows: one.rows.map((row) => ({ ...row, condition: 'daysSinceSigned > 10' })),
      })),
    };
    await publish(scene, only);
    scene.clock.set(LATE);
    expect(await preview(scene)).toMatchObject({ outcome: 'ALLOW', ruleIds: ['OWN-01'] });
  });
});

describe('a gift to the cent', () => {
  test('a store’s gift from 199.00 on is given at 199.00, missed by 0.01 at 198.99, and nobody overrides it', async () => {
    const scene = await policyScene({ policyPack: 'GENERIC' });
    const tea = {
      id: 'TEA',
      title: { zh: '满199送茶', en: 'Tea from 199.00 on' },
      kind: 'FULL_GIFT',
      threshold: 19_900,
      reward: { gift: 'tea', giftTitle: { zh: '茶包', en: 'tea bags' } },
    } as const;
    const gifts = giftTable(tea, 'CNY', '2025-12-31');
    const pack = { ...promising(30), code: 'GIFTS', tables: [gifts] };
    const { id: version } = await publish(scene, pack);
    const ask = async (eligiblePaid: number) =>
      (await scene.orders.tryPolicy({ version, storeId: scene.store.id, kind: 'GIFT', facts: { eligiblePaid } }))
        .answer;
    expect(await ask(19_900)).toMatchObject({ outcome: 'ALLOW' });
    const short = await ask(19_899);
    expect(short).toMatchObject({ outcome: 'DENY' });
    expect(JSON.stringify(short.whatWouldChangeIt)).toContain('0.01');
    const override = {
      version,
      storeId: scene.store.id,
      kind: 'OVERRIDE',
      facts: { overrideOf: 'GIFT', role: 'MG', reasonGiven: true },
    };
    expect((await scene.orders.tryPolicy(override)).answer).toMatchObject({ outcome: 'DENY', ruleIds: ['I-4'] });
  });
});

describe('looking before publishing', () => {
  test('shipped packs are read-only versions to read and draft from', async () => {
    const scene = await policyScene();
    const { packs } = await scene.api.shippedPolicies({});
    expect(packs.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['CN_LAW', 'AMAZON', 'ALIBABA_B2B', 'TMALL', 'GENERIC']),
    );
    for (const { rules, banner } of packs) expect(rules > 0 && banner.zh.length > 0).toBe(true);
    const shown = await scene.api.policyPack({ version: 'shipped:AMAZON' });
    expect([shown.readOnly, shown.pack['code']]).toEqual([true, 'AMAZON']);
    const { id } = await scene.api.draftPolicy({ basedOn: 'shipped:AMAZON' });
    expect(await scene.api.policyPack({ version: id })).toMatchObject({ readOnly: false });
    expect(await denialOf(scene.api.policyPack({ version: 'shipped:NOBODY' }))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await scene.desk.read(scene.sv).all(PolicyContent, {})).toEqual([]);
  });

  test('two versions are compared cell by cell', async () => {
    const scene = await policyScene();
    const { id } = await publish(scene, promising(15));
    const next = await scene.api.draftPolicy({ storeId: scene.store.id, basedOn: id, pack: json(promising(30)) });
    const { differences } = await scene.api.diffPolicyVersions({ before: id, after: next.id });
    expect(differences).toMatchObject([
      {
        kind: 'CHANGED',
        table: 'OWN-RETURN',
        row: 'OWN-01',
        field: 'daysSinceSigned',
        before: { en: '≤ 15 days' },
        after: { zh: '≤ 30 天' },
      },
    ]);
  });

  test('a version is tried on typed facts, on a real order, or on both', async () => {
    const scene = await policyScene();
    const trial = { version: 'shipped:TMALL', storeId: scene.store.id, kind: 'RETURN' };
    const typed = await scene.orders.tryPolicy({
      ...trial,
      facts: { reason: 'NO_REASON', signedAt: '2025-05-01T12:00:00.000Z' },
    });
    expect(typed.answer).toMatchObject({ outcome: 'ALLOW', ruleIds: ['CN-01', 'CN-02'] });
    const real = await scene.orders.tryPolicy({
      ...trial,
      orderId: 'O-DELIVERED',
      facts: { reason: 'NO_REASON', at: '2025-05-20T00:00:00.000Z' },
    });
    expect(real.answer).toMatchObject({
      outcome: 'DENY',
      whatWouldChangeIt: [{ en: 'it was possible until 2025-05-08 23:59:59 store time' }],
    });
    expect(real.facts).toMatchObject({ signedAt: '2025-05-01T12:15:00.000Z', orderStatus: 'DELIVERED' });
    expect(await denialOf(scene.orders.tryPolicy({ ...trial, facts: { reason: 'WHIM' } }))).toMatchObject({
      code: 'VALIDATION_FAILED',
      fields: [{ path: 'facts.reason' }],
    });
  });

  test('a draft is replayed over the decisions of the past, page by page: how many change, the money, and which cases', async () => {
    const scene = await policyScene();
    for (const lineId of ['l1', 'l2']) {
      const asked: Asked = { ...RETURN_TWO, items: [{ lineId }] };
      const { confirmation } = await scene.desk.as(scene.lily).aftersales.previewCase(asked);
      await scene.desk.as(scene.lily).aftersales.submitCase({ ...asked, confirmation });
      scene.clock.advance(1000);
    }
    const refusing = {
      ...promising(30),
      tables: promising(30).tables.map((one) => ({
        ...one,
        rows: one.rows.map((row) => ({
          ...row,
          final: true as const,
          answer: { outcome: 'DENY', remedies: [], auto: false },
        })),
      })),
    };
    const { id } = await scene.api.draftPolicy({
      pack: json({
        ...TMALL,
        statutoryLayer: {},
        tables: [
          { ...(refusing.tables[0] as PolicyPack['tables'][number]) },
          ...TMALL.tables.filter(({ code }) => code !== 'TM-RETURN'),
        ],
      }),
    });
    const question = { version: id, storeId: scene.store.id, first: 1 };
    const first = await scene.api.replayPolicy(question);
    expect(first).toMatchObject({
      total: 1,
      changed: 1,
      failed: 0,
      turns: [{ turn: 'ALLOW → DENY', count: 1 }],
      money: [{ currency: 'CNY', current: 10_000, draft: 0, difference: -10_000 }],
    });
    expect(first.cases).toMatchObject([
      {
        subject: 'CASE',
        orderId: 'O-DELIVERED',
        kind: 'RETURN',
        current: { outcome: 'ALLOW', ruleIds: ['CN-01', 'CN-02'] },
        draft: { outcome: 'DENY' },
      },
    ]);
    const second = await scene.api.replayPolicy({ ...question, after: first.next ?? '' });
    expect(second).toMatchObject({ total: 1, money: [{ current: 3_000 }] });
    expect((await scene.api.replayPolicy({ ...question, after: second.next ?? '' })).total).toBe(0);
    expect(await denialOf(scene.api.replayPolicy({ ...question, after: 'nonsense' }))).toMatchObject({
      code: 'VALIDATION_FAILED',
    });
    expect(await scene.api.replayPolicy({ version: 'shipped:TMALL', storeId: scene.store.id })).toMatchObject({
      total: 2,
      changed: 0,
    });
  });

  test('every decision is stored with the facts it was asked with and the versions that judged', async () => {
    const scene = await policyScene();
    const { id: version } = await publish(scene, promising(30));
    scene.shop.set('O-DELIVERED', { placedAt: scene.clock.now().toISOString() });
    const asked: Asked = { ...RETURN_TWO, items: [{ lineId: 'l1' }] };
    const { confirmation } = await scene.desk.as(scene.lily).aftersales.previewCase(asked);
    const { id: subjectId } = await scene.desk.as(scene.lily).aftersales.submitCase({ ...asked, confirmation });
    const stored = await scene.desk.read(scene.sv).all(PolicyDecision, { where: { subjectId } });
    expect(stored).toMatchObject([
      {
        kind: 'RETURN',
        outcome: 'ALLOW',
        amount: 10_000,
        currency: 'CNY',
        judgedBy: ['shipped:TMALL', version],
        facts: { reason: 'NO_REASON', signedAt: '2025-05-01T12:15:00.000Z' },
      },
    ]);
  });
});
