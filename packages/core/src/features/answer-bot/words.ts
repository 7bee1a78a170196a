/**
 * @module What the fields of the answer bot are called.
 */
import type { WordList } from '../../kernel/words.ts';

export const answerBotWords: WordList = {
  answers: { en: 'Answers', zh: '回答数' },
  article: { en: 'Article', zh: '知识文章' },
  bot: { en: 'Bot', zh: '智能助手设置' },
  coverage: { en: 'Coverage', zh: '匹配度', note: 'Share of the question’s words that the article has, from 0 to 1.' },
  draft: { en: 'Draft', zh: '草稿' },
  edition: { en: 'Edition', zh: '版次' },
  handedOverAt: { en: 'Handed over', zh: '转人工时间' },
  handOver: { en: 'Why handed over', zh: '转人工原因' },
  helpful: { en: 'Helpful', zh: '是否有帮助' },
  lastAnswer: { en: 'Last answer', zh: '最近回答' },
  message: { en: 'Message', zh: '消息' },
  misses: { en: 'Unanswered in a row', zh: '连续未答次数' },
  mode: { en: 'Mode', zh: '工作方式' },
  outcome: { en: 'Outcome', zh: '采用结果' },
  question: { en: 'Question', zh: '问题' },
  rephrase: { en: 'May rephrase', zh: '允许改写' },
  rephrased: { en: 'Rephrased', zh: '已改写' },
  sendPersonalData: { en: 'Personal data to the model', zh: '向模型发送个人信息' },
};
