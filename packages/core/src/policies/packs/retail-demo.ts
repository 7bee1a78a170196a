/**
 * @module The demo shop's policy, row by row after its own words: pending orders are cancelled or modified, delivered
 * ones returned or exchanged.
 */
import type { PolicyPack } from '../pack-schema.ts';
import type { DecisionTable, OutputDefinition } from '../table-schema.ts';
import { amount, choice, count, flag, say } from '../vocabulary/columns.ts';
import * as out from '../vocabulary/outputs.ts';
import { remedy } from '../vocabulary/return-inputs.ts';
import { timer } from '../vocabulary/desk-inputs.ts';
import { unpaidReminder } from './desk/limits.ts';
import { rowsAsOf } from './rows.ts';

const AS_OF = '2025-12-31';
const rows = rowsAsOf(AS_OF);

const shopStatus = choice(
  'shopStatus',
  say('订单状态', 'Order status'),
  {
    PENDING: ['待处理', 'pending'],
    PENDING_ITEM_MODIFIED: ['待处理（商品已修改）', 'pending (item modified)'],
    PROCESSED: ['处理中', 'processed'],
    DELIVERED: ['已送达', 'delivered'],
    CANCELLED: ['已取消', 'cancelled'],
    RETURN_REQUESTED: ['已申请退货', 'return requested'],
    EXCHANGE_REQUESTED: ['已申请换货', 'exchange requested'],
  },
  { fixed: true },
);

const cancelReason = choice('cancelReason', say('取消原因', 'Cancellation reason'), {
  NO_LONGER_NEEDED: ['不需要了', 'no longer needed'],
  ORDERED_BY_MISTAKE: ['下错单', 'ordered by mistake'],
  OTHER: ['其他', 'any other'],
});

const refundMethod = choice('refundMethod', say('退款或补差方式', 'Method for the refund or difference'), {
  ORIGINAL: ['原支付方式', 'the original payment method'],
  GIFT_CARD: ['已有礼品卡', 'an existing gift card'],
  OTHER: ['本人的其他支付方式', 'another method of the customer'],
  UNKNOWN: ['不是本人的支付方式', "not one of the customer's methods"],
});

const newMethod = choice('newMethod', say('新的支付方式', 'New payment method'), {
  SAME: ['与原支付方式相同', 'the same as before'],
  GIFT_CARD: ['礼品卡', 'gift card'],
  OTHER: ['其他支付方式', 'another method'],
  UNKNOWN: ['不是本人的支付方式', "not one of the customer's methods"],
});

const payments = count('payments', say('付款笔数', 'Payments recorded'), say('笔', 'payments'), { fixed: true });
const giftCardMargin = amount('giftCardMargin', say('礼品卡余额', 'Gift card balance'), {
  min: -1_000_000_000,
  default: 0,
});
const itemsInOrder = flag(
  'itemsInOrder',
  say('商品都在订单内', 'Items are in the order'),
  say('所选商品都在订单内', 'with items of this order'),
  say('有商品不在订单内', 'when an item is not in the order'),
);
const countsMatch = flag(
  'countsMatch',
  say('新旧件数相同', 'As many new items as old'),
  say('新旧商品一一对应', 'with one new item for each old one'),
  say('新旧件数不同', 'when the numbers differ'),
);
const sameProduct = flag(
  'sameProduct',
  say('同一商品', 'Same product'),
  say('每件都换成同一商品的其他规格', 'with each item changed within its own product'),
  say('换成了另一种商品', 'when an item becomes another product'),
);
const available = flag(
  'newItemsAvailable',
  say('新规格有货', 'New items available'),
  say('新规格都有货', 'with every new item available'),
  say('有新规格无货', 'when a new item is not available'),
);
const different = flag(
  'optionsDiffer',
  say('规格有变化', 'Options differ'),
  say('每件都换成不同规格', 'with different options for each item'),
  say('有商品规格未变', 'when an item stays the same'),
);

