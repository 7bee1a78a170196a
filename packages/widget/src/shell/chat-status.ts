import type { DeskConnection } from '../connection/connection.ts';
import type { FirstTexts } from '../texts/texts.ts';
import type { ServiceWatch } from './service-watch.ts';

/** Who serves the shopper, or whether anybody does, in a few words. */
export function chatStatus({ state }: DeskConnection, { served }: ServiceWatch, { panel }: FirstTexts): string {
  const { conversation, feed, link } = state;
  if (conversation?.ownerId)
    return feed?.messages.findLast(({ sender }) => sender === 'AGENT')?.senderName || panel.withAgent;
  if (served === undefined) return link === 'connecting' ? panel.connecting : '';
  return served ? panel.served : panel.away;
}
