/**
 * @module Facts about disputes, timers, messages, reviews, invoices and norms.
 */
import { choice, count, flag, say, since } from './columns.ts';

export const stage = choice(
  'stage',
  say('纠纷阶段', 'Dispute stage'),
  {
    OPENED: ['已发起', 'opened'],
    NEGOTIATING: ['协商中', 'negotiating'],
    ESCALATED_TO_PLATFORM: ['平台介入', 'with the platform'],
    EVIDENCE: ['举证', 'evidence'],
    UNDER_ADJUDICATION: ['裁决中', 'under decision'],
    DECIDED: ['已裁决', 'decided'],
    APPEALED: ['申诉中', 'appealed'],
    EXECUTING: ['执行中', 'executing'],
    CLOSED: ['已关闭', 'closed'],
    WITHDRAWN: ['已撤销', 'withdrawn'],
  },
  { fixed: true },
);

export const move = choice(
  'move',
  say('动作', 'Step'),
  {
    ESCALATE_BY_BUYER: ['买家申请平台介入', 'buyer asks the platform to step in'],
    ESCALATE_BY_SELLER: ['卖家申请平台介入', 'seller asks the platform to step in'],
    AUTO_ESCALATE: ['自动升级到平台', 'automatic escalation'],
    UPLOAD_EVIDENCE: ['上传证据', 'upload evidence'],
    WITHDRAW: ['买家撤销', 'buyer withdraws'],
    APPEAL: ['申诉', 'appeal'],
    CLAIM: ['申请平台保障', 'file a claim with the platform'],
    REIMBURSE: ['卖家申请赔付', 'seller asks for reimbursement'],
  },
  { fixed: true },
);

export const sinceOpened = since('sinceOpened', say('发起后时长', 'Time since the dispute was opened'), 'elapsed', {
  from: 'openedAt',
});
export const sinceContacted = since(
  'sinceContacted',
  say('联系卖家后时长', 'Time since the seller was contacted'),
  'elapsed',
  { from: 'contactedAt' },
);
export const sinceEvidenceDue = since('sinceEvidenceDue', say('距举证截止', 'Time past the evidence date'), 'elapsed', {
  from: 'evidenceDueAt',
});
export const daysSinceDecided = since('daysSinceDecided', say('裁决后第几天', 'Days since the decision'), 'days', {
  from: 'decidedAt',
});
export const daysSinceMaxEta = since(
  'daysSinceMaxEta',
  say('最晚预计送达后第几天', 'Days since the latest estimated delivery'),
  'days',
  { from: 'maxEstimatedDeliveryAt' },
);
export const daysSinceSucceeded = since(
  'daysSinceSucceeded',
  say('交易成功后第几天', 'Days since the completed sale'),
  'days',
  { from: 'succeededAt' },
);

export const sellerRefused = flag(
  'sellerRefused',
  say('卖家已拒绝', 'Seller has refused'),
  say('卖家已拒绝', 'once the seller has refused'),
  say('卖家尚未拒绝', 'while the seller has not refused'),
  { default: false },
);

export const lateDelivery = flag(
  'lateDelivery',
  say('因迟到而申请', 'Claim for late delivery'),
  say('因迟到而申请', 'for late delivery'),
  say('因其他原因申请', 'for another cause'),
  { default: false, fixed: true },
);

export const timer = choice(
  'timer',
  say('时限', 'Time limit'),
  {
    SELLER_ANSWERS_BEFORE_SHIPPING: ['发货前退款：卖家处理', 'refund before shipping: seller answers'],
    SELLER_ANSWERS_AFTER_SHIPPING: ['发货后退款：卖家处理', 'refund after shipping: seller answers'],
    BUYER_RETURNS_GOODS: ['买家寄回商品', 'buyer sends the goods back'],
    SELLER_CONFIRMS_RETURN: ['卖家确认收到退货', 'seller confirms the returned goods'],
    AUTO_CONFIRM_RECEIPT: ['自动确认收货', 'receipt is confirmed by itself'],
    AFTER_SALE_APPLICATION: ['售后申请期', 'after-sale application'],
    UNPAID_REMINDER: ['未付款提醒', 'reminder of an unpaid order'],
    RETURN_DECISION: ['退换申请答复', 'answer to a return request'],
    SELLER_ANSWERS_DISPUTE: ['纠纷答复', 'seller answers the dispute'],
    BUYER_MAY_ESCALATE: ['买家可申请介入', 'buyer may escalate'],
    AUTO_ESCALATE: ['自动升级', 'automatic escalation'],
    PLATFORM_STEPS_IN: ['平台介入处理', 'platform steps in'],
    EVIDENCE: ['举证', 'evidence'],
    PLATFORM_REVIEWS: ['平台裁决', 'platform decides'],
    INFORMATION_REQUEST: ['平台要求说明', 'information request'],
    APPEAL: ['申诉', 'appeal'],
    ESCALATE_TO_SUPERVISOR: ['升级主管', 'escalation to the supervisor'],
    ESCALATE_TO_MANAGER: ['升级经理', 'escalation to the manager'],
    RATING: ['评价', 'rating'],
    APPEND_REVIEW: ['追加评价', 'appended review'],
    PRICE_PROTECTION: ['价格保护', 'price protection'],
    QUOTATION: ['报价有效期', 'validity of a quotation'],
    RECORDS: ['档案保存', 'record keeping'],
  },
  { fixed: true },
);

