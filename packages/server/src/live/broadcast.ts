/**
 * @module Tells events to many: executed once per shape, in order for each subscriber, without a hole between what a
 * subscriber is told at first and what comes live.
 */
import { numberOf, type LiveEvent } from './live-event.ts';
import type { Shape, Sink } from './sink.ts';
import { unhurried } from './unhurried.ts';

/** Events that may wait for one subscriber, or for one shape; whoever falls behind further is dropped and resumes. */
const MAX_WAITING = 1000;

/** What a shape's actor may hear: `over` ends his streams, because the subject went out of his reach. */
export type Hearing = 'yes' | 'no' | 'over';

/**
 * How events are gathered that only say how something is now: the first goes at once, and what follows within `ms`
 * goes together, of events with the same subject only the newest.
 */
export interface Gathering {
  readonly ms: number;
  /** What an event is about; undefined when each event counts. */
  readonly subject: (event: LiveEvent) => string | undefined;
}

export class Broadcast {
  readonly #groups = new Map<string, Group<unknown>>();
  readonly #hears: (shape: Shape<unknown>, event: LiveEvent) => Hearing;
  readonly #gathering: Gathering | undefined;

  constructor(hears: (shape: Shape<unknown>, event: LiveEvent) => Hearing, gathering?: Gathering) {
    this.#hears = hears;
    this.#gathering = gathering;
  }

  get isEmpty(): boolean {
    return this.#groups.size === 0;
  }

  /** From now on every event is kept for the subscriber, and told after {@link Member.goLive}. */
  join<F>(shape: Shape<F>, sink: Sink<F>): Member<F> {
    let group = this.#groups.get(shape.key) as Group<F> | undefined;
    if (!group) {
      group = new Group(shape, this.#gathering, () => this.#groups.delete(shape.key));
      this.#groups.set(shape.key, group as Group<unknown>);
    }
    return group.join(sink);
  }

  tell(event: LiveEvent): void {
    for (const group of this.#groups.values()) {
      const hearing = this.#hears(group.shape, event);
      if (hearing === 'yes') group.tell(event);
      else if (hearing === 'over') group.each((sink) => sink.complete());
    }
  }

  /** Sends everybody away to come back. */
  interrupt(): void {
    for (const group of this.#groups.values()) group.each((sink) => sink.interrupt());
  }
}

interface Told {
  readonly event: LiveEvent;
  readonly index: number;
}

class Group<F> {
  readonly shape: Shape<F>;
  readonly #gathering: Gathering | undefined;
  readonly #onEmpty: () => void;
  readonly #members = new Set<Member<F>>();
  readonly #waiting: Told[] = [];
  #busy = false;
  /** Number of the next event. */
  next = 0;

  constructor(shape: Shape<F>, gathering: Gathering | undefined, onEmpty: () => void) {
    this.shape = shape;
    this.#gathering = gathering;
    this.#onEmpty = onEmpty;
  }

  join(sink: Sink<F>): Member<F> {
    const member = new Member(this, sink);
    this.#members.add(member);
    return member;
  }

  leave(member: Member<F>): void {
    if (this.#members.delete(member) && this.#members.size === 0) this.#onEmpty();
  }

  each(act: (sink: Sink<F>) => void): void {
    for (const { sink } of this.#members) act(sink);
  }

  tell(event: LiveEvent): void {
    const index = this.next;
    this.next += 1;
    let anyLive = false;
    for (const member of this.#members) if (!member.keep(event)) anyLive = true;
    if (!anyLive) return;
    this.#waiting.push({ event, index });
    if (this.#waiting.length > MAX_WAITING) this.each((sink) => sink.interrupt());
    if (!this.#busy) void this.#send();
  }

  /**
   * What happens in one turn is sent at once; the next lot waits, because an execution may have to ask the database.
   */
  async #send(): Promise<void> {
    this.#busy = true;
    try {
      await Promise.resolve();
      while (this.#waiting.length > 0) {
        const told = newest(this.#waiting.splice(0), this.#gathering);
        const frames: F[] = [];
        for (const { event } of told) frames.push(await this.shape.encode(event));
        const all = frames.length > 1 ? this.shape.combine?.(frames) : frames[0];
        for (const member of this.#members) member.takeLive(told, frames, all);
        if (this.#gathering) await pause(this.#gathering.ms);
      }
    } catch {
      // Nobody can be told this event, so everybody comes back and reads it.
      this.#waiting.length = 0;
      this.each((sink) => sink.interrupt());
    } finally {
      this.#busy = false;
    }
  }
}

/** What is left of a lot when later events stand for earlier ones with the same subject. */
function newest(told: readonly Told[], gathering: Gathering | undefined): readonly Told[] {
  if (!gathering || told.length < 2) return told;
  const last = new Map<string, Told>();
  for (const one of told) {
    const subject = gathering.subject(one.event);
    if (subject !== undefined) last.set(subject, one);
  }
  return told.filter((one) => {
    const subject = gathering.subject(one.event);
    return subject === undefined || last.get(subject) === one;
  });
}

const pause = (ms: number) => new Promise<void>((resolve) => void unhurried(setTimeout(resolve, ms)));

export class Member<F> {
  readonly sink: Sink<F>;
  readonly #group: Group<F>;
  /** Events that came while the subscriber was told the first ones; undefined when he is live. */
  #kept: LiveEvent[] | undefined = [];
  #liveFrom = 0;
  #has = 0;

  constructor(group: Group<F>, sink: Sink<F>) {
    this.#group = group;
    this.sink = sink;
  }

  /** Messages up to this number are not told: the subscriber has them. */
  has(number: number): void {
    this.#has = number;
  }

  /** Tells one event now; only before {@link goLive}. */
  async tell(event: LiveEvent): Promise<void> {
    const frame = await this.#group.shape.encode(event);
    await this.sink.room();
    if (!this.sink.isOver) this.sink.write(frame);
  }

  /** Tells what came meanwhile, and joins the others. */
  async goLive(): Promise<void> {
    for (let event = this.#kept?.shift(); event && !this.sink.isOver; event = this.#kept?.shift()) {
      if (!this.#knows(event)) await this.tell(event);
    }
    this.#kept = undefined;
    this.#liveFrom = this.#group.next;
  }

  /** Keeps an event for later; false when the subscriber is live. */
  keep(event: LiveEvent): boolean {
    if (!this.#kept) return false;
    if (this.#kept.push(event) > MAX_WAITING) this.sink.interrupt();
    return true;
  }

  /** `all` are the frames in one piece, for whoever lacks every event. */
  takeLive(told: readonly Told[], frames: readonly F[], all: F | undefined): void {
    if (this.#kept) return;
    const lacks = ({ event, index }: Told) => index >= this.#liveFrom && !this.#knows(event);
    if (all !== undefined && told.every(lacks)) return this.sink.write(all);
    for (const [n, frame] of frames.entries()) if (lacks(told[n] as Told)) this.sink.write(frame);
  }

  leave(): void {
    this.#group.leave(this);
  }

  #knows(event: LiveEvent): boolean {
    return event.kind === 'message' && (numberOf(this.#group.shape.actor, event.message) ?? 0) <= this.#has;
  }
}
