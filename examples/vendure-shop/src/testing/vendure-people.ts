/**
 * @module People of a Vendure shop: customers who buy through its Shop API, and its own staff at the Admin API.
 */
import { PASSWORDS, type VendureProcess } from './vendure-process.ts';

type Data = Readonly<Record<string, never>>;

export interface GraphQL {
  (query: string, variables?: object): Promise<Data>;
}

async function ask(
  url: string,
  query: string,
  variables: object,
  token?: string,
): Promise<{ data: Data; token: string | null }> {
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  const { data, errors } = (await response.json()) as { data: Data; errors?: readonly { message: string }[] };
  if (errors) throw new Error(errors.map(({ message }) => message).join('; '));
  return { data, token: response.headers.get('vendure-auth-token') };
}

async function signedIn(url: string, username: string, password: string): Promise<GraphQL> {
  const login = 'mutation ($u: String!, $p: String!) { login(username: $u, password: $p) { __typename } }';
  const { token } = await ask(url, login, { u: username, p: password });
  if (!token) throw new Error(`${username} cannot sign in.`);
  return async (query, variables = {}) => (await ask(url, query, variables, token)).data;
}

/** Vendure's own staff. */
export const superadmin = ({ url }: VendureProcess): Promise<GraphQL> =>
  signedIn(`${url}/admin-api`, 'superadmin', PASSWORDS.superadmin);

/** A customer who is signed in at the shop. */
export const shopper = (
  { url }: VendureProcess,
  email: string,
  password: string = PASSWORDS.customer,
): Promise<GraphQL> => signedIn(`${url}/shop-api`, email, password);

/** Makes a customer with an address. */
export async function newCustomer(admin: GraphQL, email: string): Promise<string> {
  const create =
    'mutation ($i: CreateCustomerInput!, $p: String) { c: createCustomer(input: $i, password: $p) { ... on Customer { id } } }';
  const { c } = (await admin(create, {
    i: { firstName: 'Ada', lastName: 'Stone', emailAddress: email },
    p: PASSWORDS.customer,
  })) as unknown as { c: { id: string } };
  const address = {
    fullName: 'Ada Stone',
    streetLine1: '3 Hill Street',
    city: 'Boston',
    province: 'MA',
    postalCode: '02108',
    countryCode: 'US',
    defaultShippingAddress: true,
  };
  await admin(
    'mutation ($id: ID!, $i: CreateAddressInput!) { createCustomerAddress(customerId: $id, input: $i) { id } }',
    { id: c.id, i: address },
  );
  return c.id;
}

export interface Bought {
  readonly id: string;
  readonly code: string;
}

const ADD =
  'mutation ($variant: ID!, $quantity: Int!) { addItemToOrder(productVariantId: $variant, quantity: $quantity) { __typename } }';
const COUPON = 'mutation ($code: String!) { applyCouponCode(couponCode: $code) { __typename } }';

const PAY = `mutation ($address: CreateAddressInput!, $method: [ID!]!) {
  setOrderShippingAddress(input: $address) { __typename }
  setOrderShippingMethod(shippingMethodId: $method) { __typename }
  transitionOrderToState(state: "ArrangingPayment") { __typename }
  paid: addPaymentToOrder(input: { method: "card", metadata: {} }) { __typename ... on Order { id code state } ... on ErrorResult { message } }
}`;

