import { z } from 'zod';
import { defineEntity, hinted, instant, ref, secret } from '../../kernel/entity.ts';
import { defineMachine } from '../../kernel/machine.ts';
import { memberOf } from '../../kernel/vocabulary.ts';
import { LocalText } from '../access/index.ts';
import { ofStores } from '../customers/index.ts';
import { RULE_STATES, rulePauseReason, ruleState, RUN_STATES, runReason, runState } from './codes.ts';
import { draftFields, RuleDraft } from './draft.ts';
import { RuleEvent } from './events.ts';

/** More rules than this are read by nobody. */
export const MOST_RULES = 200;

const ruleMachine = defineMachine({
  field: 'state',
  states: RULE_STATES,
  events: {
    create: { NEW: 'DRAFT' },
    publish: { DRAFT: 'ACTIVE', ACTIVE: 'ACTIVE', PAUSED: 'ACTIVE' },
    pause: { ACTIVE: 'PAUSED' },
    resume: { PAUSED: 'ACTIVE' },
    retire: { DRAFT: 'RETIRED', ACTIVE: 'RETIRED', PAUSED: 'RETIRED' },
  },
});

/** A rule with its draft; what is at work is a version of it, which never changes. */
export const Rule = defineEntity({
  name: 'Rule',
  title: { en: 'Rule', zh: '规则' },
  schema: z.object({
    code: z.string().max(40),
    name: LocalText,
    /** Null: all stores. */
    storeId: ref('Store').nullable(),
    /** Who is told when it stops or pauses itself. */
    ownerId: ref('User').nullable(),
    state: ruleState,
    /** Rules on one event are done in this order, the smallest first. */
    position: z.int(),
    draft: RuleDraft,
    /** What the version at work starts on; null: none is published. */
    event: memberOf(RuleEvent).nullable().default(null),
    ruleVersionId: ref('RuleVersion').nullable().default(null),
    /** Number of the version at work; 0: none is published. */
    number: z.int().default(0),
    pausedBecause: rulePauseReason.nullable().default(null),
  }),
  machine: ruleMachine,
  index: [['state', 'position'], ['position']],
  unique: [{ name: 'rule_code', fields: ['code'] }],
  audited: ['state', 'name', 'storeId', 'ownerId', 'position', 'draft', 'number', 'pausedBecause'],
  visible: (actor) => ofStores(actor, 'rule.read'),
  list: { filters: ['state', 'storeId', 'event', 'ownerId'], orders: [[['position', 'asc']], [['updatedAt', 'desc']]] },
  // Every change of a row that starts rules asks which are at work.
  kept: true,
});

/** What is at work of a rule: written when it is published and never changed. */
export const RuleVersion = defineEntity({
  name: 'RuleVersion',
  title: { en: 'Version of a rule', zh: '规则版本' },
  schema: z.object({
    ruleId: ref('Rule'),
    code: z.string().max(40),
    number: z.int(),
    storeId: ref('Store').nullable(),
    ...draftFields,
    event: memberOf(RuleEvent),
    /** The condition as it is judged; empty: it always holds. */
    condition: hinted(z.string(), { as: 'code' }),
    /** Permissions that its steps need. Its publisher had them, and it has them as long as its publisher does. */
    rights: z.array(hinted(z.string(), { as: 'permission' })),
    publisherId: ref('User'),
    publishedAt: instant(),
  }),
  index: [['ruleId', '-number']],
  unique: [{ name: 'rule_version', fields: ['ruleId', 'number'] }],
  audited: ['number', 'event', 'rights'],
  visible: (actor) => ofStores(actor, 'rule.read'),
  within: { ruleId: { as: 'versions', order: [['number', 'desc']] } },
  list: { filters: ['ruleId'], orders: [[['number', 'desc']]] },
  kept: true,
});

/** Codes, numbers, instants and ids: a field that is personal is no fact of an event (`fieldsOf`). */
const facts = () => z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** Something happened on which rules start: its facts, frozen, until every rule has done its part. */
export const RuleTrigger = defineEntity({
  name: 'RuleTrigger',
  title: { en: 'Trigger of rules', zh: '规则触发' },
  schema: z.object({
    event: memberOf(RuleEvent),
    storeId: ref('Store').nullable(),
    entity: z.string(),
    rowId: z.string(),
    label: z.string().max(200),
    customerId: z.string().nullable(),
    facts: facts(),
    /** Codes of the rules whose work has led to it. */
    cause: z.array(z.string()),
    /** The versions that were at work when it happened, in their order. */
    versionIds: z.array(z.string()),
    at: instant(),
    /** How many commits of its work there were; each is done once. */
    done: z.int().default(0),
    /** The runs that have begun; null: nobody has judged it yet. */
    runIds: z.array(z.string()).nullable().default(null),
  }),
  index: [['rowId', 'event', '-at']],
  visible: () => 'none',
  internal: true,
});

const runMachine = defineMachine({
  field: 'state',
  states: RUN_STATES,
  events: {
    start: { NEW: 'RUNNING' },
    leave: { NEW: 'NOT_RUN', RUNNING: 'NOT_RUN' },
    finish: { RUNNING: 'DONE' },
    stop: { RUNNING: 'STOPPED' },
  },
});

/** What a rule did with one event, or why it did not. */
export const RuleRun = defineEntity({
  name: 'RuleRun',
  title: { en: 'Run of a rule', zh: '规则执行记录' },
  schema: z.object({
    ruleId: ref('Rule'),
    ruleVersionId: ref('RuleVersion'),
    triggerId: secret(z.string()),
    storeId: ref('Store').nullable(),
    /** The rule by its code, and what people call the row: `R7 · T-26`. */
    title: z.string().max(250),
    event: memberOf(RuleEvent),
    /** The row that the event is about. */
    entity: hinted(z.string(), { as: 'kind' }),
    rowId: z.string(),
    customerId: ref('Customer').nullable(),
    facts: facts(),
    cause: z.array(z.string()),
    state: runState,
    /** Steps that are done. */
    step: z.int(),
    steps: z.int(),
    because: runReason.nullable(),
    /** The reason in words, as who refused it said. */
    why: LocalText.nullable(),
    at: instant(),
    endedAt: instant().nullable(),
  }),
  machine: runMachine,
  index: [
    ['ruleId', '-at'],
    ['ruleId', 'rowId', '-at'],
    ['rowId', '-at'],
    ['customerId', '-at'],
    ['storeId', '-at'],
    ['state', '-at'],
  ],
  unique: [{ name: 'rule_run', fields: ['ruleVersionId', 'triggerId'] }],
  audited: ['state', 'step', 'because'],
  visible: (actor) => ofStores(actor, 'rule.read'),
  within: { ruleId: { as: 'runs', order: [['at', 'desc']] } },
  list: {
    filters: ['ruleId', 'storeId', 'state', 'because', 'event', 'entity', 'rowId', 'customerId', 'at'],
    orders: [[['at', 'desc']]],
  },
  live: ({ storeId }) => (storeId ? [`store:${storeId}`] : ['staff']),
});
