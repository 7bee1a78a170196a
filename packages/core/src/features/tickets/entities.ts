import { z } from 'zod';
import { defineEntity, hinted, instant, named, ref, secret, staffOnly, type Words } from '../../kernel/entity.ts';
import { defineMachine } from '../../kernel/machine.ts';
import { memberOf } from '../../kernel/vocabulary.ts';
import { wallHours } from '../../kernel/work.ts';
import { priority } from '../conversations/index.ts';
import { staffOfStore } from '../customers/index.ts';
import { checkpoint, FlowClock, FlowOwner, TicketIntent } from '../flows/index.ts';
import { ticketTexts as t } from './texts.ts';
import { cancelReason, linkKind, resolution, ticketState, wokenBy } from './codes.ts';

const text = (most: number) => z.string().trim().max(most);
const HOUR = 3_600_000;

/**
 * Domain model 3.3. `remind`, `raise` and `sleep` leave the state: what they change is said beside it. A customer who
 * writes is asked no more; who says that nothing is solved opens it again.
 */
export const ticketMachine = defineMachine({
  field: 'state',
  states: ticketState.options,
  events: {
    create: { NEW: 'NEW' },
    accept: { NEW: 'OPEN' },
    askCustomer: { OPEN: 'PENDING_CUSTOMER' },
    askDepartment: { OPEN: 'PENDING_INTERNAL' },
    transferBack: { OPEN: 'PENDING_INTERNAL' },
    customerReplies: { PENDING_CUSTOMER: 'OPEN' },
    departmentAnswers: { PENDING_INTERNAL: 'OPEN' },
    remind: { PENDING_CUSTOMER: 'PENDING_CUSTOMER' },
    silence: { PENDING_CUSTOMER: 'RESOLVED' },
    raise: {
      NEW: 'NEW',
      OPEN: 'OPEN',
      PENDING_CUSTOMER: 'PENDING_CUSTOMER',
      PENDING_INTERNAL: 'PENDING_INTERNAL',
    },
    resolve: { OPEN: 'RESOLVED' },
    confirm: { RESOLVED: 'CLOSED' },
    reopen: { RESOLVED: 'OPEN', CLOSED: 'OPEN' },
    sleep: { OPEN: 'OPEN', PENDING_INTERNAL: 'PENDING_INTERNAL' },
    cancel: { NEW: 'CANCELLED', OPEN: 'CANCELLED' },
  },
});

/** States in which something is left to do. */
export const OPEN_TICKETS = ['NEW', 'OPEN', 'PENDING_CUSTOMER', 'PENDING_INTERNAL'] as const;
/** L1 front, L2 back office, L3 supervisor, L4 manager. */
export const LEVEL = { FRONT: 1, BACK: 2, SUPERVISOR: 3, MANAGER: 4 } as const;
/** The customer is reminded three times, and has a week in all (domain model 3.3). */
export const REMINDERS = 3;
export const REMIND_EVERY_HOURS = 48;
/** A day after nobody did what was due, the ticket goes one level further up. */
const RAISED_AGAIN_HOURS = 24;

export const hoursAfter = (instantOf: string, hours: number): string =>
  new Date(Date.parse(instantOf) + hours * HOUR).toISOString();

/** A checkpoint that a ticket has passed: when, by whom, and what was said (R-POL-04). */
export const TicketStamp = named(
  'TicketStamp',
  z.object({
    checkpoint,
    at: instant(),
    /** Null: the desk or the customer. */
    userId: ref('User').nullable(),
    note: text(500),
  }),
);

/** A node of the flow that is done, with its output. */
export const TicketDone = named(
  'TicketDone',
  z.object({ node: z.string(), at: instant(), userId: ref('User').nullable(), output: text(4000) }),
);

/** What somebody was asked, by when they answer. */
export const TicketQuestion = named(
  'TicketQuestion',
  z.object({ to: FlowOwner, question: text(1000), answerBy: instant(), askedById: ref('User').nullable() }),
);

/** Another ticket that this one was merged with or split from. */
export const TicketLink = named('TicketLink', z.object({ kind: linkKind, ticketId: ref('Ticket') }));

export const ticketFields = {
  subject: text(200).min(1),
  intent: memberOf(TicketIntent),
  priority,
  customerId: ref('Customer').nullable(),
  conversationId: ref('Conversation').nullable(),
  orderId: z.string().max(200).nullable(),
  frontRecord: hinted(text(4000), { as: 'prose' }),
};

const said = (en: string, zh: string): Words => ({ en, zh });

/** What a customer reads who has not answered yet. */
export const reminderOf = ({
  number,
  question,
}: {
  readonly number: string;
  readonly question: string | null;
}): Words =>
  said(
    `We still wait for your answer about ${number}: ${question ?? ''}`,
    `工单 ${number} 仍在等待您的回复：${question ?? ''}`,
  );

