/** @module The course of a ticket (domain model 3.3): through its flow, to the customer, to departments, to its end. */
import { z } from 'zod';
import { defineAction } from '../../kernel/action.ts';
import type { ReadContext } from '../../kernel/context.ts';
import { deny, type Denial } from '../../kernel/denial.ts';
import { hinted, worded } from '../../kernel/entity.ts';
import type { Said } from '../../kernel/said.ts';
import { FlowOwner, isOwner, nodeOf, officeOf, ownersOf } from '../flows/index.ts';
import { assignItem, noteItem, takeItem } from '../work/index.ts';
import { cancelReason } from './codes.ts';
import { hoursAfter, LEVEL, REMIND_EVERY_HOURS, Ticket } from './entities.ts';
import {
  entering,
  has,
  leaving,
  move,
  pausing,
  restarting,
  resuming,
  stamped,
  STANDING_STILL,
  userOf,
  versionOf,
  waking,
  type TicketRow,
} from './steps.ts';
import { ticketTexts as t } from './texts.ts';
import { customers, customersAlone, leads, step } from './who.ts';

/** A closed ticket is opened again for a week (domain model 3.3). */
const REOPEN_HOURS = 7 * 24;
/** A department is given ten days at most. */
const MOST_ANSWER_HOURS = 240;

const text = (most: number) => z.string().trim().max(most);
const invalid = (path: string, said: Said): Denial => deny('VALIDATION_FAILED', { fields: [{ path, text: said }] });
const unsaid = (_ctx: unknown, _row: unknown, { reason }: { readonly reason: string }): Denial | undefined =>
  reason ? undefined : deny('REASON_REQUIRED');

/** A node of the flow is done: its output is written down, and the next one begins with its owner and its clock. */
export const finishTicketStep = defineAction({
  ...step,
  title: { en: 'Finish the node', zh: '完成节点' },
  event: ['transferBack', 'departmentAnswers'],
  stays: true,
  input: z.object({
    output: worded(hinted(text(4000), { as: 'prose' }).min(1), { en: 'Output', zh: '产出' }),
    next: worded(z.string().max(20).optional(), {
      en: 'Next node',
      zh: '下一节点',
      note: 'Where several may follow: the code of one of them.',
    }),
  }),
  when: (ctx, row) => {
    if (row.asked) return deny('INVALID_TRANSITION', { text: t.answerFirst });
    if (row.state === 'OPEN' && row.nodeNext.length === 0) return deny('INVALID_TRANSITION', { text: t.lastStep });
    const denial = step.when(ctx, row);
    if (denial || leads(ctx)) return denial;
    return isOwner(ctx, row.nodeOwners) ? undefined : deny('FORBIDDEN', { text: t.otherOffice });
  },
  check: (_ctx, { nodeNext }, { next }) => {
    if (next !== undefined) return nodeNext.includes(next) ? undefined : invalid('next', t.noSuchNode);
    return nodeNext.length > 1 ? invalid('next', t.chooseNext) : undefined;
  },
  run: async (ctx, row, { output, next = row.nodeNext[0] }) => {
    const version = await versionOf(ctx, row);
    const [from, to] = [nodeOf(version, row.node), next === undefined ? undefined : nodeOf(version, next)];
    const [was, is] = [await officeOf(ctx, row.nodeOwners), to ? await officeOf(ctx, to.owners) : 'FRONT'];
    const toBack = row.state === 'OPEN' && is === 'BACK' && was !== 'BACK';
    const toFront = row.state === 'PENDING_INTERNAL' && is === 'FRONT';
    const passed = [...(from?.checkpoints ?? []), ...(toBack ? (['TRANSFER'] as const) : [])];
    const changes = {
      ...(to ? await entering(ctx, row.storeId, to) : { nodeNext: [], ...STANDING_STILL }),
      done: leaving(ctx, row, output),
      checkpoints: stamped(ctx, row.checkpoints, passed, output),
      // What the back office found is the front's to read (R-ORG-04).
      ...(row.state === 'PENDING_INTERNAL' ? { backResult: output } : {}),
    };
    if (toBack)
      return move(ctx, row, 'transferBack', {
        ...changes,
        level: Math.max(row.level, LEVEL.BACK),
        frontOwnerId: row.ownerId,
        ownerId: null,
      });
    if (toFront) return move(ctx, row, 'departmentAnswers', { ...changes, ownerId: row.frontOwnerId ?? row.ownerId });
    // Who works on it has woken it.
    const awake = await waking(ctx, row, 'HAND');
    return ctx.update(Ticket, row, { ...awake, ...changes, ownerId: row.ownerId ?? userOf(ctx) });
  },
});

