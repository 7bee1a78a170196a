/** @module What the fields of notices are called. */
import type { WordList } from '../../kernel/words.ts';

export const noticeWords: WordList = {
  aboutEntity: { en: 'About', zh: '关于' },
  aboutId: { en: 'About the row', zh: '关联记录' },
  acknowledgeBy: { en: 'Acknowledge by', zh: '确认时限' },
  acknowledgedAt: { en: 'Acknowledged', zh: '确认时间' },
  acknowledgedById: { en: 'Acknowledged by', zh: '确认人' },
  byUserId: { en: 'Caused by', zh: '触发人' },
  count: { en: 'Times', zh: '次数', note: 'How often it happened before it was settled.' },
  kinds: { en: 'Kinds of notices', zh: '通知类型' },
  lastAt: { en: 'Last time', zh: '最近一次' },
  level: { en: 'Level', zh: '升级次数', note: 'How often nobody acknowledged it and it went on to the next people.' },
  locked: { en: 'Cannot be switched off', zh: '不可关闭' },
  more: { en: 'There are more', zh: '还有更多' },
  notToldBecause: { en: 'Why nobody was told', zh: '未发送原因' },
  noticeId: { en: 'Notice', zh: '通知' },
  notices: { en: 'Notices', zh: '通知' },
  on: { en: 'On', zh: '开启' },
  onForMe: { en: 'On for me', zh: '我接收', note: 'Null: I have not said.' },
  onInStore: { en: 'On in the store', zh: '店铺开启', note: 'Null: no store was named.' },
  perDay: { en: 'Most in a day', zh: '每日上限', note: 'In the store, in 24 hours; null: no limit.' },
  severity: { en: 'Severity', zh: '级别' },
  toPermission: { en: 'For people with', zh: '通知具备此权限者' },
  toRoles: { en: 'For roles', zh: '通知角色' },
  toUserIds: { en: 'For', zh: '通知对象' },
};
