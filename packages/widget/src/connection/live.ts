/**
 * @module What a conversation needs once there is one; loaded with the first letter or with a conversation from before.
 */
export { createConversationFeed, type ConversationFeed } from '@shopdesk/core/client';
export { ReadMarks } from './read-marks.ts';
export { TypingSign } from './typing.ts';
