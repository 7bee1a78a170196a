/**
 * @module What a stream tells, and who may hear it.
 */
import {
  Conversation,
  Message,
  matches,
  type Actor,
  type BaseRow,
  type Entity,
  type RowOf,
  type Signal,
} from '@shopdesk/core';

export type ConversationRow = RowOf<typeof Conversation>;
export type MessageRow = RowOf<typeof Message>;

export type LiveEvent =
  | { readonly kind: 'message'; readonly message: MessageRow }
  | { readonly kind: 'conversation'; readonly conversation: ConversationRow }
  | { readonly kind: 'signal'; readonly signal: Signal }
  /** A row that its feature lets tell whole, in an event of its own. */
  | { readonly kind: 'told'; readonly entity: Entity; readonly row: BaseRow }
  /** A row of any other entity that is told live: who shows it reads it again. */
  | { readonly kind: 'record'; readonly entity: Entity; readonly row: BaseRow };

/** Whether the actor may see this row now. */
export function sees(actor: Actor, entity: Entity, row: BaseRow): boolean {
  if (actor.tenantId !== row.tenantId) return false;
  const scope = entity.visible(actor);
  return scope === 'all' || (scope !== 'none' && matches(row, scope));
}

/** The number the viewer counts a message by; null when it is not for him. */
export const numberOf = (actor: Actor, message: MessageRow): number | null =>
  actor.kind === 'shopper' ? message.publicSeq : message.seq;

/** The number of the last entry of a conversation, as the viewer counts. */
export const lastNumber = (actor: Actor, row: { readonly lastSeq: number; readonly lastPublicSeq: number }): number =>
  actor.kind === 'shopper' ? row.lastPublicSeq : row.lastSeq;

/** A shopper hears that staff type; who looks at his conversation is between colleagues. */
export const hearsSignal = (actor: Actor, { kind, side }: Signal): boolean =>
  actor.kind !== 'shopper' || (kind === 'TYPING' && side === 'STAFF');
