/**
 * @module What a desk may change on an order before dispatch; shared by the platform packs.
 */
import type { DecisionTable, OutputDefinition } from '../../table-schema.ts';
import { say } from '../../vocabulary/columns.ts';
import * as fact from '../../vocabulary/order-inputs.ts';
import * as out from '../../vocabulary/outputs.ts';
import { rowsAsOf } from '../rows.ts';

export const DESK_AS_OF = '2025-12-31';
const rows = rowsAsOf(DESK_AS_OF);

const code: OutputDefinition = out.code({
  OK: ['可以', 'fine'],
  CONTACT_REQUIRED: ['须先联系客户', 'contact the customer first'],
  CUSTOMER_MUST_ASK: ['须由客户提出', 'the customer must ask'],
  CONVERT_TO_RETURN: ['转为退货或拦截', 'becomes a return or an intercept'],
  ALREADY_CLOSED: ['订单已结束', 'the order is over'],
  REASON_REQUIRED: ['须填写原因', 'a reason is required'],
  ACKNOWLEDGE: ['仓库须确认', 'the warehouse must acknowledge'],
  CANCEL_AND_REORDER: ['取消后重新下单', 'cancel and order again'],
  OTHER_PRODUCT: ['不能换成其他商品', 'another product'],
  NOT_AVAILABLE: ['无货', 'not available'],
  SETTLE_DIFFERENCE: ['先结清差价', 'settle the difference first'],
});

const OVER = ['CLOSED_UNPAID', 'CANCELLED', 'RETURNED'];
const PAID = ['PAID', 'CONFIRMED', 'RELEASED_TO_WAREHOUSE', 'PACKED'];
const GONE = ['SHIPPED', 'DELIVERED', 'COMPLETED'];

const closed = {
  when: { orderStatus: { in: OVER } },
  answer: { outcome: 'DENY', code: 'ALREADY_CLOSED' },
  clause: say('订单已结束，不能再修改。', 'The order is over and cannot be changed.'),
  told: say('抱歉，订单已结束，不能再修改。', 'Sorry, this order is over and cannot be changed any more.'),
};

export const cancel: DecisionTable = {
  code: 'ORD-CANCEL',
  title: say('取消订单', 'Cancel an order'),
  decision: 'CANCEL',
  hitPolicy: 'FIRST',
  inputs: [fact.orderStatus, fact.asker, fact.contactRecorded],
  outputs: [out.outcome, code],
  rows: rows([
    {
      id: 'ORD-01',
      source: 'S',
      when: { orderStatus: 'CREATED', asker: 'AGENT', contactRecorded: false },
      answer: { outcome: 'DENY', code: 'CONTACT_REQUIRED' },
      clause: say(
        '客服关闭未付款订单前须先询问购买意向并留下记录。',
        'An agent closes an unpaid order only after a recorded contact on the purchase intention.',
      ),
    },
    {
      id: 'ORD-02',
      source: 'S',
      when: { orderStatus: 'CREATED' },
      answer: { outcome: 'ALLOW', code: 'OK' },
      clause: say('未付款订单可以关闭。', 'An unpaid order may be closed.'),
    },
    {
      id: 'ORD-03',
      source: 'S',
      when: { orderStatus: { in: PAID }, asker: 'AGENT' },
      answer: { outcome: 'DENY', code: 'CUSTOMER_MUST_ASK' },
      clause: say('已付款订单只能应客户要求取消。', "A paid order is only cancelled at the customer's request."),
    },
    {
      id: 'ORD-04',
      source: 'DK',
      when: { orderStatus: { in: PAID } },
      answer: { outcome: 'ALLOW', code: 'OK' },
      clause: say('发货前客户可以取消订单并获得退款。', 'Before dispatch the customer may cancel and is refunded.'),
      told: say('您可以取消此订单，我们会为您退款。', 'You can cancel this order, and you get your money back.'),
    },
    {
      id: 'ORD-05',
      source: 'S',
      when: { orderStatus: { in: GONE } },
      answer: { outcome: 'DENY', code: 'CONVERT_TO_RETURN' },
      clause: say(
        '已发货的订单不能取消，可申请拦截或退货。',
        'A shipped order cannot be cancelled; ask for an intercept or a return.',
      ),
      told: say(
        '抱歉，订单已发出，不能取消；您可以申请退货。',
        'Sorry, this order is on its way and cannot be cancelled; you can return it instead.',
      ),
    },
    { id: 'ORD-06', source: 'DK', ...closed },
  ]),
};

