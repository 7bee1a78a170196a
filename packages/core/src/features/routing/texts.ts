/** The Chinese of what this feature says in English. */
export const routingTexts = {
  'Another lead must do this.': '须由另一位负责人执行此操作。',
  'Set an automatic reply first.': '请先设置自动回复。',
  'Whoever is online needs an automatic reply.': '在线员工必须设有自动回复。',
  'Within the next 24 hours.': '请选择 24 小时以内的时间。',
  'Within the next seven days.': '请选择七天以内的时间。',
};
