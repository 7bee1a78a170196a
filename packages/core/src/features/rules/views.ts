/** @module What the editor of rules must know: events with their fields, actions, and what is wrong with a draft. */
import { z } from 'zod';
import { defineView, value } from '../../kernel/action.ts';
import { may } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/context.ts';
import { hinted, named, ref } from '../../kernel/entity.ts';
import { inWords } from '../../kernel/sentence.ts';
import { memberOf } from '../../kernel/vocabulary.ts';
import { LocalText } from '../access/index.ts';
import { ruleFieldType, ruleOperator } from './codes.ts';
import { operatorsOf, VALUELESS } from './condition.ts';
import { RuleDraft } from './draft.ts';
import { Rule } from './entities.ts';
import { eventsOf, RuleEvent } from './events.ts';
import { fieldsOf } from './fields.ts';
import { judgeDraft } from './judge-draft.ts';
import { eventsCausedBy } from './loops.ts';
import { rightsOf, stepsOf } from './steps.ts';

export const ruleKit = defineView({
  title: { en: 'What rules are made of', zh: '规则的组成' },
  allow: { staff: 'rule.read' },
  input: z.object({}),
  output: value(
    'RuleKit',
    z.object({
      events: z.array(
        named(
          'RuleEventKind',
          z.object({
            event: memberOf(RuleEvent),
            entity: hinted(z.string(), { as: 'kind' }),
            fields: z.array(
              named(
                'RuleEventField',
                z.object({
                  field: z.string(),
                  type: ruleFieldType,
                  /** Name of the set of codes. */
                  set: z.string().nullable(),
                  codes: z.array(z.string()),
                  /** The entity whose id it is. */
                  of: hinted(z.string().nullable(), { as: 'kind' }),
                  operators: z.array(ruleOperator),
                }),
              ),
            ),
          }),
        ),
      ),
      /** Operators that ask for no value. */
      valueless: z.array(ruleOperator),
      steps: z.array(
        named(
          'RuleStepKind',
          z.object({
            action: hinted(z.string(), { as: 'action' }),
            /** The entity of the row that it is on. */
            entity: hinted(z.string().nullable(), { as: 'kind' }),
            /** Permissions that it needs. */
            rights: z.array(hinted(z.string(), { as: 'permission' })),
            /** Whether whoever asks has them all. */
            granted: z.boolean(),
            /** Events that it may bring about. */
            causes: z.array(memberOf(RuleEvent)),
            /** Fields that the rule fills in by itself. */
            filled: z.array(z.string()),
          }),
        ),
      ),
    }),
  ),
  run: async (ctx) => {
    const [events, steps] = await Promise.all([eventsOf(ctx), stepsOf(ctx)]);
    return {
      events: [...events.values()].map((event) => ({
        event: event.code,
        entity: event.on.name,
        fields: fieldsOf(ctx, event).map((field) => ({
          field: field.name,
          type: field.type,
          set: field.set,
          codes: Object.keys(field.codes),
          of: field.name === 'id' ? event.on.name : field.ref,
          operators: [...operatorsOf(field)],
        })),
      })),
      valueless: [...VALUELESS],
      steps: [...steps.values()].map((step) => ({
        action: step.name,
        entity: step.action.on?.name ?? null,
        rights: [...rightsOf(step)],
        granted: rightsOf(step).every((right) => may(ctx.actor, right)),
        causes: [...eventsCausedBy(step, events)],
        filled: Object.keys(step.fills?.('') ?? {}),
      })),
    };
  },
});

/** What a draft comes to while somebody writes it; nothing is kept. */
export const judgeRuleDraft = defineView({
  title: { en: 'Check a draft', zh: '检查草稿' },
  allow: { staff: 'rule.write' },
  input: z.object({ id: ref('Rule'), draft: RuleDraft.optional() }),
  output: value(
    'RuleDraftCheck',
    z.object({
      /** In CEL; empty: it always holds. */
      condition: hinted(z.string(), { as: 'code' }),
      rights: z.array(hinted(z.string(), { as: 'permission' })),
      /** Of those, what whoever asks has not. */
      missing: z.array(hinted(z.string(), { as: 'permission' })),
      problems: z.array(named('RuleDraftProblem', z.object({ path: z.string(), text: LocalText }))),
    }),
  ),
  run: async (ctx, { id, draft }) => {
    const rule = (await ctx.maybe(Rule, id)) ?? refuse('NOT_FOUND');
    const { condition, rights, missing, problems } = await judgeDraft(ctx, { ...rule, draft: draft ?? rule.draft });
    return {
      condition,
      rights: [...rights],
      missing: [...new Set(missing.map(({ permission }) => permission))],
      problems: problems.map(({ path, text }) => ({ path, text: inWords(text) })),
    };
  },
});
