/**
 * @module What is wrong with a draft before it can be published: everything at once, each with the place of its field.
 */
import type { z } from 'zod';
import type { ActionContext, ReadContext } from '../../kernel/context.ts';
import { deny, DeniedError, type Denial, type FieldProblem } from '../../kernel/denial.ts';
import { may } from '../../kernel/actor.ts';
import { marksOf } from '../../kernel/entity.ts';
import { readInput } from '../../kernel/problems.ts';
import type { Said } from '../../kernel/said.ts';
import { celOf, compileCondition } from './condition.ts';
import type { RuleDraft, RuleStep } from './draft.ts';
import { MOST_RULES, Rule, RuleVersion } from './entities.ts';
import { eventsOf, type RuleEventRule } from './events.ts';
import { fieldsOf, type Facts, type FactValue, type RuleField } from './fields.ts';
import { circleOf, type GraphRule } from './loops.ts';
import { fieldsNamed, inputOf, rightsOf, stepsOf, type RuleStepRule } from './steps.ts';
import { ruleTexts as t } from './texts.ts';

/** What a draft comes to. */
export interface JudgedDraft {
  readonly problems: readonly FieldProblem[];
  /** The condition in CEL, as far as it can be written. */
  readonly condition: string;
  /** Permissions that its steps need. */
  readonly rights: readonly string[];
  /** Those of them that whoever asks has not, with the place of the step. */
  readonly missing: readonly { readonly permission: string; readonly path: string }[];
}

interface Judged {
  readonly code: string;
  readonly storeId: string | null;
  readonly draft: RuleDraft;
}

const PARTS = { field: t.eventUnknown, operator: t.operatorWrong, value: t.valueWrong } as const;

export async function judgeDraft(ctx: ReadContext, { code, storeId, draft }: Judged): Promise<JudgedDraft> {
  const problems: FieldProblem[] = [];
  const add = (path: string, text: Said) => void problems.push({ path, text });
  const [events, steps] = await Promise.all([eventsOf(ctx), stepsOf(ctx)]);
  const event = events.get(draft.event ?? '');
  if (!event) add('draft.event', draft.event ? t.eventUnknown : t.chooseEvent);
  const fields = event ? fieldsOf(ctx, event) : [];
  const condition = event ? await conditionOf(draft, fields, add) : '';
  if (draft.steps.length === 0) add('draft.steps', t.stepsMissing);
  const known = draft.steps.map(({ action }) => steps.get(action));
  for (const [index, step] of draft.steps.entries()) {
    const rule = known[index];
    if (!rule) add(`draft.steps.${index}.action`, t.stepUnknown);
    else if (event) stepProblems(ctx, { event, fields, rule, step, index, add });
  }
  const way = event && (await circle(ctx, { code, storeId, event: event.code, steps: draft.steps }, { events, steps }));
  if (way) add('draft.steps', t.circle({ way: way.join(' → ') }));
  const rights = [...new Set(known.flatMap((step) => (step ? rightsOf(step) : [])))];
  const missing = known.flatMap((step, index) =>
    (step ? rightsOf(step) : [])
      .filter((permission) => ctx.actor.kind !== 'system' && !may(ctx.actor, permission))
      .map((permission) => ({ permission, path: `draft.steps.${index}.action` })),
  );
  return { problems, condition, rights, missing };
}

async function conditionOf(
  draft: RuleDraft,
  fields: readonly RuleField[],
  add: (path: string, text: Said) => void,
): Promise<string> {
  const { cel, problems } = celOf(draft, fields);
  for (const { index, part } of problems)
    add(
      `draft.conditions.${index}.${part}`,
      part === 'field' ? t.fieldUnknown({ field: draft.conditions[index]?.field ?? '' }) : PARTS[part],
    );
  const compiled = await compileCondition(cel, fields);
  if (typeof compiled !== 'function') add('draft.expression', t.conditionWrong({ problem: compiled.message }));
  return cel;
}

interface StepAsked {
  readonly event: RuleEventRule;
  readonly fields: readonly RuleField[];
  readonly rule: RuleStepRule;
  readonly step: RuleStep;
  readonly index: number;
  readonly add: (path: string, text: Said) => void;
}

