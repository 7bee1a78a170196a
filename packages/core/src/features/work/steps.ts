/** @module The course of an item: who did what, from where to where, and why, each a row that is never changed. */
import { clip } from '../../kernel/clip.ts';
import type { ActionContext } from '../../kernel/context.ts';
import { marksOf, type Entity, type InputOf, type RowOf } from '../../kernel/entity.ts';
import { keptOf } from '../../kernel/personal.ts';
import { workFieldsOf, type WorkRow } from '../../kernel/work.ts';
import { WorkStep, type WorkItem } from './entities.ts';

type Item = RowOf<typeof WorkItem>;
type Step = InputOf<typeof WorkStep>;
type Change = Step['changed'][number];

const BY = { shopper: 'CUSTOMER', staff: 'STAFF', system: 'DESK', rule: 'RULE', anonymous: 'DESK' } as const;
const MOST_SAID = 2000;

/** What of a step is said beside the item that it is of. */
export type StepDetails = Pick<Step, 'action'> & Partial<Pick<Step, 'from' | 'clock' | 'told' | 'changed' | 'because'>>;

/**
 * Writes a step down; the item is as the step leaves it. The customer sees their own steps and those they are told of.
 */
export function addStep(ctx: ActionContext, item: Item, details: StepDetails): RowOf<typeof WorkStep> {
  const { storeId, permission, customerId, id: workItemId, state: to } = item;
  const { told = null, because = '' } = details;
  return ctx.insert(WorkStep, {
    from: to,
    clock: null,
    changed: [],
    ...details,
    storeId,
    permission,
    customerId,
    workItemId,
    to,
    told,
    because: clip(because, MOST_SAID),
    at: ctx.now,
    by: BY[ctx.actor.kind],
    userId: ctx.actor.kind === 'staff' ? ctx.actor.userId : null,
    forCustomer: item.forCustomer && (told !== null || ctx.actor.kind === 'shopper'),
  });
}

/**
 * The audited fields that a change set anew, but for the state, which the step itself says. What is personal is masked.
 */
export function changedFields(entity: Entity, before: WorkRow | undefined, row: WorkRow): Change[] {
  if (!before) return [];
  const { owner } = workFieldsOf(entity);
  const fields = new Set([...entity.audited, ...(owner ? [owner] : [])]);
  fields.delete(entity.machine?.field ?? '');
  const kept = (field: string, of: WorkRow) => {
    const value = (of[field] ?? null) as Change['after'];
    const { personal } = marksOf(entity.schema.shape[field] ?? entity.schema);
    return personal && value !== null ? (keptOf(personal, value) as string) : value;
  };
  return [...fields]
    .filter((field) => JSON.stringify(before[field] ?? null) !== JSON.stringify(row[field] ?? null))
    .map((field) => ({ field, before: kept(field, before), after: kept(field, row) }));
}
