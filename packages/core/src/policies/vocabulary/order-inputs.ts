/**
 * @module Facts about an order that someone wants to change, and about the money at stake.
 */
import { amount, choice, count, flag, say } from './columns.ts';

export const orderStatus = choice(
  'orderStatus',
  say('订单状态', 'Order status'),
  {
    CREATED: ['已下单未付款', 'created, unpaid'],
    PAID: ['已付款', 'paid'],
    CONFIRMED: ['已确认', 'confirmed'],
    RELEASED_TO_WAREHOUSE: ['已交仓库', 'released to the warehouse'],
    PACKED: ['已打包', 'packed'],
    SHIPPED: ['已发货', 'shipped'],
    DELIVERED: ['已签收', 'delivered'],
    COMPLETED: ['已完成', 'completed'],
    CLOSED_UNPAID: ['未付款关闭', 'closed unpaid'],
    CANCELLED: ['已取消', 'cancelled'],
    RETURNED: ['已退回', 'returned'],
  },
  { fixed: true },
);

export const erpStage = choice(
  'erpStage',
  say('仓库环节', 'Warehouse stage'),
  {
    RECEIVED: ['已接单', 'received'],
    PRINTED: ['已打单', 'printed'],
    PICKED: ['已拣货', 'picked'],
    PACKED: ['已打包', 'packed'],
    SHIPPED: ['已出库', 'shipped'],
  },
  { default: 'RECEIVED', fixed: true },
);

export const asker = choice(
  'asker',
  say('由谁提出', 'Who asks'),
  {
    CUSTOMER: ['客户', 'customer'],
    AGENT: ['客服', 'agent'],
  },
  { default: 'CUSTOMER' },
);

export const contactRecorded = flag(
  'contactRecorded',
  say('已记录购买意向联系', 'Contact on purchase intention recorded'),
  say('有联系客户的记录', 'with a recorded contact'),
  say('没有联系客户的记录', 'without a recorded contact'),
  { default: false },
);

export const changeReasonGiven = flag(
  'changeReasonGiven',
  say('已填写修改原因', 'Reason for the change given'),
  say('填写修改原因', 'with a reason'),
  say('未填写修改原因', 'without a reason'),
  { default: false },
);

export const cancelReason = choice('cancelReason', say('取消原因', 'Cancellation reason'), {
  NO_LONGER_NEEDED: ['不想要了', 'no longer needed'],
  ORDERED_BY_MISTAKE: ['拍错了', 'ordered by mistake'],
  DUPLICATE: ['重复下单', 'duplicate order'],
  CHANGE_ORDER: ['信息填错，重新下单', 'wrong details, will order again'],
  FOUND_CHEAPER: ['其他渠道更便宜', 'found cheaper'],
  TOO_SLOW: ['发货太慢', 'too slow'],
  OUT_OF_STOCK: ['缺货', 'out of stock'],
  OTHER: ['其他', 'other'],
});

export const newItemAvailable = flag(
  'newItemAvailable',
  say('新商品有货', 'New items available'),
  say('所选新商品有货', 'with every new item available'),
  say('所选新商品无货', 'while a new item is not available'),
);

export const sameProduct = flag(
  'sameProduct',
  say('同一商品的其他规格', 'Same product, other options'),
  say('每件都换成同一商品的其他规格', 'with each item changed within its own product'),
  say('换成了另一种商品', 'when an item becomes another product'),
);

export const priceDifferenceSettled = flag(
  'priceDifferenceSettled',
  say('差价已结清', 'Price difference settled'),
  say('先结清差价', 'with the price difference settled first'),
  say('差价未结清', 'while a price difference is open'),
  { default: false },
);

export const samePrice = flag(
  'samePrice',
  say('价格相同', 'Same price'),
  say('换同价规格', 'for an item of the same price'),
  say('价格不同', 'for an item of another price'),
);

