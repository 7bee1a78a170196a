/** @module What a shopper's client asks of the feature `orders`. */
import type { z } from 'zod';
import type { OrderServiceRequest } from '../../features/orders/index.ts';
import type { RowOf } from '../../kernel/entity.ts';
import type { Money } from '../../kernel/money.ts';
import type { ShopAddress, ShopOrder, ShopPaymentMethod, ShopProduct } from '../../ports/shop.ts';
import type { Document } from '../document.ts';
import { DENIED } from './denied.ts';

type LocalText = { readonly zh: string; readonly en: string };
type DeskMoney = z.output<typeof Money>;

/** Selection of an amount. */
const MONEY = '{ amount currency }';
const ADDRESS = '{ line1 line2 city region postalCode country }';

/** An order as its customer sees it. */
export type DeskOrder = Omit<ShopOrder, 'customerId' | 'cancelReason'>;
export type DeskAddress = ShopAddress;
export type DeskPaymentMethod = ShopPaymentMethod;

export const ORDER = `query Order($orderId: ID!) {
  order(orderId: $orderId) {
    id number status shopStatus placedAt updatedAt address ${ADDRESS}
    lines { id productId variantId title options { name value } quantity unitPrice ${MONEY} imageUrl }
    amounts { goods ${MONEY} discount ${MONEY} freight ${MONEY} total ${MONEY} paid ${MONEY} refunded ${MONEY} }
    payments { id kind amount ${MONEY} paymentMethodId at }
    shipments { id carrier trackingNumbers lineIds shippedAt deliveredAt events { at status text place } }
    returns { id kind lines { lineId quantity newVariantId } paymentMethodId priceDifference ${MONEY} at }
    history { at kind text }
  }
}` as Document<{ orderId: string }, DeskOrder>;

export type DeskOrderChange = 'CANCEL' | 'ADDRESS' | 'PAYMENT' | 'ITEMS';

/** A change before dispatch: whether it can be made, and why not. */
export interface DeskOrderOption {
  readonly change: DeskOrderChange;
  readonly state: 'POSSIBLE' | 'WAREHOUSE' | 'DENIED' | 'NOT_OFFERED';
}

export const ORDER_OPTIONS = `query OrderOptions($orderId: ID!) {
  orderOptions(orderId: $orderId) {
    orderNumber
    options { change state }
    cancelReasons { code label { zh en } }
  }
}` as Document<
  { orderId: string },
  {
    readonly orderNumber: string;
    readonly options: readonly DeskOrderOption[];
    readonly cancelReasons: readonly { readonly code: string; readonly label: LocalText }[];
  }
>;

export const SHOP_ACCOUNT = `query ShopAccount {
  shopAccount { name address ${ADDRESS} paymentMethods { id kind provider lastFour balance ${MONEY} } }
}` as Document<
  Record<never, never>,
  { readonly name: string; readonly address: ShopAddress | null; readonly paymentMethods: readonly ShopPaymentMethod[] }
>;

/** A variant that one can swap to. */
export type DeskVariant = Pick<ShopProduct['variants'][number], 'id' | 'title' | 'options' | 'price' | 'available'>;

/** A product with the variants that one can swap to. */
export const PRODUCT = `query Product($productId: ID!) {
  product(productId: $productId) { id title variants { id title options { name value } price ${MONEY} available } }
}` as Document<
  { productId: string },
  Pick<ShopProduct, 'id' | 'title'> & { readonly variants: readonly DeskVariant[] }
>;

/** What is asked of an order before it leaves. */
export interface WantedOrderChange {
  readonly orderId: string;
  readonly change: DeskOrderChange;
  readonly conversationId?: string;
  readonly reason?: string;
  readonly address?: ShopAddress;
  readonly paymentMethodId?: string;
  readonly items?: readonly { readonly lineId: string; readonly quantity: number; readonly newVariantId: string }[];
}

export interface DeskOrderEffect {
  readonly kind: 'REFUND' | 'PAY' | 'STATUS' | 'ADDRESS' | 'ITEMS' | 'WAIT' | 'RETURN';
  readonly amount: DeskMoney | null;
  readonly methodId: string | null;
  readonly text: LocalText;
}

export interface DeskOrderPreview {
  readonly course: 'DO' | 'ACKNOWLEDGE' | 'BY_HAND' | 'CONVERT';
  readonly effects: readonly DeskOrderEffect[];
  readonly clause: LocalText;
  /** The same in one sentence. */
  readonly told: LocalText;
  readonly confirmation: string;
}

export const PREVIEW_ORDER_CHANGE =
  `query PreviewOrderChange($orderId: ID!, $change: OrderChange!, $conversationId: ID, $reason: String, $address: ShopAddressInput, $paymentMethodId: ID, $items: [OrderChangeItemInput!]) {
  previewOrderChange(orderId: $orderId, change: $change, conversationId: $conversationId, reason: $reason, address: $address, paymentMethodId: $paymentMethodId, items: $items) {
    course effects { kind amount ${MONEY} methodId text { zh en } } clause { zh en } told { zh en } confirmation
  }
}` as Document<WantedOrderChange, DeskOrderPreview>;

/** A change that somebody asked for, and what became of it. */
export type DeskOrderRequest = Pick<
  RowOf<typeof OrderServiceRequest>,
  'id' | 'version' | 'change' | 'state' | 'way' | 'clause' | 'refusal' | 'shopAway' | 'requestedAt' | 'settledAt'
>;

const REQUEST_FIELDS = 'id version change state way clause { zh en } refusal { zh en } shopAway requestedAt settledAt';

export const REQUEST_ORDER_CHANGE = `mutation RequestOrderChange($input: RequestOrderChangeInput!, $key: String) {
  requestOrderChange(input: $input, idempotencyKey: $key) { __typename ... on OrderServiceRequest { ${REQUEST_FIELDS} } ${DENIED} }
}` as Document<{ input: WantedOrderChange & { readonly confirmation: string }; key: string }, DeskOrderRequest>;

export const ORDER_REQUEST =
  `query OrderRequest($id: ID!) { orderServiceRequest(id: $id) { ${REQUEST_FIELDS} } }` as Document<
    { id: string },
    DeskOrderRequest
  >;

export const ORDER_REQUESTS = `query OrderRequests($filter: OrderServiceRequestFilter) {
  orderServiceRequests(filter: $filter, first: 20) { nodes { ${REQUEST_FIELDS} } }
}` as Document<{ filter: { orderId: { eq: string } } }, { readonly nodes: readonly DeskOrderRequest[] }>;