const code: OutputDefinition = out.code({
  OK: ['可以', 'fine'],
  NOT_PENDING: ['订单不是待处理状态', 'the order is not pending'],
  NOT_DELIVERED: ['订单尚未送达或已申请售后', 'the order is not delivered, or was changed before'],
  REASON_NOT_ACCEPTED: ['不接受此原因', 'the reason is not accepted'],
  ITEM_NOT_FOUND: ['商品不在订单内', 'an item is not in the order'],
  COUNT_MISMATCH: ['新旧件数不同', 'the numbers differ'],
  OTHER_PRODUCT: ['不能换成其他商品', 'the product type cannot change'],
  NOT_AVAILABLE: ['无货', 'not available'],
  SAME_ITEM: ['规格没有变化', 'nothing changes'],
  METHOD_UNKNOWN: ['支付方式不存在', 'unknown payment method'],
  METHOD_NOT_ALLOWED: ['不能退到此支付方式', 'no refund to this method'],
  SAME_METHOD: ['支付方式没有变化', 'the method does not change'],
  NOT_ONE_PAYMENT: ['付款不是一笔', 'not exactly one payment'],
  BALANCE: ['礼品卡余额不足', 'gift card balance too low'],
  NOT_OFFERED: ['不提供此服务', 'not offered'],
});

const no = (reason: string): Record<string, string> => ({ outcome: 'DENY', code: reason });
const YES = { outcome: 'ALLOW', code: 'OK' };
const answers = [out.outcome, code];

const NEW_ITEMS = [
  {
    name: 'COUNT',
    when: { countsMatch: false },
    answer: no('COUNT_MISMATCH'),
    clause: say('须一次列出全部商品，新旧一一对应。', 'All items are listed at once, one new item for each old one.'),
    told: say('请为每件商品各选一件新商品。', 'Please choose one new item for each old one.'),
  },
  {
    name: 'FOUND',
    when: { itemsInOrder: false },
    answer: no('ITEM_NOT_FOUND'),
    clause: say('只能选择此订单内的商品。', 'Only items of this order can be chosen.'),
    told: say('请选择此订单内的商品。', 'Please choose items of this order.'),
  },
  {
    name: 'TYPE',
    when: { sameProduct: false },
    answer: no('OTHER_PRODUCT'),
    clause: say(
      '只能换成同一商品的其他规格，不能更换商品种类。',
      'Only to other options of the same product; the product type cannot change.',
    ),
    told: say('抱歉，只能换成同一商品的其他规格。', 'Sorry, you can only choose another option of the same product.'),
  },
  {
    name: 'STOCK',
    when: { newItemsAvailable: false },
    answer: no('NOT_AVAILABLE'),
    clause: say('只能换成有货的规格。', 'Only to an available item.'),
    told: say('抱歉，您选的规格暂时无货。', 'Sorry, what you chose is out of stock.'),
  },
] as const;

function newItemRows(prefix: string): Parameters<typeof rows>[0] {
  return NEW_ITEMS.map(({ name, ...row }) => ({ id: `${prefix}-${name}`, source: 'S' as const, ...row }));
}

const settlement = (prefix: string): Parameters<typeof rows>[0] => [
  {
    id: `${prefix}-METHOD`,
    source: 'S',
    when: { refundMethod: 'UNKNOWN' },
    answer: no('METHOD_UNKNOWN'),
    clause: say(
      '须提供本人的支付方式结算差价。',
      "One of the customer's payment methods settles the price difference.",
    ),
    told: say('请选择您自己的支付方式结算差价。', 'Please choose one of your own payment methods for the difference.'),
  },
  {
    id: `${prefix}-BALANCE`,
    source: 'S',
    when: { giftCardMargin: { lt: 0 } },
    answer: no('BALANCE'),
    clause: say('礼品卡余额须足以支付差价。', 'A gift card must cover the price difference.'),
    told: say('抱歉，礼品卡余额不足以支付差价。', 'Sorry, there is not enough on the gift card for the difference.'),
  },
];