export const changeAddress: DecisionTable = {
  code: 'ORD-ADDRESS',
  title: say('修改收货信息', 'Change the address'),
  decision: 'CHANGE_ADDRESS',
  hitPolicy: 'FIRST',
  inputs: [fact.orderStatus, fact.erpStage, fact.asker, fact.changeReasonGiven],
  outputs: [out.outcome, code],
  rows: rows([
    { id: 'ORD-11', source: 'DK', ...closed },
    {
      id: 'ORD-12',
      source: 'S',
      when: { asker: 'AGENT', changeReasonGiven: false },
      answer: { outcome: 'DENY', code: 'REASON_REQUIRED' },
      clause: say('修改订单须写明原因（红旗备注）。', 'A change needs a reason on a red-flag remark.'),
    },
    {
      id: 'ORD-13',
      source: 'S',
      when: { orderStatus: { in: GONE } },
      answer: { outcome: 'REVIEW', code: 'CONVERT_TO_RETURN' },
      clause: say('发货后只能申请拦截或改派。', 'After dispatch only an intercept or redirection can be asked for.'),
      told: say(
        '订单已发出，我们会请承运商改派，结果会告诉您。',
        'This order is on its way; we ask the carrier to redirect it and tell you.',
      ),
    },
    {
      id: 'ORD-14',
      source: 'S',
      when: { erpStage: { not: ['RECEIVED'] } },
      answer: { outcome: 'REVIEW', code: 'ACKNOWLEDGE' },
      clause: say(
        '打单后修改须由综合客服或仓库确认。',
        'After printing a change needs the acknowledgement of fulfilment or warehouse.',
      ),
      told: say(
        '仓库已在处理此订单，我们会请仓库修改，结果会告诉您。',
        'The warehouse is already at work on this order; we ask them to change it and tell you.',
      ),
    },
    {
      id: 'ORD-15',
      source: 'S',
      when: {},
      answer: { outcome: 'ALLOW', code: 'OK' },
      clause: say('打单前可以修改收货信息。', 'Before printing the address may be changed.'),
    },
  ]),
};

export const changePayment: DecisionTable = {
  code: 'ORD-PAYMENT',
  title: say('修改支付方式', 'Change the payment'),
  decision: 'CHANGE_PAYMENT',
  hitPolicy: 'FIRST',
  inputs: [fact.orderStatus],
  outputs: [out.outcome, code],
  rows: rows([
    {
      id: 'ORD-21',
      source: 'DK',
      when: { orderStatus: 'CREATED' },
      answer: { outcome: 'ALLOW', code: 'OK' },
      clause: say('付款前可以更换支付方式。', 'Before payment the payment method may be changed.'),
    },
    {
      id: 'ORD-22',
      source: 'DK',
      when: { orderStatus: { in: PAID } },
      answer: { outcome: 'DENY', code: 'CANCEL_AND_REORDER' },
      clause: say(
        '付款后不能更换支付方式，可取消后重新下单。',
        'After payment it cannot be changed; cancel and order again.',
      ),
      told: say(
        '抱歉，付款后不能更换支付方式；您可以取消后重新下单。',
        'Sorry, a paid order keeps its payment method; you can cancel it and order again.',
      ),
    },
    {
      id: 'ORD-23',
      source: 'DK',
      when: {},
      answer: { outcome: 'DENY', code: 'ALREADY_CLOSED' },
      clause: say('已发货或已结束的订单不能更换支付方式。', 'A shipped or finished order keeps its payment.'),
      told: say(
        '抱歉，此订单已不能更换支付方式。',
        'Sorry, the payment method of this order cannot be changed any more.',
      ),
    },
  ]),
};

