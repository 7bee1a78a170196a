/**
 * @module What a rule may start on: changes of rows, which features register with the fields that a rule sees of them.
 * They are recognised in the commit of a change and in the audit trail by the same function.
 */
import type { ReadContext } from '../../kernel/context.ts';
import type { BaseRow, Entity, Words } from '../../kernel/entity.ts';
import { answer, point, type Answer } from '../../kernel/point.ts';
import { vocabulary, type AddedCodes } from '../../kernel/vocabulary.ts';

export const RuleEvent = vocabulary('RuleEvent', {});

type Row = Readonly<Record<string, unknown>>;

/** What has to happen to a row. Only audited fields are asked: the trail must tell it, too. */
export type Happening<R = Row> =
  /** It is new. */
  | { readonly made: true }
  /** Its machine leads it into one of these states; none named: into any. */
  | { readonly moves: readonly string[] }
  /** A field begins to hold this. */
  | { readonly becomes: Readonly<Partial<R>> }
  /** A field holds something else than before. */
  | { readonly changes: keyof R & string };

/** An event of the desk, by its code in the vocabulary. */
export interface RuleEventRule {
  readonly code: string;
  readonly on: Entity;
  readonly when: Happening;
  /** Fields of the row that a rule sees, as they were in the commit: codes, numbers, instants and ids, no free text. */
  readonly fields: readonly string[];
  /** What people call the row, in a line; it holds nothing about a person. */
  readonly label: (row: Row) => string;
}

/** Says what an event is that this feature adds; `codes` is what `addTo(RuleEvent, …)` gave. */
export const ruleEvent = <Code extends string, R extends BaseRow>(
  _codes: Pick<AddedCodes<Code>, 'codes'>,
  on: Entity<R>,
  rule: {
    readonly code: NoInfer<Code>;
    readonly when: Happening<NoInfer<R>>;
    readonly fields: readonly (keyof NoInfer<R> & string)[];
    readonly label?: (row: NoInfer<R>) => string;
  },
): RuleEventRule => ({ label: () => '', ...rule, on }) as unknown as RuleEventRule;

export const ruleEvents = point<Record<string, never>, readonly RuleEventRule[]>('rules.events');

/** Makes events known to the desk; a feature lists it in `answers`, and `startsRules` of the same in `changes`. */
export const knownRuleEvents = (...rules: readonly RuleEventRule[]): Answer => answer(ruleEvents, () => rules);

export const eventsOf = async (ctx: ReadContext): Promise<ReadonlyMap<string, RuleEventRule>> =>
  new Map((await ctx.ask(ruleEvents, {})).flat().map((event) => [event.code, event]));

/** A rule that its desk ships as a draft. */
export interface ShippedRule {
  readonly code: string;
  readonly name: Words;
  readonly draft: Readonly<Record<string, unknown>>;
}

export const shippedRules = point<Record<string, never>, readonly ShippedRule[]>('rules.shipped');

/** Whether a change is this event; `before` and `after` may hold audited fields alone. */
export function isEvent({ on, when }: RuleEventRule, before: Row | null | undefined, after: Row | null | undefined) {
  if (!after) return false;
  if ('made' in when) return !before;
  if ('moves' in when) {
    const field = on.machine?.field ?? 'state';
    const [was, is] = [before?.[field], after[field]];
    return was !== is && (when.moves.length === 0 ? Boolean(before) : when.moves.includes(String(is)));
  }
  if (!before) return false;
  if ('changes' in when) return !same(before[when.changes], after[when.changes]);
  return (
    Object.entries(when.becomes).every(([field, value]) => same(after[field], value)) &&
    Object.entries(when.becomes).some(([field, value]) => !same(before[field], value))
  );
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
