import { z } from 'zod';
import { codes } from '../../kernel/codes.ts';
import { defineEntity, instant, named, ref, staffOnly } from '../../kernel/entity.ts';
import { defineMachine } from '../../kernel/machine.ts';
import { channel, intent, priority } from '../conversations/index.ts';
import { ofStores, staffOfStore } from '../customers/index.ts';
import { slaTargetName } from './fields.ts';
import { serviceLevelTexts as t } from './texts.ts';
import { says } from '../../kernel/problems.ts';

const YEAR = 366 * 86_400;
const seconds = z.int().min(1).max(YEAR);

/**
 * How soon something is owed: quick until `aimSeconds`, late from `lateSeconds`, a breach from `limitSeconds`. SERVICE
 * counts the store's office time only (e-mail, tickets), and `maxSeconds` is then the limit by the wall clock.
 */
export const SlaTarget = named(
  'SlaTarget',
  z
    .object({
      clock: codes('SlaClockKind', {
        WALL: { en: 'By the clock', zh: '自然时间', note: 'It counts from when the store opens.' },
        SERVICE: { en: 'Office time only', zh: '仅计工作时间' },
      }),
      aimSeconds: seconds,
      lateSeconds: seconds,
      limitSeconds: seconds,
      maxSeconds: seconds.nullable(),
    })
    .refine(({ aimSeconds, lateSeconds, limitSeconds }) => aimSeconds <= lateSeconds && lateSeconds <= limitSeconds, {
      ...says(t.limitsRise),
      path: ['limitSeconds'],
    }),
);

/** What a policy is about; null stands for any. */
export const scopeFields = {
  storeId: ref('Store').nullable(),
  channel: channel.nullable(),
  intent: intent.nullable(),
  priority: priority.nullable(),
  tier: z.string().trim().min(1).max(40).nullable(),
};

export const targetFields = {
  firstReply: SlaTarget.nullable(),
  nextReply: SlaTarget.nullable(),
  resolution: SlaTarget.nullable(),
  /** Within this the people of the next level take over what was escalated to them (R-CH-05). */
  acceptSeconds: seconds,
  /** Share of the limit after which the owner is warned, in per cent (R-CH-19). */
  warnPercent: z.int().min(1).max(99),
  /** So long after a breach, which the shift lead hears at once, the supervisor hears of it. */
  supervisorSeconds: seconds,
};

/** What the tenant promises for some conversations, on top of the shipped policies or instead of one of them. */
export const SlaPolicy = defineEntity({
  name: 'SlaPolicy',
  plural: 'SlaPolicies',
  title: { en: 'Service level', zh: '服务水平规则' },
  schema: z.object({
    /** The scope as one text: each is decided once. */
    scope: z.string().max(300),
    ...scopeFields,
    ...targetFields,
    /** False switches off the shipped policy of the same scope. */
    active: z.boolean(),
  }),
  unique: [{ name: 'sla_policy_scope', fields: ['scope'] }],
  audited: [
    'scope',
    'firstReply',
    'nextReply',
    'resolution',
    'acceptSeconds',
    'warnPercent',
    'supervisorSeconds',
    'active',
  ],
  kept: true,
  visible: (actor) => ofStores(actor, 'sla.read'),
  list: { filters: ['channel', 'intent', 'priority', 'tier', 'active'], orders: [[['scope', 'asc']]] },
});

const slaClockState = codes('SlaClockState', {
  RUNNING: { en: 'Running', zh: '计时中' },
  WARNED: { en: 'At risk', zh: '即将超时' },
  BREACHED: { en: 'Overdue', zh: '已超时' },
  ESCALATED: { en: 'Overdue, supervisor told', zh: '已超时并上报' },
  MET: { en: 'Met', zh: '已达标' },
  MISSED: { en: 'Missed', zh: '未达标', note: 'It was answered, but too late.' },
  DROPPED: { en: 'Dropped', zh: '已取消', note: 'The conversation ended without an answer.' },
});

export const slaClockMachine = defineMachine({
  field: 'state',
  states: slaClockState.options,
  events: {
    start: { NEW: 'RUNNING' },
    warn: { RUNNING: 'WARNED' },
    breach: { RUNNING: 'BREACHED', WARNED: 'BREACHED' },
    escalate: { BREACHED: 'ESCALATED' },
    answer: { RUNNING: 'MET', WARNED: 'MET', BREACHED: 'MISSED', ESCALATED: 'MISSED' },
    drop: { RUNNING: 'DROPPED', WARNED: 'DROPPED', BREACHED: 'DROPPED', ESCALATED: 'DROPPED' },
    chooseAgain: { RUNNING: 'RUNNING', WARNED: 'RUNNING', BREACHED: 'RUNNING', ESCALATED: 'RUNNING' },
  },
});

/**
 * One thing that is owed to a customer. A clock of a reply is at the same time the round of 4.0: opened by the
 * customer's first word, closed by a person's answer.
 */
export const SlaClock = defineEntity({
  name: 'SlaClock',
  title: { en: 'Service-level clock', zh: '时效计时' },
  schema: z.object({
    storeId: ref('Store'),
    conversationId: ref('Conversation'),
    target: slaTargetName,
    state: slaClockState,
    /** Scope of the policy that decided; null: nobody promised anything. */
    policy: z.string().max(300).nullable(),
    /** Who answered, or who owned the conversation while nobody did. */
    agentId: ref('User').nullable(),
    startedAt: instant(),
    /** When the conversation came to people: the period it belongs to (4.0). */
    queuedAt: instant(),
    /** When the agent got it while the customer already waited: he is measured from then (4.0). */
    assignedAt: instant().nullable(),
    /** He had it from a colleague, not from the queue. */
    takenOver: z.boolean().default(false),
    aimAt: instant().nullable(),
    lateAt: instant().nullable(),
    warnAt: instant().nullable(),
    dueAt: instant().nullable(),
    escalateAt: instant().nullable(),
    warnedAt: instant().nullable(),
    breachedAt: instant().nullable(),
    stoppedAt: instant().nullable(),
    /** Messages of the conversation when the round opened, without the one that opened it. */
    customerMessages: staffOnly(z.int()),
    agentMessages: staffOnly(z.int()),
  }),
  machine: slaClockMachine,
  index: [
    ['storeId', 'queuedAt'],
    ['agentId', 'queuedAt'],
    ['conversationId', 'startedAt'],
  ],
  visible: (actor) => staffOfStore(actor, 'sla.read'),
  list: {
    filters: ['storeId', 'conversationId', 'agentId', 'target', 'state', 'dueAt', 'queuedAt'],
    orders: [[['queuedAt', 'desc']]],
  },
});