/** The customer owes the next word; the clock rests, but for a complaint. */
export const askTicketCustomer = defineAction({
  ...step,
  title: { en: 'Ask the customer', zh: '询问顾客' },
  event: 'askCustomer',
  input: z.object({ question: text(1000).min(1) }),
  when: (ctx, row) => (row.customerId ? step.when(ctx, row) : deny('INVALID_TRANSITION', { text: t.noCustomer })),
  run: async (ctx, row, { question }) => {
    return move(ctx, row, 'askCustomer', {
      question,
      reminders: 0,
      remindAt: hoursAfter(ctx.now, REMIND_EVERY_HOURS),
      ownerId: row.ownerId ?? userOf(ctx),
      ...(row.intent === 'COMPLAINT' ? {} : await pausing(ctx, row)),
    });
  },
});

/** The customer's answer, as they write it themselves or as somebody heard it. */
export const answerTicket = defineAction({
  ...customers,
  title: { en: 'Answer', zh: '回复' },
  event: 'customerReplies',
  input: z.object({ reason: worded(text(2000).min(1), { en: 'Answer', zh: '回复内容' }) }),
  run: async (ctx, row) => move(ctx, row, 'customerReplies', { remindAt: null, ...(await resuming(ctx, row)) }),
});

/** Asks another department beside the flow, by when it answers. */
export const askTicketDepartment = defineAction({
  ...step,
  title: { en: 'Ask a department', zh: '请部门协助' },
  event: 'askDepartment',
  input: z.object({
    to: FlowOwner,
    question: text(1000).min(1),
    hours: worded(z.int().min(1).max(MOST_ANSWER_HOURS).default(24), { en: 'Hours to answer', zh: '答复时限（小时）' }),
  }),
  check: async (ctx, _row, { to }) =>
    (await officeOf(ctx, [to])) !== null && (await ownersOf(ctx))(to) ? undefined : invalid('to', t.unknownOwner),
  run: async (ctx, row, { to, question, hours }) => {
    const answerBy = hoursAfter(ctx.now, hours);
    return move(ctx, row, 'askDepartment', {
      ...(await pausing(ctx, row)),
      asked: { to, question, answerBy, askedById: userOf(ctx) },
      stepBy: answerBy,
      raiseAt: answerBy,
      ownerId: row.ownerId ?? userOf(ctx),
      checkpoints: stamped(ctx, row.checkpoints, ['TRANSFER'], question),
    });
  },
});

/** The department answers; whoever asked goes on. */
export const answerTicketDepartment = defineAction({
  title: { en: 'Answer for the department', zh: '部门答复' },
  allow: { staff: 'ticket.answer' },
  on: Ticket,
  output: step.output,
  event: 'departmentAnswers',
  input: z.object({ answer: hinted(text(4000), { as: 'prose' }).min(1) }),
  when: (_ctx, { asked }) => (asked ? undefined : deny('INVALID_TRANSITION', { text: t.nothingAsked })),
  run: async (ctx, row, { answer }) => {
    const rest = row.stepLeft === null ? { stepBy: null, raiseAt: null } : await resuming(ctx, row);
    return move(ctx, row, 'departmentAnswers', { asked: null, backResult: answer, ...rest });
  },
});

