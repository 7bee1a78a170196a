import type { DeskMessage, OutboxEntry } from '@shopdesk/core/client';
import type { ConnectionState } from '../connection/connection-state.ts';
import type { ReadMarks, TimelineItem } from '../elements/timeline-item.ts';
import type { MoreTexts } from '../texts/texts.ts';

const OWN = { sender: 'CUSTOMER', senderName: '', card: null, attachment: null, body: '' } as const;

/** Refusals that the same message would get again. */
const FINAL = ['VALIDATION_FAILED', 'NOT_FOUND'];

const itemOf = (message: DeskMessage): TimelineItem => ({ ...message, publicSeq: message.seq });

function waitingItem({ clientMsgId, at, content, problem }: OutboxEntry, texts: Partial<MoreTexts>): TimelineItem {
  const failed = problem && {
    problem: texts.problems?.[problem.code] ?? problem.message,
    final: FINAL.includes(problem.code),
  };
  const shared = { ...OWN, clientMsgId, at, ...failed };
  if ('card' in content) return { ...shared, kind: 'CARD', card: content.card };
  if ('attachment' in content)
    return {
      ...shared,
      kind: content.attachment.contentType.startsWith('image/') ? 'IMAGE' : 'FILE',
      attachment: content.attachment,
    };
  return { ...shared, kind: 'TEXT', body: content.text };
}

/** Everything that is shown, in order: what the desk has, then what is on its way. */
export function timelineItems(
  { feed, outbox, conversation }: ConnectionState,
  uploads: readonly TimelineItem[],
  texts: Partial<MoreTexts>,
): readonly TimelineItem[] {
  const confirmed = feed?.messages ?? [];
  const known = new Set(confirmed.map(({ clientMsgId }) => clientMsgId));
  const held = (feed?.held ?? []).filter(({ sender }) => sender === 'CUSTOMER');
  for (const { clientMsgId } of held) known.add(clientMsgId);
  const id = conversation?.id ?? null;
  const waiting = outbox.filter(
    (entry) => !known.has(entry.clientMsgId) && (entry.conversationId === id || entry.conversationId === null),
  );
  return [
    ...confirmed.map(itemOf),
    ...held.map(itemOf),
    ...waiting.map((entry) => waitingItem(entry, texts)),
    ...uploads,
  ];
}

/** How far the desk's people have got with the shopper's messages. */
export const staffMarks = ({ conversation }: ConnectionState): ReadMarks => ({
  delivered: conversation?.staffDeliveredSeq ?? 0,
  read: conversation?.staffReadSeq ?? 0,
});
