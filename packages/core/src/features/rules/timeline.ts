/** @module Runs of rules where people look at the row: in the file of its customer, and in the course of a work item. */
import type { ActionContext } from '../../kernel/context.ts';
import type { BaseRow, Entity, RowOf } from '../../kernel/entity.ts';
import { answer } from '../../kernel/point.ts';
import { addTo } from '../../kernel/vocabulary.ts';
import { timeline, TimelineKind } from '../customers/index.ts';
import { tellAbout } from '../work/index.ts';
import { RUN_STATES } from './codes.ts';
import { Rule, RuleRun } from './entities.ts';

export const RuleEntry = addTo(TimelineKind, { RULE: { en: 'Rule', zh: '规则' } });

export const runsOfCustomer = answer(timeline, async (ctx, { customerId, first }) => {
  const runs = await ctx.find(RuleRun, { where: { customerId }, order: [['at', 'desc']], limit: first });
  const rules = new Map((await Promise.all(runs.map(({ ruleId }) => ctx.maybe(Rule, ruleId)))).map((r) => [r?.id, r]));
  return runs.map(({ id, at, ruleId, title, state }) => {
    const { zh = '', en = '' } = rules.get(ruleId)?.name ?? {};
    const line = [title, ...new Set([zh, en])].filter(Boolean).join(' · ');
    return { kind: RuleEntry.codes.RULE, at, id, title: line, state, entity: RuleRun.name };
  });
});

/** A run that has ended stands in the course of the work item that it was about. */
export async function tellCourse(ctx: ActionContext, run: RowOf<typeof RuleRun>): Promise<void> {
  const entity = ctx.entities.get(run.entity) as Entity<BaseRow> | undefined;
  const row = entity?.work && (await ctx.maybe(entity, run.rowId));
  if (!entity || !row) return;
  const rule = await ctx.maybe(Rule, run.ruleId);
  const { zh, en } = RUN_STATES[run.state];
  const state = { zh: [zh, run.why?.zh].filter(Boolean).join('：'), en: [en, run.why?.en].filter(Boolean).join(': ') };
  const said = [rule?.name.zh, state.zh, rule?.name.en, state.en].filter(Boolean).join(' · ');
  await tellAbout(ctx, entity, row, { action: 'runRules', because: `${rule?.code ?? ''} · ${said}` });
}
