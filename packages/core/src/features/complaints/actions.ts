/** @module The course of a complaint (domain model 3.5): who may do what when, each step as its action. */
import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import type { ReadContext } from '../../kernel/context.ts';
import { deny, type Denial } from '../../kernel/denial.ts';
import { ref, type RowOf } from '../../kernel/entity.ts';
import { staffOf } from '../../kernel/question.ts';
import { inWords } from '../../kernel/sentence.ts';
import { storeOf } from '../access/index.ts';
import { informCustomer, isTold, saidByPerson } from '../customer-notices/index.ts';
import { addStep, assignItem, heldByOther, itemOf, noteItem, NOTIFY_CUSTOMER_FIRST, takeItem } from '../work/index.ts';
import { outcomeKey, outcomeTold } from './told.ts';
import { cause, department, emotion, escalationReason, OWN_CAUSES, sourceChannel } from './codes.ts';
import { Complaint, ComplaintOption, LEVELS, type ComplaintEvent } from './entities.ts';
import { complaintTexts as t } from './texts.ts';
import type { Said } from '../../kernel/said.ts';

type Row = RowOf<typeof Complaint>;

/** What an officer may offer by themselves, in minor units: 200.00. */
const OFFICER_LIMIT = 20_000;
const FEEDBACK_HOURS = 24;

const text = (most: number) => z.string().trim().max(most);
const missing = (path: string, text: Said): Denial => deny('VALIDATION_FAILED', { fields: [{ path, text }] });
const has = ({ actor }: Pick<ReadContext, 'actor'>, permission: string): boolean =>
  actor.kind === 'system' || (actor.kind === 'staff' && actor.permissions.has(permission));

/** What every step of an officer has: it is not in another's hands, but for those who decide. */
const step = {
  allow: { staff: 'complaint.handle' },
  on: Complaint,
  output: one(Complaint),
  when: (ctx: ReadContext, row: Row) => (has(ctx, 'complaint.decide') ? undefined : heldByOther(ctx, Complaint, row)),
} as const;

/** A step that moves a complaint, with a word to say why. */
const moveBy = (event: ComplaintEvent, [en, zh]: readonly [en: string, zh: string], changes: Partial<Row> = {}) =>
  defineAction({
    ...step,
    title: { en, zh },
    event,
    input: z.object({ reason: text(1000).default('') }),
    run: (ctx, row) => ctx.fire(Complaint, row, event, changes),
  });

export const registerComplaint = defineAction({
  title: { en: 'Register a complaint', zh: '登记投诉' },
  allow: { shopper: true, staff: 'complaint.register', system: true },
  input: z.object({
    storeId: ref('Store').optional(),
    subject: text(200).min(1),
    sourceChannel: sourceChannel.default('WEB_CHAT'),
    customerId: ref('Customer').nullable().default(null),
    conversationId: ref('Conversation').nullable().default(null),
    orderId: text(200).nullable().default(null),
    facts: text(4000).default(''),
    demand: text(1000).default(''),
    emotion: emotion.nullable().default(null),
  }),
  output: one(Complaint),
  run: async (ctx, input) => {
    const { storeId = '', customerId } = ctx.actor.kind === 'shopper' ? ctx.actor : input;
    const { id, currency } = await storeOf(ctx, storeId);
    return ctx.insert(Complaint, { ...input, storeId: id, currency, customerId });
  },
});

/** The form can be filled in bit by bit (R-CMP-02). */
export const editComplaint = defineAction({
  ...step,
  title: { en: 'Edit the complaint', zh: '补充投诉信息' },
  allow: { staff: 'complaint.register' },
  event: ['acknowledge', 'investigate', 'propose', 'newProposal', 'accept'],
  stays: true,
  input: z.object({
    facts: text(4000).optional(),
    demand: text(1000).optional(),
    emotion: emotion.optional(),
    orderId: text(200).optional(),
    linkedCaseIds: z.array(ref('AfterSalesCase')).max(20).optional(),
  }),
  run: (ctx, row, changes) =>
    ctx.update(Complaint, row, Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))),
});

/** The customer learns who looks into it. */
export const acknowledgeComplaint = defineAction({
  ...step,
  title: { en: 'Acknowledge', zh: '受理' },
  inPerson: true,
  event: 'acknowledge',
  input: z.object({}),
  run: (ctx, row) => ctx.fire(Complaint, row, 'acknowledge', { ownerId: row.ownerId ?? staffOf(ctx).userId }),
});

