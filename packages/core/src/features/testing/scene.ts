/**
 * @module What a feature knows of its rows and inputs that their schemas do not say. Its scenes lie beside it, in
 * `testing/scenes.ts`.
 */
import type { Actor } from '../../kernel/actor.ts';
import type { BaseRow } from '../../kernel/entity.ts';
import type { World } from './world.ts';

export type Values = Readonly<Record<string, unknown>>;

export interface Call {
  readonly actor: Actor;
  readonly input: Values;
}

export interface Scenes {
  /** Makes the row of an entity that all others of it are varied from, and what must be there beside it. */
  readonly rows?: Readonly<Record<string, (world: World) => Promise<BaseRow> | BaseRow>>;
  /** The row of an entity that is somebody's own, where no field of it says so. */
  readonly own?: Readonly<Record<string, (world: World, actor: Actor) => Promise<BaseRow | undefined>>>;
  /** Fields that fit a state, by the entity's name; several where a state has several kinds of rows. */
  readonly kinds?: Readonly<Record<string, (world: World, state: string) => readonly Values[]>>;
  /** Rows that must be there beside a row of the entity, as it was varied. */
  readonly beside?: Readonly<Record<string, (world: World, row: Values & BaseRow) => Promise<void>>>;
  /** Inputs of an action, of which one must do for a row on which it is offered; without the row's id. */
  readonly inputs?: Readonly<Record<string, (world: World, row: Values & BaseRow, actor: Actor) => readonly Values[]>>;
  /**
   * Who does an action that is on no row, and with what, by the action's name; it may make what must be there first.
   */
  readonly calls?: Readonly<Record<string, (world: World) => Promise<Call> | Call>>;
  /** Why an action that is offered may be refused all the same, by its name. */
  readonly excused?: Readonly<Record<string, { readonly codes: readonly string[]; readonly why: string }>>;
}

/** An instant so many hours from another. */
export const hoursFrom = (instant: string, hours: number): string =>
  new Date(Date.parse(instant) + hours * 3_600_000).toISOString();

/** A row that is there from now on. */
export const rowIn = ({ tenantId, now }: World, id: string, fields: Values): BaseRow => ({
  ...fields,
  id,
  tenantId,
  version: 1,
  createdAt: now,
  updatedAt: now,
});
