import { describe, test } from 'vitest';
import type { Actor } from '../../kernel/actor.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { actionContract } from '../../testing/index.ts';
import { shopScene } from '../orders/testing/scene.ts';
import { ReturnsReport } from './report-entities.ts';
import { acting, RETURN_TWO, sendBack, submit, type Request } from './testing/steps.ts';

interface Case {
  readonly actor: Actor;
  readonly input: object;
  readonly stranger?: Actor;
  readonly wrongRole?: Actor;
}

async function caseScene() {
  const scene = await shopScene({ policyPack: 'TMALL' });
  const names = ['PA1', 'AA1', 'SV1', 'WH1', 'FN1', 'CO1', 'AN1'] as const;
  const staff = Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, (await scene.people(name)) as Actor] as const)),
  ) as Record<(typeof names)[number], Actor>;
  const away = (actor: Actor) => ({ ...actor, storeIds: ['another-store'] }) as Actor;
  const by = acting(scene);
  const asked = (request?: Request) => submit(scene, scene.lily, request);
  const approved = async (request?: Request) => {
    const { id } = await asked(request);
    return (await by('SV1', 'approveCase', { id })).id;
  };
  const shipped = async () => {
    const id = await approved();
    await scene.desk.as(scene.lily).aftersales.shipReturn({ id, carrier: 'SF', waybill: 'SF00112233' });
    return id;
  };
  const received = async () => (await by('WH1', 'receiveReturn', { id: await shipped() })).id;
  const inspected = async (result: 'PASS' | 'PARTIAL' | 'FAIL' = 'PASS') =>
    (await sendBack(scene, await approved(), result)).id;
  const withdrawn = async () =>
    (await scene.desk.as(scene.lily).aftersales.withdrawCase({ id: (await asked()).id })).id;
  const archived = async () => (await by('AA1', 'archiveCase', { id: await withdrawn() })).id;
  const disputed = async () =>
    (await scene.desk.as(scene.lily).aftersales.openCaseDispute({ id: await inspected('FAIL'), reason: 'no' })).id;
  const refusedRefund = async () => {
    const id = await inspected();
    const { amounts } = scene.shop.order('O-DELIVERED');
    scene.shop.set('O-DELIVERED', { amounts: { ...amounts, refunded: amounts.paid } });
    await by('AA1', 'settleReturn', { id });
    return id;
  };
  const pendingRefund = async () => {
    const id = await inspected();
    scene.shop.line = (call) => (call === 'refund' ? 'DOWN' : 'UP');
    return by('AA1', 'settleReturn', { id });
  };
  const refusedReturn = async () => {
    scene.shop.set('O-DELIVERED', { status: 'COMPLETED' });
    return approved();
  };
  const reshipping = async () => {
    const { id } = await submit(scene, await scene.people('PA1'), {
      type: 'RESHIP',
      reason: 'MISSING',
      items: [{ lineId: 'l2' }],
    });
    await by('AA1', 'recordApology', { id });
    return (await by('AA1', 'approveCase', { id })).id;
  };
  return {
    ...scene,
    ...staff,
    away,
    by,
    asked,
    approved,
    shipped,
    received,
    inspected,
    withdrawn,
    archived,
    disputed,
    refusedRefund,
    pendingRefund,
    refusedReturn,
    reshipping,
  };
}
type CaseScene = Awaited<ReturnType<typeof caseScene>>;

const reportId = async (s: CaseScene) => {
  await s.asked();
  s.clock.set('2025-05-31T16:10:00.000Z');
  await s.desk.runTimers();
  await s.desk.runEffects();
  const [report] = await s.desk.read(s.AN1).all(ReturnsReport, {});
  return (report as RowOf<typeof ReturnsReport>).id;
};

