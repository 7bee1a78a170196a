/** @module What is open when a shift ends: conversations, cases in hand, orders that are followed (form F2). */
import type { ActionContext } from '../../kernel/context.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { finalStates } from '../../kernel/machine.ts';
import { clip } from '../../kernel/clip.ts';
import { AfterSalesCase, CASE_STATES, caseMachine } from '../aftersales/index.ts';
import { OWNED_STATES } from '../conversations/index.ts';
import { OrderWatch } from '../orders/index.ts';
import { Sla } from '../service-levels/index.ts';
import { Handover, type Shift } from './entities.ts';

type Item = RowOf<typeof Handover>['items'][number];

const MOST_OF_A_KIND = 60;
const DONE_CASES: readonly string[] = [...finalStates(caseMachine), 'CLOSED', 'COMPLETED', 'WITHDRAWN', 'REFUNDED'];
const OPEN_CASES = CASE_STATES.filter((state) => !DONE_CASES.includes(state));

const item = (kind: Item['kind'], refId: string, text: string, dueAt: string | null = null): Item => ({
  id: clip(`${kind}:${refId}`, 80),
  kind,
  refId,
  text: clip(text, 300) || refId,
  dueAt,
  state: 'OPEN',
  doneById: null,
  doneAt: null,
});

/** What a person has open in a store, by three look-ups. */
export async function openWork(ctx: ActionContext, userId: string, storeId: string): Promise<Item[]> {
  const [conversations, cases, watches] = await Promise.all([
    ctx.trusted('whatever the giver holds').find(Sla, {
      where: { ownerId: userId, storeId, state: { in: OWNED_STATES } },
      order: [['lastMessageAt', 'desc']],
      limit: MOST_OF_A_KIND,
    }),
    ctx.trusted('whatever the giver holds').find(AfterSalesCase, {
      where: { storeId, handlerId: userId, state: { in: OPEN_CASES } },
      limit: MOST_OF_A_KIND,
    }),
    ctx.trusted('whatever the giver holds').find(OrderWatch, {
      where: [{ storeId }, { followerIds: { has: userId } }, { endsAt: { gt: ctx.now } }],
      order: [['changedAt', 'desc']],
      limit: MOST_OF_A_KIND,
    }),
  ]);
  return [
    ...conversations.map((row) =>
      item('CONVERSATION', row.id, `${row.customerName || row.customerId.slice(-4)} · ${row.preview}`, row.slaDueAt),
    ),
    ...cases.map((row) => item('CASE', row.id, `${row.number} · ${row.orderNumber ?? ''} · ${row.state}`, row.dueAt)),
    ...watches.map((row) => item('ORDER', row.orderId, `${row.orderNumber} · ${row.status}`)),
  ];
}

/** The draft of one store, unless there is one. */
export async function draftHandover(ctx: ActionContext, shift: RowOf<typeof Shift>, storeId: string): Promise<void> {
  // Also by somebody who no longer works for the store: what was open there is handed on.
  const trusted = ctx.trusted('a hand-over is written for each store of the shift');
  if (await trusted.first(Handover, { shiftId: shift.id, storeId })) return;
  trusted.insert(Handover, {
    storeId,
    shiftId: shift.id,
    giverId: shift.userId,
    receiverId: null,
    state: 'DRAFT',
    items: await openWork(ctx, shift.userId, storeId),
    parcels: '',
    preOrders: '',
    anomalies: '',
    changes: '',
    submittedAt: null,
    acknowledgedAt: null,
    acknowledgedById: null,
    remark: '',
  });
}
