/**
 * @module What the fields of guard are called.
 */
import type { WordList } from '../../kernel/words.ts';

export const guardWords: WordList = {
  agent: { en: 'Agent', zh: '客服' },
  capped: { en: 'More than shown', zh: '超出统计上限' },
  channel: { en: 'Channel', zh: '渠道' },
  channels: { en: 'Channels', zh: '渠道' },
  class: { en: 'Class', zh: '类别' },
  column: { en: 'Column', zh: '列' },
  created: { en: 'Created', zh: '新增数' },
  detectors: { en: 'Detectors', zh: '识别类型' },
  dryRun: { en: 'Only check', zh: '仅校验' },
  except: { en: 'Except in', zh: '例外表述' },
  hits: { en: 'Hits', zh: '命中' },
  lastAt: { en: 'Last hit', zh: '最近命中' },
  level: { en: 'Level', zh: '处理级别' },
  line: { en: 'Line', zh: '行号' },
  message: { en: 'Message', zh: '消息' },
  names: { en: 'Rules by name', zh: '规则名称' },
  ownRule: { en: 'Own rule', zh: '自有规则' },
  phrases: { en: 'Phrases', zh: '词语' },
  problem: { en: 'Problem', zh: '问题' },
  problems: { en: 'Problems', zh: '问题' },
  replacement: { en: 'Replacement', zh: '建议替换' },
  rule: { en: 'Rule', zh: '规则' },
  rules: { en: 'Rules', zh: '规则' },
  'addSafeContact.value': { en: 'Contact', zh: '联系方式' },
  'SafeContact.value': { en: 'Contact', zh: '联系方式' },
  shipped: { en: 'Shipped with the desk', zh: '系统默认' },
  unresolved: { en: 'Unfilled variables', zh: '未填写的变量' },
  updated: { en: 'Changed', zh: '更新数' },
};