/** Departments are asked, or it is said why none need be. */
export const investigateComplaint = defineAction({
  ...step,
  title: { en: 'Investigate', zh: '开始调查' },
  event: 'investigate',
  input: z.object({
    departments: z
      .array(z.object({ department, question: text(1000).min(1) }))
      .max(6)
      .default([]),
    departmentsNotNeeded: text(500).default(''),
  }),
  check: (_ctx, _row, { departments, departmentsNotNeeded: why }) =>
    departments.length > 0 || why ? undefined : deny('REASON_REQUIRED', { text: t.askDepartment }),
  run: (ctx, row, { departments, departmentsNotNeeded }) => {
    const dueAt = new Date(Date.parse(ctx.now) + FEEDBACK_HOURS * 3_600_000).toISOString();
    const tasks = departments.map((task) => ({ ...task, dueAt, answer: null, answeredById: null }));
    return ctx.fire(Complaint, row, 'investigate', {
      departments: [...row.departments, ...tasks],
      departmentsNotNeeded: departmentsNotNeeded || null,
    });
  },
});

export const answerComplaintTask = defineAction({
  title: { en: 'Answer for a department', zh: '部门反馈' },
  allow: { staff: 'complaint.answer' },
  on: Complaint,
  output: one(Complaint),
  inPerson: true,
  input: z.object({ department, answer: text(2000).min(1) }),
  when: (_ctx, { departments }) => (departments.some(({ answer }) => answer === null) ? undefined : deny('NOT_FOUND')),
  check: (_ctx, row, input) =>
    row.departments.some((task) => task.department === input.department && task.answer === null)
      ? undefined
      : missing('department', t.departmentNotAsked),
  run: (ctx, row, { department: of, answer }) => {
    ctx.reason(answer);
    return ctx.update(Complaint, row, {
      departments: row.departments.map((task) =>
        task.department === of && task.answer === null ? { ...task, answer, answeredById: staffOf(ctx).userId } : task,
      ),
    });
  },
});

/** Nothing is proposed without a cause (R-CMP-03); once it has gone up, those above propose. */
export const proposeSolution = defineAction({
  ...step,
  title: { en: 'Propose a solution', zh: '提出方案' },
  event: ['propose', 'newProposal'],
  input: z.object({ causeCode: cause, options: z.array(ComplaintOption).min(1).max(5) }),
  when: (ctx, row) =>
    row.state === 'ESCALATED' && !has(ctx, 'complaint.decide')
      ? deny('FORBIDDEN', { details: { permission: 'complaint.decide' } })
      : step.when(ctx, row),
  check: (ctx, _row, { options }) =>
    has(ctx, 'complaint.decide') || options.every(({ amount }) => amount <= OFFICER_LIMIT)
      ? undefined
      : deny('LIMIT_EXCEEDED', { details: { limit: OFFICER_LIMIT } }),
  run: (ctx, row, input) =>
    ctx.fire(Complaint, row, row.state === 'ESCALATED' ? 'newProposal' : 'propose', { ...input, accepted: null }),
});

/** It is the customer's to say; staff note it for those who complained by phone, by letter or in person. */
const customers = {
  allow: { shopper: true, staff: 'complaint.handle' },
  on: Complaint,
  output: one(Complaint),
  when: ({ actor }: ReadContext, { customerId }: Row) =>
    actor.kind === 'staff' && customerId ? deny('FORBIDDEN', { text: t.customerDecides }) : undefined,
} as const;

export const acceptSolution = defineAction({
  ...customers,
  title: { en: 'Accept the solution', zh: '接受方案' },
  event: 'accept',
  input: z.object({ option: z.int().min(1).max(5).default(1) }),
  check: (_ctx, { options }, { option }) => (options[option - 1] ? undefined : missing('option', t.noSuchOption)),
  run: (ctx, row, { option }) => ctx.fire(Complaint, row, 'accept', { accepted: option }),
});

/** Once it goes back to be investigated, the second time it goes up. */
export const refuseSolution = defineAction({
  ...customers,
  title: { en: 'Refuse the solution', zh: '拒绝方案' },
  event: 'refuse',
  input: z.object({ reason: text(1000).default('') }),
  run: (ctx, row) => {
    const refusals = row.refusals + 1;
    if (refusals < 2) return ctx.fire(Complaint, row, 'refuse', { refusals });
    const level = Math.max(row.level, LEVELS.SUPERVISOR);
    return ctx.fire(Complaint, row, 'refuseAgain', { refusals, level, escalatedFor: 'REFUSED' });
  },
});

export const withdrawComplaint = defineAction({
  ...customers,
  title: { en: 'Withdraw the complaint', zh: '撤回投诉' },
  event: 'withdraw',
  input: z.object({ reason: text(500).default('') }),
  run: (ctx, row) => ctx.fire(Complaint, row, 'withdraw'),
});

