import { texts } from '../../kernel/said.ts';

/** What this feature says in denials and of fields. */
export const escalationTexts = texts('escalations', {
  levelNotBelow: { en: 'The new level must be below the present one.', zh: '新级别必须低于当前级别。' },
  notOwnEscalation: { en: 'Nobody answers their own escalation.', zh: '不能处理自己发起的升级。' },
  ownerOrLeadEscalates: {
    en: 'Only the owner or a lead escalates a conversation.',
    zh: '只有会话负责人或主管可以升级会话。',
  },
  sameLevel: { en: 'The conversation has this level already.', zh: '会话已处于该级别。' },
  saySummary: { en: 'Say what the next level must know.', zh: '请填写上级需要了解的情况。' },
});
