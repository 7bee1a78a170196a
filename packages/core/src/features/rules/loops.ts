/**
 * @module Which rules set which off: from an action to the events that it may bring about, to the rules on these events.
 * A circle is found before a rule is published; what slips past (through a timer, a shop) ends by the chain of causes
 * and by the caps.
 */
import type { AnyAction } from '../../kernel/action.ts';
import type { RuleEventRule } from './events.ts';
import type { RuleStep } from './draft.ts';
import type { RuleStepRule } from './steps.ts';

/** What the graph must know of a rule. */
export interface GraphRule {
  readonly code: string;
  readonly event: string;
  readonly storeId: string | null;
  readonly steps: readonly RuleStep[];
}

type Events = ReadonlyMap<string, RuleEventRule>;
type Steps = ReadonlyMap<string, RuleStepRule>;

/** Codes of the events that a step may bring about; more rather than fewer. */
export function eventsCausedBy(step: RuleStepRule, events: Events): readonly string[] {
  const { action, causes } = step;
  return causes ?? [...events.values()].filter((event) => mayCause(action, event)).map(({ code }) => code);
}

function mayCause({ on, event, leads, stays, output }: AnyAction, { on: entity, when }: RuleEventRule): boolean {
  if ('made' in when) return output.entity?.name === entity.name && on?.name !== entity.name;
  if (on?.name !== entity.name) return false;
  if (!('moves' in when)) return true;
  const fired: readonly string[] = stays ? [] : [event ?? leads ?? []].flat();
  const to = fired.flatMap((name) => Object.values(entity.machine?.events[name] ?? {}));
  return when.moves.length === 0
    ? to.length > 0
    : to.some((state) => state !== undefined && when.moves.includes(state));
}

const meet = (a: GraphRule, b: GraphRule): boolean =>
  a.storeId === null || b.storeId === null || a.storeId === b.storeId;

/**
 * The way on which a rule would set itself off again, as the codes of the rules on it; undefined where there is none.
 * `others` are the rules at work.
 */
export function circleOf(
  rule: GraphRule,
  others: readonly GraphRule[],
  known: { readonly events: Events; readonly steps: Steps },
): readonly string[] | undefined {
  const rules = [rule, ...others.filter(({ code }) => code !== rule.code)];
  const after = (one: GraphRule): readonly GraphRule[] => {
    const causes = new Set(
      one.steps.flatMap(({ action }) => {
        const step = known.steps.get(action);
        return step ? eventsCausedBy(step, known.events) : [];
      }),
    );
    return rules.filter((next) => causes.has(next.event) && meet(one, next));
  };
  const seen = new Set<string>();
  const walk = (one: GraphRule, way: readonly string[]): readonly string[] | undefined => {
    for (const next of after(one)) {
      if (next.code === rule.code) return [...way, next.code];
      if (seen.has(next.code)) continue;
      seen.add(next.code);
      const found = walk(next, [...way, next.code]);
      if (found) return found;
    }
    return undefined;
  };
  return walk(rule, [rule.code]);
}
