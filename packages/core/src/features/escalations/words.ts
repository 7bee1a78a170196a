/**
 * @module What the fields of escalations are called.
 */
import type { WordList } from '../../kernel/words.ts';

export const escalationsWords: WordList = {
  decidedBy: { en: 'Decided by', zh: '处理人' },
  declineReason: { en: 'Why declined', zh: '拒绝原因' },
  escalatedTo: { en: 'Escalation to', zh: '申请升级至' },
  fromLevel: { en: 'From level', zh: '原级别' },
  level: { en: 'Level', zh: '级别' },
  overdue: { en: 'Overdue', zh: '超时' },
  raised: { en: 'Raised', zh: '已提升', note: 'Nobody answered in time, so the level above was asked.' },
  requestedBy: { en: 'Asked by', zh: '申请人' },
};
