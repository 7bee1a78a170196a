/** @module What a shopper's client asks of the feature `orders`. */
import type { AnswerOf, Selected, VariablesOf } from '../document.ts';
import { shopperGraphql } from '../graphql.ts';
import type { ShopperSchema } from '../shopper-schema.ts';
import { keyedMutation } from './mutation.ts';

/** Selection of an amount. */
const MONEY = '{ amount currency }';
const ADDRESS = '{ line1 line2 city region postalCode country }';

export const ORDER = shopperGraphql(`query Order($orderId: ID!) {
  order(orderId: $orderId) {
    id number status shopStatus statusText placedAt updatedAt address ${ADDRESS}
    lines { id productId variantId title options { name value } quantity unitPrice ${MONEY} imageUrl }
    amounts { goods ${MONEY} discount ${MONEY} freight ${MONEY} total ${MONEY} paid ${MONEY} refunded ${MONEY} }
    payments { id kind amount ${MONEY} paymentMethodId at }
    shipments { id carrier trackingNumbers lineIds shippedAt expectedAt deliveredAt events { at status text place } }
    returns { id kind lines { lineId quantity newVariantId } paymentMethodId priceDifference ${MONEY} at }
    history { at kind text }
  }
}`);

/** An order as its customer sees it. */
export type DeskOrder = AnswerOf<typeof ORDER>;

export const ORDER_OPTIONS = shopperGraphql(`query OrderOptions($orderId: ID!) {
  orderOptions(orderId: $orderId) {
    orderNumber
    options { change state }
    cancelReasons { code label { zh en } }
  }
}`);

/** A change before dispatch: whether it can be made, and why not. */
export type DeskOrderOption = AnswerOf<typeof ORDER_OPTIONS>['options'][number];
export type DeskOrderChange = DeskOrderOption['change'];

export const SHOP_ACCOUNT = shopperGraphql(`query ShopAccount {
  shopAccount { name address ${ADDRESS} paymentMethods { id kind provider lastFour balance ${MONEY} } }
}`);

export type DeskAddress = NonNullable<AnswerOf<typeof SHOP_ACCOUNT>['address']>;
export type DeskPaymentMethod = AnswerOf<typeof SHOP_ACCOUNT>['paymentMethods'][number];

/** A product with the variants that one can swap to. */
export const PRODUCT = shopperGraphql(`query Product($productId: ID!) {
  product(productId: $productId) { id title variants { id title options { name value } price ${MONEY} available } }
}`);

/** A variant that one can swap to. */
export type DeskVariant = AnswerOf<typeof PRODUCT>['variants'][number];

/** `told` is the clause in one sentence. */
export const PREVIEW_ORDER_CHANGE =
  shopperGraphql(`query PreviewOrderChange($orderId: ID!, $change: OrderChange!, $conversationId: ID, $reason: String, $address: ShopAddressInput, $paymentMethodId: ID, $items: [OrderChangeItemInput!]) {
  previewOrderChange(orderId: $orderId, change: $change, conversationId: $conversationId, reason: $reason, address: $address, paymentMethodId: $paymentMethodId, items: $items) {
    course effects { kind amount ${MONEY} methodId text { zh en } } clause { zh en } told { zh en } confirmation
  }
}`);

/** What is asked of an order before it leaves. */
export type WantedOrderChange = VariablesOf<typeof PREVIEW_ORDER_CHANGE>;
export type DeskOrderPreview = AnswerOf<typeof PREVIEW_ORDER_CHANGE>;
export type DeskOrderEffect = DeskOrderPreview['effects'][number];

const REQUEST_FIELDS = 'id version change state way clause { zh en } refusal { zh en } shopAway requestedAt settledAt';

/** A change that somebody asked for, and what became of it. */
export type DeskOrderRequest = Selected<ShopperSchema['answers']['OrderServiceRequest'], typeof REQUEST_FIELDS>;

export const REQUEST_ORDER_CHANGE = shopperGraphql(
  /* @__PURE__ */ keyedMutation('requestOrderChange', `orderServiceRequest { ${REQUEST_FIELDS} }`),
);

export const ORDER_REQUEST = shopperGraphql(
  `query OrderRequest($id: ID!) { orderServiceRequest(id: $id) { ${REQUEST_FIELDS} } }`,
);

export const ORDER_REQUESTS = shopperGraphql(`query OrderRequests($filter: OrderServiceRequestFilter) {
  orderServiceRequests(filter: $filter, first: 20) { nodes { ${REQUEST_FIELDS} } }
}`);
