import type { Texts } from '../kit/language.ts';

const en = {
  title: 'Your automatic reply',
  text: 'Customers who write while you are away get this once. You need one to go online.',
  label: 'Automatic reply',
  suggestion: 'I am away for a moment and will answer as soon as I am back.',
  save: 'Save and go online',
};
const zh: typeof en = {
  title: '您的自动回复',
  text: '您挂起时，顾客发来消息会收到一次该回复。设置后才能上线。',
  label: '自动回复',
  suggestion: '您好，我暂时离开一下，回来后马上回复您。',
  save: '保存并上线',
};
export const autoReplyWords: Texts<typeof en> = { key: 'autoReply', en, zh };
