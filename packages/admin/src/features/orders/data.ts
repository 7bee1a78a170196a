/**
 * @module What the pages of orders ask of the desk.
 */
import type {
  Conversation,
  OrderRemark,
  OrderServiceRequest,
  RowOf,
  ShopAddress,
  ShopOrder as OrderOfShop,
  ShopPaymentMethod,
  ShopProduct,
} from '@shopdesk/core';
import {
  actionDocument,
  listDocument,
  rowActionDocument,
  select,
  viewDocument,
  type SelectedBy,
  type Selection,
} from '../../desk/document.ts';
import type { LocalText, MoneyValue } from '../../kit/language.ts';

type RequestRow = RowOf<typeof OrderServiceRequest>;
type RemarkRow = RowOf<typeof OrderRemark>;

export type { ShopAddress, ShopPaymentMethod };

/** An order as a member of staff sees it: without the address where that is not theirs to read. */
export type ShopOrder = Omit<OrderOfShop, 'address'> & { readonly address: ShopAddress | null };
export type OrderStatus = ShopOrder['status'];
export type Flag = RemarkRow['flag'];
export type Change = 'CANCEL' | 'ADDRESS' | 'PAYMENT' | 'ITEMS';

const money = '{ amount currency }';

/** An order as a list shows it. */
export type ListedOrder = Pick<ShopOrder, 'id' | 'number' | 'customerId' | 'status' | 'shopStatus' | 'placedAt'> & {
  readonly lines: readonly Pick<ShopOrder['lines'][number], 'title' | 'quantity'>[];
  readonly amounts: Pick<ShopOrder['amounts'], 'total'>;
};

export interface OrderPage {
  readonly items: readonly ListedOrder[];
  readonly next: string | null;
  readonly source: 'SHOP' | 'KNOWN';
  readonly flags: readonly {
    readonly orderId: string;
    readonly flag: Flag;
    readonly reason: string;
    readonly needsAcknowledgement: boolean;
  }[];
  readonly buyers: readonly { readonly shopCustomerId: string; readonly customerId: string; readonly name: string }[];
}

export interface OrderSearch {
  readonly storeId: string;
  readonly text?: string;
  readonly status?: OrderStatus;
  readonly flag?: Flag;
  readonly placedFrom?: string;
  readonly placedBefore?: string;
  readonly first?: number;
  readonly after?: string;
}

export const searchOrders = viewDocument<OrderSearch, OrderPage>(
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
  `items { id number customerId status shopStatus placedAt lines { title quantity } amounts { total ${money} } } next source flags { orderId flag reason needsAcknowledgement } buyers { shopCustomerId customerId name }` as Selection<OrderPage>,
);

const orderFields = `id number customerId status shopStatus placedAt updatedAt cancelReason address { line1 line2 city region postalCode country } lines { id productId variantId title quantity options { name value } unitPrice ${money} } amounts { goods ${money} discount ${money} freight ${money} total ${money} paid ${money} refunded ${money} } payments { id kind paymentMethodId at amount ${money} } shipments { id carrier trackingNumbers lineIds shippedAt deliveredAt events { at status text place } } returns { id kind at lines { lineId quantity } } history { at kind text }`;

interface OfOrder {
  readonly storeId: string;
  readonly orderId: string;
}
const ofOrder = { storeId: 'ID!', orderId: 'ID!' } as const;

export const order = viewDocument<OfOrder, ShopOrder>('order', ofOrder, orderFields as Selection<ShopOrder>);

export interface OrderBuyer {
  readonly shopCustomerId: string;
  readonly customerId: string | null;
  readonly name: string;
  readonly paymentMethods: readonly ShopPaymentMethod[];
}
export const orderBuyer = viewDocument<OfOrder, OrderBuyer>(
  'orderBuyer',
  ofOrder,
  `shopCustomerId customerId name paymentMethods { id kind provider lastFour balance ${money} }` as Selection<OrderBuyer>,
);

export interface OrderOption {
  readonly change: Change;
  readonly state: 'POSSIBLE' | 'WAREHOUSE' | 'DENIED' | 'NOT_OFFERED';
  readonly ruleIds: readonly string[];
  readonly clause: LocalText;
  readonly whatWouldChangeIt: readonly LocalText[];
}
export interface OrderOptions {
  readonly options: readonly OrderOption[];
  readonly cancelReasons: readonly { readonly code: string; readonly label: LocalText }[];
}
export const orderOptions = viewDocument<OfOrder, OrderOptions>(
  'orderOptions',
  ofOrder,
  'options { change state ruleIds clause { zh en } whatWouldChangeIt { zh en } } cancelReasons { code label { zh en } }' as Selection<OrderOptions>,
);

