import type { ViewerField } from '../graphql/viewer-field.ts';

/** A shopper counts the entries that he may see, so that an internal note leaves no gap in his numbers. */
const seq: ViewerField = (row, actor) => (actor.kind === 'shopper' ? row['publicSeq'] : row['seq']);

/**
 * What a sender calls a message is between them and the desk: a shopper gets their own back, so that it takes the place
 * of what waits in their browser, and for another's the id of the message.
 */
const clientMsgId: ViewerField = (row, actor) =>
  actor.kind === 'shopper' && row['sender'] !== 'CUSTOMER' ? row['id'] : row['clientMsgId'];

export const conversationFields = { Message: { seq, clientMsgId } };
