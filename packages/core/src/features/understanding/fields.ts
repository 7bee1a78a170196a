import { staffOnly } from '../../kernel/entity.ts';
import { extend } from '../../kernel/extend.ts';
import { Conversation } from '../conversations/index.ts';
import { ConversationReading, emotionLabel } from './reading.ts';

/** A conversation with what was read from its customer's words. */
export const Understood = extend(Conversation, {
  fields: {
    /** How the customer's last words sound; null before the first. */
    emotion: staffOnly(emotionLabel.nullable().default(null)),
    /** What was read from the customer's words, and what people have set instead. */
    reading: staffOnly(ConversationReading.nullable().default(null)),
  },
  filters: ['emotion'],
  audited: ['emotion'],
});
