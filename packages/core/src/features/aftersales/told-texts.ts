import { texts } from '../../kernel/said.ts';

/** What the customer is told of a case, step by step (R-AFT-09). */
export const toldTexts = texts('aftersales', {
  awaitingReturn: {
    en: 'Your request {number} is approved. Please send the goods back by {by}, enclose the number {number}, and tell us the waybill.',
    zh: '售后单 {number} 已同意。请最晚于{by}寄回，包裹内附单号 {number}，寄出后请填写运单号。',
  },
  awaitingReturnTo: {
    en: 'Your request {number} is approved. Please send the goods back by {by} to {address}, enclose the number {number}, and tell us the waybill.',
    zh: '售后单 {number} 已同意。请最晚于{by}寄回：{address}，包裹内附单号 {number}，寄出后请填写运单号。',
  },
  basis: { en: ' Basis: {clause}.', zh: '依据：{clause}。' },
  completed: { en: 'Your request {number} is completed.', zh: '售后单 {number} 已完成。' },
  expired: {
    en: 'Your request {number} has ended: the goods were not sent back in time.',
    zh: '售后单 {number} 因超时未寄回已关闭。',
  },
  inspectedFail: {
    en: '{number}: the inspection did not pass ({note}).',
    zh: '售后单 {number}：验货未通过（{note}）。',
  },
  inspectedPartial: {
    en: '{number}: the inspection passed in part ({note}).',
    zh: '售后单 {number}：验货部分通过（{note}）。',
  },
  received: {
    en: '{number}: your goods have arrived and are being inspected.',
    zh: '售后单 {number}：退回的商品已收到，正在验货。',
  },
  refundPending: { en: '{number}: a refund of {refund} is on its way.', zh: '售后单 {number}：正在退款 {refund}。' },
  refunded: { en: '{number}: {refund} has been refunded.', zh: '售后单 {number}：退款 {refund} 已退回。' },
  rejected: {
    en: 'Your request {number} was refused: {reason}.{basis} You may dispute this within 7 days.',
    zh: '售后单 {number} 未能通过：{reason}。{basis}如有异议，可在 7 天内发起纠纷。',
  },
  repairing: { en: '{number}: your goods are being repaired.', zh: '售后单 {number}：商品正在维修。' },
  requested: {
    en: 'Your request {number} has arrived. We will answer by {by}.',
    zh: '售后申请 {number} 已收到，我们最晚于{by}答复您。',
  },
  reshipping: { en: '{number}: goods are being sent to you.', zh: '售后单 {number}：将为您寄出商品。' },
});