/** The result is there and the customer is told it: the fourth checkpoint. */
export const resolveTicket = defineAction({
  ...step,
  title: { en: 'Resolve', zh: '标记已解决' },
  event: 'resolve',
  input: z.object({
    result: hinted(text(2000), { as: 'prose' }).min(1),
    reason: worded(text(500).default(''), {
      en: 'Why it ends here',
      zh: '提前结束或未转接的原因',
      note: 'Needed where nodes of the flow are left, and where it was never handed over.',
    }),
  }),
  check: (_ctx, row, { reason }) => {
    if (reason) return undefined;
    if (row.nodeNext.length > 0) return deny('REASON_REQUIRED', { text: t.stepsLeft });
    return has(row, 'TRANSFER') ? undefined : deny('REASON_REQUIRED', { text: t.sayWhyKept });
  },
  run: async (ctx, row, { result, reason }) => {
    const kept = stamped(ctx, row.checkpoints, ['TRANSFER'], reason);
    const inBack = (await officeOf(ctx, row.nodeOwners)) === 'BACK';
    return move(ctx, row, 'resolve', {
      ...STANDING_STILL,
      result,
      resolvedFor: 'SOLVED',
      ...(inBack && !row.backResult ? { backResult: result } : {}),
      ownerId: row.ownerId ?? userOf(ctx),
      done: leaving(ctx, row, result),
      checkpoints: stamped(ctx, kept, ['FEEDBACK'], result),
    });
  },
});

export const confirmTicket = defineAction({
  ...customers,
  title: { en: 'It is solved', zh: '确认已解决' },
  event: 'confirm',
  input: z.object({}),
  when: customersAlone,
  run: (ctx, row) => move(ctx, row, 'confirm'),
});

/** Nothing is solved after all: it goes on where it was, and the customer is told the result anew. */
export const reopenTicket = defineAction({
  ...customers,
  title: { en: 'Open again', zh: '重新打开' },
  event: 'reopen',
  input: z.object({ reason: text(1000).default('') }),
  when: (ctx: ReadContext, { closedAt }: TicketRow) =>
    closedAt && hoursAfter(closedAt, REOPEN_HOURS) < ctx.now
      ? deny('INVALID_TRANSITION', { text: t.tooLate })
      : undefined,
  check: unsaid,
  run: async (ctx, row) => {
    return move(ctx, row, 'reopen', {
      ...(await restarting(ctx, row)),
      reopens: row.reopens + 1,
      resolvedAt: null,
      resolvedFor: null,
      closedAt: null,
      checkpoints: row.checkpoints.filter(({ checkpoint }) => checkpoint !== 'FEEDBACK'),
    });
  },
});

export const cancelTicket = defineAction({
  ...step,
  title: { en: 'Cancel', zh: '取消工单' },
  event: 'cancel',
  manner: 'grave',
  input: z.object({ cancelledFor: cancelReason, reason: text(500).default('') }),
  check: unsaid,
  run: (ctx, row, { cancelledFor }) => move(ctx, row, 'cancel', { ...STANDING_STILL, cancelledFor }),
});

/** One level up: to the back office, the supervisor, the manager. */
export const raiseTicket = defineAction({
  ...step,
  title: { en: 'Raise the level', zh: '升级' },
  event: 'raise',
  stays: true,
  input: z.object({ reason: text(500).default('') }),
  when: (ctx, row) =>
    row.level >= LEVEL.MANAGER ? deny('LIMIT_EXCEEDED', { details: { limit: LEVEL.MANAGER } }) : step.when(ctx, row),
  check: unsaid,
  run: (ctx, row) => ctx.update(Ticket, row, { level: row.level + 1 }),
});

/** Only a supervisor takes a level back (domain model 3.3). */
export const lowerTicket = defineAction({
  title: { en: 'Lower the level', zh: '降级' },
  allow: { staff: 'ticket.lower' },
  on: Ticket,
  output: step.output,
  event: 'raise',
  stays: true,
  input: z.object({ reason: text(500).default('') }),
  when: (_ctx, { level }) =>
    level <= LEVEL.FRONT ? deny('LIMIT_EXCEEDED', { details: { limit: LEVEL.FRONT } }) : undefined,
  check: unsaid,
  run: (ctx, row) => ctx.update(Ticket, row, { level: row.level - 1 }),
});

export const takeTicket = takeItem(Ticket);
export const assignTicket = assignItem(Ticket, { assign: 'ticket.assign' });
export const noteTicket = noteItem(Ticket, 'noteTicket');
