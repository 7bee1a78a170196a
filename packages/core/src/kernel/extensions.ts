/**
 * @module What features add to each other's actions: reasons why not, and changes that are committed together.
 */
import type { AnyAction } from './action.ts';
import type { ActionContext, UnitOfWork } from './context.ts';
import type { Denial } from './denial.ts';
import type { Reaction } from './event.ts';
import type { Feature, Objection } from './feature.ts';

/** Reactions that emit events that have reactions must end some time. */
const MAX_EVENTS = 100;

export class Extensions {
  readonly #objections = new Map<AnyAction, Objection[]>();
  readonly #reactions = new Map<string, Reaction[]>();

  constructor(features: readonly Feature[]) {
    for (const objection of features.flatMap((feature) => feature.unless))
      add(this.#objections, objection.action, objection);
    for (const reaction of features.flatMap((feature) => feature.together))
      add(this.#reactions, reaction.event, reaction);
  }

  /** Why not: the action's own reason first, then those of other features. */
  async check(action: AnyAction, ctx: ActionContext, input: never): Promise<Denial | undefined> {
    const own = await action.check(ctx, input);
    if (own) return own;
    for (const { ask } of this.#objections.get(action) ?? []) {
      const denial = await ask(ctx, input);
      if (denial) return denial;
    }
    return undefined;
  }

  /** Lets every feature add what belongs to the events of this unit of work, those of the reactions included. */
  async react(work: UnitOfWork, ctx: ActionContext): Promise<void> {
    for (let next = 0; next < work.events.length; next += 1) {
      const event = work.events[next];
      if (next >= MAX_EVENTS) throw new Error(`Reactions to ${event?.name} never end.`);
      for (const { react } of this.#reactions.get(event?.name ?? '') ?? [])
        await react(ctx.desk, event?.payload as never);
    }
  }
}

function add<K, V>(lists: Map<K, V[]>, key: K, item: V): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
