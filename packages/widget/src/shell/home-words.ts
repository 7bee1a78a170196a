/** @module The words of the first view, which come with it. */
import { said } from '../texts/languages.ts';

const en = {
  greeting: 'Hello, how can we help you?',
  chat: 'Chat with us',
  message: 'Leave a message',
  goOn: 'Your conversation',
  asSoon: 'Write below, and somebody answers.',
  later: 'Write below. The answer waits for you here.',
  away: 'Nobody is here right now.',
  opens: (when: string) => `Back ${when}.`,
  at: (time: string) => `at ${time}`,
  on: (day: string, time: string) => `on ${day} at ${time}`,
  unread: (count: number) => (count === 1 ? '1 new' : `${count} new`),
};

const zh: typeof en = {
  greeting: '您好，有什么可以帮您？',
  chat: '联系客服',
  message: '给我们留言',
  goOn: '当前会话',
  asSoon: '在下方输入，客服会尽快回复您。',
  later: '在下方输入，回复会显示在这里。',
  away: '客服现在不在线。',
  opens: (when) => `${when}恢复服务。`,
  at: (time) => time,
  on: (day, time) => `${day} ${time} `,
  unread: (count) => `${count} 条新消息`,
};

export const homeWords = (locale: string): typeof en => (locale === 'zh-CN' ? zh : said(locale, 'home', en));
