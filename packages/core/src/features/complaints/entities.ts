import { z } from 'zod';
import { defineEntity, instant, large, named, ref, staffOnly, type Words } from '../../kernel/entity.ts';
import { defineMachine, type EventOf } from '../../kernel/machine.ts';
import { serviceMinutes, wallHours } from '../../kernel/work.ts';
import { staffOfStore } from '../customers/index.ts';
import { STATES, cause, complaintState, department, emotion, escalationReason, sourceChannel } from './codes.ts';

const ENDED: readonly string[] = ['CLOSED', 'WITHDRAWN'];
/** States before a solution is accepted. */
const UNSETTLED = ['RECEIVED', 'ACKNOWLEDGED', 'INVESTIGATING', 'SOLUTION_PROPOSED'] as const;
const from = <To extends string>(states: readonly string[], to: To): Record<string, To> =>
  Object.fromEntries(states.map((state) => [state, to]));

/** Domain model 3.5. `refuseAgain`: the second refusal goes up. An escalated complaint goes up once more. */
export const complaintMachine = defineMachine({
  field: 'state',
  states: STATES,
  events: {
    register: { NEW: 'RECEIVED' },
    acknowledge: { RECEIVED: 'ACKNOWLEDGED' },
    investigate: { ACKNOWLEDGED: 'INVESTIGATING' },
    propose: { INVESTIGATING: 'SOLUTION_PROPOSED' },
    newProposal: { ESCALATED: 'SOLUTION_PROPOSED' },
    accept: { SOLUTION_PROPOSED: 'ACCEPTED' },
    refuse: { SOLUTION_PROPOSED: 'INVESTIGATING' },
    refuseAgain: { SOLUTION_PROPOSED: 'ESCALATED' },
    escalate: from([...UNSETTLED, 'ESCALATED', 'ACCEPTED', 'EXECUTING'], 'ESCALATED'),
    platformOpened: { ESCALATED: 'ESCALATED' },
    execute: { ACCEPTED: 'EXECUTING' },
    done: { EXECUTING: 'RESOLVED' },
    revisit: { RESOLVED: 'REVISITED' },
    satisfied: { REVISITED: 'CLOSED' },
    notSatisfied: { REVISITED: 'INVESTIGATING' },
    withdraw: from(UNSETTLED, 'WITHDRAWN'),
  },
});

export type ComplaintEvent = EventOf<typeof complaintMachine>;

/** The complaint officer, the supervisor, the manager. */
export const LEVELS = { OFFICER: 2, SUPERVISOR: 3, MANAGER: 4 } as const;
/** Nobody did what was due: it goes to the next of them. */
const up = (to: keyof typeof LEVELS) => () => ({
  event: 'escalate',
  changes: { level: LEVELS[to], escalatedFor: 'TIMEOUT' },
});

const text = (most: number) => z.string().trim().max(most);

/** What the customer may choose from; the amount is in minor units of the complaint's currency. */
export const ComplaintOption = named(
  'ComplaintOption',
  z.object({ text: text(500).min(1), amount: large(z.int().min(0)).default(0) }),
);

/** What a department was asked, by when it answers, and what it answered. */
export const ComplaintTask = named(
  'ComplaintTask',
  z.object({
    department,
    question: text(1000),
    dueAt: instant(),
    answer: text(2000).nullable(),
    answeredById: ref('User').nullable(),
  }),
);

const offer = ({ options }: { readonly options: readonly z.output<typeof ComplaintOption>[] }) =>
  options.map(({ text: one }, index) => `${index + 1}. ${one}`).join('\n');
const said = (en: string, zh: string): Words => ({ en, zh });

