import { z } from 'zod';
import { codes, someOf } from '../../kernel/codes.ts';
import { defineEntity, hinted, instant, personal, personalRecord, ref, staffOnly } from '../../kernel/entity.ts';
import { defineMachine } from '../../kernel/machine.ts';
import { LocalText } from '../access/index.ts';
import { staffOfStore } from '../customers/index.ts';
import { orderTexts } from './texts.ts';

export const orderRequestState = codes('OrderServiceRequestState', {
  SUBMITTED: { en: 'Waits for the warehouse', zh: '待仓库确认' },
  ACCEPTED: { en: 'Under way', zh: '执行中' },
  DONE: { en: 'Done', zh: '已完成' },
  REJECTED: { en: 'Refused', zh: '已拒绝' },
  CONVERTED: { en: 'Became a return', zh: '已转退货' },
});

/** Domain model 3.7. A request that can be done at once passes through ACCEPTED in one step. */
export const orderRequestMachine = defineMachine({
  field: 'state',
  states: orderRequestState.options,
  events: {
    submit: { NEW: 'SUBMITTED' },
    accept: { SUBMITTED: 'ACCEPTED' },
    finish: { ACCEPTED: 'DONE' },
    reject: { SUBMITTED: 'REJECTED', ACCEPTED: 'REJECTED' },
    convert: { SUBMITTED: 'CONVERTED', ACCEPTED: 'CONVERTED' },
  },
});

/** What a request asks for: a change of an order, or of the address that the customer's next orders go to. */
export const orderRequestKind = codes('OrderServiceRequestChange', {
  CANCEL: { en: 'Cancellation', zh: '取消订单' },
  ADDRESS: { en: 'Change of address', zh: '修改地址' },
  PAYMENT: { en: 'Change of payment', zh: '更换支付方式' },
  ITEMS: { en: 'Change of items', zh: '更换商品' },
  DEFAULT_ADDRESS: { en: 'Change of default address', zh: '修改默认地址' },
});
export const orderChange = someOf('OrderChange', orderRequestKind, ['CANCEL', 'ADDRESS', 'PAYMENT', 'ITEMS']);
export type OrderChange = z.output<typeof orderChange>;
export const ORDER_CHANGES = orderChange.options;

/** How far the warehouse is with an order. */
const erpStage = codes('ErpStage', {
  RECEIVED: { en: 'Received', zh: '已接单' },
  PRINTED: { en: 'Printed', zh: '已打单' },
  PICKED: { en: 'Picked', zh: '已拣货' },
  PACKED: { en: 'Packed', zh: '已打包' },
  SHIPPED: { en: 'Shipped', zh: '已发货' },
});
export type ErpStage = z.output<typeof erpStage>;
export const ERP_STAGES = erpStage.options;

const json = personalRecord(z.record(z.string(), z.json()));
const rare = <S extends z.ZodType>(schema: S): S => hinted(schema, { weight: 'rare' });

/** Somebody asked for a change (R-MID-14): what, what the policy said, and what the shop did. */
export const OrderServiceRequest = defineEntity({
  name: 'OrderServiceRequest',
  title: { en: 'Order request', zh: '订单服务单' },
  schema: z.object({
    storeId: ref('Store'),
    customerId: ref('Customer').nullable(),
    conversationId: ref('Conversation').nullable(),
    /** Null where the customer's own file is changed, not an order. */
    orderId: z.string().max(200).nullable(),
    orderNumber: z.string().max(200).nullable(),
    change: orderRequestKind,
    state: orderRequestState,
    /** BY_HAND: no longer something the shop's system does; fulfilment stops or redirects the parcel (R-MID-09). */
    way: codes('OrderServiceRequestWay', {
      SHOP: { en: 'By the shop’s system', zh: '由商城系统处理' },
      BY_HAND: { en: 'By hand', zh: '人工处理', note: 'Fulfilment stops or redirects the parcel.' },
    }),
    reason: z.string().max(500),
    /** What the shop is asked to do, in the shop port's terms. */
    request: rare(json),
    before: rare(json),
    after: rare(json),
    /** The policy's decision as it was, with its rules. */
    decision: rare(staffOnly(json)),
    ruleIds: z.array(z.string()),
    clause: LocalText,
    /** Why the shop or the warehouse declined, when one did. */
    refusal: LocalText.nullable(),
    /** The shop does not answer at the moment; the desk goes on trying. */
    shopAway: z.boolean(),
    erpStage: staffOnly(erpStage),
    attempts: rare(staffOnly(z.int())),
    /** How much of the order's history was known when it was asked. */
    seen: rare(staffOnly(z.int())),
    /** The contact with the customer before an agent closed his unpaid order (R-MID-05). */
    contact: staffOnly(personal('note', z.string().max(500).nullable())),
    /** Who carries it out. */
    ownerId: staffOnly(ref('User').nullable()).default(null),
    agentId: staffOnly(ref('User').nullable()),
    agentNo: staffOnly(z.string()),
    requestedBy: rare(staffOnly(z.string())),
    requestedAt: instant(),
    settledAt: instant().nullable(),
  }),
  machine: orderRequestMachine,
  index: [
    ['storeId', 'orderId', '-requestedAt'],
    ['storeId', 'state', '-requestedAt'],
    ['customerId', '-requestedAt'],
  ],
  audited: ['state', 'change', 'orderId', 'ownerId', 'ruleIds', 'refusal', 'contact'],
  visible: (actor) => (actor.kind === 'shopper' ? { customerId: actor.customerId } : staffOfStore(actor, 'order.read')),
  list: {
    filters: ['storeId', 'state', 'change', 'way', 'ownerId', 'orderId', 'customerId', 'conversationId', 'requestedAt'],
    orders: [[['requestedAt', 'desc']]],
  },
  work: {
    read: 'order.read',
    handle: 'order.acknowledge',
    title: ['orderNumber', 'reason'],
    groups: {
      WAREHOUSE: { en: 'Waits for the warehouse', zh: '待仓库确认', states: ['SUBMITTED'] },
      DOING: { en: 'Under way', zh: '执行中', states: ['ACCEPTED'] },
      DONE: { en: 'Settled', zh: '已办结', states: ['DONE', 'REJECTED', 'CONVERTED'] },
    },
    advises: ({ state, way }) =>
      state === 'ACCEPTED' && way === 'BY_HAND' ? [{ action: 'finishOrderChange', because: orderTexts.byHandNow }] : [],
  },
  live: (row) => [
    `store:${row.storeId}`,
    ...(row.conversationId ? [`conversation:${row.conversationId}`] : []),
    ...(row.customerId ? [`customer:${row.customerId}`] : []),
  ],
});

