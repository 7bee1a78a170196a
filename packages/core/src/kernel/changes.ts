/**
 * @module What belongs to every change of rows of some entities, whichever action makes it: it joins the commit of the
 * change, or the whole action is refused.
 */
import type { ActionContext, ChangedRow } from './context.ts';
import type { Entity } from './entity.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** What is being done: the action by its name, and why as its caller said. */
export interface Deed {
  readonly action: string;
  readonly reason: string | undefined;
}

export interface ChangeReaction {
  readonly of: (entity: Entity) => boolean;
  readonly react: (ctx: ActionContext, changed: ChangedRow, deed: Deed) => Promise<void> | void;
  /** It comes when everything else has, and changes no row that anybody reacts to. */
  readonly last?: true;
}

/**
 * Joins the commit of each change of the rows of such entities; a feature lists it in `changes`. It runs in the desk's
 * own reach after the action and what reacts to its events. What it changes of the row itself does not bring it back.
 */
export const whenChanged = (of: ChangeReaction['of'], react: ChangeReaction['react']): ChangeReaction => ({
  of,
  react,
});

/**
 * Joins the commit of each change of the rows of such entities when all other reactions have: it sees each row once, as
 * it was before the action and as it will be stored. It only adds to cells and sets timers.
 */
export const whenSettled = (of: ChangeReaction['of'], react: ChangeReaction['react']): ChangeReaction => ({
  of,
  react,
  last: true,
});

/** A reaction that changes other such rows, which has reactions again, must end some time. */
const MAX_ROUNDS = 20;

/** The change reactions of a desk. */
export class Changes {
  readonly #reactions: readonly ChangeReaction[];
  readonly #last: readonly ChangeReaction[];
  readonly #byEntity = new Map<Entity, readonly ChangeReaction[]>();

  constructor(features: readonly { readonly changes: readonly ChangeReaction[] }[]) {
    const all = features.flatMap(({ changes }) => changes);
    this.#reactions = all.filter(({ last }) => !last);
    this.#last = all.filter(({ last }) => last);
  }

  /** Lets those join that come when everything else has. */
  async settle(work: UnitOfWork, ctx: ActionContext, deed: () => Deed): Promise<void> {
    for (const change of work.changes())
      for (const { of, react } of this.#last) if (of(change.entity)) await react(ctx, change, deed());
  }

  #of(entity: Entity): readonly ChangeReaction[] {
    let known = this.#byEntity.get(entity);
    if (!known) this.#byEntity.set(entity, (known = this.#reactions.filter(({ of }) => of(entity))));
    return known;
  }

  /** Lets the reactions of one unit of work join it; each call looks at what has changed since the one before. */
  begin(work: UnitOfWork, ctx: ActionContext, deed: () => Deed): () => Promise<boolean> {
    const seen = new Map<string, ChangedRow['row']>();
    let rounds = 0;
    return async () => {
      const changed = work.changes().filter(({ entity }) => this.#of(entity).length > 0);
      const fresh = changed.filter((change) => !seen.has(keyOf(change)) || seen.get(keyOf(change)) !== change.row);
      if (fresh.length > 0 && (rounds += 1) > MAX_ROUNDS)
        throw new Error(`Reactions to changes of ${fresh[0]?.entity.name} never end.`);
      for (const change of fresh) {
        const since = seen.get(keyOf(change)) ?? change.before;
        const about = {
          entity: change.entity,
          ...(since ? { before: since } : {}),
          ...(change.row ? { row: change.row } : {}),
        };
        for (const { react } of this.#of(change.entity)) await react(ctx, about, deed());
        seen.set(keyOf(change), change.row && work.latest(change.entity, change.row));
      }
      return fresh.length > 0;
    };
  }
}

const keyOf = ({ entity, before, row }: ChangedRow): string => `${entity.name}:${(row ?? before)?.id}`;