export const Ticket = defineEntity({
  name: 'Ticket',
  title: { en: 'Ticket', zh: '工单' },
  schema: z.object({
    storeId: ref('Store'),
    number: z.string().default(''),
    state: ticketState.default('NEW'),
    ...ticketFields,
    level: staffOnly(z.int().min(1).max(4)).default(LEVEL.FRONT),
    ownerId: staffOnly(ref('User').nullable()).default(null),
    /** Who of the front office had it before the back office, and gets it back. */
    frontOwnerId: staffOnly(ref('User').nullable()).default(null),
    /** What the back office found or did; the front office reads it (R-ORG-04). */
    backResult: hinted(staffOnly(text(4000).nullable()), { as: 'prose' }).default(null),
    checkpoints: hinted(staffOnly(z.array(TicketStamp)), { weight: 'rare' }).default([]),
    flowVersionId: hinted(staffOnly(ref('FlowVersion')), { weight: 'side' }),
    /** The node at which it is. */
    node: staffOnly(z.string()),
    nodeSince: hinted(staffOnly(instant()), { weight: 'rare' }),
    /** Who owns the node. */
    nodeOwners: hinted(staffOnly(z.array(FlowOwner)), { weight: 'rare' }).default([]),
    nodeClock: hinted(staffOnly(FlowClock.nullable()), { weight: 'rare' }).default(null),
    /** Nodes that may follow; none: the flow ends here. */
    nodeNext: hinted(staffOnly(z.array(z.string())), { weight: 'rare' }).default([]),
    done: hinted(staffOnly(z.array(TicketDone)), { weight: 'rare' }).default([]),
    /** By when the node must be done; null: its clock names no time, or stands still. */
    stepBy: staffOnly(instant().nullable()).default(null),
    /** What is left of the clock of the node while it stands still, in milliseconds of its own time. */
    stepLeft: secret(z.number().nullable()).default(null),
    /** When it goes one level up because nobody did what was due. */
    raiseAt: hinted(staffOnly(instant().nullable()), { weight: 'rare' }).default(null),
    /** The end of what runs out next, which the desk keeps. */
    dueAt: staffOnly(instant().nullable()).default(null),
    /** What the customer was asked. */
    question: text(1000).nullable().default(null),
    reminders: hinted(staffOnly(z.int()), { weight: 'rare' }).default(0),
    remindAt: hinted(staffOnly(instant().nullable()), { weight: 'rare' }).default(null),
    asked: staffOnly(TicketQuestion.nullable()).default(null),
    /** It sleeps until then, or until the customer's next word. */
    sleepUntil: staffOnly(instant().nullable()).default(null),
    wokenBy: hinted(staffOnly(wokenBy.nullable()), { weight: 'rare' }).default(null),
    wokenAt: hinted(staffOnly(instant().nullable()), { weight: 'rare' }).default(null),
    result: hinted(text(2000).nullable(), { as: 'prose' }).default(null),
    resolvedFor: hinted(resolution.nullable(), { weight: 'rare' }).default(null),
    resolvedAt: instant().nullable().default(null),
    closedAt: instant().nullable().default(null),
    /** How often it was opened again; it counts against the resolution rate (K-16). */
    reopens: hinted(staffOnly(z.int()), { weight: 'rare' }).default(0),
    cancelledFor: hinted(staffOnly(cancelReason.nullable()), { weight: 'rare' }).default(null),
    links: staffOnly(z.array(TicketLink)).default([]),
    /** The ticket that it was split from, and what of it: the same part is split off once. */
    splitFromId: hinted(staffOnly(ref('Ticket').nullable()), { weight: 'rare' }).default(null),
    splitKey: secret(z.string().nullable()).default(null),
  }),
  machine: ticketMachine,
  index: [
    ['storeId', 'state', 'dueAt'],
    ['customerId', 'state'],
    ['storeId', 'intent', '-createdAt'],
    ['flowVersionId', 'state'],
    ['storeId', 'number'],
    ['conversationId'],
    ['ownerId', 'state', 'dueAt'],
  ],
  unique: [{ name: 'ticket_part', fields: ['splitFromId', 'splitKey'] }],
  audited: [
    'state',
    'ownerId',
    'level',
    'intent',
    'priority',
    'node',
    'flowVersionId',
    'frontRecord',
    'backResult',
    'result',
    'cancelledFor',
    'sleepUntil',
    'stepBy',
  ],
  visible: (actor) =>
    actor.kind === 'shopper' ? { customerId: actor.customerId } : staffOfStore(actor, 'ticket.read'),
  list: {
    filters: [
      'storeId',
      'state',
      'intent',
      'priority',
      'level',
      'ownerId',
      'customerId',
      'conversationId',
      'number',
      'flowVersionId',
      'sleepUntil',
      'dueAt',
      'createdAt',
    ],
    orders: [[['createdAt', 'desc']], [['dueAt', 'asc']]],
  },
  live: ({ storeId, customerId }) => [`store:${storeId}`, ...(customerId ? [`customer:${customerId}`] : [])],
  work: {
    read: 'ticket.read',
    handle: 'ticket.handle',
    number: 'W',
    called: { en: 'Tickets', zh: '工单' },
    title: ['subject'],
    ended: ['CLOSED', 'CANCELLED'],
    groups: {
      NEW: { en: 'New', zh: '新工单', states: ['NEW'] },
      OPEN: { en: 'In progress', zh: '处理中', states: ['OPEN'] },
      BACK: { en: 'Back office', zh: '后台处理', states: ['PENDING_INTERNAL'] },
      CUSTOMER: { en: 'With the customer', zh: '待顾客回复', states: ['PENDING_CUSTOMER'] },
      RESOLVED: { en: 'Resolved', zh: '已解决', states: ['RESOLVED'] },
      ENDED: { en: 'Ended', zh: '已结束', states: ['CLOSED', 'CANCELLED'] },
    },
    waits: { PENDING_CUSTOMER: 'CUSTOMER', PENDING_INTERNAL: 'PARTNER', RESOLVED: 'CUSTOMER' },
    files: { fromCustomer: true },
    advises: ({ state, asked, nodeNext }) => {
      if (state === 'NEW') return [{ action: 'acceptTicket', because: t.nobodyHasIt }];
      if (asked) return [{ action: 'answerTicketDepartment', because: t.departmentAsked }];
      if (state === 'OPEN' && nodeNext.length === 0) return [{ action: 'resolveTicket', because: t.onlyResult }];
      if (state === 'OPEN' || state === 'PENDING_INTERNAL')
        return [{ action: 'finishTicketStep', because: t.nodeWaits }];
      return [];
    },
    clocks: {
      step: { en: 'Step', zh: '节点时限', runs: OPEN_TICKETS, within: ({ stepBy }) => stepBy },
      // L1 to L4: who is due and does nothing is joined by the next level.
      raise: {
        en: 'Next level',
        zh: '超时升级',
        runs: OPEN_TICKETS,
        within: ({ raiseAt }) => raiseAt,
        late: ({ level, raiseAt }) => ({
          event: 'raise',
          changes: {
            level: Math.min(LEVEL.MANAGER, level + 1),
            raiseAt: level + 1 < LEVEL.MANAGER && raiseAt ? hoursAfter(raiseAt, RAISED_AGAIN_HOURS) : null,
          },
        }),
      },
      remind: {
        en: 'Remind the customer',
        zh: '提醒顾客',
        runs: ['PENDING_CUSTOMER'],
        within: ({ remindAt }) => remindAt,
        late: ({ reminders, remindAt }) => ({
          event: 'remind',
          changes: {
            reminders: reminders + 1,
            remindAt: reminders + 1 < REMINDERS && remindAt ? hoursAfter(remindAt, REMIND_EVERY_HOURS) : null,
          },
        }),
      },
      silence: {
        en: 'Without an answer',
        zh: '顾客未回复',
        runs: ['PENDING_CUSTOMER'],
        within: wallHours(7 * 24),
        late: () => ({ event: 'silence', changes: { resolvedFor: 'NO_RESPONSE' } }),
      },
      confirm: {
        en: 'Confirm',
        zh: '顾客确认',
        runs: ['RESOLVED'],
        within: wallHours(72),
        late: () => ({ event: 'confirm' }),
      },
    },
    told: {
      OPEN: ({ number }, { owner }) =>
        owner
          ? said(`${owner} is looking after your request ${number}.`, `您的工单 ${number} 由${owner}跟进处理。`)
          : said(`Your request ${number} is in hand.`, `您的工单 ${number} 正在处理。`),
      PENDING_CUSTOMER: ({ number, question }) =>
        said(`About ${number}: ${question ?? ''}`, `关于工单 ${number}：${question ?? ''}`),
      RESOLVED: ({ number, result }) =>
        result
          ? said(
              `${number} is resolved: ${result}\nTell us within three days if it is not.`,
              `工单 ${number} 已处理：${result}\n如仍有问题，请在三天内告知。`,
            )
          : said(
              `We have heard nothing more about ${number} and count it as settled. Write to go on.`,
              `工单 ${number} 未收到您的回复，暂按已解决处理。如需继续，请随时回复。`,
            ),
      CLOSED: ({ number }) => said(`${number} is closed. Thank you.`, `工单 ${number} 已关闭，感谢您的支持。`),
    },
  },
});