export const Complaint = defineEntity({
  name: 'Complaint',
  title: { en: 'Complaint', zh: '投诉' },
  schema: z.object({
    storeId: ref('Store'),
    number: z.string().default(''),
    subject: text(200).min(1),
    state: complaintState.default('RECEIVED'),
    sourceChannel,
    customerId: ref('Customer').nullable(),
    conversationId: ref('Conversation').nullable(),
    orderId: z.string().max(200).nullable(),
    facts: text(4000),
    demand: text(1000),
    emotion: staffOnly(emotion.nullable()),
    linkedCaseIds: staffOnly(z.array(ref('AfterSalesCase')).max(20)).default([]),
    ownerId: staffOnly(ref('User').nullable()).default(null),
    dueAt: staffOnly(instant().nullable()).default(null),
    causeCode: staffOnly(cause.nullable()).default(null),
    departments: staffOnly(z.array(ComplaintTask)).default([]),
    departmentsNotNeeded: staffOnly(text(500).nullable()).default(null),
    options: z.array(ComplaintOption).default([]),
    currency: z.string(),
    accepted: z.int().nullable().default(null),
    refusals: staffOnly(z.int()).default(0),
    level: staffOnly(z.int()).default(LEVELS.OFFICER),
    escalatedFor: staffOnly(escalationReason.nullable()).default(null),
    platformCaseNo: staffOnly(z.string().nullable()).default(null),
    outcome: text(2000).nullable().default(null),
    informedAt: instant().nullable().default(null),
    prevention: staffOnly(text(2000).nullable()).default(null),
    repeat: staffOnly(z.boolean()).default(false),
  }),
  machine: complaintMachine,
  index: [
    ['storeId', 'state', 'dueAt'],
    ['customerId', '-createdAt'],
    ['storeId', 'causeCode', '-createdAt'],
    ['storeId', 'number'],
  ],
  audited: ['state', 'ownerId', 'causeCode', 'level', 'accepted', 'outcome', 'prevention', 'platformCaseNo'],
  visible: (actor) =>
    actor.kind === 'shopper' ? { customerId: actor.customerId } : staffOfStore(actor, 'complaint.read'),
  list: {
    filters: ['storeId', 'state', 'causeCode', 'ownerId', 'level', 'sourceChannel', 'customerId', 'number', 'dueAt'],
    orders: [[['dueAt', 'asc']], [['createdAt', 'desc']]],
  },
  live: ({ storeId, customerId }) => [`store:${storeId}`, ...(customerId ? [`customer:${customerId}`] : [])],
  work: {
    read: 'complaint.read',
    handle: 'complaint.handle',
    number: 'C',
    called: { en: 'Complaints', zh: '投诉' },
    title: ['subject'],
    groups: {
      NEW: { en: 'New', zh: '新投诉', states: ['RECEIVED', 'ACKNOWLEDGED'] },
      INVESTIGATE: { en: 'Investigation', zh: '调查', states: ['INVESTIGATING', 'ESCALATED'] },
      ANSWER: { en: 'With the customer', zh: '待顾客答复', states: ['SOLUTION_PROPOSED'] },
      DO: { en: 'Carry out', zh: '执行', states: ['ACCEPTED', 'EXECUTING'] },
      REVISIT: { en: 'Revisit', zh: '回访', states: ['RESOLVED', 'REVISITED'] },
      DONE: { en: 'Done', zh: '已结束', states: ENDED },
    },
    waits: { SOLUTION_PROPOSED: 'CUSTOMER' },
    files: { fromCustomer: true },
    // R-CMP-07: acknowledged in 30 minutes of service, solved in 24 hours, closed in 72.
    clocks: {
      acknowledge: { en: 'Acknowledge', zh: '受理', runs: ['RECEIVED'], within: serviceMinutes(30) },
      solve: { en: 'Solve', zh: '解决', runs: UNSETTLED, within: wallHours(24), late: up('SUPERVISOR') },
      decide: { en: 'Decide', zh: '上级处理', runs: ['ESCALATED'], within: wallHours(24), late: up('MANAGER') },
      close: { en: 'Close', zh: '结案', runs: STATES.filter((state) => !ENDED.includes(state)), within: wallHours(72) },
      revisit: { en: 'Revisit', zh: '回访', runs: ['RESOLVED'], within: wallHours(48) },
    },
    told: {
      RECEIVED: ({ number }) =>
        said(`We have received your complaint ${number}.`, `您的投诉 ${number} 已收到，我们会尽快受理。`),
      ACKNOWLEDGED: ({ number }, { owner }) =>
        said(`${owner} is looking into your complaint ${number}.`, `您的投诉 ${number} 由${owner}负责处理。`),
      SOLUTION_PROPOSED: (row) =>
        said(`We suggest for ${row.number}:\n${offer(row)}`, `投诉 ${row.number} 的解决方案：\n${offer(row)}`),
      ESCALATED: ({ number }) =>
        said(`${number} is with a supervisor now.`, `投诉 ${number} 已升级，由主管处理，您无需重复说明。`),
      ACCEPTED: ({ number }) => said(`${number} is being settled.`, `感谢您的理解，投诉 ${number} 正在落实。`),
      RESOLVED: ({ number }) => said(`${number} is settled.`, `投诉 ${number} 已处理完毕。`),
      CLOSED: ({ number }) => said(`${number} is closed. Thank you.`, `投诉 ${number} 已结案，感谢您的反馈。`),
      WITHDRAWN: ({ number }) => said(`${number} is withdrawn.`, `投诉 ${number} 已撤回。`),
    },
  },
});
