import { texts } from '../../kernel/said.ts';

/** What this feature says in denials and of fields. */
export const conversationTexts = texts('conversations', {
  cardTypeUnsendable: { en: 'A card of this type cannot be sent.', zh: '无法发送此类卡片。' },
  teamIsClosed: { en: 'This team is closed.', zh: '该团队已停用。' },
  choosePersonOrTeam: { en: 'Choose a person or a team.', zh: '请选择一位同事或一个小组。' },
  emptyMessage: { en: 'The message is empty.', zh: '消息内容为空。' },
  fileTooLarge: { en: 'The file is larger than 10 MiB.', zh: '文件超过 10 MiB。' },
  fileTypeUnsendable: { en: 'This type of file cannot be sent.', zh: '不支持发送此类型的文件。' },
  goesOnElsewhere: {
    en: 'The visitor signed in; this goes on in their other conversation.',
    zh: '访客已登录，请在其另一会话中继续。',
  },
  hasOpenConversation: { en: 'The customer has an open conversation.', zh: '该顾客有进行中的会话。' },
  messageIdTaken: { en: 'A message with this id says something else.', zh: '该消息编号已用于其他内容。' },
  noColon: { en: 'Must not contain a colon.', zh: '不能包含冒号。' },
  nobodyThere: {
    en: 'Nobody is there now; the message is answered later.',
    zh: '现在没有客服在线，您的留言稍后会得到答复。',
  },
  oneContent: { en: 'Send one of text, attachmentId or card.', zh: '请在文字、附件和卡片中选择一种发送。' },
  ownerTransfers: { en: 'Only the owner transfers a conversation.', zh: '只有会话负责人可以转接。' },
  requiredToClose: { en: 'Required to close.', zh: '结束会话前必填。' },
  saySummary: { en: 'Say what the next person must know.', zh: '请填写下一位同事需要了解的情况。' },
  takeFirst: { en: 'Take the conversation first.', zh: '请先接入会话。' },
  withinSevenDays: { en: 'Choose a time within the next seven days.', zh: '请选择七天以内的时间。' },
});
