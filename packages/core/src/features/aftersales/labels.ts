/** @module What codes of a case are called in a form or a table. */
import type { CaseReason, CaseType } from './codes.ts';
import type { AfterSalesCase } from './entities.ts';
import type { RowOf } from '../../kernel/entity.ts';
import type { CaseState } from './machine.ts';

type Label = { readonly zh: string; readonly en: string };
const say = (zh: string, en: string): Label => ({ zh, en });
type FaultParty = RowOf<typeof AfterSalesCase>['faultParty'];

export const TYPE_LABELS: Record<CaseType, Label> = {
  REFUND_ONLY: say('仅退款', 'Refund only'),
  RETURN_REFUND: say('退货退款', 'Return and refund'),
  EXCHANGE: say('换货', 'Exchange'),
  REPAIR: say('维修', 'Repair'),
  RESHIP: say('补发', 'Re-shipment'),
  COMPENSATION: say('补偿', 'Compensation'),
  USAGE_HELP: say('使用问题', 'Usage help'),
};

export const REASON_LABELS: Record<CaseReason, Label> = {
  NO_REASON: say('无理由', 'No reason'),
  QUALITY: say('质量问题', 'Quality'),
  PERFORMANCE_FAULT: say('性能故障', 'Performance fault'),
  WRONG_ITEM: say('发错货', 'Wrong item'),
  MISSING: say('少件', 'Missing items'),
  NOT_AS_DESCRIBED: say('与描述不符', 'Not as described'),
  DAMAGED: say('运输破损', 'Damaged in transit'),
  SIZE_COLOR: say('尺码或颜色不合', 'Size or colour'),
  LATE: say('迟发或迟到', 'Late'),
  EXCHANGE: say('想换一件', 'Exchange'),
  REFUSED: say('拒收', 'Refused on delivery'),
};

export const FAULT_LABELS: Record<FaultParty, Label> = {
  SELLER: say('卖家', 'Seller'),
  BUYER: say('买家', 'Buyer'),
  CARRIER: say('承运人', 'Carrier'),
  SUPPLIER: say('供应商', 'Supplier'),
  UNCLEAR: say('不明', 'Unclear'),
};

export const STATE_LABELS: Record<CaseState, Label> = {
  REQUESTED: say('待受理', 'Requested'),
  UNDER_REVIEW: say('审核中', 'Under review'),
  APPROVED: say('已同意', 'Approved'),
  REJECTED: say('已拒绝', 'Rejected'),
  AWAITING_RETURN: say('待寄回', 'Awaiting return'),
  IN_TRANSIT: say('退货途中', 'In transit'),
  RECEIVED: say('已收货', 'Received'),
  INSPECTED_PASS: say('验货通过', 'Inspected, passed'),
  INSPECTED_PARTIAL: say('验货部分通过', 'Inspected, passed in part'),
  INSPECTED_FAIL: say('验货未通过', 'Inspected, failed'),
  REFUND_PENDING: say('退款中', 'Refund pending'),
  REFUNDED: say('已退款', 'Refunded'),
  RESHIPPING: say('补寄中', 'Re-shipping'),
  REPAIRING: say('维修中', 'Repairing'),
  COMPLETED: say('已完成', 'Completed'),
  DISPUTED: say('纠纷中', 'Disputed'),
  WITHDRAWN: say('已撤销', 'Withdrawn'),
  EXPIRED: say('超时关闭', 'Expired'),
  CLOSED: say('已归档', 'Closed'),
};

export const PAYER_LABELS: Record<string, Label> = {
  BUYER: say('买家', 'Buyer'),
  SELLER: say('卖家', 'Seller'),
  SPLIT: say('各付一程', 'Each one way'),
  FAULT_PARTY: say('责任方', 'Party at fault'),
  CONTRACT: say('按合同', 'By contract'),
};

export const STOCK_LABELS: Record<string, Label> = {
  RESTOCK: say('重新入库', 'Restocked'),
  REPAIR: say('送修', 'To repair'),
  SCRAP: say('报废', 'Scrapped'),
  TO_SUPPLIER: say('退供应商', 'To the supplier'),
  NONE: say('无', 'None'),
};

/** What a code is called; the code itself where this desk does not know it, as in a report that an older one froze. */
export const nameOf = (labels: Readonly<Record<string, Label>>, code: string, language: keyof Label): string =>
  labels[code]?.[language] ?? code;
