/**
 * @module What a refund is worked out from: the order as it was bought, what was refunded before, and what goes back
 * now. All amounts are minor units.
 */
import type { Text } from '../text.ts';

/** One line of the order at its price of purchase, before discounts. */
export interface RefundOrderLine {
  readonly id: string;
  readonly quantity: number;
  readonly unitPrice: number;
  /** A gift: kept unearned it costs its stated price. It is earned while the kept goods reach the threshold. */
  readonly gift?: { readonly statedPrice: number; readonly threshold: number };
}

/** A discount as it was given, and the rule by which it would have been given on fewer goods. */
export interface OrderDiscount {
  readonly id: string;
  readonly title: Text;
  /** What it took off. */
  readonly amount: number;
  /** The lines it counts on; all without it. */
  readonly lineIds?: readonly string[];
  readonly rule:
    | { readonly kind: 'FIXED'; readonly threshold: number }
    | { readonly kind: 'EVERY'; readonly threshold: number; readonly step: number }
    | { readonly kind: 'PERCENT'; readonly threshold: number }
    | {
        readonly kind: 'BUNDLE';
        readonly requires: readonly { readonly lineId: string; readonly quantity: number }[];
        readonly perBundle: number;
      };
  /** A coupon goes back to the customer when none of it is used any more. */
  readonly coupon?: boolean;
}

/** One payment; coupons never count as money. */
export interface OrderPayment {
  readonly id: string;
  readonly title: Text;
  readonly paid: number;
  /** Over all cases so far. */
  readonly refunded: number;
}

/** What one earlier case gave back; keep the `record` of its result. */
export interface RefundRecord {
  readonly lines: readonly { readonly lineId: string; readonly quantity: number }[];
  readonly basis: RefundRules['basis'];
  /** Credit for goods before deductions. */
  readonly goods: number;
  readonly freight: number;
  readonly freightClawedBack: number;
  readonly giftCharged: number;
  readonly total: number;
  readonly restoredCoupons: readonly string[];
}

/** The order with its money. `Σ lines − Σ discounts + freight` is what was paid. */
export interface RefundOrder {
  readonly currency: string;
  readonly lines: readonly RefundOrderLine[];
  readonly discounts: readonly OrderDiscount[];
  readonly freight: {
    readonly paid: number;
    /**
     * Freight was free because the goods (of these lines, at list prices or after discounts) reached `threshold`; else
     * it would have been `fee` more.
     */
    readonly free?: {
      readonly threshold: number;
      readonly fee: number;
      readonly lineIds?: readonly string[];
      readonly counts?: 'BEFORE_DISCOUNTS' | 'AFTER_DISCOUNTS';
    };
  };
  readonly payments: readonly OrderPayment[];
  readonly earlier: readonly RefundRecord[];
}

/** What the policy says about the money (decision REFUND_RULE). */
export interface RefundRules {
  readonly basis: 'RESETTLE' | 'SHARE';
  readonly clawBackFreight: boolean;
  readonly outboundFreight: 'KEPT' | 'WITH_ALL_GOODS' | 'REFUNDED';
  /** How several payments share the refund. */
  readonly split?: 'PROPORTIONAL' | 'IN_ORDER';
}

/** What goes back now. */
export interface RefundRequest {
  readonly lines: readonly { readonly lineId: string; readonly quantity: number }[];
  /** Of the goods' credit, such as a restocking fee. */
  readonly feePct?: number;
  /** Amounts taken off with their reason, such as damage found at inspection. */
  readonly deductions?: readonly { readonly title: Text; readonly amount: number }[];
  /** The return label the shop paid for a buyer who bears the freight. */
  readonly labelCost?: number;
  /** Return freight the buyer advanced and the seller owes; paid beside the refund. */
  readonly freightAdvanced?: number;
  /** Another payment method of the customer, where the policy allows it. */
  readonly refundTo?: { readonly id: string; readonly title: Text };
}

/** What can be wrong with a refund question. */
export type RefundProblemCode =
  | 'UNKNOWN_LINE'
  | 'BAD_QUANTITY'
  | 'QUANTITY_LEFT'
  | 'BAD_AMOUNT'
  | 'PAYMENTS_MISMATCH'
  | 'DISCOUNT_ABOVE_GOODS'
  | 'NOTHING';

/** One problem, with the line or payment it is about. */
export interface RefundProblem {
  readonly code: RefundProblemCode;
  readonly at: string;
  readonly message: Text;
}

/** Thrown when a refund cannot be worked out from what was given. */
export class RefundInvalid extends Error {
  readonly problems: readonly RefundProblem[];
  constructor(problems: readonly RefundProblem[]) {
    super(`The refund cannot be worked out:\n- ${problems.map(({ message }) => message.en).join('\n- ')}`);
    this.name = 'RefundInvalid';
    this.problems = problems;
  }
}

