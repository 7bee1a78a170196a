import { describe, expect, test } from 'vitest';
import { sayEnglish } from '../../kernel/sentence.ts';
import { MemoryStore } from '../../testing/memory-store.ts';
import { WorkItem, WorkStep } from '../work/index.ts';
import { OrderRemark, OrderServiceRequest } from './entities.ts';
import { shopScene, OTHER_ADDRESS, type Scene } from './testing/scene.ts';

/** Lily's parcel is on its way when she moves: somebody has to stop it. */
async function redirected({ desk, lily, people }: Scene) {
  const api = desk.as(lily).orders;
  const asked = { orderId: 'O-SHIPPED', change: 'ADDRESS', address: OTHER_ADDRESS, reason: 'She moved' } as const;
  const { confirmation } = await api.previewOrderChange(asked);
  const request = await api.requestOrderChange({ ...asked, confirmation });
  return { request, packer: await people('WH1') };
}

describe('a request to change an order', () => {
  test('is a work item: it is open, taken by somebody who packs, and each step is kept with who took it', async () => {
    const scene = await shopScene();
    const { request, packer } = await redirected(scene);
    const { id } = request;
    // What a context has read it reads once: each question is its own.
    const now = () => scene.desk.read(scene.system);
    expect(await now().get(WorkItem, id)).toMatchObject({
      entity: 'OrderServiceRequest',
      title: 'O-SHIPPED · She moved',
      state: 'SUBMITTED',
      open: true,
      ownerId: null,
    });
    await scene.loose.perform(packer, 'takeOrderRequest', { id });
    const [remark] = await now().all(OrderRemark, { where: { requestId: id } });
    await scene.loose.perform(packer, 'acknowledgeOrderRemark', { id: remark?.id });
    const offers = await scene.desk.availableActions(packer, 'OrderServiceRequest', id);
    expect(offers.flatMap(({ action, because }) => (because ? [[action, sayEnglish(because)]] : []))).toEqual([
      ['finishOrderChange', expect.stringContaining('The warehouse has acknowledged it.')],
    ]);
    await scene.loose.perform(packer, 'finishOrderChange', { id, note: 'The depot has it' });
    expect(await now().get(WorkItem, id)).toMatchObject({ state: 'DONE', open: false, ownerId: packer.userId });
    const steps = await now().all(WorkStep, { where: { workItemId: id }, order: [['at', 'asc']] });
    expect(steps.map(({ action, to }) => [action, to])).toEqual([
      ['requestOrderChange', 'SUBMITTED'],
      ['takeOrderRequest', 'SUBMITTED'],
      ['acknowledgeOrderRemark', 'ACCEPTED'],
      ['finishOrderChange', 'DONE'],
    ]);
  });

  test('cannot be taken by an agent of the chat, nor once it is settled', async () => {
    const scene = await shopScene();
    const { request, packer } = await redirected(scene);
    const { id } = request;
    const take = (actor: typeof packer) =>
      scene.loose.perform(actor, 'takeOrderRequest', { id }).then(
        () => 'done',
        (error: { denial?: { code: string } }) => error.denial?.code,
      );
    expect(await take(await scene.people('PA1'))).toBe('FORBIDDEN');
    await scene.loose.perform(packer, 'rejectOrderChange', { id, reason: 'Gone' });
    expect(await take(packer)).toBe('INVALID_TRANSITION');
  });

  test('from before it was a work item is indexed once, as far as it is open, and nothing of it is lost', async () => {
    const store = new MemoryStore();
    const scene = await shopScene({ store });
    const { request } = await redirected(scene);
    const read = scene.desk.read(scene.system);
    const item = await read.get(WorkItem, request.id);
    const { tenantId } = scene.system;
    await store.commit([{ kind: 'delete', entity: WorkItem, tenantId, id: item.id, expectedVersion: item.version }]);
    await scene.loose.perform(scene.system, 'indexWorkItems', { entity: 'OrderServiceRequest' });
    expect(await read.get(WorkItem, request.id)).toMatchObject({
      state: 'SUBMITTED',
      open: true,
      storeId: item.storeId,
    });
    expect(await read.get(OrderServiceRequest, request.id)).toEqual(request);
  });
});
