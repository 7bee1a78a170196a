/** @module How a ticket comes about: by hand, out of a conversation in one step, or split off another. */
import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import { clip } from '../../kernel/clip.ts';
import type { ActionContext, ReadContext } from '../../kernel/context.ts';
import { deny } from '../../kernel/denial.ts';
import { hinted, ref, worded } from '../../kernel/entity.ts';
import { storeOf } from '../access/index.ts';
import { Conversation } from '../conversations/index.ts';
import { flowFor, nodeOf, type FlowVersion } from '../flows/index.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { OPEN_TICKETS, Ticket, ticketFields } from './entities.ts';
import { entering, leaving, move, stamped, userOf, versionOf, type TicketRow } from './steps.ts';
import { ticketTexts as t } from './texts.ts';
import { step } from './who.ts';

type Version = RowOf<typeof FlowVersion>;
type Fields = Pick<TicketRow, keyof typeof ticketFields>;

/** Parts of one ticket, at most. */
const MOST_PARTS = 10;
const text = (most: number) => z.string().trim().max(most);
const record = hinted(text(4000), { as: 'prose' });

/** A new ticket at the node where items about its intent begin. */
export async function newTicket(
  ctx: ActionContext,
  fields: Fields & { storeId: string },
  more: Partial<TicketRow> = {},
) {
  const { version, node } = await flowFor(ctx, fields.intent);
  return ctx.insert(Ticket, {
    ...fields,
    flowVersionId: version.id,
    ...(await entering(ctx, fields.storeId, node)),
    ...more,
  });
}

const RECEIVED: readonly string[] = ['RECEPTION', 'RECORD'];

/** Whoever accepts a ticket has received the customer and written the problem down: those nodes are done. */
export async function accepted(
  ctx: ActionContext,
  row: TicketRow,
  { version, frontRecord }: { readonly version: Version; readonly frontRecord: string },
): Promise<Partial<TicketRow>> {
  let at: Pick<TicketRow, 'done' | 'node'> = row;
  let node = nodeOf(version, row.node);
  while (node && node.checkpoints.length > 0 && node.checkpoints.every((one) => RECEIVED.includes(one))) {
    const [next] = node.next;
    // Of several ways somebody chooses one.
    if (!next || node.next.length > 1) break;
    at = { done: leaving(ctx, at, frontRecord), node: next };
    node = nodeOf(version, next);
  }
  const moved = node && at.node !== row.node ? await entering(ctx, row.storeId, node) : {};
  return {
    ...moved,
    done: at.done,
    frontRecord,
    ownerId: row.ownerId ?? userOf(ctx),
    checkpoints: stamped(ctx, row.checkpoints, ['RECEPTION', 'RECORD'], frontRecord),
  };
}

const mayHandle = ({ actor }: ReadContext): boolean => actor.kind === 'staff' && actor.permissions.has('ticket.handle');

/** With a record of the problem it is accepted in the same step by whoever may work on it. */
async function created(ctx: ActionContext, fields: Fields & { storeId: string }): Promise<TicketRow> {
  const row = await newTicket(ctx, fields);
  if (!fields.frontRecord || !mayHandle(ctx)) return row;
  const { frontRecord } = fields;
  return move(ctx, row, 'accept', await accepted(ctx, row, { version: await versionOf(ctx, row), frontRecord }));
}

export const createTicket = defineAction({
  title: { en: 'Create a ticket', zh: '新建工单' },
  allow: { shopper: true, staff: 'ticket.create', system: true },
  input: z.object({
    storeId: ref('Store').optional(),
    subject: ticketFields.subject,
    intent: ticketFields.intent,
    priority: ticketFields.priority.default('P3'),
    customerId: ticketFields.customerId.default(null),
    conversationId: ticketFields.conversationId.default(null),
    orderId: ticketFields.orderId.default(null),
    frontRecord: record.default(''),
  }),
  output: one(Ticket),
  // Customers make tickets of their own, which are as urgent as others.
  run: async (ctx, input) => {
    const own = ctx.actor.kind === 'shopper' ? { ...ctx.actor, priority: 'P3' as const } : input;
    const { id } = await storeOf(ctx, own.storeId ?? '');
    return created(ctx, { ...input, priority: own.priority, storeId: id, customerId: own.customerId });
  },
});

/** Level 1 of the intents of conversations (2.12.5) by what a ticket of it is about. */
const INTENT_OF: Readonly<Record<string, Fields['intent']>> = {
  PRODUCT: 'USAGE',
  SAFETY: 'QUALITY',
  ORDER: 'ORDER',
  PAYMENT: 'PAYMENT',
  LOGISTICS: 'LOGISTICS',
  RETURN: 'RETURN',
  EXCHANGE: 'EXCHANGE',
  REPAIR: 'REPAIR',
  REFUND: 'REFUND',
  INVOICE: 'INVOICE',
  ACCOUNT: 'ACCOUNT',
  TECH: 'TECH',
  COMPLAINT: 'COMPLAINT',
  SUGGESTION: 'SUGGESTION',
};

