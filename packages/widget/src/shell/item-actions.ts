/** @module What can be done with a message that was not sent; a file that never arrived is the window's own. */
import type { DeskConnection } from '../connection/connection.ts';
import type { TimelineItem } from '../elements/timeline-item.ts';
import type { ChatFiles } from '../shell/chat-files.ts';

/** The event of a bubble. */
export type ItemEvent = CustomEvent<{ readonly item: TimelineItem }>;

export const retryItem = ({ outbox }: DeskConnection, files: ChatFiles, { clientMsgId }: TimelineItem): void => {
  if (!files.retry(clientMsgId)) outbox.retry(clientMsgId);
};

export const discardItem = ({ outbox }: DeskConnection, files: ChatFiles, { clientMsgId }: TimelineItem): void => {
  if (!files.discard(clientMsgId)) outbox.discard(clientMsgId);
};
