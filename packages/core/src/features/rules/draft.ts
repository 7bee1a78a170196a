/**
 * @module What a rule says: an event, a condition, steps and caps. A draft is kept as loosely as somebody leaves it;
 * what is published has passed `judgeDraft` and is never changed.
 */
import { z } from 'zod';
import { hinted, named } from '../../kernel/entity.ts';
import { ruleMatch, ruleOperator } from './codes.ts';

const MOST_CONDITIONS = 20;
const MOST_STEPS = 10;
/** Three months. */
const MOST_HOURS = 24 * 92;

export const RuleCondition = named(
  'RuleCondition',
  z.object({
    field: z.string().max(60),
    operator: ruleOperator,
    /** As it is written: a code, a number, `true`, an instant; several with commas for ONE_OF. */
    value: z.string().max(500).default(''),
  }),
);
export type RuleCondition = z.output<typeof RuleCondition>;

/**
 * One action and what it is given. A value stands as it is; `{ "field": "customerId" }` is a field of the event,
 * `{ "hours": 24 }` an instant so many hours after the step, and `{number}` within a text what that field holds.
 */
export const RuleStep = named(
  'RuleStep',
  z.object({
    action: hinted(z.string().max(100), { as: 'action' }),
    input: z.record(z.string().max(60), z.json()),
  }),
);
export type RuleStep = z.output<typeof RuleStep>;

export const draftFields = {
  /** A code of `RuleEvent`; null: not chosen yet. */
  event: z.string().max(100).nullable().default(null),
  /** It runs so many hours after the event, if everything is still so; null: at once. */
  hours: z.int().min(1).max(MOST_HOURS).nullable().default(null),
  match: ruleMatch.default('ALL'),
  conditions: z.array(RuleCondition).max(MOST_CONDITIONS).default([]),
  /** A condition in CEL in the place of the rows; empty: the rows say it. */
  expression: hinted(z.string().max(2000), { as: 'code' }).default(''),
  steps: z.array(RuleStep).max(MOST_STEPS).default([]),
  /** Runs for one row in 24 hours, at most. */
  perRow: z.int().min(1).max(100).default(3),
  /** Runs in an hour, at most. */
  perHour: z.int().min(1).max(10_000).default(60),
};

/** What somebody has written so far. */
export const RuleDraft = named('RuleDraft', z.object(draftFields));
export type RuleDraft = z.output<typeof RuleDraft>;