/** A ticket out of a conversation in one step: the customer, what was typed, intent and priority go with it. */
export const ticketFromConversation = defineAction({
  title: { en: 'Make a ticket', zh: '转为工单' },
  allow: { staff: 'ticket.create' },
  inPerson: true,
  on: Conversation,
  input: z.object({
    subject: worded(text(200).default(''), {
      en: 'Subject',
      zh: '主题',
      note: 'Empty: the beginning of what is written down.',
    }),
    intent: ticketFields.intent.optional(),
    priority: ticketFields.priority.optional(),
    orderId: ticketFields.orderId.default(null),
    frontRecord: record.min(1),
  }),
  output: one(Ticket),
  run: (ctx, conversation, { subject, intent, priority, orderId, frontRecord }) =>
    created(ctx, {
      storeId: conversation.storeId,
      subject: subject || clip(frontRecord.split('\n')[0] ?? '', 200),
      intent: intent ?? INTENT_OF[conversation.intent ?? ''] ?? 'OTHER',
      priority: priority ?? conversation.priority,
      customerId: conversation.customerId,
      conversationId: conversation.id,
      orderId,
      frontRecord,
    }),
});

export const acceptTicket = defineAction({
  ...step,
  title: { en: 'Accept', zh: '受理' },
  inPerson: true,
  event: 'accept',
  input: z.object({
    frontRecord: worded(record.default(''), {
      en: 'Problem record',
      zh: '问题记录',
      note: 'Empty: what is written down already.',
    }),
  }),
  check: (_ctx, row, { frontRecord }) =>
    frontRecord || row.frontRecord
      ? undefined
      : deny('VALIDATION_FAILED', { fields: [{ path: 'frontRecord', text: t.recordFirst }] }),
  run: async (ctx, row, { frontRecord }) =>
    move(
      ctx,
      row,
      'accept',
      await accepted(ctx, row, { version: await versionOf(ctx, row), frontRecord: frontRecord || row.frontRecord }),
    ),
});

/** The same part whoever writes it: without regard to case and spaces. */
const keyOf = (subject: string): string => subject.trim().toLowerCase().replaceAll(/\s+/g, ' ');

/** One part of a ticket becomes one of its own; both say so. */
export const splitTicket = defineAction({
  ...step,
  title: { en: 'Split off', zh: '拆分' },
  event: 'raise',
  stays: true,
  input: z.object({
    subject: ticketFields.subject,
    intent: ticketFields.intent.optional(),
    orderId: ticketFields.orderId.default(null),
    frontRecord: record.default(''),
  }),
  when: (ctx, row) => {
    const parts = row.links.filter(({ kind }) => kind === 'SPLIT_INTO').length;
    return parts >= MOST_PARTS ? deny('LIMIT_EXCEEDED', { details: { limit: MOST_PARTS } }) : step.when(ctx, row);
  },
  check: async (ctx, { id }, { subject }) =>
    (await ctx.first(Ticket, { splitFromId: id, splitKey: keyOf(subject) }))
      ? deny('DUPLICATE', { text: t.samePart })
      : undefined,
  run: async (ctx, row, { subject, intent = row.intent, orderId, frontRecord }) => {
    const { id, storeId, priority, customerId, conversationId } = row;
    const part = await newTicket(
      ctx,
      {
        storeId,
        subject,
        intent,
        priority,
        customerId,
        conversationId,
        orderId: orderId ?? row.orderId,
        frontRecord,
      },
      { splitFromId: id, splitKey: keyOf(subject), links: [{ kind: 'SPLIT_FROM', ticketId: id }] },
    );
    ctx.update(Ticket, row, { links: [...row.links, { kind: 'SPLIT_INTO', ticketId: part.id }] });
    return part;
  },
});

/** A ticket that says the same as another goes on in that one; the link stays on both. */
export const mergeTicket = defineAction({
  ...step,
  title: { en: 'Merge into another', zh: '合并工单' },
  event: 'cancel',
  manner: 'grave',
  about: {
    en: 'This ticket ends; what was written down goes on in the other.',
    zh: '本工单将结束，其记录并入目标工单。',
  },
  input: z.object({ intoId: ref('Ticket'), reason: text(500).default('') }),
  check: async (ctx, row, { intoId }) => {
    const wrong = (said: (typeof t)['itself']) =>
      deny('VALIDATION_FAILED', { fields: [{ path: 'intoId', text: said }] });
    if (intoId === row.id) return wrong(t.itself);
    const into = await ctx.get(Ticket, intoId);
    if (!(OPEN_TICKETS as readonly string[]).includes(into.state))
      return deny('INVALID_TRANSITION', { text: t.mustBeOpen, details: { from: into.state, event: 'merge' } });
    if (into.storeId !== row.storeId) return wrong(t.otherStore);
    return row.customerId && into.customerId && row.customerId !== into.customerId ? wrong(t.otherCustomer) : undefined;
  },
  run: async (ctx, row, { intoId }) => {
    const into = await ctx.get(Ticket, intoId);
    const carried = row.frontRecord ? `${row.number}: ${row.frontRecord}` : '';
    ctx.update(Ticket, into, {
      customerId: into.customerId ?? row.customerId,
      conversationId: into.conversationId ?? row.conversationId,
      orderId: into.orderId ?? row.orderId,
      frontRecord: clip([into.frontRecord, carried].filter(Boolean).join('\n'), 4000),
      links: [...into.links, { kind: 'MERGED_FROM', ticketId: row.id }],
    });
    return move(ctx, row, 'cancel', {
      cancelledFor: 'DUPLICATE',
      links: [...row.links, { kind: 'MERGED_INTO', ticketId: intoId }],
    });
  },
});
