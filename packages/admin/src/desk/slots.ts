import { panelSlot } from './feature.ts';
import type { ConversationItem } from './rows.ts';
import type { Viewer } from './viewer.ts';

/** An order that is shown; the conversation beside which it is, if any. */
export interface OrderSubject {
  readonly storeId: string;
  readonly orderId: string;
  readonly customerId: string | null;
  readonly conversationId: string | null;
}

/** Above every page, always loaded: news that must reach the viewer wherever he is. */
export const shellNotices = panelSlot<Viewer>('shell.notices');
/** Beside a conversation. */
export const conversationSide = panelSlot<ConversationItem>('conversation.side');
/** On the page of a customer. */
export const customerDetail = panelSlot<{ readonly customerId: string; readonly storeId: string }>('customer.detail');
/** Where a store is embedded into pages: what is known of those. */
export const storeEmbedding = panelSlot<{ readonly storeId: string }>('store.embedding');
/**
 * Above the field where a reply is written. What belongs into the reply is told by the event `desk-insert` with
 * `{ text }`.
 */
export const composerAbove = panelSlot<ConversationItem>('composer.above');
/** On the page of an order, and where an order is open beside a conversation. */
export const orderSide = panelSlot<OrderSubject>('order.side');
/** At the head of the service report, always there: what waits for the decision of whoever reads it. */
export const reportAbove = panelSlot<Viewer>('report.above');
/** At the head of the inbox's list, always there; `storeId` is empty for all stores. */
export const inboxAbove = panelSlot<{ readonly storeId: string }>('inbox.above');
/** On the page of an after-sales case. */
export const caseDetail = panelSlot<{ readonly id: string; readonly storeId: string }>('case.detail');
/** On the page of a hand-over. */
export const handoverDetail = panelSlot<{ readonly id: string; readonly storeId: string }>('handover.detail');
/** On the page of a monthly returns report. */
export const returnsReportDetail = panelSlot<{ readonly id: string; readonly storeId: string }>('returnsReport.detail');
