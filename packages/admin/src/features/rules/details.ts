/** @module What the lists of rules and of their runs say in particular. */
const tabs = [
  { path: '/rules', title: { en: 'Rules', zh: '规则' } },
  { path: '/rules/runs', title: { en: 'What they did', zh: '执行记录' } },
];

export const ruleDetails = {
  about: {
    en: 'A rule does steps by itself when something happens. Rules on one event are done in this order.',
    zh: '事件发生时，规则自动执行步骤。同一事件的规则按此顺序执行。',
  },
  none: { en: 'No rules yet', zh: '暂无规则' },
  tabs,
  list: ['name', 'state', 'event', 'storeId', 'position', 'number', 'pausedBecause'],
  empty: { storeId: { en: 'All stores', zh: '全部店铺' } },
  looks: { state: { ACTIVE: 'ok', PAUSED: 'warn', RETIRED: '' } },
  makers: ['createRule'],
  views: [
    { name: { en: 'In use', zh: '使用中' }, query: 'state=DRAFT,ACTIVE,PAUSED' },
    { name: { en: 'All', zh: '全部' }, query: '' },
  ],
  buttons: [{ action: 'createRule', fields: ['name', 'storeId'] }],
} as const;

export const runDetails = {
  about: {
    en: 'What rules did, and why one did not. A run that was refused has changed nothing with that step.',
    zh: '规则的执行情况及未执行的原因。被拒绝的步骤没有改动任何内容。',
  },
  none: { en: 'No rule has run yet', zh: '暂无执行记录' },
  tabs,
  list: ['title', 'ruleId', 'state', 'event', 'because', 'step', 'at'],
  looks: { state: { DONE: 'ok', STOPPED: 'danger', NOT_RUN: 'warn', RUNNING: 'info' } },
} as const;