export const changeItems: DecisionTable = {
  code: 'ORD-ITEMS',
  title: say('修改商品', 'Change items'),
  decision: 'CHANGE_ITEMS',
  hitPolicy: 'FIRST',
  inputs: [
    fact.orderStatus,
    fact.erpStage,
    fact.sameProduct,
    fact.newItemAvailable,
    fact.samePrice,
    fact.priceDifferenceSettled,
  ],
  outputs: [out.outcome, code],
  rows: rows([
    { id: 'ORD-31', source: 'DK', ...closed },
    {
      id: 'ORD-32',
      source: 'DK',
      when: { orderStatus: { in: GONE } },
      answer: { outcome: 'DENY', code: 'CONVERT_TO_RETURN' },
      clause: say('发货后不能修改商品，可申请换货。', 'After dispatch items are exchanged, not changed.'),
      told: say(
        '抱歉，订单已发出；收到后您可以申请换货。',
        'Sorry, this order is on its way; you can exchange the goods once you have them.',
      ),
    },
    {
      id: 'ORD-33',
      source: 'DK',
      when: { sameProduct: false },
      answer: { outcome: 'DENY', code: 'OTHER_PRODUCT' },
      clause: say('只能改为同一商品的其他规格。', 'An item only changes to other options of the same product.'),
      told: say('抱歉，只能换成同一商品的其他规格。', 'Sorry, you can only choose another option of the same product.'),
    },
    {
      id: 'ORD-34',
      source: 'DK',
      when: { newItemAvailable: false },
      answer: { outcome: 'DENY', code: 'NOT_AVAILABLE' },
      clause: say('所选规格无货。', 'The chosen item is not available.'),
      told: say('抱歉，您选的规格暂时无货。', 'Sorry, what you chose is out of stock.'),
    },
    {
      id: 'ORD-35',
      source: 'DK',
      when: { samePrice: false, priceDifferenceSettled: false },
      answer: { outcome: 'DENY', code: 'SETTLE_DIFFERENCE' },
      clause: say('价格不同的须先结清差价。', 'A price difference is settled first.'),
      told: say(
        '您选的规格价格不同，请先由客服为您结清差价。',
        'What you chose has another price; please let us settle the difference with you first.',
      ),
    },
    {
      id: 'ORD-36',
      source: 'S',
      when: { erpStage: { not: ['RECEIVED'] } },
      answer: { outcome: 'REVIEW', code: 'ACKNOWLEDGE' },
      clause: say(
        '打单后修改须由综合客服或仓库确认。',
        'After printing a change needs the acknowledgement of fulfilment or warehouse.',
      ),
      told: say(
        '仓库已在处理此订单，我们会请仓库修改，结果会告诉您。',
        'The warehouse is already at work on this order; we ask them to change it and tell you.',
      ),
    },
    {
      id: 'ORD-37',
      source: 'DK',
      when: {},
      answer: { outcome: 'ALLOW', code: 'OK' },
      clause: say('打单前可以修改商品规格。', 'Before printing items may be changed.'),
    },
  ]),
};

export const cancelReasons: DecisionTable = {
  code: 'ORD-CANCEL-REASON',
  title: say('取消原因', 'Cancellation reasons'),
  decision: 'CANCEL_REASON',
  hitPolicy: 'UNIQUE',
  inputs: [fact.cancelReason, fact.reasonGiven],
  outputs: [out.outcome],
  rows: rows([
    {
      id: 'ORD-41',
      source: 'DK',
      when: { cancelReason: { not: ['OTHER'] } },
      answer: { outcome: 'ALLOW' },
      clause: say('列出的取消原因均可接受。', 'Every listed reason is accepted.'),
    },
    {
      id: 'ORD-42',
      source: 'DK',
      when: { cancelReason: 'OTHER', reasonGiven: true },
      answer: { outcome: 'ALLOW' },
      clause: say('选择“其他”时写明原因即可。', '"Other" is accepted with a written reason.'),
    },
    {
      id: 'ORD-43',
      source: 'DK',
      when: { cancelReason: 'OTHER', reasonGiven: false },
      answer: { outcome: 'DENY' },
      clause: say('选择“其他”须写明原因。', '"Other" needs a written reason.'),
      told: say('请写明取消的原因。', 'Please tell us why you cancel.'),
    },
  ]),
};

export const exchange: DecisionTable = {
  code: 'ORD-EXCHANGE',
  title: say('换货条件', 'Exchange conditions'),
  decision: 'EXCHANGE',
  hitPolicy: 'FIRST',
  inputs: [fact.newItemAvailable, fact.samePrice, fact.priceDifferenceSettled],
  outputs: [out.outcome, code],
  rows: rows([
    {
      id: 'EXC-01',
      source: 'DK',
      when: { newItemAvailable: false },
      answer: { outcome: 'DENY', code: 'NOT_AVAILABLE' },
      clause: say('换货商品无货时改为退款。', 'Where the new item is not available a refund is offered.'),
      told: say(
        '抱歉，您想换的商品暂时无货；您可以改为退款。',
        'Sorry, what you chose is out of stock; you can have your money back instead.',
      ),
    },
    {
      id: 'EXC-02',
      source: 'DK',
      when: { samePrice: true },
      answer: { outcome: 'ALLOW', code: 'OK' },
      clause: say('仅限同价规格换货。', 'Items of the same price are exchanged.'),
    },
    {
      id: 'EXC-03',
      source: 'DK',
      when: { priceDifferenceSettled: true },
      answer: { outcome: 'ALLOW', code: 'OK' },
      clause: say('差价先结清后可以换货。', 'With the price difference settled first the exchange is done.'),
    },
    {
      id: 'EXC-04',
      source: 'DK',
      when: {},
      answer: { outcome: 'DENY', code: 'SETTLE_DIFFERENCE' },
      clause: say('价格不同的须先结清差价。', 'A price difference is settled first.'),
      told: say(
        '您想换的商品价格不同，请先由客服为您结清差价。',
        'What you chose has another price; please let us settle the difference with you first.',
      ),
    },
  ]),
};

export const ORDER_TABLES: readonly DecisionTable[] = [
  cancel,
  changeAddress,
  changePayment,
  changeItems,
  cancelReasons,
  exchange,
];
