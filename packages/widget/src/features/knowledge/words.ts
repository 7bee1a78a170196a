import { said } from '../../texts/languages.ts';

/** The words of the help, which come with it. */
const en = {
  help: 'Help',
  label: 'Search the help',
  placeholder: 'What is it about?',
  found: 'This may answer it',
  none: 'Nothing was found. Write to us, we are happy to help.',
  results: (count: number) => (count === 1 ? '1 answer' : `${count} answers`),
  dismiss: 'Hide',
  solved: 'That helped',
  person: 'Ask a person',
  thanks: 'Glad that helped!',
  failed: 'This could not be loaded. Please try again.',
};

const zh: typeof en = {
  help: '常见问题',
  label: '搜索常见问题',
  placeholder: '请输入您的问题',
  found: '这些内容也许可以解答',
  none: '没有找到相关内容，请直接留言，我们很乐意为您解答。',
  results: (count) => `${count} 条相关内容`,
  dismiss: '收起',
  solved: '问题已解决',
  person: '转人工客服',
  thanks: '很高兴帮到您！',
  failed: '加载失败，请重试。',
};

export const helpWords = (locale: string): typeof en => (locale === 'zh-CN' ? zh : said(locale, 'help', en));
