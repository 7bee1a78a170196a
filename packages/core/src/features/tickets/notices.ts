/** @module Who hears of a ticket: its owner, the owners of its node, and those who lead when nobody does what is due. */
import { whenChanged } from '../../kernel/changes.ts';
import type { ActionContext } from '../../kernel/context.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { inCommit } from '../../kernel/event.ts';
import { addTo } from '../../kernel/vocabulary.ts';
import { serviceMinutes } from '../../kernel/work.ts';
import { User } from '../access/index.ts';
import { clearNotices, noticeKind, NoticeKind, notify, type Audience } from '../notices/index.ts';
import { tellAbout, workLate } from '../work/index.ts';
import { OPEN_TICKETS, reminderOf, Ticket } from './entities.ts';
import { STANDING_STILL, type TicketRow } from './steps.ts';
import { awaitCustomer } from './waiting.ts';

export const TicketNotices = addTo(NoticeKind, {
  TICKET_GIVEN: { en: 'New ticket', zh: '新工单' },
  TICKET_NODE: { en: 'A ticket waits for you', zh: '工单待处理' },
  TICKET_LATE: { en: 'Ticket late', zh: '工单超时' },
  TICKET_WOKE: { en: 'Ticket awake', zh: '工单已唤醒' },
  CONVERSATION_WOKE: { en: 'Conversation awake', zh: '会话已唤醒' },
});
export const ticketGiven = noticeKind(TicketNotices, { code: 'TICKET_GIVEN', severity: 'INFO' });
export const ticketNode = noticeKind(TicketNotices, { code: 'TICKET_NODE', severity: 'INFO' });
export const ticketWoke = noticeKind(TicketNotices, { code: 'TICKET_WOKE', severity: 'IMPORTANT' });
export const conversationWoke = noticeKind(TicketNotices, { code: 'CONVERSATION_WOKE', severity: 'IMPORTANT' });
export const ticketLate = noticeKind(TicketNotices, {
  code: 'TICKET_LATE',
  severity: 'IMPORTANT',
  acknowledge: serviceMinutes(30),
});

const LEADS: Audience = { permission: 'ticket.assign' };
const waits = ({ state, sleepUntil }: TicketRow): boolean => state === 'PENDING_CUSTOMER' || sleepUntil !== null;
const open = ({ state }: TicketRow): boolean => (OPEN_TICKETS as readonly string[]).includes(state);
const aboutIt = ({ id, storeId, number, subject }: TicketRow) => ({
  storeId,
  key: id,
  title: `${number} · ${subject}`,
  about: { entity: Ticket.name, id },
});

/** Who is meant: whoever has it in hand, else the roles of its node, or of the department that was asked. */
function minders({ ownerId, nodeOwners, asked }: TicketRow): Audience {
  const roles = (asked ? [asked.to] : nodeOwners).flatMap(({ kind, code }) => (kind === 'ROLE' ? [code] : []));
  if (asked || !ownerId) return roles.length > 0 ? { roles } : { permission: 'ticket.answer' };
  return { userIds: [ownerId] };
}

/** A clock ran out: reminders go to the customer, and what is late to those who should act. */
export const tellLate = inCommit(workLate, async (ctx, { item, clock }) => {
  if (item.entity !== Ticket.name) return;
  const row = await ctx.get(Ticket, item.id);
  if (clock === 'raise') await notify(ctx, ticketLate, { ...aboutIt(row), to: minders(row), next: [LEADS] });
  if (clock === 'remind')
    await tellAbout(ctx, Ticket, row, {
      action: 'askTicketCustomer',
      told: reminderOf(row),
    });
});

/** What follows from every change of a ticket: its times, and the notices about it. */
export const keepTicket = whenChanged(
  ({ name }) => name === Ticket.name,
  async (ctx, { before, row }) => {
    if (!row) return;
    const was = before as TicketRow | undefined;
    const is = await settled(ctx, was, await ctx.get(Ticket, row.id));
    await tellOf(ctx, was, is);
    if (waits(is) && !(was && waits(was))) await awaitCustomer(ctx, is);
  },
);

/** When it was resolved and closed stands on it, and nothing runs of it any more. */
async function settled(ctx: ActionContext, was: TicketRow | undefined, is: TicketRow): Promise<TicketRow> {
  if (was?.state === is.state || open(is)) return is;
  const resolvedAt = is.state === 'RESOLVED' ? ctx.now : is.resolvedAt;
  const closedAt = is.state === 'CLOSED' ? ctx.now : is.closedAt;
  return ctx.update(Ticket, is, { ...STANDING_STILL, resolvedAt, closedAt });
}

async function tellOf(ctx: ActionContext, was: TicketRow | undefined, is: TicketRow): Promise<void> {
  const moved = was?.ownerId !== is.ownerId;
  const elsewhere = was !== undefined && (was.node !== is.node || was.state !== is.state || moved);
  if (elsewhere) await clearNotices(ctx, ticketLate, is.id);
  if (was && (moved || !open(is))) await clearNotices(ctx, ticketGiven, is.id);
  if (elsewhere || (was && !open(is))) await clearNotices(ctx, ticketNode, is.id);
  if (elsewhere || is.sleepUntil) await clearNotices(ctx, ticketWoke, is.id);
  if (!open(is)) return;
  if (moved && is.ownerId) await notify(ctx, ticketGiven, { ...aboutIt(is), to: { userIds: [is.ownerId] } });
  // The back office has it, and nobody in hand: those whose node it is hear of it.
  const goesBack =
    was !== undefined && is.state === 'PENDING_INTERNAL' && (was.state !== is.state || was.node !== is.node);
  if (goesBack) await notify(ctx, ticketNode, { ...aboutIt(is), to: minders(is) });
  if (was?.sleepUntil && !is.sleepUntil && is.wokenBy !== 'HAND')
    await notify(ctx, ticketWoke, { ...aboutIt(is), to: minders(is) });
}

/** Tickets that one person leaves behind, at most; nobody has as many in hand. */
const MOST_LEFT = 500;

/** Whoever leaves gives their tickets back. */
export const whoLeaves = whenChanged(
  ({ name }) => name === User.name,
  async (ctx, { before, row }) => {
    const [was, is] = [before, row] as [RowOf<typeof User> | undefined, RowOf<typeof User> | undefined];
    if (!was?.active || is?.active !== false) return;
    const tickets = await ctx.find(Ticket, {
      where: { ownerId: is.id, state: { in: [...OPEN_TICKETS] } },
      limit: MOST_LEFT,
    });
    for (const ticket of tickets) {
      const free = ctx.update(Ticket, ticket, { ownerId: null });
      await tellAbout(ctx, Ticket, free, { action: 'updateStaff', because: is.name });
    }
  },
);