export const subject = choice(
  'subject',
  say('审批事项', 'What is approved'),
  {
    REFUND_ONLY: ['仅退款', 'refund without return'],
    RETURN_REFUND: ['退货退款', 'refund with return'],
    COMPENSATION: ['补偿', 'compensation'],
  },
  { fixed: true },
);

export const goodsBackAndPassed = flag(
  'goodsBackAndPassed',
  say('货已退回且验货通过', 'Goods back and inspection passed'),
  say('货已退回且验货通过', 'once the goods are back and passed'),
  say('货未退回或未通过验货', 'while the goods are not back and passed'),
  { default: false },
);

export const approvalAmount = amount('amount', say('金额', 'Amount'));

export const compensationFor = choice(
  'compensationFor',
  say('补偿事由', 'Compensation for'),
  {
    SERVICE: ['服务失误', 'service'],
    DELAY: ['延误', 'delay'],
    QUALITY: ['质量', 'quality'],
    PRICE_PROTECTION: ['价格保护', 'price protection'],
    RETURN_FREIGHT: ['退货运费', 'return freight'],
    GOOD_REVIEW: ['指定好评', 'a designated good review'],
  },
  { fixed: true },
);

export const itemCompensated = flag(
  'itemCompensated',
  say('此商品已补偿过', 'This item was compensated before'),
  say('此商品已补偿过', 'if the item was compensated before'),
  say('此商品未补偿过', 'if the item was never compensated'),
  { default: false },
);

export const daysSincePaid = {
  name: 'daysSincePaid',
  label: say('付款后第几天', 'Days since payment'),
  type: 'number',
  integer: true,
  unit: say('天', 'days'),
  nullable: true,
  derived: { measure: 'days', from: 'paidAt', to: 'at' },
} as const;

export const overrideOf = choice(
  'overrideOf',
  say('例外事项', 'Decision to override'),
  {
    RETURN: ['退换资格', 'return decision'],
    FEE: ['扣费', 'fee'],
    COMPENSATION: ['补偿', 'compensation'],
    GIFT: ['满赠门槛', 'gift threshold'],
    STATUTE: ['法定权利', 'statutory right'],
  },
  { fixed: true },
);

export const role = choice('role', say('角色', 'Role'), {
  AGENT: ['客服', 'agent'],
  TL: ['班长', 'shift lead'],
  SV: ['客服主管', 'supervisor'],
  MG: ['客服经理', 'manager'],
});

export const reasonGiven = flag(
  'reasonGiven',
  say('已填写理由', 'Reason given'),
  say('填写理由', 'with a reason'),
  say('未填写理由', 'without a reason'),
  { default: false },
);

export const eligiblePaid = amount('eligiblePaid', say('活动商品实付金额', 'Eligible paid amount'));

export const wrongdoing = choice(
  'wrongdoing',
  say('违法情形', 'Wrong done'),
  {
    FRAUD: ['欺诈', 'fraud'],
    FOOD_SAFETY: ['不符合食品安全标准', 'unsafe food'],
  },
  { fixed: true },
);

export const paidBeforeCutOff = flag(
  'paidBeforeCutOff',
  say('截单前付款', 'Paid before the cut-off'),
  say('在截单前付款', 'when paid before the cut-off'),
  say('在截单后付款', 'when paid after the cut-off'),
);

export const campaignActive = flag(
  'campaignActive',
  say('活动期间', 'During a campaign'),
  say('在活动期间', 'during a campaign'),
  say('不在活动期间', 'outside a campaign'),
  { default: false, fixed: true },
);

export const dispatchException = flag(
  'dispatchException',
  say('缺货或打包瓶颈', 'Out of stock or packing bottleneck'),
  say('登记缺货或打包瓶颈', 'with a shortage or bottleneck recorded'),
  say('没有登记异常', 'with no exception recorded'),
  { default: false, fixed: true },
);

export const sentToday = count('sentToday', say('今天已发条数', 'Messages sent today'), say('条', 'messages'), {
  default: 0,
});
