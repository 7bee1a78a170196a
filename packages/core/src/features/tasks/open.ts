/** @module How features make tasks and take them back: in the commit of what happened, one open task of a key. */
import type { ActionContext } from '../../kernel/context.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { clip } from '../../kernel/clip.ts';
import { tellAbout } from '../work/index.ts';
import { FollowUpTask, lateAfter, OPEN_TASKS } from './entities.ts';
import type { TaskCancelReason, TaskKindRule } from './kinds.ts';
import type { CodeOf } from '../../kernel/vocabulary.ts';

type Row = RowOf<typeof FollowUpTask>;

export interface NewTask {
  readonly storeId: string;
  /** What it is about, in a line. */
  readonly subject: string;
  readonly detail?: string;
  readonly priority?: Row['priority'];
  /** Null: whoever of the store takes it. */
  readonly ownerId?: string | null;
  readonly customerId?: string | null;
  readonly conversationId?: string | null;
  readonly orderId?: string | null;
  /** @defaultValue now */
  readonly startAt?: string;
  readonly doneBy: string;
  /** Null: there may be as many as there are. */
  readonly dedupeKey: string | null;
}

/**
 * Gives a task, in the desk's own reach; the one of the same key that is still open, where there is one,
 * which a later due moves. */
export async function openTask(caller: ActionContext, kind: TaskKindRule, given: NewTask): Promise<Row> {
  const ctx = caller.trusted('gives tasks to others');
  const { storeId, subject, detail = '', priority = 'NORMAL', ownerId = null, dedupeKey, doneBy } = given;
  const known = dedupeKey ? await ctx.first(FollowUpTask, { dedupeKey, state: { in: [...OPEN_TASKS] } }) : undefined;
  const lateAt = lateAfter(doneBy, kind.grace ?? 0);
  if (known) return doneBy > known.doneBy ? ctx.update(FollowUpTask, known, { doneBy, lateAt }) : known;
  const startAt = given.startAt ?? ctx.now;
  return ctx.insert(FollowUpTask, {
    storeId,
    kind: kind.code,
    subject: clip(subject, 200),
    detail: clip(detail, 2000),
    priority,
    customerId: given.customerId ?? null,
    conversationId: given.conversationId ?? null,
    orderId: given.orderId ?? null,
    state: startAt > ctx.now ? 'SCHEDULED' : 'DUE',
    ownerId,
    givenById: caller.actor.kind === 'staff' ? caller.actor.userId : null,
    startAt,
    doneBy,
    firstDoneBy: doneBy,
    lateAt,
    dedupeKey,
  });
}

/**
 * The open task of a key is not needed any more; nothing happens when there is none, or none of which `only` is true.
 */
export async function cancelTask(
  caller: ActionContext,
  dedupeKey: string,
  cancelledFor: CodeOf<typeof TaskCancelReason>,
  only: (row: Row) => boolean = () => true,
): Promise<void> {
  const ctx = caller.trusted('takes tasks of others back');
  const row = await ctx.first(FollowUpTask, { dedupeKey, state: { in: [...OPEN_TASKS] } });
  if (row && only(row)) ctx.fire(FollowUpTask, row, 'cancel', { cancelledFor });
}

/** Tasks that one person leaves behind, at most; nobody has as many in hand. */
const MOST_LEFT = 500;

/** Somebody who leaves gives back what they have in hand, so that a colleague can take it. */
export async function leaveTasks(ctx: ActionContext, { id, name }: { readonly id: string; readonly name: string }) {
  const rows = await ctx.find(FollowUpTask, {
    where: { ownerId: id, state: { in: [...OPEN_TASKS] } },
    limit: MOST_LEFT,
  });
  for (const row of rows) {
    const free = ctx.update(FollowUpTask, row, { ownerId: null });
    await tellAbout(ctx, FollowUpTask, free, { action: 'updateStaff', because: name });
  }
}
