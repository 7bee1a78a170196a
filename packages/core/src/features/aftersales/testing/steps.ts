/** @module Steps of a case as tests take them: preview and confirm, approve, send back, receive, inspect. */
import { DeniedError, type Denial } from '../../../kernel/denial.ts';
import type { RowOf } from '../../../kernel/entity.ts';
import type { Scene } from '../../orders/testing/scene.ts';
import type { AfterSalesCase } from '../entities.ts';

export type CaseRow = RowOf<typeof AfterSalesCase>;
export type Somebody = Scene['lily'] | Awaited<ReturnType<Scene['people']>>;

export type Asked = Parameters<ReturnType<Scene['desk']['as']>['aftersales']['previewCase']>[0];
export type Request = Partial<Asked> & { readonly occurredAt?: string };

export const RETURN_TWO: Asked = {
  orderId: 'O-DELIVERED',
  type: 'RETURN_REFUND',
  reason: 'NO_REASON',
  items: [{ lineId: 'l1', quantity: 2 }],
};

/** Looks, and asks for what was shown. */
export async function submit(
  { desk, store }: Scene,
  actor: Somebody,
  { occurredAt, ...request }: Request = RETURN_TWO,
): Promise<CaseRow> {
  const api = desk.as(actor).aftersales;
  const asked: Asked = { storeId: store.id, ...RETURN_TWO, ...request };
  const { confirmation } = await api.previewCase(asked);
  return api.submitCase({ ...asked, confirmation, ...(occurredAt ? { occurredAt } : {}) });
}

export async function denialOf(work: Promise<unknown>): Promise<Denial> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof DeniedError) return error.denial;
  throw error ?? new Error('It was not denied.');
}

/** An action by whoever the scenario names: `by('WH1', 'receiveReturn', { id })`. */
export const acting =
  (scene: Scene) =>
  async (name: string, action: string, input: object): Promise<CaseRow> =>
    (await scene.loose.perform(await scene.people(name), action, input)) as CaseRow;

/** From an approved return to the passed inspection. */
export async function sendBack(
  scene: Scene,
  id: string,
  result: 'PASS' | 'PARTIAL' | 'FAIL' = 'PASS',
  more: object = {},
): Promise<CaseRow> {
  const by = acting(scene);
  await scene.desk.as(scene.lily).aftersales.shipReturn({ id, carrier: 'SF', waybill: 'SF00112233' });
  await by('WH1', 'receiveReturn', { id });
  return by('WH1', 'inspectReturn', {
    id,
    result,
    ...(result === 'PASS' ? {} : { note: 'scratched', photos: ['p1'] }),
    ...more,
  });
}
