import type { Texts } from '../../kit/language.ts';

type Names = Readonly<Record<string, string>>;

const en: Names = {
  abandonConversation: 'Left the queue', closeIdleConversation: 'Closed for silence', warnIdleCustomer: 'Asked the silent customer', expireTransfer: 'Transfer expired',
  openConversation: 'Opened a conversation', rateConversation: 'Rated the conversation', requestHuman: 'Asked for a person', startShopperSession: 'Started a shopper session',
  identifyShopper: 'Proved who he is', endShopperSession: 'Ended the shopper session', createTenant: 'Created the tenant', signIn: 'Signed in',
};
const zh: Names = {
  abandonConversation: '离开排队', closeIdleConversation: '超时未回复自动结束', warnIdleCustomer: '提醒未回复的顾客', expireTransfer: '转接超时', openConversation: '发起会话',
  rateConversation: '评价服务', requestHuman: '转人工', startShopperSession: '开始顾客会话', identifyShopper: '验证顾客身份', endShopperSession: '结束顾客会话', createTenant: '创建租户', signIn: '登录',
};

/** What customers and timers do, which no member of staff is offered and the description therefore does not name. */
export const systemActions: Texts<Names> = { en, zh };
