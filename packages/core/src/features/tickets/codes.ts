/** @module The codes of tickets with their words (domain model 3.3). */
import { codes } from '../../kernel/codes.ts';

export const ticketState = codes('TicketState', {
  NEW: { en: 'New', zh: '新工单' },
  OPEN: { en: 'Open', zh: '处理中' },
  PENDING_CUSTOMER: { en: 'With the customer', zh: '待顾客回复' },
  PENDING_INTERNAL: { en: 'With the back office', zh: '待后台处理' },
  RESOLVED: { en: 'Resolved', zh: '已解决' },
  CLOSED: { en: 'Closed', zh: '已关闭' },
  CANCELLED: { en: 'Cancelled', zh: '已取消' },
});

export const cancelReason = codes('TicketCancelReason', {
  SPAM: { en: 'Spam', zh: '骚扰信息' },
  DUPLICATE: { en: 'Duplicate', zh: '重复工单' },
  MISTAKE: { en: 'Made by mistake', zh: '误建' },
});

/** Why a ticket is resolved. */
export const resolution = codes('TicketResolution', {
  SOLVED: { en: 'Solved', zh: '已解决' },
  NO_RESPONSE: { en: 'The customer did not answer', zh: '顾客未回复' },
});

/** What a ticket that sleeps wakes by. */
export const wokenBy = codes('TicketWokenBy', {
  TIME: { en: 'Its time', zh: '到时' },
  CUSTOMER: { en: 'A word of the customer', zh: '顾客来信' },
  HAND: { en: 'Somebody by hand', zh: '人工唤醒' },
});

export const linkKind = codes('TicketLinkKind', {
  MERGED_FROM: { en: 'Merged into this one', zh: '并入本单' },
  MERGED_INTO: { en: 'Goes on in', zh: '已并入' },
  SPLIT_FROM: { en: 'Split from', zh: '拆分自' },
  SPLIT_INTO: { en: 'Split off', zh: '拆分出' },
});
