/** The Chinese of what this feature says in English. */
export const routingTexts = {
  'Another lead must do this.': '须由另一位负责人执行此操作。',
  'Set an automatic reply first.': '请先设置自动回复。',
  'Only who has passed the onboarding (skill LIVE) serves customers.': '只有通过上岗考核(具备 LIVE 技能)的员工才能接待顾客。',
  'Within the next 24 hours.': '请选择 24 小时以内的时间。',
  'Within the next seven days.': '请选择七天以内的时间。',
};
