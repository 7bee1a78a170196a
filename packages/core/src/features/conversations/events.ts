import { defineEvent } from '../../kernel/event.ts';
import type { RowOf } from '../../kernel/entity.ts';
import type { Conversation, Message, Rating } from './entities.ts';

export const conversationOpened = defineEvent<RowOf<typeof Conversation>>('conversation.opened');
/**
 * It waits for a person from now on: opened, asked for by the customer of the robot, reopened, or back at service
 * start.
 */
export const conversationQueued = defineEvent<RowOf<typeof Conversation>>('conversation.queued');
export const conversationAbandoned = defineEvent<RowOf<typeof Conversation>>('conversation.abandoned');
export const conversationAssigned = defineEvent<RowOf<typeof Conversation>>('conversation.assigned');
/** It left the hands of a person: closed, given to a colleague, or back in the queue. */
export const conversationReleased = defineEvent<{
  readonly conversation: RowOf<typeof Conversation>;
  readonly userId: string;
}>('conversation.released');
/** The customer left the queue for a message: he waits for an answer, but not here. */
export const conversationDeferred = defineEvent<RowOf<typeof Conversation>>('conversation.deferred');
/** The time at which staff said that they are back is over, and the customer has no word of them. */
export const conversationHoldEnded = defineEvent<RowOf<typeof Conversation>>('conversation.holdEnded');
/** A customer who waits has opened their page again, or closed it. */
export const shopperNoted = defineEvent<{
  readonly conversation: RowOf<typeof Conversation>;
  readonly present: boolean;
}>('conversation.shopperNoted');
export const conversationClosed = defineEvent<RowOf<typeof Conversation>>('conversation.closed');
/** A guest signed in as somebody with an open conversation: the guest's is closed and goes on in that one. */
export const conversationMerged = defineEvent<{
  readonly from: RowOf<typeof Conversation>;
  readonly into: RowOf<typeof Conversation>;
}>('conversation.merged');
export const messageSent = defineEvent<RowOf<typeof Message>>('message.sent');
/** A store serves from now on: whoever wrote while it was closed has been put into the queue. */
export const serviceStarted = defineEvent<{ readonly storeId: string }>('conversation.serviceStarted');
export const conversationRated = defineEvent<RowOf<typeof Rating>>('conversation.rated');

/** Somebody types or looks; told to those who are there now and never stored. */
export interface Signal {
  readonly conversationId: string;
  readonly storeId: string;
  readonly kind: 'TYPING' | 'VIEWING';
  readonly side: 'CUSTOMER' | 'STAFF';
  readonly userId: string | null;
  readonly name: string;
  readonly on: boolean;
}
export const signalled = defineEvent<Signal>('conversation.signalled');
