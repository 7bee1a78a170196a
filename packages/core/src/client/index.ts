/**
 * @module The headless client: what the widget and the panel are built on, and what a third party needs to build his
 * own.
 */
export { createDeskClient, type DeskClient, type DeskClientOptions } from './desk-client.ts';
export { afterBackStep, isBackStep, onBack } from './back-step.ts';
export { isComposed, type PressedKey } from './composed-key.ts';
export {
  createConversationFeed,
  type ActiveSignal,
  type ConversationFeed,
  type ConversationFeedOptions,
  type FeedSnapshot,
} from './conversation-feed.ts';
export type {
  AnswerOf,
  Document,
  DocumentOf,
  Input,
  Inputs,
  SchemaTypes,
  Selected,
  Unknown,
  VariablesOf,
} from './document.ts';
export { DeskError, DeskOffline, isTransient, type DeskProblem } from './error.ts';
export { fileFault } from './file-fault.ts';
export { graphql, graphqlFor, shopperGraphql, type Graphql } from './graphql.ts';
export { newId, type DeskResponse, type Fetch, type Lock, type StorageLike } from './host.ts';
export { createOutbox, type Outbox, type OutboxContent, type OutboxEntry, type OutboxOptions } from './outbox.ts';
export { endShopperSession, identifyShopper } from './shopper-identity.ts';
export {
  createShopperSession,
  sessionKey,
  type ShopperSession,
  type ShopperSessionOptions,
  type StoredSession,
} from './shopper-session.ts';
export { shareStream, type SharedStreamOptions } from './shared-stream.ts';
export { pastedFiles } from './pasted-files.ts';
export { createServerClock, type ServerClock } from './server-clock.ts';
export { browserStorage, memoryStorage, readJson, type DeskStorage } from './storage.ts';
export type { Subscription, SubscriptionHandlers, SubscriptionState } from './subscription.ts';
export { Timeline, type Sequenced } from './timeline.ts';
export { attachmentLink } from './attachment-link.ts';
export {
  uploadAttachment,
  xhrTransport,
  type UploadedFile,
  type UploadOptions,
  type UploadTransport,
} from './upload.ts';
export * from './operations/access.ts';
export * from './operations/aftersales.ts';
export * from './operations/conversations.ts';
export * from './operations/customers.ts';
export * from './operations/identity.ts';
export * from './operations/orders.ts';
export { DENIED } from './operations/denied.ts';
export { keyedMutation, mutation } from './operations/mutation.ts';
export type { ShopperSchema } from './shopper-schema.ts';
export type { StaffSchema } from './staff-schema.ts';
