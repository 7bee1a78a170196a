/**
 * @module What features add to each other's actions: reasons why not, and changes that are committed together.
 */
import type { AnyAction, WhyNot } from './action.ts';
import type { Actor } from './actor.ts';
import type { ActionContext, PlannedRead, ReadContext, Seen } from './context.ts';
import type { UnitOfWork } from './unit-of-work.ts';
import type { Denial } from './denial.ts';
import type { BaseRow } from './entity.ts';
import type { Reaction } from './event.ts';
import type { Expectation, Feature, Objection } from './feature.ts';
import { mayFire } from './machine.ts';
import type { Vocabularies } from './vocabulary.ts';
import { Changes, type Deed } from './changes.ts';

/** Reactions that emit events that have reactions must end some time. */
const MAX_EVENTS = 100;

export class Extensions {
  readonly #objections = new Map<AnyAction, Objection[]>();
  readonly #reactions = new Map<string, Reaction[]>();
  readonly #expectations = new Map<AnyAction, Expectation[]>();
  readonly #changes: Changes;

  /** Who objects names an action as its feature declares it; the desk asks for the one that it performs. */
  constructor(features: readonly Feature[], vocabularies: Vocabularies) {
    this.#changes = new Changes(features);
    for (const objection of features.flatMap((feature) => feature.unless))
      add(this.#objections, vocabularies.action(objection.action), objection);
    for (const reaction of features.flatMap((feature) => feature.inCommit))
      add(this.#reactions, reaction.event, reaction);
    for (const expectation of features.flatMap((feature) => feature.expects))
      add(this.#expectations, vocabularies.action(expectation.action), expectation);
  }

  /** Rows that other features will want when this action runs. */
  reads(action: AnyAction, actor: Actor, input: never): PlannedRead[] {
    return (this.#expectations.get(action) ?? []).flatMap(({ reads }) => reads(actor, input));
  }

  /** Why not with this row, whatever the input: its state, the action's own reason, then those of other features. */
  async when(action: AnyAction, ctx: ReadContext, row: BaseRow): Promise<Denial | undefined> {
    const denial = impossibleNow(action, row) ?? (await action.when?.(ctx, row as never));
    return denial ?? this.#object(action, ({ when }) => when?.(ctx, row as never));
  }

  /** Why not with this input: the action's own reason first, then those of other features. */
  async check(action: AnyAction, ctx: ActionContext, about: readonly never[]): Promise<Denial | undefined> {
    const own = await action.check?.(ctx, ...about);
    return own ?? this.#object(action, ({ check }) => check?.(ctx, ...about));
  }

  async #object(action: AnyAction, ask: (objection: Objection) => WhyNot): Promise<Denial | undefined> {
    for (const objection of this.#objections.get(action) ?? []) {
      const denial = await ask(objection);
      if (denial) return denial;
    }
    return undefined;
  }

  /**
   * Lets every feature add what belongs to the events of this unit of work and to the rows that it changes, those of
   * the reactions included.
   */
  async react(work: UnitOfWork, ctx: ActionContext, deed: () => Deed): Promise<void> {
    const trusted = ctx.trusted('a reaction joins any commit');
    const reactToChanges = this.#changes.begin(work, trusted, deed);
    let done = 0;
    do {
      await this.#reactToEvents(work, trusted, done);
      done = work.events.length;
    } while (await reactToChanges());
    await this.#changes.settle(work, trusted, deed);
  }

  async #reactToEvents(work: UnitOfWork, ctx: ActionContext, from: number): Promise<void> {
    for (let next = from; next < work.events.length; next += 1) {
      const event = work.events[next];
      if (next >= MAX_EVENTS) throw new Error(`Reactions to ${event?.name} never end.`);
      const reactions = this.#reactions.get(event?.name ?? '') ?? [];
      const payload = event?.payload as never;
      const seen: Seen = (entity, id) => work.seen(entity, id) as never;
      const wanted = reactions.flatMap(({ reads }) => reads?.(payload, seen) ?? []);
      work.expect(wanted, ctx.actor.tenantId);
      for (const { react } of reactions) await react(ctx, payload);
    }
  }
}

/** INVALID_TRANSITION when the machine lets none of the action's events happen in the state that the row is in. */
function impossibleNow({ on, event }: AnyAction, row: BaseRow): Denial | undefined {
  const machine = on?.machine;
  if (!machine || !event) return undefined;
  const from = String((row as unknown as Record<string, unknown>)[machine.field]);
  const denials = [event].flat().map((name) => mayFire(machine, from, name));
  return denials.every(Boolean) ? denials[0] : undefined;
}

function add<K, V>(lists: Map<K, V[]>, key: K, item: V): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
