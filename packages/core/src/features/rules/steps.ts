/**
 * @module What a rule can do: actions of the desk that features register. A rule does them with its own rights, and the
 * action's schema, row and rules are asked as of anybody.
 */
import type { AnyAction } from '../../kernel/action.ts';
import type { ReadContext } from '../../kernel/context.ts';
import { answer, point, type Answer } from '../../kernel/point.ts';
import type { Facts } from './fields.ts';
import type { RuleStep } from './draft.ts';

/** An action that rules may take as a step. */
export interface RuleStepRule {
  readonly name: string;
  readonly action: AnyAction;
  /** Permissions that its rules ask for beside that of the action itself. */
  readonly needs?: readonly string[];
  /** Codes of the events that it may bring about; absent: what its machine's event and its answer say. */
  readonly causes?: readonly string[];
  /** Fields of the input that the rule fills in by itself; `key` is the same whenever the same step is done. */
  readonly fills?: (key: string) => Readonly<Record<string, unknown>>;
}

export const ruleSteps = point<Record<string, never>, readonly RuleStepRule[]>('rules.steps');

/** Makes actions known as steps of rules; a feature lists it in `answers`. */
export const knownRuleSteps = (...steps: readonly RuleStepRule[]): Answer => answer(ruleSteps, () => steps);

export const stepsOf = async (ctx: ReadContext): Promise<ReadonlyMap<string, RuleStepRule>> =>
  new Map((await ctx.ask(ruleSteps, {})).flat().map((step) => [step.name, step]));

/** The permissions that a step needs. */
export const rightsOf = ({ action: { allow }, needs = [] }: RuleStepRule): readonly string[] => [
  ...(typeof allow.staff === 'string' ? [allow.staff] : []),
  ...needs,
];

const HOUR = 3_600_000;

interface Resolving {
  readonly facts: Facts;
  readonly now: string;
  readonly key: string;
}

/** What the action is given: the written input with what the event and the clock say. */
export function inputOf(rule: RuleStepRule, step: RuleStep, about: Resolving): Record<string, unknown> {
  const written = Object.fromEntries(Object.entries(step.input).map(([name, value]) => [name, resolved(value, about)]));
  const own = rule.action.on && written['id'] === undefined ? { id: about.facts['id'] ?? '' } : {};
  return { ...own, ...written, ...rule.fills?.(about.key) };
}

function resolved(value: unknown, about: Resolving): unknown {
  if (typeof value === 'string') return value.replaceAll(PLACE, (_, name: string) => String(about.facts[name] ?? ''));
  if (Array.isArray(value)) return value.map((item) => resolved(item, about));
  if (value === null || typeof value !== 'object') return value;
  const taken = takenFrom(value);
  if (!taken) return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, resolved(item, about)]));
  if ('field' in taken) return about.facts[taken.field] ?? null;
  return new Date(Date.parse(about.now) + taken.hours * HOUR).toISOString();
}

const PLACE = /\{([A-Za-z]\w*)\}/g;

function takenFrom(value: object): { readonly field: string } | { readonly hours: number } | undefined {
  const [[name, said] = [], ...more] = Object.entries(value) as [string, unknown][];
  if (more.length > 0) return undefined;
  if (name === 'field' && typeof said === 'string') return { field: said };
  return name === 'hours' && typeof said === 'number' ? { hours: said } : undefined;
}

/** The fields of the event that a written input names. */
export function fieldsNamed(value: unknown): string[] {
  if (typeof value === 'string') return [...value.matchAll(PLACE)].map(([, name = '']) => name);
  if (Array.isArray(value)) return value.flatMap(fieldsNamed);
  if (value === null || typeof value !== 'object') return [];
  const taken = takenFrom(value);
  if (taken) return 'field' in taken ? [taken.field] : [];
  return Object.values(value).flatMap(fieldsNamed);
}