/** By action: how many entries it leaves, and who may, with what, and who may not. */
const CASES: Record<string, { entries?: number; make: (s: CaseScene) => Promise<Case> }> = {
  submitCase: {
    make: async (s) => {
      const { confirmation } = await s.desk.as(s.lily).aftersales.previewCase(RETURN_TWO);
      return { actor: s.lily, input: { ...RETURN_TWO, confirmation }, stranger: s.bob, wrongRole: s.AN1 };
    },
  },
  takeUpCase: {
    make: async (s) => ({
      actor: s.AA1,
      input: { id: (await s.asked()).id },
      stranger: s.away(s.AA1),
      wrongRole: s.PA1,
    }),
  },
  recordApology: {
    make: async (s) => ({
      actor: s.AA1,
      input: { id: (await s.asked()).id },
      stranger: s.away(s.AA1),
      wrongRole: s.PA1,
    }),
  },
  offerSolution: {
    make: async (s) => ({
      actor: s.AA1,
      input: { id: (await s.asked()).id, type: 'USAGE_HELP' },
      stranger: s.away(s.AA1),
      wrongRole: s.PA1,
    }),
  },
  setRefundAmount: {
    make: async (s) => ({
      actor: s.AA1,
      input: { id: (await s.asked()).id, refundAmount: 100, reason: 'agreed' },
      stranger: s.away(s.AA1),
      wrongRole: s.PA1,
    }),
  },
  approveCase: {
    entries: 2,
    make: async (s) => ({
      actor: s.AA1,
      input: { id: (await s.asked()).id },
      stranger: s.away(s.AA1),
      wrongRole: s.PA1,
    }),
  },
  rejectCase: {
    make: async (s) => ({
      actor: s.SV1,
      input: { id: (await s.asked()).id, reason: 'used' },
      stranger: s.away(s.SV1),
      wrongRole: s.PA1,
    }),
  },
  withdrawCase: {
    make: async (s) => ({ actor: s.lily, input: { id: (await s.asked()).id }, stranger: s.bob, wrongRole: s.PA1 }),
  },
  proceedCase: {
    make: async (s) => ({
      actor: s.AA1,
      input: { id: await s.refusedReturn(), reason: 'by hand' },
      stranger: s.away(s.AA1),
      wrongRole: s.PA1,
    }),
  },
  shipReturn: {
    make: async (s) => ({
      actor: s.lily,
      input: { id: await s.approved(), carrier: 'SF', waybill: 'SF00112233' },
      stranger: s.bob,
      wrongRole: s.PA1,
    }),
  },
  noteFirstScan: {
    make: async (s) => ({ actor: s.AA1, input: { id: await s.shipped() }, stranger: s.away(s.AA1), wrongRole: s.PA1 }),
  },
  receiveReturn: {
    make: async (s) => ({ actor: s.WH1, input: { id: await s.shipped() }, stranger: s.away(s.WH1), wrongRole: s.AA1 }),
  },
  inspectReturn: {
    make: async (s) => ({
      actor: s.WH1,
      input: { id: await s.received(), result: 'PASS' },
      stranger: s.away(s.WH1),
      wrongRole: s.AA1,
    }),
  },
  acceptInspection: {
    make: async (s) => ({
      actor: s.lily,
      input: { id: await s.inspected('PARTIAL') },
      stranger: s.bob,
      wrongRole: s.PA1,
    }),
  },
  refuseReturn: {
    make: async (s) => ({
      actor: s.SV1,
      input: { id: await s.inspected('FAIL'), reason: 'broken' },
      stranger: s.away(s.SV1),
      wrongRole: s.AA1,
    }),
  },
  settleReturn: {
    entries: 2,
    make: async (s) => ({
      actor: s.AA1,
      input: { id: await s.inspected() },
      stranger: s.away(s.AA1),
      wrongRole: s.PA1,
    }),
  },
  noteReplacement: {
    make: async (s) => ({
      actor: s.WH1,
      input: { id: await s.reshipping(), carrier: 'SF', waybill: 'SF00112233' },
      stranger: s.away(s.WH1),
      wrongRole: s.PA1,
    }),
  },
  completeCase: {
    make: async (s) => ({
      actor: s.AA1,
      input: { id: await s.reshipping() },
      stranger: s.away(s.AA1),
      wrongRole: s.PA1,
    }),
  },
  exchangeRepair: {
    make: async (s) => {
      const { id } = await submit(s, await s.people('PA1'), {
        type: 'REPAIR',
        reason: 'QUALITY',
        items: [{ lineId: 'l2' }],
      });
      await s.by('AA1', 'recordApology', { id });
      await s.by('AA1', 'approveCase', { id });
      await sendBack(s, id);
      await s.by('AA1', 'settleReturn', { id });
      s.clock.advance(31 * 24 * 3_600_000);
      return { actor: s.AA1, input: { id, reason: 'too long' }, stranger: s.away(s.AA1), wrongRole: s.PA1 };
    },
  },
  confirmRefund: {
    make: async (s) => {
      const { id, refundNo } = await s.pendingRefund();
      return { actor: s.FN1, input: { id, refundNo, amount: 20_000 }, stranger: s.away(s.FN1), wrongRole: s.AA1 };
    },
  },
  retryRefund: {
    entries: 2,
    make: async (s) => ({
      actor: s.AA1,
      input: { id: await s.refusedRefund() },
      stranger: s.away(s.AA1),
      wrongRole: s.PA1,
    }),
  },
  openCaseDispute: {
    make: async (s) => ({
      actor: s.lily,
      input: { id: await s.inspected('FAIL'), reason: 'not true' },
      stranger: s.bob,
      wrongRole: s.PA1,
    }),
  },
  decideCaseDispute: {
    make: async (s) => ({
      actor: s.CO1,
      input: { id: await s.disputed(), outcome: 'REJECT', reason: 'photos' },
      stranger: s.away(s.CO1),
      wrongRole: s.AA1,
    }),
  },
  recordCause: {
    make: async (s) => ({
      actor: s.AA1,
      input: { id: await s.withdrawn(), faultParty: 'CARRIER' },
      stranger: s.away(s.AA1),
      wrongRole: s.PA1,
    }),
  },
  archiveCase: {
    make: async (s) => ({
      actor: s.AA1,
      input: { id: await s.withdrawn() },
      stranger: s.away(s.AA1),
      wrongRole: s.PA1,
    }),
  },
  reopenCase: {
    make: async (s) => ({
      actor: s.lily,
      input: { id: await s.archived(), reason: 'not solved' },
      stranger: s.bob,
      wrongRole: s.PA1,
    }),
  },
  addCasePhoto: {
    make: async (s) => ({
      actor: s.WH1,
      input: {
        storeId: s.store.id,
        blobKey: JSON.stringify({ contentType: 'image/png', size: 9, sha256: 'x' }),
        name: 'a.png',
      },
      stranger: s.away(s.WH1),
      wrongRole: s.AN1,
    }),
  },
  setReturnAddress: {
    make: async (s) => ({
      actor: s.SV1,
      input: { storeId: s.store.id, text: '杭州市文三路 1 号退货组' },
      stranger: s.away(s.SV1),
      wrongRole: s.AA1,
    }),
  },
  recordShippedUnits: {
    make: async (s) => ({
      actor: s.SV1,
      input: { storeId: s.store.id, month: '2025-05', units: 10 },
      stranger: s.away(s.SV1),
      wrongRole: s.PA1,
    }),
  },
  noteReturnsMeasure: {
    make: async (s) => ({
      actor: s.SV1,
      input: { id: await reportId(s), text: 'better sizes' },
      stranger: s.away(s.SV1),
      wrongRole: s.PA1,
    }),
  },
};

describe('actions on cases', () => {
  for (const [action, { entries, make }] of Object.entries(CASES)) {
    const prepare = async () => {
      const scene = await caseScene();
      return { desk: scene.loose, ...(await make(scene)) };
    };
    for (const { title, run } of actionContract({ action, prepare, ...(entries ? { entries } : {}) })) test(title, run);
  }
});
