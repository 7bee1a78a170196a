/**
 * @module Who gets past the door of a feature's actions, views and lists: said beside the feature, in
 * `testing/door.ts`, and asked of the whole API by `packages/server/src/permissions.test.ts`.
 */

/** `in`: they may ask, and then rules and visibility decide. Every other word is what they are told. */
export type Told = 'in' | 'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND';

/** What each of four is told: nobody, a shopper who is a stranger, the warehouse, and an administrator. */
export type Row = readonly [nobody: Told, stranger: Told, warehouse: Told, admin: Told];

export const shopperOnly: Row = ['UNAUTHENTICATED', 'in', 'FORBIDDEN', 'FORBIDDEN'];
export const anyStaff: Row = ['UNAUTHENTICATED', 'FORBIDDEN', 'in', 'in'];
export const adminOnly: Row = ['UNAUTHENTICATED', 'FORBIDDEN', 'FORBIDDEN', 'in'];
export const leads: Row = ['UNAUTHENTICATED', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN'];
export const front: Row = ['UNAUTHENTICATED', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN'];
export const shopperOrFront: Row = ['UNAUTHENTICATED', 'in', 'FORBIDDEN', 'FORBIDDEN'];
export const warehouse: Row = ['UNAUTHENTICATED', 'FORBIDDEN', 'in', 'FORBIDDEN'];
/** A row by its id: what is out of reach does not exist. */
export const ownRow: Row = ['UNAUTHENTICATED', 'NOT_FOUND', 'NOT_FOUND', 'in'];
export const hiddenRow: Row = ['UNAUTHENTICATED', 'NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND'];

/** Ids of rows that are there, by the name of their entity. */
export type Ids = Readonly<Record<string, string>>;

export interface DoorWorld {
  readonly storeId: string;
  perform(who: 'the desk' | 'a customer' | 'a supervisor', action: string, input: object): Promise<unknown>;
}

export interface Door {
  readonly mutations?: Readonly<Record<string, Row>>;
  /** Views, rows by their id, and lists. */
  readonly queries?: Readonly<Record<string, Row>>;
  /** Makes rows for the questions, none of them a stranger's. */
  readonly rows?: (world: DoorWorld) => Promise<void>;
  /** Entities by whose first row the queries of their name ask; the others ask by the id of a conversation. */
  readonly entities?: readonly string[];
  /** Arguments of a field that names and types do not tell. */
  readonly asks?: Readonly<Record<string, (ids: Ids) => Readonly<Record<string, unknown>>>>;
  /** Fields whose NOT_FOUND names what the caller wrote, and nothing of the desk. */
  readonly echoes?: readonly string[];
  /** Fields by which a stranger comes in and goes, which are not asked as somebody who is in. */
  readonly ownAccess?: readonly string[];
}
