import { describe, test } from 'vitest';
import type { Actor } from '../../kernel/actor.ts';
import { actionContract } from '../../testing/index.ts';
import { shopScene } from '../orders/testing/scene.ts';

interface Case {
  readonly actor: Actor;
  readonly input: object;
  readonly stranger?: Actor;
  readonly wrongRole?: Actor;
}

async function versionScene() {
  const scene = await shopScene({ policyPack: 'TMALL' });
  const [sv, mg, pa] = [await scene.people('SV1'), await scene.people('MG1'), await scene.people('PA1')];
  const away = (actor: typeof sv): Actor => ({ ...actor, storeIds: ['another-store'] });
  const author = scene.desk.as(sv).policies;
  const manager = scene.desk.as(mg).policies;
  const draft = async () => (await author.draftPolicy({ basedOn: 'shipped:TMALL', storeId: scene.store.id })).id;
  const submitted = async () => (await author.submitPolicy({ id: await draft() })).id;
  const approved = async () => (await manager.approvePolicy({ id: await submitted() })).id;
  const effective = async () => (await manager.schedulePolicy({ id: await approved() })).id;
  return { ...scene, sv, mg, pa, away, draft, submitted, approved, effective };
}
type VersionScene = Awaited<ReturnType<typeof versionScene>>;

const CASES: Record<string, { entries?: number; make: (s: VersionScene) => Promise<Case> }> = {
  draftPolicy: {
    make: async (s) => ({
      actor: s.sv,
      input: { basedOn: 'shipped:TMALL', storeId: s.store.id, note: 'n' },
      stranger: s.away(s.sv),
      wrongRole: s.pa,
    }),
  },
  editPolicyDraft: {
    make: async (s) => ({
      actor: s.sv,
      input: { id: await s.draft(), note: 'n' },
      stranger: s.away(s.sv),
      wrongRole: s.pa,
    }),
  },
  submitPolicy: {
    make: async (s) => ({ actor: s.sv, input: { id: await s.draft() }, stranger: s.away(s.sv), wrongRole: s.pa }),
  },
  approvePolicy: {
    make: async (s) => ({ actor: s.mg, input: { id: await s.submitted() }, stranger: s.away(s.mg), wrongRole: s.sv }),
  },
  sendBackPolicy: {
    make: async (s) => ({
      actor: s.mg,
      input: { id: await s.submitted(), reason: 'no' },
      stranger: s.away(s.mg),
      wrongRole: s.pa,
    }),
  },
  schedulePolicy: {
    entries: 2,
    make: async (s) => ({ actor: s.mg, input: { id: await s.approved() }, stranger: s.away(s.mg), wrongRole: s.sv }),
  },
  retirePolicy: {
    make: async (s) => ({
      actor: s.mg,
      input: { id: await s.effective(), reason: 'over' },
      stranger: s.away(s.mg),
      wrongRole: s.sv,
    }),
  },
  startPolicyReplay: {
    make: async (s) => ({
      actor: s.sv,
      input: { policyVersionId: await s.draft(), storeId: s.store.id },
      stranger: s.away(s.sv),
      wrongRole: s.pa,
    }),
  },
  cancelPolicyReplay: {
    make: async (s) => ({
      actor: s.sv,
      input: {
        id: (
          await s.desk.as(s.sv).policies.startPolicyReplay({ policyVersionId: await s.draft(), storeId: s.store.id })
        ).id,
      },
      stranger: s.away(s.sv),
      wrongRole: s.pa,
    }),
  },
  setProductTerms: {
    make: async (s) => ({
      actor: s.sv,
      input: { storeId: s.store.id, productId: 'mug', returnClass: 'CUSTOM' },
      stranger: s.away(s.sv),
      wrongRole: s.pa,
    }),
  },
  recordPurchaseConfirmation: {
    make: async (s) => ({
      actor: s.sv,
      input: {
        storeId: s.store.id,
        orderId: 'O-MUG',
        lineId: 'l2',
        confirmedAt: '2025-04-28T02:00:00.000Z',
        evidence: 'checkbox',
      },
      stranger: s.away(s.sv),
      wrongRole: s.pa,
    }),
  },
};

describe('actions on policies', () => {
  for (const [action, { entries, make }] of Object.entries(CASES)) {
    const prepare = async () => {
      const scene = await versionScene();
      return { desk: scene.loose, ...(await make(scene)) };
    };
    for (const { title, run } of actionContract({ action, prepare, ...(entries ? { entries } : {}) })) test(title, run);
  }
});
