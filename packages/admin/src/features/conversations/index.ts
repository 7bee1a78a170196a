/** @module The inbox: conversations of all stores, live. */
import { defineAdminFeature, panel } from '../../desk/feature.ts';
import { conversationSide, shellNotices } from '../../desk/slots.ts';
import { conversations } from './data.ts';
import { customerName } from './names.ts';
import { pathOf } from './query.ts';

const title = { en: 'Inbox', zh: '会话' };

export const inbox = defineAdminFeature({
  name: 'inbox',
  pages: [
    {
      path: 'inbox/:view?/:id?',
      title,
      tag: 'desk-admin-inbox',
      load: () => import('./inbox-page.ts'),
      allow: 'conversation.read',
      nav: { order: 10, icon: 'inbox' },
    },
  ],
  landings: [{ path: '/inbox', order: 30, allow: 'customer.reply' }],
  panels: [
    panel(shellNotices, {
      tag: 'desk-admin-offers',
      load: () => import('./offers.ts'),
      title,
      allow: 'conversation.read',
    }),
    panel(conversationSide, {
      tag: 'desk-admin-about-panel',
      load: () => import('./about-panel.ts'),
      title: { en: 'About this conversation', zh: '会话信息' },
      order: 40,
    }),
  ],
  rows: { Conversation: '/inbox/open' },
  shortcuts: [
    { keys: 'j', title: { en: 'Next conversation in the list', zh: '列表中的下一个会话' } },
    { keys: 'k', title: { en: 'Previous conversation in the list', zh: '列表中的上一个会话' } },
    { keys: 'Enter', title: { en: 'Open the conversation', zh: '打开会话' } },
    { keys: 'u', title: { en: 'Back to the list', zh: '返回列表' } },
    { keys: '/', title: { en: 'Search the inbox', zh: '搜索会话' } },
    { keys: 'r', title: { en: 'Write a reply', zh: '回复' } },
    { keys: 'n', title: { en: 'Write a note', zh: '写备注' } },
    { keys: 'Shift+Enter', title: { en: 'New line in the reply', zh: '回复中换行' } },
    { keys: 't', title: { en: 'Take the conversation', zh: '接入会话' } },
    { keys: 'a', title: { en: 'Assign the conversation', zh: '分配会话' } },
    { keys: 'x', title: { en: 'Transfer the conversation', zh: '转接会话' } },
    { keys: 'l', title: { en: 'Escalate the conversation', zh: '升级会话' } },
    { keys: 'h', title: { en: 'Hold the conversation', zh: '保留会话' } },
    { keys: 'e', title: { en: 'Close the conversation', zh: '结束会话' } },
    { keys: 'i', title: { en: 'Show or hide customer details', zh: '显示或隐藏顾客信息' } },
  ],
  search: async (text, { client, viewer, language }) => {
    if (!viewer.permissions.includes('conversation.read')) return [];
    const { nodes } = await client.query(conversations, { filter: { customerName: { contains: text } }, first: 5 });
    return nodes.map((item) => ({
      id: `conversation-${item.id}`,
      kind: language.of({ en: 'Conversations', zh: '会话' }),
      title: customerName(item, language),
      icon: 'chat' as const,
      hint: `${language.code('ConversationState', item.state)} · ${item.preview}`,
      path: pathOf({ view: 'open' }, item.id),
    }));
  },
});