const tables: DecisionTable[] = [
  {
    code: 'RD-CANCEL',
    title: say('取消待处理订单', 'Cancel a pending order'),
    decision: 'CANCEL',
    hitPolicy: 'FIRST',
    inputs: [shopStatus],
    outputs: answers,
    rows: rows([
      {
        id: 'RD-CANCEL-PENDING',
        source: 'S',
        when: { shopStatus: { not: ['PENDING'] } },
        answer: no('NOT_PENDING'),
        clause: say('只有待处理订单可以取消。', "An order can only be cancelled if its status is 'pending'."),
        told: say(
          '抱歉，订单已在处理，不能再取消。',
          'Sorry, this order is already being processed and cannot be cancelled any more.',
        ),
      },
      {
        id: 'RD-CANCEL',
        source: 'S',
        when: {},
        answer: YES,
        clause: say(
          '待处理订单可以取消；礼品卡立即退款，其他方式 5–7 个工作日。',
          'A pending order may be cancelled; a gift card is refunded immediately, other methods in 5 to 7 business days.',
        ),
        told: say('您可以取消此订单，我们会为您退款。', 'You can cancel this order, and you get your money back.'),
      },
    ]),
  },
  {
    code: 'RD-CANCEL-REASON',
    title: say('取消原因', 'Cancellation reasons'),
    decision: 'CANCEL_REASON',
    hitPolicy: 'UNIQUE',
    inputs: [cancelReason],
    outputs: answers,
    rows: rows([
      {
        id: 'RD-REASON',
        source: 'S',
        when: { cancelReason: { in: ['NO_LONGER_NEEDED', 'ORDERED_BY_MISTAKE'] } },
        answer: YES,
        clause: say(
          '取消原因须为“不需要了”或“下错单”。',
          "The reason is either 'no longer needed' or 'ordered by mistake'.",
        ),
      },
      {
        id: 'RD-REASON-OTHER',
        source: 'S',
        when: { cancelReason: 'OTHER' },
        answer: no('REASON_NOT_ACCEPTED'),
        clause: say('其他取消原因不予接受。', 'Other reasons are not acceptable.'),
      },
    ]),
  },
  {
    code: 'RD-ADDRESS',
    title: say('修改收货地址', 'Change the address'),
    decision: 'CHANGE_ADDRESS',
    hitPolicy: 'UNIQUE',
    inputs: [shopStatus],
    outputs: answers,
    rows: rows([
      {
        id: 'RD-ADDRESS',
        source: 'S',
        when: { shopStatus: { in: ['PENDING', 'PENDING_ITEM_MODIFIED'] } },
        answer: YES,
        clause: say('待处理订单可以修改收货地址。', 'The shipping address of a pending order can be modified.'),
      },
      {
        id: 'RD-ADDRESS-PENDING',
        source: 'S',
        when: { shopStatus: { not: ['PENDING', 'PENDING_ITEM_MODIFIED'] } },
        answer: no('NOT_PENDING'),
        clause: say('只有待处理订单可以修改。', "An order can only be modified if its status is 'pending'."),
        told: say(
          '抱歉，订单已在处理，不能再修改。',
          'Sorry, this order is already being processed and cannot be changed any more.',
        ),
      },
    ]),
  },
  {
    code: 'RD-PAYMENT',
    title: say('修改支付方式', 'Change the payment'),
    decision: 'CHANGE_PAYMENT',
    hitPolicy: 'FIRST',
    inputs: [shopStatus, newMethod, payments, giftCardMargin],
    outputs: answers,
    rows: rows([
      {
        id: 'RD-PAYMENT-PENDING',
        source: 'S',
        when: { shopStatus: { not: ['PENDING', 'PENDING_ITEM_MODIFIED'] } },
        answer: no('NOT_PENDING'),
        clause: say('只有待处理订单可以修改。', "An order can only be modified if its status is 'pending'."),
        told: say(
          '抱歉，订单已在处理，不能再修改。',
          'Sorry, this order is already being processed and cannot be changed any more.',
        ),
      },
      {
        id: 'RD-PAYMENT-METHOD',
        source: 'S',
        when: { newMethod: 'UNKNOWN' },
        answer: no('METHOD_UNKNOWN'),
        clause: say('只能选择本人的支付方式。', "Only one of the customer's payment methods can be chosen."),
        told: say('请选择您自己的支付方式。', 'Please choose one of your own payment methods.'),
      },
      {
        id: 'RD-PAYMENT-ONE',
        source: 'S',
        when: { payments: { not: [1] } },
        answer: no('NOT_ONE_PAYMENT'),
        clause: say('只能整单更换为一种支付方式。', 'A single payment method replaces a single one.'),
        told: say(
          '抱歉，此订单由几种方式付款，请由客服为您更换。',
          'Sorry, this order was paid in several ways; please let us change it for you.',
        ),
      },
      {
        id: 'RD-PAYMENT-SAME',
        source: 'S',
        when: { newMethod: 'SAME' },
        answer: no('SAME_METHOD'),
        clause: say('须与原支付方式不同。', 'It must differ from the original payment method.'),
        told: say('请选择与原来不同的支付方式。', 'Please choose another payment method than before.'),
      },
      {
        id: 'RD-PAYMENT-BALANCE',
        source: 'S',
        when: { newMethod: 'GIFT_CARD', giftCardMargin: { lt: 0 } },
        answer: no('BALANCE'),
        clause: say('礼品卡余额须足以支付总额。', 'A gift card must have enough balance to cover the total amount.'),
        told: say('抱歉，礼品卡余额不足。', 'Sorry, there is not enough on the gift card.'),
      },
      {
        id: 'RD-PAYMENT',
        source: 'S',
        when: {},
        answer: YES,
        clause: say(
          '支付方式可以更换，原方式按规定退款。',
          'The payment method may be changed; the original one is refunded.',
        ),
      },
    ]),
  },
  {
    code: 'RD-ITEMS',
    title: say('修改商品规格', 'Change items'),
    decision: 'CHANGE_ITEMS',
    hitPolicy: 'FIRST',
    inputs: [shopStatus, countsMatch, itemsInOrder, sameProduct, available, different, refundMethod, giftCardMargin],
    outputs: answers,
    rows: rows([
      {
        id: 'RD-ITEMS-PENDING',
        source: 'S',
        when: { shopStatus: { not: ['PENDING'] } },
        answer: no('NOT_PENDING'),
        clause: say(
          '只有待处理且未修改过商品的订单可以修改，且只能修改一次。',
          "Only if the status is 'pending'; items can be modified once.",
        ),
        told: say(
          '抱歉，订单已在处理，或已修改过一次，不能再修改。',
          'Sorry, this order is already being processed, or was changed once before.',
        ),
      },
      ...newItemRows('RD-ITEMS'),
      {
        id: 'RD-ITEMS-SAME',
        source: 'S',
        when: { optionsDiffer: false },
        answer: no('SAME_ITEM'),
        clause: say('每件商品须换成不同规格。', 'Each item changes to different options.'),
        told: say('请为每件商品选择不同的规格。', 'Please choose something else for each item.'),
      },
      ...settlement('RD-ITEMS'),
      {
        id: 'RD-ITEMS',
        source: 'S',
        when: {},
        answer: YES,
        clause: say(
          '每件商品可改为同一商品的其他有货规格，差价多退少补。',
          'Each item can become an available item of the same product; the difference is paid or refunded.',
        ),
      },
    ]),
  },
  {
    code: 'RD-RETURN',
    title: say('退货', 'Return a delivered order'),
    decision: 'RETURN',
    hitPolicy: 'FIRST',
    inputs: [shopStatus, remedy, itemsInOrder, refundMethod],
    outputs: [...answers, out.remedies, out.auto],
    rows: rows([
      {
        id: 'RD-RETURN-DELIVERED',
        source: 'S',
        when: { shopStatus: { not: ['DELIVERED'] } },
        answer: { ...no('NOT_DELIVERED'), remedies: [], auto: false },
        clause: say('只有已送达的订单可以退货。', "An order can only be returned if its status is 'delivered'."),
        told: say(
          '抱歉，只有已送达且未申请过售后的订单可以退换。',
          'Sorry, this order has not arrived yet, or was returned or exchanged before.',
        ),
      },
      {
        id: 'RD-RETURN-FOUND',
        source: 'S',
        when: { itemsInOrder: false },
        answer: { ...no('ITEM_NOT_FOUND'), remedies: [], auto: false },
        clause: say('只能退此订单内的商品。', 'Only items of this order can be returned.'),
        told: say('请选择此订单内的商品。', 'Please choose items of this order.'),
      },
      {
        id: 'RD-RETURN-METHOD',
        source: 'S',
        when: { remedy: 'RETURN', refundMethod: 'UNKNOWN' },
        answer: { ...no('METHOD_UNKNOWN'), remedies: [], auto: false },
        clause: say('须提供本人的支付方式接收退款。', "One of the customer's payment methods receives the refund."),
        told: say('请选择您自己的支付方式接收退款。', 'Please choose one of your own payment methods for the refund.'),
      },
      {
        id: 'RD-RETURN-ROUTE',
        source: 'S',
        when: { remedy: 'RETURN', refundMethod: 'OTHER' },
        answer: { ...no('METHOD_NOT_ALLOWED'), remedies: [], auto: false },
        clause: say(
          '退款须原路退回，或退到已有礼品卡。',
          'The refund goes to the original payment method or an existing gift card.',
        ),
        told: say(
          '退款只能原路退回，或退到您的礼品卡。',
          'The refund can only go where the payment came from, or to your gift card.',
        ),
      },
      {
        id: 'RD-RETURN',
        source: 'S',
        when: { remedy: 'RETURN' },
        answer: { ...YES, remedies: ['RETURN'], auto: true },
        clause: say(
          '已送达的订单可以退货，退回方式另以邮件通知。',
          'A delivered order may be returned; an e-mail tells how.',
        ),
        told: say(
          '您可以申请退货退款，我们会发邮件告诉您如何寄回。',
          'You can return this and get your money back; we send you an e-mail that tells how.',
        ),
      },
      {
        id: 'RD-RETURN-SWAP',
        source: 'S',
        when: { remedy: 'EXCHANGE' },
        answer: { ...YES, remedies: ['EXCHANGE'], auto: true },
        clause: say(
          '已送达的订单可以换货，条件见换货表。',
          'A delivered order may be exchanged, as the table of exchanges says.',
        ),
      },
      {
        id: 'RD-RETURN-ONLY',
        source: 'S',
        when: {},
        answer: { ...no('NOT_OFFERED'), remedies: [], auto: false },
        clause: say('已送达的订单只能退货或换货。', 'A delivered order can only be returned or exchanged.'),
        told: say('抱歉，此订单只能退货或换货。', 'Sorry, you can only return or exchange this.'),
      },
    ]),
  },
  {
    code: 'RD-EXCHANGE',
    title: say('换货', 'Exchange a delivered order'),
    decision: 'EXCHANGE',
    hitPolicy: 'FIRST',
    inputs: [shopStatus, countsMatch, itemsInOrder, sameProduct, available, refundMethod, giftCardMargin],
    outputs: answers,
    rows: rows([
      {
        id: 'RD-EXCHANGE-DELIVERED',
        source: 'S',
        when: { shopStatus: { not: ['DELIVERED'] } },
        answer: no('NOT_DELIVERED'),
        clause: say(
          '只有已送达的订单可以换货，且只能一次。',
          "An order can only be exchanged if its status is 'delivered', and once.",
        ),
        told: say(
          '抱歉，只有已送达且未申请过售后的订单可以换货。',
          'Sorry, this order has not arrived yet, or was returned or exchanged before.',
        ),
      },
      ...newItemRows('RD-EXCHANGE'),
      ...settlement('RD-EXCHANGE'),
      {
        id: 'RD-EXCHANGE',
        source: 'S',
        when: {},
        answer: YES,
        clause: say(
          '每件商品可换成同一商品的其他有货规格，差价多退少补。',
          'Each item can be exchanged for an available item of the same product; the difference is paid or refunded.',
        ),
      },
    ]),
  },
];

