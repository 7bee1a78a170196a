/**
 * @module What a draft would have done with the last events: the steps are done by the same code as at work, in a unit
 * of work that is thrown away.
 */
import { z } from 'zod';
import { may } from '../../kernel/actor.ts';
import { defineView, value } from '../../kernel/action.ts';
import { refuse, type ActionContext, type ChangedRow, type ReadContext } from '../../kernel/context.ts';
import { Effect } from '../../kernel/effect.ts';
import { hinted, instant, named, ref, type RowOf } from '../../kernel/entity.ts';
import { inWords } from '../../kernel/sentence.ts';
import { staffOf } from '../../kernel/question.ts';
import { LocalText } from '../access/index.ts';
import { Notice } from '../notices/index.ts';
import { actorFor } from './actor.ts';
import { loopOf, PastRuns } from './caps.ts';
import { dryChange, dryOutcome, type DryOutcome } from './codes.ts';
import { Rule } from './entities.ts';
import { eventsOf } from './events.ts';
import { fingerprintOf } from './fingerprint.ts';
import { strictly } from './judge-draft.ts';
import { pastEvents, type PastEvent } from './past-events.ts';
import { holdsFor } from './run.ts';
import { inputOf, stepsOf } from './steps.ts';
import { hoursAfter } from './start.ts';

/** Events that one dry run looks at, and rows that it shows. */
const MOST_EVENTS = 1_000;
const MOST_SHOWN = 200;
const TRAIL = 'audit.read';

const DryRow = named(
  'RuleDryRow',
  z.object({
    at: instant(),
    entity: hinted(z.string(), { as: 'kind' }),
    rowId: z.string(),
    label: z.string(),
    storeId: ref('Store').nullable(),
    outcome: dryOutcome,
    /** Why not, in words. */
    why: LocalText.nullable(),
    /** Rows that would have been written. */
    changes: z.array(
      named(
        'RuleDryWrite',
        z.object({ entity: hinted(z.string(), { as: 'kind' }), rowId: z.string().nullable(), change: dryChange }),
      ),
    ),
    /** What would have left the desk. */
    effects: z.array(LocalText),
    /** What colleagues would have been told. */
    notices: z.array(z.string()),
  }),
);
type DryRow = z.output<typeof DryRow>;

const nothing = { why: null, changes: [], effects: [], notices: [] };

export const dryRunRule = defineView({
  title: { en: 'Try the draft on what has been', zh: '试运行草稿' },
  allow: { staff: 'rule.write' },
  input: z.object({
    /** The rule. */
    id: ref('Rule'),
    first: z.int().min(1).max(MOST_EVENTS).default(MOST_EVENTS),
  }),
  output: value(
    'RuleDryRun',
    z.object({
      /** Publishing asks for it. */
      fingerprint: z.string(),
      /** Events that were looked at. */
      events: z.int(),
      /** Since when; null: nothing has happened yet. */
      since: instant().nullable(),
      /** Events for which the condition held. */
      matched: z.int(),
      wouldRun: z.int(),
      refused: z.int(),
      capped: z.int(),
      /** The newest first, at most 200 of those for which the condition held. */
      rows: z.array(DryRow),
    }),
  ),
  run: async (ctx, { id, first }) => {
    // What has been stands in the audit trail, and they see of it what they may read.
    if (!may(ctx.actor, TRAIL)) return refuse('FORBIDDEN', { details: { permission: TRAIL } });
    const rule = await ctx.get(Rule, id);
    const { condition, rights } = await strictly(ctx, rule);
    const event = (await eventsOf(ctx)).get(rule.draft.event ?? '') ?? refuse('NOT_FOUND');
    const { storeIds: own } = staffOf(ctx);
    const { events, since } = await pastEvents(ctx, event, {
      storeIds: rule.storeId ? [rule.storeId] : own,
      most: first,
    });
    const past = new PastRuns(rule.draft);
    const rows: DryRow[] = [];
    for (const each of events) {
      const row = await tried(ctx, { rule, condition, rights, entity: event.on.name, event: event.code, past }, each);
      if (row) rows.push(row);
    }
    const of = (outcome: DryOutcome) => rows.filter((row) => row.outcome === outcome).length;
    return {
      fingerprint: fingerprintOf(ctx, rule),
      events: events.length,
      since,
      matched: rows.length,
      wouldRun: of('WOULD_RUN'),
      refused: rows.length - of('WOULD_RUN') - of('CAPPED'),
      capped: of('CAPPED'),
      rows: rows.slice(-MOST_SHOWN).reverse(),
    };
  },
});

interface Trying {
  readonly rule: RowOf<typeof Rule>;
  readonly condition: string;
  readonly rights: readonly string[];
  readonly entity: string;
  readonly event: string;
  readonly past: PastRuns;
}

/** What would have come of one event; undefined where the condition does not hold. */
async function tried(ctx: ReadContext, trying: Trying, past: PastEvent): Promise<DryRow | undefined> {
  const { rule, condition, event, entity } = trying;
  const { at, rowId, label, storeId, facts, cause } = past;
  const shown = { at, entity, rowId, label, storeId, ...nothing };
  // The context of a view can do whatever an action's can; nobody commits it.
  const holds = await holdsFor(ctx as ActionContext, { event, condition }, facts);
  if (holds === false) return undefined;
  if (holds === undefined) return { ...shown, outcome: 'CONDITION_FAILED' };
  if (loopOf(cause, rule.code)) return { ...shown, outcome: 'LOOP' };
  const due = rule.draft.hours === null ? at : hoursAfter(at, rule.draft.hours);
  if (due > ctx.now) return undefined;
  if (trying.past.over(rowId, due)) return { ...shown, outcome: 'CAPPED' };
  return { ...shown, ...(await played(ctx, trying, past)) };
}

async function played(
  ctx: ReadContext,
  { rule, rights }: Trying,
  { facts, cause }: PastEvent,
): Promise<Pick<DryRow, 'outcome' | 'why' | 'changes' | 'effects' | 'notices'>> {
  const steps = await stepsOf(ctx);
  const actor = actorFor(
    staffOf(ctx),
    rule,
    { code: rule.code, number: rule.number + 1, storeId: rule.storeId, rights: [...rights] },
    cause,
  );
  const { denial, rows } = await ctx.rehearse(actor, async (stage) => {
    for (const [index, step] of rule.draft.steps.entries()) {
      const known = steps.get(step.action) ?? refuse('NOT_FOUND');
      await stage.act(actor, step.action, inputOf(known, step, { facts, now: ctx.now, key: `rule-dry-${index}-00` }));
    }
  });
  if (denial) return { ...nothing, outcome: 'REFUSED', why: inWords(denial.text) };
  return {
    outcome: 'WOULD_RUN',
    why: null,
    changes: rows.filter(isShown).map(({ entity, before, row }) => ({
      entity: entity.name,
      rowId: before?.id ?? null,
      change: !before ? 'MADE' : row ? 'CHANGED' : 'REMOVED',
    })),
    effects: rows
      .filter(({ entity }) => entity.name === Effect.name)
      .map(({ row }) => (row as RowOf<typeof Effect>).what),
    notices: rows
      .filter(({ entity }) => entity.name === Notice.name)
      .flatMap(({ row }) => (row as RowOf<typeof Notice> | undefined)?.title ?? []),
  };
}

const isShown = ({ entity }: ChangedRow): boolean =>
  !entity.internal && entity.name !== Effect.name && entity.name !== Notice.name && entity.name !== 'Timer';
