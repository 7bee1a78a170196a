/**
 * @module What the fields of understanding are called.
 */
import type { WordList } from '../../kernel/words.ts';

export const understandingWords: WordList = {
  by: { en: 'Corrected by', zh: '更正人' },
  choices: { en: 'Choices', zh: '可选项' },
  confidence: { en: 'Confidence', zh: '置信度', note: 'From 0 to 1.' },
  emotion: { en: 'Mood', zh: '情绪' },
  examples: { en: 'Examples', zh: '样本数' },
  intent: { en: 'Topic', zh: '识别主题' },
  isCertain: { en: 'Certain', zh: '是否确定' },
  isUrgent: { en: 'Urgent', zh: '是否紧急' },
  keptOut: { en: 'Kept out of the training', zh: '留作检验', note: 'Never learned from: the reader is tried on it.' },
  model: { en: 'Model', zh: '模型版本' },
  others: { en: 'Next best', zh: '其他可能' },
  priority: { en: 'Priority', zh: '优先级' },
  priorityReasons: { en: 'Why this priority', zh: '优先级依据' },
  read: { en: 'Read as', zh: '原识别结果' },
  'ReaderTraining.after': {
    en: 'Share right after it',
    zh: '训练后准确率',
    note: 'From 0 to 1, of the questions kept out of the training.',
  },
  'ReaderTraining.before': {
    en: 'Share right before it',
    zh: '训练前准确率',
    note: 'From 0 to 1, of the questions kept out of the training.',
  },
  'ReaderTraining.number': { en: 'Edition', zh: '版次' },
  reading: { en: 'Reading', zh: '识别结果' },
  setByPeople: { en: 'Set by people', zh: '人工设定项' },
  taken: { en: 'Taken over', zh: '已采用', note: 'False: it would have read worse than the one in use, which stayed.' },
  tones: { en: 'Moods so far', zh: '情绪走势' },
  trainedAt: { en: 'Trained', zh: '训练时间' },
  trend: { en: 'Trend', zh: '情绪变化' },
  words: { en: 'Telling words', zh: '关键词' },
};
