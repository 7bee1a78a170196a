/** @module What the panel beside a conversation says about it; loaded with it. */
import type { Texts } from '../../kit/language.ts';

const en = {
  reopened: (count: number) => (count === 1 ? 'Reopened once' : `Reopened ${count} times`),
  transferred: (count: number) => (count === 1 ? 'Transferred once' : `Transferred ${count} times`),
  rating: 'Rating',
  noRating: 'Not rated yet',
  opened: 'Opened',
  firstReply: 'First reply after',
  page: 'Page',
  closedAt: 'Closed',
  contactEmail: 'Answer to',
  qaFlag: 'Quality flag',
  qaFlagText: 'Closed with an unanswered question',
};

const zh: typeof en = {
  reopened: (count) => `重新打开 ${count} 次`,
  transferred: (count) => `转接 ${count} 次`,
  rating: '评价',
  noRating: '尚未评价',
  opened: '开始时间',
  firstReply: '首次响应用时',
  page: '来源页面',
  closedAt: '结束时间',
  contactEmail: '回复邮箱',
  qaFlag: '质检标记',
  qaFlagText: '结束时有未回复的问题',
};

export const aboutWords: Texts<typeof en> = { key: 'about', en, zh };