/** Quantities by line. */
export type Quantities = ReadonlyMap<string, number>;

/** Adds up quantities by line. */
export function quantitiesOf(
  lines: readonly { readonly lineId: string; readonly quantity: number }[],
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { lineId, quantity } of lines) sums.set(lineId, (sums.get(lineId) ?? 0) + quantity);
  return sums;
}

function isAmount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function amountProblems(order: RefundOrder, request: RefundRequest): RefundProblem[] {
  const amounts: [string, number][] = [
    ...order.lines.flatMap((line): [string, number][] => [
      [line.id, line.unitPrice],
      [line.id, line.quantity],
      [line.id, line.gift?.statedPrice ?? 0],
    ]),
    ...order.discounts.map((discount): [string, number] => [discount.id, discount.amount]),
    ...order.payments.flatMap((payment): [string, number][] => [
      [payment.id, payment.paid],
      [payment.id, payment.refunded],
      [payment.id, payment.paid - payment.refunded],
    ]),
    ['freight', order.freight.paid],
    ['freight', order.freight.free?.fee ?? 0],
    ['freight', order.freight.free?.threshold ?? 0],
    ...(request.deductions ?? []).map(({ title, amount }): [string, number] => [title.en, amount]),
    ['labelCost', request.labelCost ?? 0],
    ['freightAdvanced', request.freightAdvanced ?? 0],
  ];
  const bad = amounts.filter(([, amount]) => !isAmount(amount)).map(([at]) => at);
  const feePct = request.feePct ?? 0;
  if (!(feePct >= 0 && feePct <= 100)) bad.push('feePct');
  return [...new Set(bad)].map((at) => ({
    code: 'BAD_AMOUNT',
    at,
    message: { zh: `${at} 的金额或数量无效`, en: `the amount or quantity of ${at} is not valid` },
  }));
}

function lineProblems(order: RefundOrder, request: RefundRequest): RefundProblem[] {
  if (request.lines.length === 0)
    return [{ code: 'NOTHING', at: 'lines', message: { zh: '没有选择要退的商品', en: 'nothing is given back' } }];
  const returned = quantitiesOf(order.earlier.flatMap((record) => record.lines));
  return [...quantitiesOf(request.lines)].flatMap(([at, quantity]): RefundProblem[] => {
    const line = order.lines.find((one) => one.id === at);
    if (!line)
      return [{ code: 'UNKNOWN_LINE', at, message: { zh: `订单中没有商品 ${at}`, en: `the order has no line ${at}` } }];
    if (request.lines.some((one) => one.lineId === at && !(Number.isSafeInteger(one.quantity) && one.quantity > 0))) {
      return [
        {
          code: 'BAD_QUANTITY',
          at,
          message: { zh: `${at} 的数量须为正整数`, en: `the quantity of ${at} is a whole number above zero` },
        },
      ];
    }
    const left = line.quantity - (returned.get(at) ?? 0);
    if (quantity <= left) return [];
    return [
      {
        code: 'QUANTITY_LEFT',
        at,
        message: { zh: `${at} 仅剩 ${left} 件可退`, en: `only ${left} of ${at} left to return` },
      },
    ];
  });
}

function paymentProblems({ lines, discounts, freight, payments }: RefundOrder): RefundProblem[] {
  const goods = lines.reduce((sum, line) => sum + line.unitPrice * line.quantity, 0);
  const off = discounts.reduce((sum, discount) => sum + discount.amount, 0);
  const paid = payments.reduce((sum, payment) => sum + payment.paid, 0);
  const problems: RefundProblem[] = [];
  if (off > goods)
    problems.push({
      code: 'DISCOUNT_ABOVE_GOODS',
      at: 'discounts',
      message: { zh: '优惠超过商品金额', en: 'the discounts are above the goods' },
    });
  if (goods - off + freight.paid !== paid) {
    problems.push({
      code: 'PAYMENTS_MISMATCH',
      at: 'payments',
      message: { zh: '付款合计与订单金额不符', en: 'the payments do not add up to the order' },
    });
  }
  return problems;
}

/** Throws {@link RefundInvalid} with everything that is wrong. */
export function checkRefund(order: RefundOrder, request: RefundRequest): void {
  const amounts = amountProblems(order, request);
  const problems = [
    ...amounts,
    ...lineProblems(order, request),
    ...(amounts.length === 0 ? paymentProblems(order) : []),
  ];
  if (problems.length > 0) throw new RefundInvalid(problems);
}
