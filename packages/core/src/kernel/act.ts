/**
 * @module An action within the unit of work of another: what a rule does is committed with the mark that it is done.
 * The same is played without being done, where somebody wants to see what would happen.
 */
import type { Actor } from './actor.ts';
import { asked } from './asked.ts';
import { refuse, type ActionContext, type Rehearsal } from './context.ts';
import { DeniedError } from './denial.ts';
import { mayAsk, parse } from './question.ts';
import { outOfReach, rowsNamed } from './reach.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** Asks and does what a call of its own would; what features add to the commit they add to the whole. */
export async function actIn(work: UnitOfWork, actor: Actor, name: string, given: unknown): Promise<unknown> {
  const { actions, extensions, entities } = work.options;
  const action = actions.get(name) ?? refuse('NOT_FOUND');
  const forbidden = mayAsk(actor, action);
  if (forbidden) throw new DeniedError(forbidden);
  const ctx = work.context(actor);
  const input = parse(action, given);
  const { row, about } = await asked(action, ctx, input);
  const denial =
    (row && (await extensions.when(action, ctx, row))) ??
    (await outOfReach(ctx, rowsNamed(action, input, entities.byName))) ??
    (await extensions.check(action, ctx, about));
  if (denial) throw new DeniedError(denial);
  work.deed = { actor, action: name };
  const answer = await action.run(ctx, ...about);
  work.reason ??= (input as { readonly reason?: string }).reason;
  return answer;
}

/** Plays something, and what features would add to its commit, in a unit of work that nobody will commit. */
export async function rehearseIn<T>(
  work: UnitOfWork,
  actor: Actor,
  play: (ctx: ActionContext) => Promise<T>,
): Promise<Rehearsal<T>> {
  const ctx = work.context(actor);
  try {
    const value = await play(ctx);
    await work.options.extensions.react(work, work.context(work.deed?.actor ?? actor), () => ({
      action: work.deed?.action ?? '',
      reason: work.reason,
    }));
    return { value, rows: work.changes() };
  } catch (error) {
    if (error instanceof DeniedError) return { denial: error.denial, rows: [] };
    throw error;
  }
}
