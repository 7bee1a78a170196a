/**
 * @module How a shop says no. The desk shows `reason` in the reader's language and acts on `code`.
 */
import { z } from 'zod';
import { judge, type CallVerdict } from '../kernel/certainty.ts';
import type { CallFault } from './call-fault.ts';

/** The stable reasons of a refusal, with the sentence a person reads. */
export const SHOP_REFUSALS = {
  ORDER_STATE: { en: 'The order’s present state does not allow this.', zh: '订单当前状态不允许此操作。' },
  LINE_UNKNOWN: {
    en: 'The order does not hold that item, or not as many of it.',
    zh: '订单中没有该商品，或数量不足。',
  },
  VARIANT_UNAVAILABLE: { en: 'The new item is not available.', zh: '所选商品暂不可售。' },
  OTHER_PRODUCT: {
    en: 'An item can only be changed for another variant of the same product.',
    zh: '只能更换为同一商品的其他规格。',
  },
  SAME_VARIANT: { en: 'The new item is the one already ordered.', zh: '所选规格与原规格相同。' },
  PAYMENT_METHOD_UNKNOWN: { en: 'The customer does not have that payment method.', zh: '该顾客没有此支付方式。' },
  PAYMENT_METHOD_SAME: { en: 'The order is already paid by that method.', zh: '订单已使用该支付方式。' },
  PAYMENT_METHOD_NOT_ALLOWED: {
    en: 'Money goes back to the original payment method or to a gift card.',
    zh: '退款只能退回原支付方式或礼品卡。',
  },
  PAYMENT_SETTLED: {
    en: 'The payment of this order was changed before and cannot be changed again.',
    zh: '该订单的付款已变更过，不能再次变更。',
  },
  BALANCE_TOO_LOW: { en: 'The gift card’s balance does not cover the amount.', zh: '礼品卡余额不足。' },
  REASON_NOT_ACCEPTED: { en: 'The shop does not accept that reason.', zh: '商店不接受该原因。' },
  ABOVE_REFUNDABLE: { en: 'That is more than can still be refunded.', zh: '超出可退金额。' },
  NOT_OFFERED: { en: 'The shop cannot do this.', zh: '商店不支持此操作。' },
} as const;

/** Why a shop refuses a change. */
export type ShopRefusal = keyof typeof SHOP_REFUSALS;

/** What kind of "no" it is: only `UNAVAILABLE` is worth trying again. */
export type ShopErrorCode = 'NOT_FOUND' | 'REFUSED' | 'UNAVAILABLE' | 'INVALID';

/** One part of the input that is not valid; `path` is dotted. */
export interface ShopFieldProblem {
  readonly path: string;
  readonly message: string;
}

interface ShopErrorOptions {
  readonly reason?: ShopRefusal;
  readonly fields?: readonly ShopFieldProblem[];
  readonly cause?: unknown;
  /** What `UNAVAILABLE` is told as where the cause does not say it: `UNAUTHORISED`. */
  readonly fault?: CallFault;
  /** False: surely nothing of the request has reached the shop. Else the `cause` is asked. */
  readonly sent?: false;
}

/** The only error that a shop throws on purpose; anything else is a bug. */
export class ShopError extends Error {
  readonly code: ShopErrorCode;
  /** Set exactly when `code` is `REFUSED`. */
  readonly reason?: ShopRefusal;
  /** Set when `code` is `INVALID`. */
  readonly fields?: readonly ShopFieldProblem[];
  /** What the owner of the shop is told; see `faultOf`. */
  readonly fault?: CallFault;
  /** What it means for a change: the desk then knows whether it may have been done. */
  readonly verdict: CallVerdict;

  constructor(code: ShopErrorCode, message: string, { reason, fields, cause, fault, sent }: ShopErrorOptions = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'ShopError';
    this.code = code;
    if (reason) this.reason = reason;
    if (fields) this.fields = fields;
    if (fault) this.fault = fault;
    this.verdict = code === 'UNAVAILABLE' ? (sent === false ? 'NOT_SENT' : unanswered(cause)) : 'REFUSED';
  }
}

/** An answer without sense leaves doubt, whatever its status. */
const unanswered = (cause: unknown): CallVerdict => (judge(cause).verdict === 'NOT_SENT' ? 'NOT_SENT' : 'IN_DOUBT');

/** The shop knows no such thing. */
export const shopNotFound = (what: string): ShopError => new ShopError('NOT_FOUND', `${what} not found`);

/** The shop understands and declines. */
export const shopRefusal = (reason: ShopRefusal): ShopError =>
  new ShopError('REFUSED', SHOP_REFUSALS[reason].en, { reason });

/** Parses what a caller sent; throws ShopError `INVALID` that names every field. */
export function parseShopInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
  throw new ShopError('INVALID', `Not valid: ${fields.map(({ path, message }) => `${path}: ${message}`).join('; ')}`, {
    fields,
  });
}
