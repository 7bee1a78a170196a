/**
 * @module What an action is given: the row it is on, loaded once, and the input without that row's id; or the input
 * alone.
 */
import type { AnyAction } from './action.ts';
import type { ReadContext } from './context.ts';
import type { BaseRow } from './entity.ts';

/** The arguments of an action after its context. */
export interface Asked {
  /** Absent for an action that is on no row. */
  readonly row?: BaseRow;
  readonly about: readonly never[];
}

/** @throws DeniedError NOT_FOUND when the actor may not see the row */
export async function asked({ on }: AnyAction, ctx: ReadContext, input: unknown): Promise<Asked> {
  if (!on) return { about: [input as never] };
  const { id, ...fields } = input as { readonly id: string };
  const row = await ctx.get(on, id);
  return { row, about: [row as never, fields as never] };
}
