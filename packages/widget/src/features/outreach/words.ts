/** @module The words of the page on which a customer says what they want to hear of. */
import type { Service } from '../../self-service/service.ts';
import { said } from '../../texts/languages.ts';

export interface OutreachWords {
  readonly messages: {
    readonly title: string;
    readonly intro: string;
    readonly saved: string;
  };
}

export type OutreachService = Service<OutreachWords>;

const en: OutreachWords = {
  messages: {
    title: 'Messages you get',
    intro: 'Choose what we may write to you about. You can change your mind at any time.',
    saved: 'Saved.',
  },
};

const zh: OutreachWords = {
  messages: {
    title: '消息接收设置',
    intro: '请选择愿意接收的消息，可随时更改。',
    saved: '已保存。',
  },
};

export const outreachWords = (locale: string): OutreachWords =>
  locale === 'zh-CN' ? zh : said(locale, 'outreach', en);
