/** @module What the panel says about warranties. */
const en = {
  title: 'Warranty claims',
  empty: 'No claim has been made.',
  product: 'Product',
  fault: 'What is broken',
  state: 'State',
  requested: 'Requested',
  reason: 'Why not',
  accept: 'Accept',
  decline: 'Decline',
  more: 'Show more',
  done: 'Done',
  covered: (until: string) => `Covered until ${until}`,
  notCovered: 'No extended warranty',
  open: (count: number) => (count === 1 ? '1 open claim' : `${count} open claims`),
};

const zh: typeof en = {
  title: '保修申请',
  empty: '暂无保修申请。',
  product: '商品',
  fault: '故障描述',
  state: '状态',
  requested: '申请时间',
  reason: '拒绝原因',
  accept: '通过',
  decline: '拒绝',
  more: '加载更多',
  done: '已完成',
  covered: (until: string) => `保修至 ${until}`,
  notCovered: '未购买延长保修',
  open: (count: number) => `${count} 个待处理申请`,
};

export const claimWords = { en, zh };
