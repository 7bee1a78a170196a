/**
 * @module Works out a refund line by line (2.7-6): never below nothing, never above what is still refundable over all
 * cases.
 */
import { formatMoney } from '../scalar.ts';
import { inBoth, type Text } from '../text.ts';
import { allocate, partOf, percentOf } from './allocate.ts';
import {
  checkRefund,
  quantitiesOf,
  type Quantities,
  type RefundOrder,
  type RefundRecord,
  type RefundRequest,
  type RefundRules,
} from './order.ts';
import { settle, type Settlement } from './settle.ts';

/** What a line of the calculation is about. */
export type RefundLineCode =
  | 'GOODS'
  | 'BENEFIT'
  | 'OUTBOUND_FREIGHT'
  | 'LOST_FREE_FREIGHT'
  | 'GIFT'
  | 'FEE'
  | 'DEDUCTION'
  | 'LABEL'
  | 'CAP';

/** One line; the amounts of all lines add up to the refund. */
export interface RefundLine {
  readonly code: RefundLineCode;
  readonly amount: number;
  readonly text: Text;
}

/** The refund, its calculation, and what to keep for the next case. */
export interface Refund {
  readonly currency: string;
  readonly total: number;
  readonly lines: readonly RefundLine[];
  readonly payments: readonly { readonly id: string; readonly amount: number; readonly text: Text }[];
  /** Credit for goods by returned line, before deductions. */
  readonly goods: readonly { readonly lineId: string; readonly quantity: number; readonly amount: number }[];
  /** Coupons that go back in their own form. */
  readonly restoredCoupons: readonly string[];
  /** Paid beside the refund: return freight the buyer advanced. */
  readonly reimbursement: number;
  readonly record: RefundRecord;
}

interface Working {
  readonly order: RefundOrder;
  readonly request: RefundRequest;
  readonly rules: RefundRules;
  readonly returning: Quantities;
  /** Kept before and after this case. */
  readonly before: Quantities;
  readonly after: Quantities;
  /** What the customer has paid for the goods he still holds. */
  readonly held: number;
}

