/** @module What the panel asks of the desk about a reading. */
import type { ConversationReading } from '@shopdesk/core';
import { actionDocument, viewDocument, type Selection } from '../../desk/document.ts';
import { conversationFields, type ConversationItem } from '../../desk/rows.ts';
import type { LocalText } from '../../kit/language.ts';

export interface IntentChoice {
  readonly key: string;
  readonly name: LocalText;
  readonly priority: ConversationItem['priority'];
}

export interface ReadingExplained {
  readonly intent: IntentChoice | null;
  readonly priority: ConversationItem['priority'];
  readonly emotion: Emotion | null;
  readonly reading: Pick<
    ConversationReading,
    'isCertain' | 'confidence' | 'priorityReasons' | 'trend' | 'isUrgent' | 'language' | 'model' | 'setByPeople'
  > | null;
  readonly words: readonly string[];
  readonly others: readonly IntentChoice[];
  readonly choices: readonly IntentChoice[];
}
export type Emotion = NonNullable<ConversationItem['emotion']>;

const choice = 'key name { zh en } priority';

export const explainReading = viewDocument<{ conversationId: string }, ReadingExplained>(
  'explainReading',
  { conversationId: 'ID!' },
  `priority emotion words intent { ${choice} } others { ${choice} } choices { ${choice} } reading { isCertain confidence priorityReasons trend isUrgent language model setByPeople }` as Selection<ReadingExplained>,
);

export const correctReading = actionDocument<
  { conversationId: string; intent?: string; priority?: ConversationItem['priority']; emotion?: Emotion },
  ConversationItem
>('correctReading', 'Conversation', conversationFields);
