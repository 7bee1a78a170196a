import type { ViewerField } from '../graphql/viewer-field.ts';

/** A shopper counts the entries that he may see, so that an internal note leaves no gap in his numbers. */
const seq: ViewerField = (row, actor) => (actor.kind === 'shopper' ? row['publicSeq'] : row['seq']);

export const conversationFields = { Message: { seq } };
