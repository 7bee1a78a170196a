/**
 * @module The names of the domain's codes, as people of the field say them. A code that core adds does not compile here
 * until it has its names.
 */
import type { RowOf, Transfer } from '@shopdesk/core';
import type { Texts } from '../kit/language.ts';
import type { ConversationItem } from './rows.ts';

type Names<K extends string> = Readonly<Record<K, string>>;

export interface Terms {
  readonly state: Names<ConversationItem['state']>;
  readonly priority: Names<ConversationItem['priority']>;
  readonly channel: Names<ConversationItem['channel']>;
  readonly intent: Names<NonNullable<ConversationItem['intent']>>;
  readonly result: Names<NonNullable<ConversationItem['result']>>;
  readonly transferReason: Names<RowOf<typeof Transfer>['reason']>;
  readonly transferState: Names<RowOf<typeof Transfer>['state']>;
  readonly team: Names<NonNullable<RowOf<typeof Transfer>['toTeam']>>;
}

const en: Terms = {
  state: {
    BOT: 'With the robot',
    QUEUED: 'Waiting',
    ASSIGNED: 'Assigned',
    ACTIVE: 'Active',
    WAITING_CUSTOMER: 'Customer’s turn',
    OFFLINE: 'Offline message',
    CLOSED: 'Closed',
    ABANDONED: 'Left the queue',
  },
  priority: { P1: 'P1 – urgent', P2: 'P2 – high', P3: 'P3 – raised', P4: 'P4 – normal' },
  channel: {
    WEB_CHAT: 'Web chat',
    PHONE: 'Phone',
    EMAIL: 'E-mail',
    SOCIAL: 'Social media',
    MARKETPLACE_IM: 'Marketplace chat',
    SMS: 'SMS',
    WALK_IN: 'Walk-in',
  },
  intent: {
    PRODUCT: 'Product',
    PROMOTION: 'Promotion',
    ORDER: 'Order',
    PAYMENT: 'Payment',
    LOGISTICS: 'Delivery',
    RETURN: 'Return',
    EXCHANGE: 'Exchange',
    REPAIR: 'Repair',
    REFUND: 'Refund',
    INVOICE: 'Invoice',
    ACCOUNT: 'Account',
    TECH: 'Technical help',
    COMPLAINT: 'Complaint',
    SUGGESTION: 'Suggestion',
    COOPERATION: 'Cooperation',
    SAFETY: 'Safety',
    OTHER: 'Other',
  },
  result: {
    SOLVED: 'Solved',
    FOLLOW_UP: 'Follow-up needed',
    NO_DEAL: 'No purchase',
    NOT_SOLVED: 'Not solved',
    NO_RESPONSE: 'Customer did not answer',
    SPAM: 'Spam',
  },
  transferReason: {
    AFTER_SALE: 'After-sale matter',
    SKILL: 'Needs another skill',
    LANGUAGE: 'Language',
    SHIFT_END: 'End of shift',
    CUSTOMER_REQUEST: 'Customer asked for it',
    OTHER: 'Other (needs approval)',
  },
  transferState: {
    REQUESTED: 'Requested',
    APPROVAL_PENDING: 'Awaiting approval',
    OFFERED: 'Offered',
    ACCEPTED: 'Accepted',
    DECLINED: 'Declined',
    EXPIRED: 'Expired',
  },
  team: {
    PRE_SALE: 'Pre-sale team',
    AFTER_SALE: 'After-sale team',
    COMPLAINT: 'Complaints team',
    TECH: 'Technical support',
    SOCIAL: 'Social-media team',
  },
};

const zh: Terms = {
  state: {
    BOT: '机器人接待',
    QUEUED: '排队中',
    ASSIGNED: '已分配',
    ACTIVE: '会话中',
    WAITING_CUSTOMER: '等待顾客',
    OFFLINE: '离线留言',
    CLOSED: '已结束',
    ABANDONED: '已离开排队',
  },
  priority: { P1: 'P1 紧急', P2: 'P2 高', P3: 'P3 较高', P4: 'P4 普通' },
  channel: {
    WEB_CHAT: '在线聊天',
    PHONE: '电话',
    EMAIL: '邮件',
    SOCIAL: '社交媒体',
    MARKETPLACE_IM: '平台旺旺/咚咚',
    SMS: '短信',
    WALK_IN: '到访',
  },
  intent: {
    PRODUCT: '商品咨询',
    PROMOTION: '优惠活动',
    ORDER: '订单',
    PAYMENT: '支付',
    LOGISTICS: '物流',
    RETURN: '退货',
    EXCHANGE: '换货',
    REPAIR: '维修',
    REFUND: '退款',
    INVOICE: '发票',
    ACCOUNT: '账户',
    TECH: '技术支持',
    COMPLAINT: '投诉',
    SUGGESTION: '建议',
    COOPERATION: '商务合作',
    SAFETY: '安全',
    OTHER: '其他',
  },
  result: {
    SOLVED: '已解决',
    FOLLOW_UP: '需跟进',
    NO_DEAL: '未成交',
    NOT_SOLVED: '未解决',
    NO_RESPONSE: '顾客未回复',
    SPAM: '骚扰信息',
  },
  transferReason: {
    AFTER_SALE: '售后问题',
    SKILL: '技能不符',
    LANGUAGE: '语言',
    SHIFT_END: '交接班',
    CUSTOMER_REQUEST: '顾客要求',
    OTHER: '其他（需审批）',
  },
  transferState: {
    REQUESTED: '已申请',
    APPROVAL_PENDING: '待审批',
    OFFERED: '待接受',
    ACCEPTED: '已接受',
    DECLINED: '已拒绝',
    EXPIRED: '已超时',
  },
  team: { PRE_SALE: '售前组', AFTER_SALE: '售后组', COMPLAINT: '投诉组', TECH: '技术支持组', SOCIAL: '社媒组' },
};

export const terms: Texts<Terms> = { en, zh };
