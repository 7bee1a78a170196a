/** @module What the runs of a desk share: the parts that it is put together from, and one call of an action. */
import type { Ports } from '../ports/index.ts';
import type { AnyAction } from './action.ts';
import type { Actor } from './actor.ts';
import type { Effects } from './effect.ts';
import type { Entity, RowOf } from './entity.ts';
import type { Entities } from './extend.ts';
import type { Extensions } from './extensions.ts';
import type { CallOptions, Feature } from './feature.ts';
import type { Answers } from './point.ts';
import type { DeskStore } from './store.ts';
import type { Timer, Timers } from './timer.ts';
import type { LeftRows } from './unit-of-work.ts';
import type { Vocabularies } from './vocabulary.ts';

/** What a desk is put together from: its features, and what it was given. */
export interface DeskParts {
  readonly features: readonly Feature[];
  readonly actions: ReadonlyMap<string, AnyAction>;
  readonly permissions: ReadonlyMap<string, readonly string[]>;
  readonly effects: Effects;
  readonly timers: Timers;
  readonly entities: Entities;
  readonly kernelEntities: readonly Entity[];
  readonly answers: Answers;
  readonly vocabularies: Vocabularies;
  readonly extensions: Extensions;
  readonly store: DeskStore;
  readonly ports: Ports;
  readonly clock: () => Date;
  readonly newId: () => string;
  readonly onError: (error: unknown, where: string) => void;
}

/** One call of an action, by whomever. */
export interface Call {
  readonly actor: Actor;
  readonly name: string;
  readonly action: AnyAction;
  readonly input: never;
  readonly options: CallOptions;
  readonly consume?: RowOf<typeof Timer>;
  /**
   * Done on behalf of a call that may stand in a line itself: it must not wait for that one to end. It begins with the
   * rows as the commits before it in that call have left them.
   */
  readonly following?: LeftRows;
  /** How long it waits for effects, in milliseconds. @defaultValue not at all */
  readonly waitMs?: number;
}

/** How what follows a commit is called. */
export type FollowingCall = Required<Pick<Call, 'following'>> & Pick<Call, 'waitMs'>;

/** What a unit of work begins with. */
export type Beginning = Pick<Call, 'consume' | 'following' | 'input'> & {
  readonly store: DeskStore;
  /** Whether it begins with what is remembered of the thing that the call is about. */
  readonly fromMemory: boolean;
};
