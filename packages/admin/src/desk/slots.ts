import { panelSlot } from './feature.ts';
import type { ConversationItem } from './rows.ts';
import type { Viewer } from './viewer.ts';

/** Above every page, always loaded: news that must reach the viewer wherever he is. */
export const shellNotices = panelSlot<Viewer>('shell.notices');
/** Beside a conversation. */
export const conversationSide = panelSlot<ConversationItem>('conversation.side');
/** On the page of a customer. */
export const customerDetail = panelSlot<{ readonly customerId: string; readonly storeId: string }>('customer.detail');