export const virtualGoods = flag(
  'virtualGoods',
  say('虚拟商品', 'Virtual goods'),
  say('虚拟商品', 'for virtual goods'),
  say('实物商品', 'for physical goods'),
  { default: false, fixed: true },
);

export const messageKind = choice(
  'messageKind',
  say('消息类型', 'Kind of message'),
  {
    SERVICE: ['服务消息', 'service'],
    ORDER_COMPLETING: ['完成订单所需', 'needed to complete the order'],
    MARKETING: ['营销', 'marketing'],
    COUPON: ['优惠券', 'coupon'],
    OUTSIDE_LINK: ['站外链接', 'outside link'],
    REVIEW_REQUEST: ['中性评价邀请', 'neutral review request'],
    POSITIVE_REVIEW_REQUEST: ['索要好评', 'request for a positive review'],
    CONTRACT_CHANGE: ['合同变更', 'contract change'],
  },
  { fixed: true },
);

export const consent = flag(
  'consent',
  say('已同意接收营销', 'Consent to marketing'),
  say('客户同意接收', "with the customer's consent"),
  say('客户未同意接收', 'without consent'),
  { default: false },
);
export const optedOut = flag(
  'optedOut',
  say('已退订', 'Opted out'),
  say('客户已退订', 'once the customer has opted out'),
  say('客户未退订', 'while the customer has not opted out'),
  { default: false, fixed: true },
);
export const quietHours = flag(
  'quietHours',
  say('处于免打扰时段', 'Inside quiet hours'),
  say('处于免打扰时段', 'inside quiet hours'),
  say('不在免打扰时段', 'outside quiet hours'),
  { default: false },
);
export const sentThisMonth = count(
  'sentThisMonth',
  say('本月已发条数', 'Messages sent this month'),
  say('条', 'messages'),
  { default: 0 },
);
export const bothAccepted = flag(
  'bothAccepted',
  say('双方已确认', 'Both sides accepted'),
  say('双方书面确认后', 'once both sides accept in writing'),
  say('尚未双方确认', 'before both sides accept'),
  { default: false },
);

export const reviewAct = choice(
  'reviewAct',
  say('评价行为', 'What is done about reviews'),
  {
    REPLY: ['回复评价', 'reply'],
    EXPLAIN: ['卖家解释', 'seller explanation'],
    DELETE: ['删除评价', 'delete reviews'],
    FAKE: ['虚构评价', 'fake reviews'],
    PAY_FOR_GOOD: ['返现或赠券换好评', 'cash-back or coupon for a good review'],
    ASK_TO_CHANGE_FOR_MONEY: ['付费改评', 'money to change a review'],
  },
  { fixed: true },
);

export const channel = choice(
  'channel',
  say('渠道', 'Channel'),
  {
    MESSAGE: ['买家消息', 'buyer message'],
    ISSUE: ['买家问题单', 'buyer issue'],
    INQUIRY: ['询盘', 'inquiry'],
    CHAT: ['在线聊天', 'live chat'],
    EMAIL: ['邮件', 'e-mail'],
    SOCIAL: ['社交媒体', 'social media'],
    COMPLAINT: ['投诉', 'complaint'],
  },
  { fixed: true },
);

export const metric = choice(
  'metric',
  say('指标', 'Metric'),
  {
    ORDER_DEFECT_RATE: ['订单缺陷率', 'order defect rate'],
    PRE_FULFILMENT_CANCEL_RATE: ['发货前取消率', 'cancellations before fulfilment'],
    LATE_SHIPMENT_RATE: ['迟发率', 'late shipments'],
    VALID_TRACKING_RATE: ['有效追踪率', 'valid tracking'],
    THREE_MINUTE_REPLY_RATE: ['3 分钟人工回复率', '3-minute human reply rate'],
  },
  { fixed: true },
);

export const duty = choice(
  'duty',
  say('义务', 'Duty'),
  {
    KEEP_RECORDS: ['保存交易记录', 'keep transaction records'],
    PRIVACY: ['个人信息保护', 'protect personal data'],
    COMPLAINT_CHANNELS: ['告知投诉途径', 'tell the ways to complain'],
    STATE_RULE_ON_REFUSAL: ['拒绝须说明依据与申诉途径', 'a refusal states rule, evidence and appeal'],
    FORBIDDEN_TO_AGENTS: ['客服禁止行为', 'forbidden to agents'],
    TONE: ['沟通语气', 'tone'],
    INSPECTION_FEE: ['第三方检验费', 'third-party inspection fee'],
    ORDER_FLOW: ['订单流程', 'order flow'],
    DOCUMENTS: ['单证', 'documents'],
    PROFILE: ['展示客户当地信息', "show the customer's locale"],
    ABUSE_REVIEW: ['滥用审查', 'abuse review'],
    LOST_PARCELS: ['丢件移交财务', 'lost parcels to finance'],
    SELLER_POLICY_FLOOR: ['卖家政策下限', 'floor of the seller policy'],
  },
  { fixed: true },
);

export const invoiceKind = choice(
  'invoiceKind',
  say('票据类型', 'Invoice'),
  {
    ELECTRONIC: ['电子发票', 'e-invoice'],
    PAPER: ['纸质发票', 'paper invoice'],
    VAT_SPECIAL: ['增值税专用发票', 'VAT special invoice'],
    VAT: ['增值税发票', 'VAT invoice'],
    RECEIPT: ['收据', 'receipt'],
    PROFORMA: ['形式发票', 'proforma invoice'],
  },
  { fixed: true },
);