/** The input is read by the action's own schema, with a fact of each kind in the place of the fields of the event. */
function stepProblems(
  ctx: Pick<ReadContext, 'now' | 'whole'>,
  { event, fields, rule, step, index, add }: StepAsked,
): void {
  const path = `draft.steps.${index}.input`;
  const names = new Set(fields.map(({ name }) => name));
  const unknown = fieldsNamed(step.input).filter((name) => !names.has(name));
  for (const field of unknown) add(path, t.fieldUnknown({ field }));
  if (unknown.length > 0) return;
  const { on, input } = rule.action;
  if (on && on.name !== event.on.name && step.input['id'] === undefined) return add(`${path}.id`, t.otherRow);
  for (const [name, value] of Object.entries(step.input)) wrongRow(name, value);
  const seen = new Set<string>();
  for (const facts of samples(fields)) {
    const read = readInput<unknown>(input, inputOf(rule, step, { facts, now: ctx.now, key: 'rule-sample-0' }));
    for (const problem of 'problems' in read ? read.problems : []) {
      const at = `${path}.${problem.path}`;
      if (!seen.has(at)) add(at, problem.text);
      seen.add(at);
    }
  }

  /** An id of one kind does not stand where another is wanted. */
  function wrongRow(name: string, value: unknown): void {
    const field = fieldTaken(value);
    const fact = fields.find((one) => one.name === field);
    if (!fact) return;
    const wanted = name === 'id' ? on?.name : marksOf(input.shape[name] as z.core.$ZodType).ref;
    const given = fact.name === 'id' ? event.on.name : fact.ref;
    if (wanted && given && wanted !== given) add(`${path}.${name}`, t.otherRow);
  }
}

const fieldTaken = (value: unknown): string | undefined =>
  value !== null && typeof value === 'object' ? (value as { readonly field?: string }).field : undefined;

const SAMPLES: Readonly<Record<RuleField['type'], FactValue>> = {
  TEXT: 'text',
  CODE: 'text',
  NUMBER: 1,
  BOOLEAN: true,
  INSTANT: '2025-03-10T01:00:00.000Z',
};

/** Facts as they may be: each code of each field stands in one of them. What may be null is there. */
function samples(fields: readonly RuleField[]): Facts[] {
  const most = Math.max(1, ...fields.map(({ codes }) => Object.keys(codes).length));
  return Array.from({ length: most }, (_, n) =>
    Object.fromEntries(
      fields.map(({ name, type, codes }) => {
        const names = Object.keys(codes);
        return [name, names.length > 0 ? (names[n % names.length] ?? null) : SAMPLES[type]];
      }),
    ),
  );
}

/** Rules at work, as the graph knows them. */
async function circle(
  ctx: ReadContext,
  rule: GraphRule,
  known: Parameters<typeof circleOf>[2],
): Promise<readonly string[] | undefined> {
  const active = await ctx.find(Rule, { where: { state: 'ACTIVE' }, limit: MOST_RULES });
  const versions = await Promise.all(active.map(({ ruleVersionId }) => ctx.maybe(RuleVersion, ruleVersionId)));
  return circleOf(
    rule,
    versions.flatMap((version) => version ?? []),
    known,
  );
}

/** Why a draft cannot be published by whoever asks; undefined: it can. */
export function whyNotPublish({ problems, missing }: JudgedDraft): Denial | undefined {
  if (problems.length > 0) return deny('VALIDATION_FAILED', { fields: problems });
  const [first] = missing;
  return first
    ? deny('FORBIDDEN', {
        text: t.rightMissing,
        details: { permission: first.permission },
        fields: [{ path: first.path, text: t.rightMissing }],
      })
    : undefined;
}

/** @throws DeniedError VALIDATION_FAILED, or FORBIDDEN where a right is missing */
export async function strictly(ctx: ActionContext | ReadContext, rule: Judged): Promise<JudgedDraft> {
  const judged = await judgeDraft(ctx, rule);
  const denial = whyNotPublish(judged);
  if (denial) throw new DeniedError(denial);
  return judged;
}
