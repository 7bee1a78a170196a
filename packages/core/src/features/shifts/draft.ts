/** @module What is open when a shift ends, of all that people have in hand (form F2). */
import type { ActionContext } from '../../kernel/context.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { clip } from '../../kernel/clip.ts';
import { answer } from '../../kernel/point.ts';
import { OWNED_STATES } from '../conversations/index.ts';
import { Sla } from '../service-levels/index.ts';
import { Handover, type Shift } from './entities.ts';
import { openWork, type OpenItem } from './points.ts';

type Item = RowOf<typeof Handover>['items'][number];

const MOST_OF_A_KIND = 60;
/** The most that a hand-over holds. */
export const MOST_ITEMS = 200;

const item = ({ kind, refId, text, dueAt = null }: OpenItem): Item => ({
  id: clip(`${kind}:${refId}`, 80),
  kind,
  refId,
  text: clip(text, 300) || refId,
  dueAt,
  state: 'OPEN',
  doneById: null,
  doneAt: null,
});

/** The conversations that a person owns. */
export const openConversations = answer(openWork, async (ctx, { userId, storeId, most }) => {
  const rows = await ctx.find(Sla, {
    where: { ownerId: userId, storeId, state: { in: OWNED_STATES } },
    order: [['lastMessageAt', 'desc']],
    limit: most,
  });
  return rows.map(({ id, customerName, customerId, preview, slaDueAt }) => ({
    kind: 'CONVERSATION',
    refId: id,
    text: `${customerName || customerId.slice(-4)} · ${preview}`,
    dueAt: slaDueAt,
  }));
});

/** What a person has open in a store, by one look-up of each feature. */
export async function itemsOf(ctx: ActionContext, userId: string, storeId: string): Promise<Item[]> {
  const trusted = ctx.trusted('whatever the giver holds');
  const open = await trusted.ask(openWork, { userId, storeId, most: MOST_OF_A_KIND });
  return open.flat().map(item);
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
    items: (await itemsOf(ctx, shift.userId, storeId)).slice(0, MOST_ITEMS),
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