const goesTo = choice(
  'goesTo',
  say('退款去向', 'Refund goes to'),
  {
    GIFT_CARD: ['礼品卡', 'gift card'],
    OTHER: ['其他支付方式', 'another method'],
  },
  { fixed: true },
);

tables.push({
  code: 'RD-REFUND-TIME',
  title: say('退款时限', 'Refund time'),
  decision: 'REFUND_TIMING',
  hitPolicy: 'UNIQUE',
  inputs: [goesTo],
  outputs: [out.due],
  rows: rows([
    {
      id: 'RD-TIME-CARD',
      source: 'S',
      when: { goesTo: 'GIFT_CARD' },
      answer: { due: { from: 'at', minutes: 0 } },
      clause: say('礼品卡立即退款。', 'A gift card is refunded immediately.'),
    },
    {
      id: 'RD-TIME',
      source: 'S',
      when: { goesTo: 'OTHER' },
      answer: { due: { from: 'at', businessDays: 7 } },
      clause: say('其他支付方式 5–7 个工作日内退款。', 'Other methods are refunded within 5 to 7 business days.'),
    },
  ]),
});

tables.push({
  code: 'RD-DEADLINE',
  title: say('时限', 'Time limits'),
  decision: 'DEADLINE',
  hitPolicy: 'UNIQUE',
  complete: false,
  inputs: [timer],
  outputs: [out.due, out.until, out.onTimeout],
  rows: rows([unpaidReminder('RD-UNPAID')]),
});

/** The whole policy of the demo shop. */
export const RETAIL_DEMO: PolicyPack = {
  code: 'RETAIL_DEMO',
  title: say('演示商店', 'Demo shop'),
  layer: 'PLATFORM',
  asOf: AS_OF,
  banner: say('演示数据的政策。', 'The policy of the demonstration data.'),
  conflict: 'CONSUMER',
  kinder: [],
  tables,
};
