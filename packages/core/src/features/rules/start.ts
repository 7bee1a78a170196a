/**
 * @module How rules begin: in the commit of a change that is an event, its facts are written down with the versions
 * that are at work. Everything else happens after that commit, so nobody who did something waits for a rule, and a rule
 * that is wrong refuses nobody's work.
 */
import { whenChanged, type ChangeReaction } from '../../kernel/changes.ts';
import { clip } from '../../kernel/clip.ts';
import type { ActionContext } from '../../kernel/context.ts';
import type { BaseRow, RowOf } from '../../kernel/entity.ts';
import { MOST_RULES, Rule, RuleTrigger, RuleVersion } from './entities.ts';
import { isEvent, type RuleEventRule } from './events.ts';
import { fieldsOf, freeze } from './fields.ts';
import { triggerTimer } from './timers.ts';

type Version = RowOf<typeof RuleVersion>;
type Row = BaseRow & Readonly<Record<string, unknown>>;

const HOUR = 3_600_000;
export const hoursAfter = (instant: string, hours: number): string =>
  new Date(Date.parse(instant) + hours * HOUR).toISOString();

/** Lets these events start rules; a feature lists it in `changes`, and `knownRuleEvents` of the same in `answers`. */
export const startsRules = (...events: readonly RuleEventRule[]): ChangeReaction =>
  whenChanged(
    ({ name }) => events.some(({ on }) => on.name === name),
    async (ctx, { entity, before, row }) => {
      for (const event of events)
        if (event.on.name === entity.name && isEvent(event, before as Row | undefined, row as Row | undefined))
          await begin(ctx, event, row as Row);
    },
  );

/** Both reads are of rows that a server keeps at hand. */
async function versionsOn(ctx: ActionContext, event: string, storeId: unknown): Promise<readonly Version[]> {
  const active = await ctx.find(Rule, { where: { state: 'ACTIVE' }, order: [['position', 'asc']], limit: MOST_RULES });
  const wanted = active.filter((rule) => rule.event === event && (rule.storeId === null || rule.storeId === storeId));
  const found = await Promise.all(wanted.map(({ ruleVersionId }) => ctx.maybe(RuleVersion, ruleVersionId)));
  return found.filter((version): version is Version => version !== undefined);
}

async function begin(ctx: ActionContext, event: RuleEventRule, row: Row): Promise<void> {
  const storeId = (row['storeId'] ?? null) as string | null;
  const versions = await versionsOn(ctx, event.code, storeId);
  if (versions.length === 0) return;
  const { actor } = ctx;
  const seen = {
    event: event.code,
    storeId,
    entity: event.on.name,
    rowId: row.id,
    label: clip(event.label(row), 200),
    customerId: (event.on.name === 'Customer' ? row.id : (row['customerId'] ?? null)) as string | null,
    facts: freeze(fieldsOf(ctx, event), row, ctx.now),
    cause: actor.kind === 'rule' ? [...actor.cause] : [],
    at: ctx.now,
  };
  const trigger = async (these: readonly Version[], dueAt: string) => {
    const made = ctx.insert(RuleTrigger, { ...seen, versionIds: these.map(({ id }) => id) });
    await ctx.at(triggerTimer, dueAt, made, { done: 0 });
  };
  const atOnce = versions.filter(({ hours }) => hours === null);
  if (atOnce.length > 0) await trigger(atOnce, ctx.now);
  for (const version of versions)
    if (version.hours !== null) await trigger([version], hoursAfter(ctx.now, version.hours));
}
