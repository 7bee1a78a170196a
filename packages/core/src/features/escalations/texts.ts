/** The Chinese of what this feature says in English. */
export const escalationTexts = {
  'Nobody answers his own escalation.': '不能处理自己发起的升级。',
  'Only the owner or a lead escalates a conversation.': '只有会话负责人或主管可以升级会话。',
  'Say what the next level must know.': '请填写上级需要了解的情况。',
  'The conversation has this level already.': '会话已处于该级别。',
  'The new level must be below the present one.': '新级别必须低于当前级别。',
};