const remarkFields = select<RemarkRow>()([
  'id',
  'version',
  'storeId',
  'orderId',
  'orderNumber',
  'flag',
  'reason',
  'agentId',
  'agentNo',
  'at',
  'before',
  'after',
  'erpStageAt',
  'requestId',
  'needsAcknowledgement',
  'acknowledgedBy',
  'acknowledgedAt',
]);
export type Remark = SelectedBy<typeof remarkFields>;
export const remarksOfOrder = viewDocument<OfOrder, readonly Remark[]>(
  'remarksOfOrder',
  ofOrder,
  remarkFields as Selection<readonly Remark[]>,
);
export const remarks = listDocument<RemarkRow, Remark>({ field: 'orderRemarks', entity: 'OrderRemark' }, remarkFields);
export const addOrderRemark = actionDocument<{ storeId: string; orderId: string; flag: Flag; reason: string }, Remark>(
  'addOrderRemark',
  'OrderRemark',
  remarkFields,
);
export const acknowledgeOrderRemark = rowActionDocument<{ id: string }, Remark>(
  'acknowledgeOrderRemark',
  'OrderRemark',
  remarkFields,
);

const requestFields = select<RequestRow>()(
  [
    'id',
    'version',
    'storeId',
    'orderId',
    'orderNumber',
    'conversationId',
    'change',
    'state',
    'way',
    'reason',
    'before',
    'after',
    'ruleIds',
    'shopAway',
    'agentNo',
    'requestedAt',
    'settledAt',
  ],
  { clause: 'zh en', refusal: 'zh en' },
);
export type Request = SelectedBy<typeof requestFields>;
export const requests = listDocument<RequestRow, Request>(
  { field: 'orderServiceRequests', entity: 'OrderServiceRequest' },
  requestFields,
);
export const rejectOrderChange = rowActionDocument<{ id: string; reason: string }, Request>(
  'rejectOrderChange',
  'OrderServiceRequest',
  requestFields,
);
export const finishOrderChange = rowActionDocument<{ id: string; note: string }, Request>(
  'finishOrderChange',
  'OrderServiceRequest',
  requestFields,
);

const conversationFields = select<RowOf<typeof Conversation>>()(['id', 'state', 'preview', 'lastMessageAt']);
export type BuyerConversation = SelectedBy<typeof conversationFields>;
/** What was talked about with the buyer lately. */
export const buyerConversations = listDocument<RowOf<typeof Conversation>, BuyerConversation>(
  { field: 'conversations', entity: 'Conversation', orderBy: 'LAST_MESSAGE_AT_DESC' },
  conversationFields,
);

export interface WantedChange {
  readonly storeId: string;
  readonly conversationId?: string;
  readonly orderId: string;
  readonly change: Change;
  readonly reason: string;
  readonly address?: ShopAddress;
  readonly paymentMethodId?: string;
  readonly items?: readonly { readonly lineId: string; readonly quantity: number; readonly newVariantId: string }[];
  readonly asker?: 'CUSTOMER' | 'AGENT';
  readonly contact?: string;
}
export interface ChangeEffect {
  readonly kind: 'REFUND' | 'PAY' | 'STATUS' | 'ADDRESS' | 'ITEMS' | 'WAIT' | 'RETURN';
  readonly amount: MoneyValue | null;
  readonly methodId: string | null;
  readonly text: LocalText;
}
export interface ChangePreview {
  readonly course: 'DO' | 'ACKNOWLEDGE' | 'BY_HAND' | 'CONVERT';
  readonly effects: readonly ChangeEffect[];
  readonly ruleIds: readonly string[];
  readonly clause: LocalText;
  readonly confirmation: string;
}
export const previewOrderChange = viewDocument<WantedChange, ChangePreview>(
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
  `course effects { kind methodId amount ${money} text { zh en } } ruleIds clause { zh en } confirmation` as Selection<ChangePreview>,
);
export const requestOrderChange = actionDocument<WantedChange & { confirmation: string }, Request>(
  'requestOrderChange',
  'OrderServiceRequest',
  requestFields,
);

export type Product = Pick<ShopProduct, 'id' | 'title'> & {
  readonly variants: readonly Pick<
    ShopProduct['variants'][number],
    'id' | 'title' | 'options' | 'price' | 'available'
  >[];
};
export const product = viewDocument<{ storeId: string; productId: string }, Product>(
  'product',
  { storeId: 'ID!', productId: 'ID!' },
  `id title variants { id title available options { name value } price ${money} }` as Selection<Product>,
);

export interface OrderFlags {
  readonly flags: readonly {
    readonly orderId: string;
    readonly flag: Flag;
    readonly reason: string;
    readonly needsAcknowledgement: boolean;
  }[];
}
export const orderFlags = viewDocument<{ storeId: string; orderIds: readonly string[] }, OrderFlags>(
  'orderFlags',
  { storeId: 'ID!', orderIds: '[ID!]!' },
  'flags { orderId flag reason needsAcknowledgement }' as Selection<OrderFlags>,
);
