/** @module What routing gives staff notice of: silence, transfers that nobody takes, help that is asked for (SC-11). */
import { whenChanged } from '../../kernel/changes.ts';
import type { ActionContext } from '../../kernel/context.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { maskText } from '../../kernel/personal.ts';
import { addTo } from '../../kernel/vocabulary.ts';
import { serviceMinutes } from '../../kernel/work.ts';
import { User } from '../access/index.ts';
import { Conversation, Transfer } from '../conversations/index.ts';
import { clearNoticesAbout, noticeKind, NoticeKind, notify, type NoticeKindRule } from '../notices/index.ts';
import type { WorkItem } from '../work/index.ts';

export const RoutingNotices = addTo(NoticeKind, {
  SILENT_RETURNED: { en: 'Conversation back in the queue', zh: '会话退回排队' },
  SILENT_AWAY: { en: 'Set away for silence', zh: '未响应被挂起' },
  SILENT_NEW: { en: 'Newcomer does not answer', zh: '新人未响应' },
  TRANSFER_UNACCEPTED: { en: 'Transfer not accepted', zh: '转接无人接受' },
  HELP_REQUESTED: { en: 'Help requested', zh: '请求支援' },
});
export const silentReturned = noticeKind(RoutingNotices, { code: 'SILENT_RETURNED', severity: 'IMPORTANT' });
export const silentAway = noticeKind(RoutingNotices, { code: 'SILENT_AWAY', severity: 'IMPORTANT' });
export const silentNew = noticeKind(RoutingNotices, { code: 'SILENT_NEW', severity: 'IMPORTANT' });
export const transferUnaccepted = noticeKind(RoutingNotices, {
  code: 'TRANSFER_UNACCEPTED',
  severity: 'URGENT',
  acknowledge: serviceMinutes(15),
});
export const helpRequested = noticeKind(RoutingNotices, {
  code: 'HELP_REQUESTED',
  severity: 'URGENT',
  acknowledge: serviceMinutes(15),
});
export const routingNotices: readonly NoticeKindRule[] = [
  silentReturned,
  silentAway,
  silentNew,
  transferUnaccepted,
  helpRequested,
];

/** Those who lead a store; when they do not listen, those above them. */
export const LEADS = { permission: 'conversation.assign' };
export const ABOVE = [{ roles: ['SV', 'MG'] }];

/** A conversation, by its id and store. */
export type About = Pick<RowOf<typeof Conversation>, 'id' | 'storeId'>;
export const aboutChat = ({ id }: About) => ({ entity: Conversation.name, id });

/** What a conversation is called to staff: how it goes on, without addresses and numbers. */
export const lineOf = ({ preview }: Pick<RowOf<typeof Conversation>, 'preview'>): string => maskText(preview) || '…';

/** Nobody has accepted a transfer in time: those who lead the store are told. */
export async function tellLeads(
  ctx: ActionContext,
  { item }: { readonly item: RowOf<typeof WorkItem> },
): Promise<void> {
  if (item.entity !== Transfer.name) return;
  const { id, storeId, conversationId, fromUserId } = await ctx.get(Transfer, item.id);
  const from = await ctx.get(User, fromUserId);
  await notify(ctx, transferUnaccepted, {
    storeId,
    key: id,
    title: from.name,
    about: aboutChat({ id: conversationId, storeId }),
    to: LEADS,
    next: ABOVE,
  });
}

/** What was said of a conversation is settled when that is over. */
export const settled = whenChanged(
  ({ name }) => name === Conversation.name,
  async (ctx, { before, row }) => {
    const [was, is] = [before, row] as [RowOf<typeof Conversation> | undefined, RowOf<typeof Conversation> | undefined];
    if (was && is && !was.closedAt && is.closedAt) await clearNoticesAbout(ctx, is.id, routingNotices);
  },
);
