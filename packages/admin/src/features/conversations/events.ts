import type { DeskMessage } from '@shopdesk/core/client';
import type { SignalEvent } from '../../desk/live.ts';
import type { ConversationItem, TransferItem } from '../../desk/rows.ts';

/** What the stream of a conversation tells a member of staff. */
export type ConversationEvent =
  | { readonly __typename: 'MessageAdded'; readonly message: DeskMessage; readonly previousSeq: number }
  | { readonly __typename: 'ConversationChanged'; readonly conversation: ConversationItem }
  | ({ readonly __typename: 'SignalReceived' } & SignalEvent)
  | { readonly __typename: 'TransferChanged'; readonly transfer: TransferItem };
