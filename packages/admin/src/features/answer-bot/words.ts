import type { Texts } from '../../kit/language.ts';

const en = {
  draft: 'Draft of the assistant',
  from: (title: string) => `From “${title}”`,
  use: 'Use the draft',
  dismiss: 'Dismiss the draft',
  speaking: (answers: number) =>
    answers === 1
      ? 'The assistant is talking to the customer: 1 answer so far.'
      : `The assistant is talking to the customer: ${answers} answers so far.`,
  takeOver: 'Take over',
  takenOver: 'The conversation is yours; the assistant says nothing more.',
};

const zh: typeof en = {
  draft: '智能助手拟稿',
  from: (title) => `来自《${title}》`,
  use: '采用拟稿',
  dismiss: '忽略拟稿',
  speaking: (answers) => `智能助手正在接待顾客，已回答 ${answers} 次。`,
  takeOver: '接管会话',
  takenOver: '会话已由您接管，智能助手不再回复。',
};

export const botWords: Texts<typeof en> = { key: 'bot', en, zh };
