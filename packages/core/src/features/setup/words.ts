/** @module What the fields of the first hour are called. */
import type { WordList } from '../../kernel/words.ts';

export const setupWords: WordList = {
  admitted: { en: 'Was answered', zh: '当时已允许' },
  allowed: { en: 'Allowed', zh: '已允许' },
  dismissed: { en: 'Put away', zh: '已收起' },
  dismissedAt: { en: 'Put away at', zh: '收起时间' },
  done: { en: 'Done', zh: '已完成' },
  kept: { en: 'Kept as they are', zh: '保持默认的步骤' },
  mayKeep: { en: 'May be kept', zh: '可保持默认' },
  noted: { en: 'Noted', zh: '已记录' },
  origin: { en: 'Page', zh: '网页来源' },
  path: { en: 'Page of the panel', zh: '面板页面' },
  seenAt: { en: 'Last seen', zh: '最近出现' },
  sightings: { en: 'Pages with the chat', zh: '嵌入聊天窗口的网页' },
  steps: { en: 'Steps', zh: '步骤' },
};
