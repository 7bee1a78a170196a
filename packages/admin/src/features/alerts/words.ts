import type { Texts } from '../../kit/language.ts';

const en = {
  sounds: 'Sounds',
  conversation: 'When a conversation comes to me',
  message: 'When a customer of mine writes',
  volume: 'Volume',
  listen: 'Listen',
  notices: 'Desktop notices',
  noticesText: 'Shown while the panel is not in view. They never say what a customer wrote.',
  noticesOn: 'Show desktop notices',
  allow: 'Allow desktop notices',
  denied: 'This browser has been told not to show notices of this page. Its settings for the page can change that.',
  missing: 'This browser shows no notices.',
  kept: 'These choices are kept in this browser, for you alone.',
  newConversation: 'A conversation for you',
  newMessage: 'A customer of yours has written',
};
const zh: typeof en = {
  sounds: '提示音',
  conversation: '有会话分配给我时',
  message: '我的顾客发来消息时',
  volume: '音量',
  listen: '试听',
  notices: '桌面通知',
  noticesText: '仅在未显示客服台时弹出，且从不包含顾客所写的内容。',
  noticesOn: '显示桌面通知',
  allow: '允许桌面通知',
  denied: '浏览器已设置为不显示本页面的通知，可在浏览器的网站设置中更改。',
  missing: '此浏览器不支持通知。',
  kept: '这些选择仅保存在此浏览器中，且只对您生效。',
  newConversation: '您有新的会话',
  newMessage: '您的顾客发来了消息',
};
export const alertWords: Texts<typeof en> = { key: 'alerts', en, zh };
