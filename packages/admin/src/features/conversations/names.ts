import type { Language } from '../../kit/language.ts';
import type { ConversationItem } from '../../desk/rows.ts';
import { inboxWords } from './words.ts';

/** What a customer without a name is called: the end of his id tells two visitors apart. */
export const customerName = (
  { customerName: name, customerId }: Pick<ConversationItem, 'customerName' | 'customerId'>,
  language: Language,
): string => name || language.words(inboxWords).guest(customerId.slice(-4));

const STATE_CHIPS: Partial<Record<ConversationItem['state'], string>> = {
  QUEUED: 'warn',
  ASSIGNED: 'info',
  ACTIVE: 'accent',
  WAITING_CUSTOMER: '',
  OFFLINE: 'note',
};

export const stateChip = (state: ConversationItem['state']): string => `chip ${STATE_CHIPS[state] ?? ''}`;

export const priorityChip = (priority: ConversationItem['priority']): string =>
  priority === 'P1' ? 'chip danger' : priority === 'P2' ? 'chip warn' : 'chip';