export const remarkFlag = codes('RemarkFlag', {
  RED: { en: 'Red flag', zh: '红旗' },
  YELLOW: { en: 'Yellow flag', zh: '黄旗' },
  GREEN: { en: 'Green flag', zh: '绿旗' },
  BLUE: { en: 'Blue flag', zh: '蓝旗' },
  PURPLE: { en: 'Purple flag', zh: '紫旗' },
});
export const REMARK_FLAGS = remarkFlag.options;

/** The red-flag remark on an order (R-MID-08, form F9): append-only, with the agent's number and the server's time. */
export const OrderRemark = defineEntity({
  name: 'OrderRemark',
  title: { en: 'Order remark', zh: '订单备注' },
  schema: z.object({
    storeId: ref('Store'),
    orderId: z.string().max(200),
    orderNumber: z.string().max(200),
    flag: remarkFlag,
    reason: z.string().min(1).max(1000),
    /** Null when the customer changed it himself. */
    agentId: ref('User').nullable(),
    agentNo: z.string(),
    at: instant(),
    before: json.nullable(),
    after: json.nullable(),
    erpStageAt: erpStage,
    requestId: ref('OrderServiceRequest').nullable(),
    /** The parcel is being made: those who pack must know, and say so (R-MID-09). */
    needsAcknowledgement: z.boolean(),
    acknowledgedBy: z.array(z.string()),
    acknowledgedAt: instant().nullable(),
  }),
  index: [
    ['storeId', 'orderId', 'at'],
    ['storeId', 'needsAcknowledgement', 'at'],
  ],
  audited: ['flag', 'reason', 'acknowledgedBy'],
  visible: (actor) => staffOfStore(actor, 'order.read'),
  list: {
    filters: ['storeId', 'orderId', 'flag', 'needsAcknowledgement', 'agentNo', 'at'],
    orders: [[['at', 'desc']]],
  },
  live: (row) => [`store:${row.storeId}`],
});

/** An order whose changes somebody wants to hear of (R-MID-01), and how much of its history was told. */
export const OrderWatch = defineEntity({
  name: 'OrderWatch',
  plural: 'OrderWatches',
  title: { en: 'Watched order', zh: '关注的订单' },
  schema: z.object({
    storeId: ref('Store'),
    orderId: z.string().max(200),
    orderNumber: z.string().max(200),
    customerId: ref('Customer').nullable(),
    shopCustomerId: staffOnly(z.string().max(200)),
    status: z.string().max(60),
    shopStatus: z.string().max(200),
    /** Number of entries of the order's history that were told. */
    seen: staffOnly(z.int()),
    /** Shipments that the customer was told of: one message each (R-MID-10). */
    shipmentsTold: staffOnly(z.array(z.string())),
    followerIds: staffOnly(z.array(ref('User'))),
    changedAt: instant(),
    endsAt: instant(),
  }),
  index: [
    ['storeId', '-changedAt'],
    ['customerId', '-changedAt'],
  ],
  unique: [{ name: 'order_watch', fields: ['storeId', 'orderId'] }],
  audited: ['status'],
  visible: (actor) => (actor.kind === 'shopper' ? { customerId: actor.customerId } : staffOfStore(actor, 'order.read')),
  list: { filters: ['storeId', 'orderId', 'customerId', 'followerIds', 'status'], orders: [[['changedAt', 'desc']]] },
});

/** How many changes of an order were asked for: two requests at once meet on this row, and the second looks again. */
export const OrderRequestCount = defineEntity({
  name: 'OrderRequestCount',
  title: { en: 'Changes asked for of an order', zh: '订单修改次数' },
  schema: z.object({ storeId: ref('Store'), orderId: z.string().max(200), requests: z.int() }),
  unique: [{ name: 'order_request_count', fields: ['storeId', 'orderId'] }],
  // It says nothing but a number, and stands in no API: whoever asks for a change of their store reads it.
  visible: (actor) => {
    if (actor.kind === 'shopper') return { storeId: actor.storeId };
    return actor.kind === 'staff' && actor.storeIds ? { storeId: { in: actor.storeIds } } : 'all';
  },
  internal: true,
});

/** Whether a customer wants to hear of their orders unasked (R-MID-10); without one they do. */
export const OrderNewsChoice = defineEntity({
  name: 'OrderNewsChoice',
  title: { en: 'Order messages', zh: '订单通知设置' },
  schema: z.object({ storeId: ref('Store'), customerId: ref('Customer'), wanted: z.boolean() }),
  unique: [{ name: 'order_news_choice', fields: ['customerId'] }],
  audited: ['customerId', 'wanted'],
  visible: () => 'none',
  internal: true,
});