/** What cannot be solved here goes to the superior, and from there to theirs (R-CMP-06). */
export const escalateComplaint = defineAction({
  ...step,
  title: { en: 'Escalate', zh: '升级' },
  event: 'escalate',
  input: z.object({ escalatedFor: escalationReason, reason: text(500).default('') }),
  when: (ctx, row) =>
    row.level >= LEVELS.MANAGER ? deny('LIMIT_EXCEEDED', { details: { limit: LEVELS.MANAGER } }) : step.when(ctx, row),
  check: (_ctx, _row, { reason }) => (reason ? undefined : deny('REASON_REQUIRED')),
  run: (ctx, row, { escalatedFor }) => ctx.fire(Complaint, row, 'escalate', { level: row.level + 1, escalatedFor }),
});

export const notePlatformCase = defineAction({
  ...step,
  title: { en: 'Note the platform’s case', zh: '登记平台介入' },
  event: 'platformOpened',
  input: z.object({ platformCaseNo: text(100).min(1) }),
  run: (ctx, row, input) => ctx.fire(Complaint, row, 'platformOpened', input),
});

export const executeSolution = moveBy('execute', ['Carry out the solution', '执行方案']);

/** The customer is told what came of it, before it counts as resolved (R-CMP-14). */
export const tellOutcome = defineAction({
  ...step,
  title: { en: 'Tell the customer the outcome', zh: '反馈处理结果' },
  event: 'done',
  stays: true,
  input: z.object({
    outcome: text(2000).min(1),
    /** How it was said already, on the phone or in a letter. Absent: the desk says it. */
    said: text(500).min(1).optional(),
  }),
  run: async (ctx, row, { outcome, said }) => {
    const { id, storeId, customerId, conversationId, number } = row;
    const told = ctx.update(Complaint, row, { outcome, informedAt: null });
    // They read it beside the complaint, too.
    const words = { en: outcome, zh: outcome };
    addStep(ctx, await itemOf(ctx, Complaint, row), {
      action: 'tellOutcome',
      because: said ?? '',
      told: customerId ? words : null,
    });
    const notice = await informCustomer(ctx, outcomeTold, {
      storeId,
      customerId,
      conversationId,
      key: outcomeKey(told),
      ...inWords(t.outcome({ number, outcome })),
      about: { entity: Complaint.name, id },
    });
    const known = notice && said ? await saidByPerson(ctx, notice, said) : notice;
    // Where no customer of the desk is meant, whoever writes it down has said it.
    return ctx.update(Complaint, told, { informedAt: known === undefined || isTold(known) ? ctx.now : null });
  },
});

export const resolveComplaint = defineAction({
  ...step,
  title: { en: 'Resolve', zh: '标记已解决' },
  event: 'done',
  input: z.object({ departmentsNotNeeded: text(500).default('') }),
  when: (ctx, row) => (row.informedAt ? step.when(ctx, row) : deny(NOTIFY_CUSTOMER_FIRST)),
  // R-CMP-04.
  check: (_ctx, { departments, departmentsNotNeeded }, { departmentsNotNeeded: why }) =>
    departments.some(({ answer }) => answer) || departmentsNotNeeded || why
      ? undefined
      : deny('REASON_REQUIRED', { text: t.askDepartment }),
  run: (ctx, row, { departmentsNotNeeded: why }) =>
    ctx.fire(Complaint, row, 'done', why ? { departmentsNotNeeded: why } : {}),
});

export const revisitComplaint = moveBy('revisit', ['Revisit', '回访']);

export const closeComplaint = defineAction({
  ...step,
  title: { en: 'Close', zh: '结案' },
  allow: { staff: 'complaint.close' },
  event: 'satisfied',
  input: z.object({ prevention: text(2000).default('') }),
  when: (ctx, row) => (row.outcome && row.informedAt ? step.when(ctx, row) : deny(NOTIFY_CUSTOMER_FIRST)),
  check: (_ctx, { causeCode }, { prevention }) =>
    prevention || !OWN_CAUSES.includes(causeCode ?? '') ? undefined : missing('prevention', t.sayPrevention),
  run: (ctx, row, { prevention }) => ctx.fire(Complaint, row, 'satisfied', { prevention: prevention || null }),
});

/** The customer is not satisfied: it begins anew, and counts as a repeat. */
const anew = { repeat: true, refusals: 0, accepted: null, informedAt: null };
export const reopenComplaint = moveBy('notSatisfied', ['Not satisfied', '顾客不满意'], anew);

export const takeComplaint = takeItem(Complaint);
export const assignComplaint = assignItem(Complaint, { assign: 'complaint.assign' });
export const noteComplaint = noteItem(Complaint, 'noteComplaint');
