import { said } from '../texts/languages.ts';

const en = { open: 'Read the answer', put: 'Not now' };
const zh: typeof en = { open: '查看回复', put: '暂不查看' };
export const unreadWords = (locale: string): typeof en => (locale === 'zh-CN' ? zh : said(locale, 'unread', en));