function subtract(order: RefundOrder, from: Quantities, less: Quantities): Map<string, number> {
  return new Map(order.lines.map(({ id }) => [id, (from.get(id) ?? 0) - (less.get(id) ?? 0)]));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

function begin(order: RefundOrder, request: RefundRequest, rules: RefundRules): Working {
  const all = new Map(order.lines.map(({ id, quantity }) => [id, quantity]));
  const before = subtract(order, all, quantitiesOf(order.earlier.flatMap((record) => record.lines)));
  const returning = quantitiesOf(request.lines);
  const held = settle(order, all).total - sum(order.earlier.map((record) => record.goods));
  return { order, request, rules, returning, before, after: subtract(order, before, returning), held };
}

/** What was paid for the goods still held, spread over their lines as it was at the purchase. */
function shares({ order, returning, before, held }: Working): Map<string, number> {
  const original = settle(order, new Map(order.lines.map(({ id, quantity }) => [id, quantity])));
  const weights = order.lines.map(({ id, quantity }) =>
    partOf(original.net.get(id) ?? 0, before.get(id) ?? 0, quantity),
  );
  const parts = allocate(
    held,
    weights.some((weight) => weight > 0) ? weights : order.lines.map(({ id }) => before.get(id) ?? 0),
  );
  return new Map(
    order.lines.map(({ id }, index) => [id, partOf(parts[index]!, returning.get(id) ?? 0, before.get(id) ?? 0)]),
  );
}

interface Kept {
  readonly value: number;
  /** What counts towards limits: the kept goods, and those that a seller's fault took away. */
  readonly counted: Quantities;
  readonly settlement: Settlement;
}

/** Goods a seller's fault took away still count towards thresholds: that loss is not the buyer's doing. */
function keptValue({ order, after }: Working): Kept {
  const faulty = quantitiesOf(order.earlier.filter(({ basis }) => basis === 'SHARE').flatMap((record) => record.lines));
  const counted = new Map(order.lines.map(({ id }) => [id, (after.get(id) ?? 0) + (faulty.get(id) ?? 0)]));
  const settlement = settle(order, counted);
  const value = sum(
    order.lines.map(({ id }) => partOf(settlement.net.get(id) ?? 0, after.get(id) ?? 0, counted.get(id) ?? 0)),
  );
  return { value, counted, settlement };
}

interface Account {
  readonly lines: RefundLine[];
  left: number;
}

function put(account: Account, line: RefundLine): void {
  if (line.amount === 0) return;
  account.lines.push(line);
  account.left += line.amount;
}

/** Takes off at most what is there; says so where it is less. Returns what was taken. */
function take(account: Account, code: RefundLineCode, amount: number, text: Text): number {
  const taken = Math.min(amount, account.left);
  put(account, {
    code,
    amount: -taken,
    text:
      taken < amount ? { zh: `${text.zh}（以可退金额为限）`, en: `${text.en} (limited to what is refunded)` } : text,
  });
  return taken;
}

function money(order: RefundOrder, amount: number): (language: keyof Text) => string {
  return (language) => formatMoney(amount, language, order.currency);
}

function goodsCredit(working: Working, kept: Kept, account: Account): { credit: number; byLine: Map<string, number> } {
  const { order, rules, held, returning } = working;
  const byShare = shares(working);
  const share = sum([...byShare.values()]);
  const credit = rules.basis === 'SHARE' ? share : Math.max(0, held - kept.value);
  const pieces = sum([...returning.values()]);
  put(account, {
    code: 'GOODS',
    amount: share,
    text: { zh: `${pieces} 件商品的退款`, en: pieces === 1 ? 'Refund for 1 item' : `Refund for ${pieces} items` },
  });
  const value = inBoth(money(order, kept.value));
  put(account, {
    code: 'BENEFIT',
    amount: credit - share,
    text: {
      zh: `保留商品按购买时规则重新结算为 ${value.zh}`,
      en: `the kept goods settled again at purchase-time rules cost ${value.en}`,
    },
  });
  const ids = order.lines.map(({ id }) => id);
  const parts = allocate(
    credit,
    ids.map((id) => byShare.get(id) ?? 0),
  );
  const weighted =
    share > 0
      ? parts
      : allocate(
          credit,
          ids.map((id) => returning.get(id) ?? 0),
        );
  return { credit, byLine: new Map(ids.map((id, index) => [id, weighted[index]!])) };
}

function outboundFreight({ order, rules, after, before }: Working, account: Account): number {
  const { paid } = order.freight;
  const already = sum(order.earlier.map((record) => record.freight));
  const units = (quantities: Quantities): number => sum([...quantities.values()]);
  const all = sum(order.lines.map((line) => line.quantity));
  if (rules.outboundFreight === 'KEPT' || paid === 0 || units(before) === 0) return 0;
  const target =
    units(after) === 0 ? paid : rules.outboundFreight === 'REFUNDED' ? partOf(paid, all - units(after), all) : 0;
  const amount = Math.max(0, target - already);
  put(account, { code: 'OUTBOUND_FREIGHT', amount, text: { zh: '退还发货运费', en: 'outbound freight refunded' } });
  return amount;
}

/** What the goods bring towards free freight. */
function towardsFreeFreight({ lines, freight: { free } }: RefundOrder, { counted, settlement }: Kept): number {
  const scope = lines.filter(({ id }) => free?.lineIds?.includes(id) ?? true);
  return sum(
    scope.map(({ id, unitPrice }) =>
      free?.counts === 'BEFORE_DISCOUNTS' ? unitPrice * (counted.get(id) ?? 0) : (settlement.net.get(id) ?? 0),
    ),
  );
}

function lostFreight({ order, rules }: Working, kept: Kept, account: Account): number {
  const { free } = order.freight;
  const already = sum(order.earlier.map((record) => record.freightClawedBack));
  if (!free || !rules.clawBackFreight || rules.basis === 'SHARE' || towardsFreeFreight(order, kept) >= free.threshold)
    return 0;
  const threshold = inBoth(money(order, free.threshold));
  const text = {
    zh: `保留商品不足 ${threshold.zh}，扣回包邮运费`,
    en: `the kept goods are below ${threshold.en}: lost free freight`,
  };
  return take(account, 'LOST_FREE_FREIGHT', Math.max(0, free.fee - already), text);
}

/** Unearned gifts that are kept cost their stated price; a charged gift that comes back is credited. */
function giftCharge({ order, rules, after }: Working, kept: Kept, account: Account): number {
  const already = sum(order.earlier.map((record) => record.giftCharged));
  const target = sum(
    order.lines.map(({ id, gift }) =>
      gift && kept.settlement.total < gift.threshold ? gift.statedPrice * (after.get(id) ?? 0) : 0,
    ),
  );
  const text = { zh: '未退回的赠品按标明的价格扣除', en: 'gifts kept are deducted at their stated price' };
  if (target > already && rules.basis === 'RESETTLE') return take(account, 'GIFT', target - already, text);
  if (target >= already) return 0;
  put(account, {
    code: 'GIFT',
    amount: already - target,
    text: { zh: '赠品已退回，返还此前扣款', en: 'the gift is back: its earlier charge is returned' },
  });
  return target - already;
}

function deductions({ request }: Working, credit: number, account: Account): void {
  const feePct = request.feePct ?? 0;
  take(account, 'FEE', percentOf(credit, feePct), { zh: `退货扣费 ${feePct}%`, en: `return fee of ${feePct} %` });
  for (const { title, amount } of request.deductions ?? []) take(account, 'DEDUCTION', amount, title);
  take(account, 'LABEL', request.labelCost ?? 0, {
    zh: '买家承担的退货标签费用',
    en: 'return label at the cost of the buyer',
  });
}

function cap({ order }: Working, account: Account): void {
  const refundable = sum(order.payments.map(({ paid, refunded }) => paid - refunded));
  const above = Math.max(0, account.left - refundable);
  put(account, {
    code: 'CAP',
    amount: -above,
    text: { zh: '不超过尚可退的金额', en: 'never above what is still refundable' },
  });
}

function pay({ order, request, rules }: Working, total: number): Refund['payments'] {
  if (total === 0) return [];
  if (request.refundTo) return [{ id: request.refundTo.id, amount: total, text: request.refundTo.title }];
  const left = order.payments.map(({ paid, refunded }) => paid - refunded);
  let rest = total;
  const inOrder = left.map((amount) => {
    const part = Math.min(amount, rest);
    rest -= part;
    return part;
  });
  const parts = rules.split === 'IN_ORDER' ? inOrder : allocate(total, left);
  return order.payments
    .map(({ id, title }, index) => ({ id, amount: parts[index]!, text: title }))
    .filter(({ amount }) => amount > 0);
}

/** A coupon that takes nothing off the kept goods any more was given back in value, so it goes back in form. */
function restored({ order, rules, after }: Working, kept: Kept): string[] {
  const known = new Set(order.earlier.flatMap((record) => record.restoredCoupons));
  const nothingKept = ({ lineIds }: { lineIds?: readonly string[] }): boolean =>
    order.lines.every(({ id }) => (lineIds && !lineIds.includes(id)) || (after.get(id) ?? 0) === 0);
  return order.discounts
    .filter(
      (discount) =>
        discount.coupon &&
        !known.has(discount.id) &&
        (nothingKept(discount) || (rules.basis === 'RESETTLE' && kept.settlement.off.get(discount.id) === 0)),
    )
    .map(({ id }) => id);
}

/**
 * Works out a refund. Throws {@link RefundInvalid} when a quantity, an amount or the payments do not fit the order.
 */
export function workOutRefund(order: RefundOrder, request: RefundRequest, rules: RefundRules): Refund {
  checkRefund(order, request);
  const working = begin(order, request, rules);
  const kept = keptValue(working);
  const account: Account = { lines: [], left: 0 };
  const { credit, byLine } = goodsCredit(working, kept, account);
  const freight = outboundFreight(working, account);
  const freightClawedBack = lostFreight(working, kept, account);
  const giftCharged = giftCharge(working, kept, account);
  deductions(working, credit, account);
  cap(working, account);
  const restoredCoupons = restored(working, kept);
  return {
    currency: order.currency,
    total: account.left,
    lines: account.lines,
    payments: pay(working, account.left),
    goods: [...working.returning].map(([lineId, quantity]) => ({ lineId, quantity, amount: byLine.get(lineId) ?? 0 })),
    restoredCoupons,
    reimbursement: request.freightAdvanced ?? 0,
    record: {
      lines: request.lines,
      basis: rules.basis,
      goods: credit,
      freight,
      freightClawedBack,
      giftCharged,
      total: account.left,
      restoredCoupons,
    },
  };
}
