/** @module Cases for tests of the panel: a shop under the Tmall pack whose customer Lily asks for her money. */
import type { AfterSalesCase, RowOf } from '@shopdesk/core';
import { all, field, isSeen, openPanel, press, readable, until, type OpenPanel, stepLeft } from './page.ts';

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

const inSteps = <E extends HTMLElement>(selector: string): E[] =>
  all<HTMLElement>('desk-admin-case-steps')
    .filter(isSeen)
    .flatMap((steps) => all<E>(selector, steps.shadowRoot ?? undefined));

/** The main button of a case's steps, as it reads; empty where nothing is recommended. */
export const mainStep = (): string => inSteps('button.primary').map(readable).join();

/** Opens the menu of the steps that are not recommended. */
export async function openSteps(): Promise<void> {
  await until(() => inSteps('[aria-haspopup]').length > 0, 'there are further steps');
  inSteps('[aria-haspopup]')[0]?.click();
}

/** Takes a step of a case: the recommended one, or one from the menu beside it. */
export async function takeStep(name: string): Promise<void> {
  const isMain = () => mainStep().startsWith(name);
  const isNamed = (item: HTMLElement) => item.textContent?.trim().startsWith(name);
  const isOffered = () => inSteps('[role=menuitem]').some(isNamed);
  await until(() => isMain() || isOffered(), `there is the step “${name}”`);
  // The steps are drawn anew when the case changes, and a menu that was open is closed then.
  await until(() => {
    const [menu] = inSteps('[aria-haspopup]');
    if (!isMain() && menu?.getAttribute('aria-expanded') !== 'true') menu?.click();
    return isMain() || inSteps('[role=menuitem]').some((item) => isSeen(item) && isNamed(item));
  }, `the step “${name}” can be chosen`);
  await press(name);
}
