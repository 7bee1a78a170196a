import { describe, test } from 'vitest';
import type { Actor } from '../../kernel/actor.ts';
import { actionContract } from '../../testing/index.ts';
import { OTHER_ADDRESS, shopScene } from './testing/scene.ts';

interface Case {
  readonly actor: Actor;
  readonly input: object;
  readonly stranger?: Actor;
  readonly wrongRole?: Actor;
}

async function contractScene() {
  const scene = await shopScene();
  const [pa, fc, wh, analyst, outsider] = await Promise.all(
    ['PA1', 'FC1', 'WH1', 'AN1', 'PA9'].map((name) => scene.people(name)),
  );
  const away: Actor = { ...(outsider as Actor & { kind: 'staff' }), storeIds: ['another-store'] };
  return { ...scene, pa: pa as Actor, fc: fc as Actor, wh: wh as Actor, analyst: analyst as Actor, away };
}
type ContractScene = Awaited<ReturnType<typeof contractScene>>;

async function confirmed({ desk, lily }: ContractScene, orderId: string) {
  const asked = { orderId, change: 'ADDRESS', address: OTHER_ADDRESS, reason: 'moved' } as const;
  const { confirmation } = await desk.as(lily).orders.previewOrderChange(asked);
  return { ...asked, confirmation };
}

async function waiting(scene: ContractScene, orderId: string) {
  const request = await scene.desk.as(scene.lily).orders.requestOrderChange(await confirmed(scene, orderId));
  const [remark] = await scene.desk.as(scene.system).orders.remarksOfOrder({ storeId: scene.store.id, orderId });
  return { request, remark: remark?.id ?? '' };
}

/** By action: how many entries it leaves, and who may, with what, and who may not. */
const CASES: Record<string, { entries?: number; make: (scene: ContractScene) => Promise<Case> }> = {
  requestOrderChange: {
    entries: 2,
    make: async (s) => ({ actor: s.lily, input: await confirmed(s, 'O-PAID'), stranger: s.bob, wrongRole: s.analyst }),
  },
  changeDefaultAddress: {
    entries: 2,
    make: async (s) => ({
      actor: s.pa,
      input: { storeId: s.store.id, shopCustomerId: 'lily', address: OTHER_ADDRESS, reason: 'called' },
      stranger: s.away,
      wrongRole: s.analyst,
    }),
  },
  addOrderRemark: {
    make: async (s) => ({
      actor: s.pa,
      input: { storeId: s.store.id, orderId: 'O-PAID', flag: 'GREEN', reason: 'gift wrap' },
      stranger: s.away,
      wrongRole: s.analyst,
    }),
  },
  acknowledgeOrderRemark: {
    entries: 2,
    make: async (s) => ({
      actor: s.fc,
      input: { id: (await waiting(s, 'O-PRINTED')).remark },
      stranger: { ...s.fc, storeIds: ['x'] } as Actor,
      wrongRole: s.pa,
    }),
  },
  rejectOrderChange: {
    make: async (s) => ({
      actor: s.wh,
      input: { id: (await waiting(s, 'O-PRINTED')).request.id, reason: 'too late' },
      stranger: { ...s.wh, storeIds: ['x'] } as Actor,
      wrongRole: s.pa,
    }),
  },
  finishOrderChange: {
    make: async (s) => {
      const { request, remark } = await waiting(s, 'O-SHIPPED');
      await s.loose.perform(s.fc, 'acknowledgeOrderRemark', { id: remark });
      return {
        actor: s.fc,
        input: { id: request.id, note: 'stopped' },
        stranger: { ...s.fc, storeIds: ['x'] } as Actor,
        wrongRole: s.pa,
      };
    },
  },
  watchOrder: {
    make: async (s) => ({
      actor: s.pa,
      input: { storeId: s.store.id, orderId: 'O-PAID' },
      stranger: s.away,
      wrongRole: s.analyst,
    }),
  },
  unwatchOrder: {
    make: async (s) => {
      const watch = (await s.loose.perform(s.pa, 'watchOrder', { storeId: s.store.id, orderId: 'O-PAID' })) as {
        id: string;
      };
      return { actor: s.pa, input: { id: watch.id }, stranger: s.away, wrongRole: s.analyst };
    },
  },
};

describe('actions on orders', () => {
  for (const [action, { entries, make }] of Object.entries(CASES)) {
    const prepare = async () => {
      const scene = await contractScene();
      return { desk: scene.loose, ...(await make(scene)) };
    };
    for (const { title, run } of actionContract({ action, prepare, ...(entries ? { entries } : {}) })) test(title, run);
  }
});
