import type { Texts } from '../kit/language.ts';

const en = {
  all: 'All data',
  allText: 'Everything the desk keeps that has no page of its own.',
  empty: 'Nothing here yet',
  emptyFiltered: 'Nothing matches these filters',
  clearFilters: 'Clear filters',
  filters: 'Filters',
  order: 'Order',
  ascending: (field: string) => `${field} ↑`,
  descending: (field: string) => `${field} ↓`,
  contains: (field: string) => `${field} contains`,
  from: (field: string) => `${field} from`,
  to: (field: string) => `${field} to`,
  missing: 'This entry does not exist or you have no access to it.',
  back: (list: string) => `Back to: ${list}`,
  actions: 'Actions',
  noActions: 'You have no actions here.',
  done: (title: string) => `Done: ${title}.`,
  history: 'Fields',
};

const zh: typeof en = {
  all: '全部数据',
  allText: '系统中没有专属页面的数据。',
  empty: '暂无数据',
  emptyFiltered: '没有符合筛选条件的数据',
  clearFilters: '清除筛选',
  filters: '筛选',
  order: '排序',
  ascending: (field) => `${field} ↑`,
  descending: (field) => `${field} ↓`,
  contains: (field) => `${field}包含`,
  from: (field) => `${field}起`,
  to: (field) => `${field}止`,
  missing: '记录不存在，或您无权查看。',
  back: (list) => `返回：${list}`,
  actions: '操作',
  noActions: '您在此没有可用操作。',
  done: (title) => `已完成：${title}。`,
  history: '字段',
};

export const recordWords: Texts<typeof en> = { en, zh };
