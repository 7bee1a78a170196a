/**
 * @module The instants of a case that rules count from, and how they are called in a sentence.
 */
import type { Text } from '../text.ts';

/** Names of instants among the facts. */
export const EVENT_NAMES: Readonly<Record<string, Text>> = {
  at: { zh: '申请', en: 'the request' },
  orderedAt: { zh: '下单', en: 'the order' },
  paidAt: { zh: '付款', en: 'payment' },
  shippedAt: { zh: '发货', en: 'shipping' },
  estimatedDeliveryAt: { zh: '预计送达', en: 'the estimated delivery' },
  maxEstimatedDeliveryAt: { zh: '最晚预计送达', en: 'the latest estimated delivery' },
  deliveredAt: { zh: '送达', en: 'delivery' },
  signedAt: { zh: '签收', en: 'signing' },
  receiptConfirmedAt: { zh: '确认收货', en: 'confirmed receipt' },
  succeededAt: { zh: '交易成功', en: 'the completed sale' },
  approvedAt: { zh: '同意退货', en: 'the approval of the return' },
  returnShippedAt: { zh: '买家寄回', en: 'the buyer sending the goods back' },
  returnSignedAt: { zh: '退货签收', en: 'the return parcel being signed for' },
  firstScanAt: { zh: '承运人首次揽收扫描', en: 'the first carrier scan' },
  goodsReceivedAt: { zh: '卖家收到退货', en: 'the seller receiving the goods' },
  inspectionPassedAt: { zh: '验货通过', en: 'the passed inspection' },
  withdrawnAt: { zh: '撤回合同', en: 'the withdrawal' },
  settledAt: { zh: '达成处理或裁决', en: 'the settlement or decision' },
  openedAt: { zh: '纠纷发起', en: 'the dispute being opened' },
  escalatedAt: { zh: '平台介入', en: 'the escalation' },
  evidenceDueAt: { zh: '举证截止', en: 'the evidence date' },
  evidenceInAt: { zh: '举证完成', en: 'the evidence being in' },
  decidedAt: { zh: '裁决', en: 'the decision' },
  askedAt: { zh: '买家提问', en: 'the question' },
  invoiceAskedAt: { zh: '申请开票', en: 'the invoice request' },
  contactedAt: { zh: '买家联系卖家', en: 'the buyer contacting the seller' },
  cutOffAt: { zh: '当日截单', en: "the day's cut-off" },
};
