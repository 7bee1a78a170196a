import { said } from '../../texts/languages.ts';

/** The words of the bot, which come with it. */
const en = {
  about: 'The assistant answers from our help pages.',
  none: 'I found nothing on that. Put it in other words, or talk to a person.',
  person: 'Talk to a person',
  helped: 'Did that help?',
  yes: 'Yes',
  no: 'No',
  thanks: 'Thank you!',
  failed: 'That did not work. Please try again.',
};

const zh: typeof en = {
  about: '智能助手根据帮助文章为您自动回复。',
  none: '没有找到相关解答，请换个说法，或转人工客服。',
  person: '转人工客服',
  helped: '这个回答有帮助吗？',
  yes: '有帮助',
  no: '没帮助',
  thanks: '感谢您的反馈！',
  failed: '操作失败，请重试。',
};

export const botWords = (locale: string): typeof en => (locale === 'zh-CN' ? zh : said(locale, 'bot', en));
