/** @module Cases for tests of the panel: a shop under the Tmall pack whose customer Lily asks for her money. */
import type { AfterSalesCase, RowOf } from '@shopdesk/core';
import { all, field, openPanel, until, type OpenPanel, stepLeft } from './page.ts';

export type CaseRow = RowOf<typeof AfterSalesCase>;
type Options = NonNullable<Parameters<typeof openPanel>[0]>;

export const SYSTEM = { kind: 'system', tenantId: 'tenant-1', name: 'test' } as const;

interface Wanted {
  readonly orderId?: string;
  readonly lineId?: string;
  readonly newVariantId?: string;
  readonly quantity?: number;
  readonly type?: CaseRow['type'];
  readonly reason?: CaseRow['reason'];
}

/** The panel over a desk where cases are asked for; `ask` is Lily asking. */
export async function caseScene(options: Options = {}) {
  const open = await openPanel(options);
  if (!options.desk)
    await open.desk.desk.as(SYSTEM).access.updateStore({ id: open.desk.store.id, policyPack: 'TMALL' });
  const lily = await open.desk.shopper('lily');
  const api = open.desk.desk.as(lily).aftersales;
  const ask = async ({
    orderId = 'o3',
    lineId = 'l2',
    quantity = 2,
    type = 'RETURN_REFUND',
    reason = 'NO_REASON',
    newVariantId,
  }: Wanted = {}): Promise<CaseRow> => {
    const wanted = { orderId, type, reason, items: [{ lineId, quantity, ...(newVariantId ? { newVariantId } : {}) }] };
    const { confirmation } = await api.previewCase(wanted);
    return api.submitCase({ ...wanted, confirmation });
  };
  const caseNow = (id: string) =>
    open.desk.desk
      .read(SYSTEM)
      .get(open.desk.loose.entities.find(({ name }) => name === 'AfterSalesCase') as never, id) as Promise<CaseRow>;
  return {
    ...open,
    lily,
    ask,
    caseNow,
    as: (agentNo: string, roles: Parameters<OpenPanel['desk']['staff']>[1]) => open.desk.staff(agentNo, roles),
  };
}
export type CaseScene = Awaited<ReturnType<typeof caseScene>>;

/** Picks in a select by its label. */
export async function choose(label: string, value: string): Promise<void> {
  const select = await field<HTMLSelectElement>(label);
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
}

export const dialogCloses = async (): Promise<void> => {
  await until(() => all('dialog:modal').length === 0, 'the dialog is closed');
  await stepLeft();
};
