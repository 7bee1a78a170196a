import type { Texts } from '../../kit/language.ts';

const en = {
  title: 'Notices',
  intro: 'What the desk tells you by itself. Kinds that are locked are told in any case.',
  kind: 'Kind',
  severity: 'Severity',
  forMe: 'Told to me',
  store: 'Store',
  inStore: 'Given in the store',
  offInStore: 'The store gives none of these.',
  perDay: 'Most in a day',
  noLimit: 'No limit',
  locked: 'Always',
  saved: 'Saved.',
  empty: 'There are no kinds of notices.',
  customerTitle: 'What customers are told',
  customerIntro:
    'The desk tries these channels one after the other until the customer has it. A channel that is not connected reaches nobody, and the record of the notice says so.',
  given: 'Given',
  perCustomer: 'Most in a day, each customer',
  ways: 'Channels in order',
  missing: 'not connected',
};

const zh: typeof en = {
  title: '通知',
  intro: '系统会主动告知您的事项。锁定的类型始终通知。',
  kind: '类型',
  severity: '级别',
  forMe: '通知我',
  store: '店铺',
  inStore: '店铺启用',
  offInStore: '店铺已关闭此类通知。',
  perDay: '每日上限',
  noLimit: '不限',
  locked: '始终通知',
  saved: '已保存。',
  empty: '暂无通知类型。',
  customerTitle: '顾客通知设置',
  customerIntro: '系统依次尝试以下渠道，直到顾客收到为止。未接入的渠道无法送达，会如实记录。',
  given: '启用',
  perCustomer: '每位顾客每日上限',
  ways: '依次尝试的渠道',
  missing: '未接入',
};

export const noticeWords: Texts<typeof en> = { key: 'notices', en, zh };
