/** @module What the dialogs say in which a conversation is assigned, transferred or closed; loaded with them. */
import type { TransferItem } from '../../desk/rows.ts';
import type { Texts } from '../../kit/language.ts';

const en = {
  assigned: (name: string) => `Assigned to ${name}.`,
  transferRequested: 'The transfer was offered.',
  transferAs: { APPROVAL_PENDING: 'The transfer awaits approval.' } as Readonly<
    Partial<Record<TransferItem['state'], string>>
  >,
  assignTitle: 'Assign conversation',
  assignTo: 'Colleague',
  assignReason: 'Reason for taking it over',
  assignReasonHint: 'Required while a colleague owns it.',
  findColleague: 'Search by name or number',
  transferTitle: 'Transfer conversation',
  transferTo: 'To',
  toQueue: 'Anybody who is free',
  transferNote: 'Note to the colleague',
  transferSummary: 'Summary',
  transferSummaryHint: 'What the next person must know, so that the customer need not repeat it.',
  choose: 'Please choose',
  closeTitle: 'Close conversation',
  closeIntent: 'What was it about?',
  closeResult: 'How did it end?',
  closeReason: 'Why is the last question unanswered?',
  closeReasonHint: 'The customer’s last message has no answer. Closing now raises a quality flag.',
  closeReasonOptional: 'Remark',
  cardTitle: 'Send a card',
  cardKind: 'Kind',
  product: 'Product',
  productId: 'Product number',
  orderId: 'Order number',
  orderPick: 'Order of this customer',
};

const zh: typeof en = {
  assigned: (name) => `已分配给 ${name}。`,
  transferRequested: '转接请求已发出。',
  transferAs: { APPROVAL_PENDING: '转接等待审批。' },
  assignTitle: '分配会话',
  assignTo: '客服',
  assignReason: '接管原因',
  assignReasonHint: '会话已有负责人时必填。',
  findColleague: '按姓名或工号搜索',
  transferTitle: '转接会话',
  transferTo: '转给',
  toQueue: '任何空闲客服',
  transferNote: '给同事的备注',
  transferSummary: '情况摘要',
  transferSummaryHint: '请写明下一位同事需要了解的情况，避免顾客重复说明。',
  choose: '请选择',
  closeTitle: '结束会话',
  closeIntent: '咨询类型',
  closeResult: '处理结果',
  closeReason: '最后一个问题为何未回复？',
  closeReasonHint: '顾客最后一条消息尚未回复，现在结束会产生质检标记。',
  closeReasonOptional: '备注',
  cardTitle: '发送卡片',
  cardKind: '类型',
  product: '商品',
  productId: '商品编号',
  orderId: '订单编号',
  orderPick: '该顾客的订单',
};

export const dialogWords: Texts<typeof en> = { key: 'dialog', en, zh };
