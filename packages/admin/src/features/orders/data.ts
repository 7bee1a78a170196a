/**
 * @module What the pages of orders ask of the desk.
 */
import type { AnswerOf, VariablesOf } from '@shopdesk/core/client';
import {
  actionMutation,
  listQuery,
  rowActionMutation,
  viewQuery,
  withJson,
  type JsonIn,
  type Row,
} from '../../desk/documents.ts';

const money = '{ amount currency }';

export const searchOrders = viewQuery(
  'searchOrders',
  {
    storeId: 'ID!',
    text: 'String',
    status: 'ShopOrderStatus',
    flag: 'RemarkFlag',
    placedFrom: 'DateTime',
    placedBefore: 'DateTime',
    first: 'Int',
    after: 'String',
  },
  `items { id number customerId status shopStatus placedAt lines { title quantity } amounts { total ${money} } } next
    source flags { orderId flag reason needsAcknowledgement } buyers { shopCustomerId customerId name }`,
);
/** Orders of all stores by a part of the number. */
export const findOrders = viewQuery(
  'findOrders',
  { text: 'String!', first: 'Int' },
  'orders { storeId orderId number status placedAt }',
);
export type OrderPage = AnswerOf<typeof searchOrders>;
/** An order as a list shows it. */
export type ListedOrder = OrderPage['items'][number];

const orderFields =
  `id number customerId status shopStatus placedAt updatedAt cancelReason address { line1 line2 city region postalCode
    country } lines { id productId variantId title quantity options { name value } unitPrice ${money} } amounts {
    goods ${money} discount ${money} freight ${money} total ${money} paid ${money} refunded ${money} } payments { id
    kind paymentMethodId at amount ${money} } shipments { id carrier trackingNumbers lineIds shippedAt deliveredAt
    events { at status text place } } returns { id kind at lines { lineId quantity } } history { at kind text }` as const;

const ofOrder = { storeId: 'ID!', orderId: 'ID!' } as const;

export const order = viewQuery('order', ofOrder, orderFields);
/** An order as a member of staff sees it: without the address where that is not theirs to read. */
export type ShopOrder = AnswerOf<typeof order>;
export type OrderStatus = ShopOrder['status'];
export type ShopAddress = NonNullable<ShopOrder['address']>;

export const orderBuyer = viewQuery(
  'orderBuyer',
  ofOrder,
  `shopCustomerId customerId name paymentMethods { id kind provider lastFour balance ${money} }`,
);
export type OrderBuyer = AnswerOf<typeof orderBuyer>;
export type ShopPaymentMethod = OrderBuyer['paymentMethods'][number];

export const orderOptions = viewQuery(
  'orderOptions',
  ofOrder,
  `options { change state possible ruleIds clause { zh en } whatWouldChangeIt { zh en } } onOwnAccord
    cancelReasons { code label { zh en } }`,
);
export type OrderOptions = AnswerOf<typeof orderOptions>;
export type OrderOption = OrderOptions['options'][number];
export type Change = OrderOption['change'];

const remarkFields = `id version storeId orderId orderNumber flag reason agentId agentNo at before after erpStageAt
  requestId
  needsAcknowledgement acknowledgedBy acknowledgedAt`;

type Changed = { readonly before: Values | null; readonly after: Values | null };
type Values = Readonly<Record<string, unknown>>;
const changes = /* @__PURE__ */ withJson<Changed>();
export type Remark = JsonIn<Row<'OrderRemark', typeof remarkFields>, Changed>;
export type Flag = Remark['flag'];
export const remarksOfOrder = changes(
  viewQuery('remarksOfOrder', { ...ofOrder, last: 'Int' }, `nodes { ${remarkFields} }`),
);
export const remarks = changes(listQuery('orderRemarks', 'OrderRemark', remarkFields));
export const addOrderRemark = changes(actionMutation('addOrderRemark', 'OrderRemark', remarkFields));
export const acknowledgeOrderRemark = changes(rowActionMutation('acknowledgeOrderRemark', 'OrderRemark', remarkFields));

const requestFields = `id version storeId orderId orderNumber conversationId change state way reason before after
  ruleIds shopAway
  agentNo requestedAt settledAt clause { zh en } refusal { zh en }`;
export type Request = JsonIn<Row<'OrderServiceRequest', typeof requestFields>, Changed>;
export const requests = changes(listQuery('orderServiceRequests', 'OrderServiceRequest', requestFields));

const conversationFields = 'id state preview lastMessageAt';
export type BuyerConversation = Row<'Conversation', typeof conversationFields>;
/** What was talked about with the buyer lately. */
export const buyerConversations = listQuery(
  'conversations',
  'Conversation',
  conversationFields,
  'LAST_MESSAGE_AT_DESC',
);

export const previewOrderChange = viewQuery(
  'previewOrderChange',
  {
    storeId: 'ID',
    conversationId: 'ID',
    orderId: 'ID!',
    change: 'OrderChange!',
    reason: 'String',
    address: 'ShopAddressInput',
    paymentMethodId: 'ID',
    items: '[OrderChangeItemInput!]',
    asker: 'OrderChangeAsker',
    contact: 'String',
  },
  `course effects { kind methodId amount ${money} text { zh en } } ruleIds clause { zh en } confirmation`,
);
export type WantedChange = VariablesOf<typeof previewOrderChange>;
export type ChangePreview = AnswerOf<typeof previewOrderChange>;
export type ChangeEffect = ChangePreview['effects'][number];
export const requestOrderChange = changes(actionMutation('requestOrderChange', 'OrderServiceRequest', requestFields));

export const product = viewQuery(
  'product',
  { storeId: 'ID!', productId: 'ID!' },
  `id title variants { id title available options { name value } price ${money} }`,
);
export type Product = AnswerOf<typeof product>;

export const orderFlags = viewQuery(
  'orderFlags',
  { storeId: 'ID!', orderIds: '[ID!]!' },
  'flags { orderId flag reason needsAcknowledgement }',
);
export type OrderFlags = AnswerOf<typeof orderFlags>;
