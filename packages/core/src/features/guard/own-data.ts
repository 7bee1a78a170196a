/**
 * @module Which contact data may be said to a customer: his own once the shop has signed who he is, and the shop's.
 * Everything else that looks like a phone, an address or an identity number is somebody else's (R-SEC-01).
 */
import type { ReadContext } from '../../kernel/context.ts';
import { detectPersonalData } from '../../language/personal-data.ts';
import { ShopError, type ShopAddress } from '../../ports/shop.ts';
import { Store } from '../access/index.ts';
import { Customer, externalIdOf } from '../customers/index.ts';
import { SafeContact } from './entities.ts';

export interface Addressee {
  readonly storeId: string;
  readonly customerId: string;
}

const MAX_CONTACTS = 200;
const LAST_ORDERS = 20;

/**
 * A value as it is kept, and as the detectors read it: +86 138… is found as 138…. Of a page's origin the host counts.
 */
const spellings = (value: string) => [
  /^https?:/.test(value) ? value.replace(/:\d+(?=\/|$)/, '') : value,
  ...detectPersonalData(value).map((hit) => hit.value),
];

/** Every run of an address's parts, smallest first and largest first: people leave out what goes without saying. */
function addressForms({ line1, line2, city, region, postalCode, country }: ShopAddress): string[] {
  const orders = [
    [line1, line2, city, region, postalCode, country],
    [country, region, city, line1, line2],
  ];
  return orders.flatMap((order) => {
    const parts = order.filter(Boolean);
    return parts.flatMap((_, from) =>
      parts.slice(from).map((_part, length) => parts.slice(from, from + length + 1).join(' ')),
    );
  });
}

/** What may be said of the shop and, to him, of the customer. */
export async function sayableContacts(ctx: ReadContext, { storeId, customerId }: Addressee): Promise<string[]> {
  const [store, customer, contacts] = await Promise.all([
    ctx.trusted('settings for everybody').maybe(Store, storeId),
    ctx.trusted('facts of the customer').maybe(Customer, customerId),
    ctx
      .trusted('settings for everybody')
      .find(SafeContact, { where: { or: [{ storeId: null }, { storeId }] }, limit: MAX_CONTACTS }),
  ]);
  const own = customer?.verified
    ? [customer.email, customer.phone, ...(await knownToShop(ctx, storeId, customerId))]
    : [];
  const values = [...(store?.allowedOrigins ?? []), ...contacts.map(({ value }) => value), ...own];
  return values.filter((value) => value !== null).flatMap(spellings);
}

/** His addresses, and the numbers of his orders and parcels: some of those look like the number of a bank card. */
async function knownToShop(ctx: ReadContext, storeId: string, customerId: string): Promise<string[]> {
  const shop = ctx.ports.shop(storeId);
  const externalId = shop && (await externalIdOf(ctx, customerId));
  if (!shop || !externalId) return [];
  try {
    const [{ email, address }, { items }] = await Promise.all([
      shop.customer(externalId),
      shop.ordersOf(externalId, { first: LAST_ORDERS }),
    ]);
    const orders = items.flatMap((order) => [
      order.number,
      ...order.shipments.flatMap(({ trackingNumbers }) => trackingNumbers),
      ...addressForms(order.address),
    ]);
    return [email, ...(address ? addressForms(address) : []), ...orders];
  } catch (error) {
    // A shop that does not answer tells nothing; what cannot be checked is not said.
    if (error instanceof ShopError) return [];
    throw error;
  }
}