/** Buys and pays by the shop's own checkout. */
export async function buy(
  customer: GraphQL,
  {
    sku = 'Rain jacket blue M',
    quantity = 2,
    coupons = [],
  }: { sku?: string; quantity?: number; coupons?: readonly string[] } = {},
): Promise<Bought> {
  const { products } = (await customer(
    '{ products(options: { take: 100 }) { items { variants { id name } } } }',
  )) as unknown as { products: { items: { variants: { id: string; name: string }[] }[] } };
  const variant = products.items.flatMap(({ variants }) => variants).find(({ name }) => name === sku);
  if (!variant) throw new Error(`The shop does not sell ${sku}.`);
  const address = {
    fullName: 'Ada Stone',
    streetLine1: '3 Hill Street',
    streetLine2: '',
    city: 'Boston',
    province: 'MA',
    postalCode: '02108',
    countryCode: 'US',
  };
  await customer(ADD, { variant: variant.id, quantity });
  for (const code of coupons) await customer(COUPON, { code });
  const { paid } = (await customer(PAY, { address, method: ['1'] })) as unknown as {
    paid: Bought & { state?: string; message?: string };
  };
  if (paid.state !== 'PaymentSettled') throw new Error(`Not paid: ${paid.message ?? paid.state ?? ''}`);
  return paid;
}

const FULFIL = `mutation ($lines: [OrderLineInput!]!, $code: String!) {
  f: addFulfillmentToOrder(input: { lines: $lines, handler: { code: "manual-fulfillment", arguments: [{ name: "method", value: "UPS" }, { name: "trackingCode", value: $code }] } }) {
    __typename ... on Fulfillment { id } ... on ErrorResult { message }
  }
}`;

/** The warehouse hands a whole order to the carrier. */
export async function ship(admin: GraphQL, orderId: string, trackingCode = '1Z999'): Promise<string> {
  const { order } = (await admin('query ($id: ID!) { order(id: $id) { lines { id quantity } } }', {
    id: orderId,
  })) as unknown as { order: { lines: { id: string; quantity: number }[] } };
  const lines = order.lines.map(({ id, quantity }) => ({ orderLineId: id, quantity }));
  const { f } = (await admin(FULFIL, { lines, code: trackingCode })) as unknown as {
    f: { id?: string; message?: string };
  };
  if (!f.id) throw new Error(`Not sent: ${f.message ?? ''}`);
  await moveParcel(admin, f.id, 'Shipped');
  return f.id;
}

export async function moveParcel(admin: GraphQL, fulfillmentId: string, state: 'Shipped' | 'Delivered'): Promise<void> {
  const move =
    'mutation ($id: ID!, $state: String!) { transitionFulfillmentToState(id: $id, state: $state) { __typename ... on ErrorResult { message } } }';
  await admin(move, { id: fulfillmentId, state });
}

export interface PromotionDraft {
  readonly couponCode: string;
  readonly name: string;
  /** Minor units that the goods must reach. */
  readonly from?: number;
  readonly action: {
    readonly code: string;
    readonly arguments: readonly { readonly name: string; readonly value: string }[];
  };
}

/** The shop's own staff announce a promotion; who has the code gets it. */
export async function promote(admin: GraphQL, { couponCode, name, from, action }: PromotionDraft): Promise<void> {
  const limit = [
    { name: 'amount', value: String(from) },
    { name: 'taxInclusive', value: 'true' },
  ];
  const conditions = from === undefined ? [] : [{ code: 'minimum_order_amount', arguments: limit }];
  const input = {
    enabled: true,
    couponCode,
    translations: [{ languageCode: 'en', name, description: '' }],
    conditions,
    actions: [action],
  };
  await admin(
    'mutation ($i: CreatePromotionInput!) { createPromotion(input: $i) { ... on Promotion { id } ... on ErrorResult { message } } }',
    { i: input },
  );
}

export interface RefundRow {
  readonly id: string;
  readonly total: number;
  readonly state: string;
  readonly reason: string | null;
}

/** The refunds of an order as Vendure's own staff see them. */
export async function refundsOf(admin: GraphQL, orderId: string): Promise<RefundRow[]> {
  const query = 'query ($id: ID!) { order(id: $id) { payments { refunds { id total state reason } } } }';
  const { order } = (await admin(query, { id: orderId })) as unknown as {
    order: { payments: { refunds: RefundRow[] }[] };
  };
  return order.payments.flatMap(({ refunds }) => refunds);
}
