import { texts } from '../../kernel/said.ts';

/** What this feature says in denials and of fields. */
export const routingTexts = texts('routing', {
  anotherLead: { en: 'Another lead must do this.', zh: '须由另一位负责人执行此操作。' },
  onlineNeedsAutoReply: { en: 'Whoever is online needs an automatic reply.', zh: '在线员工必须设有自动回复。' },
  setAutoReply: { en: 'Set an automatic reply first.', zh: '请先设置自动回复。' },
  withinOneDay: { en: 'Within the next 24 hours.', zh: '请选择 24 小时以内的时间。' },
  withinSevenDays: { en: 'Within the next seven days.', zh: '请选择七天以内的时间。' },
});
