/** @module What the panel asks of the desk about a reading. */
import type { AnswerOf } from '@shopdesk/core/client';
import { actionMutation, viewQuery } from '../../desk/documents.ts';
import { conversationFields } from '../../desk/rows.ts';

const choice = 'key name { zh en } priority';

export const explainReading = viewQuery(
  'explainReading',
  { conversationId: 'ID!' },
  `priority emotion words intent { ${choice} } others { ${choice} } choices { ${choice} } reading { isCertain
    confidence priorityReasons trend isUrgent language model setByPeople }`,
);
export type ReadingExplained = AnswerOf<typeof explainReading>;
export type IntentChoice = ReadingExplained['choices'][number];
export type Emotion = NonNullable<ReadingExplained['emotion']>;

export const correctReading = actionMutation('correctReading', 'Conversation', conversationFields);
