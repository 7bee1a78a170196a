/** @module What a customer reads about their warranty. */
const en = {
  title: 'Your warranty',
  empty: 'You have made no claim yet.',
  product: 'Product',
  fault: 'What is broken?',
  claim: 'Claim warranty',
  withdraw: 'Withdraw',
  loading: 'Loading …',
  states: {
    REQUESTED: 'We look into it',
    ACCEPTED: 'Accepted, please send it to us',
    DECLINED: 'Declined',
    REPAIRED: 'Repaired',
    WITHDRAWN: 'Withdrawn',
  },
};

const zh: typeof en = {
  title: '我的保修',
  empty: '您还没有保修申请。',
  product: '商品',
  fault: '请描述故障',
  claim: '申请保修',
  withdraw: '撤回',
  loading: '加载中…',
  states: {
    REQUESTED: '处理中',
    ACCEPTED: '已通过，请寄回商品',
    DECLINED: '已拒绝',
    REPAIRED: '已维修',
    WITHDRAWN: '已撤回',
  },
};

export const warrantyWords = (locale: string): typeof en => (locale === 'en' ? en : zh);
