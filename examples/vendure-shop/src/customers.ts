/** @module Whom the shop sells to. Vendure keeps no cards of a customer: what he can pay by is what the shop takes. */
import {
  parseShopInput,
  ShopNameSearch,
  shopNotFound,
  type ShopAddress,
  type ShopCustomer,
  type ShopPaymentMethod,
} from '@shopdesk/core';
import { z } from 'zod';
import type { VendureClient } from './client.ts';

const Address = z.object({
  streetLine1: z.string(),
  streetLine2: z.string().nullable(),
  city: z.string().nullable(),
  province: z.string().nullable(),
  postalCode: z.string().nullable(),
  country: z.object({ name: z.string() }),
  defaultShippingAddress: z.boolean().nullable(),
});
const Customer = z.object({
  id: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  emailAddress: z.string(),
  addresses: z.array(Address).nullable(),
});
type Customer = z.output<typeof Customer>;
const Methods = z.object({ items: z.array(z.object({ code: z.string(), name: z.string(), enabled: z.boolean() })) });

const CUSTOMER =
  'id firstName lastName emailAddress addresses { streetLine1 streetLine2 city province postalCode country { name } defaultShippingAddress }';
const METHODS = 'paymentMethods(options: { take: 100 }) { items { code name enabled } }';
const ONE = `query ($id: ID!) { customer(id: $id) { ${CUSTOMER} } ${METHODS} }`;
const FOUND = `query ($filter: CustomerFilterParameter) { customers(options: { take: 100, sort: { id: ASC }, filter: $filter }) { items { ${CUSTOMER} } } ${METHODS} }`;

/** Vendure has addresses without a town; the desk shows that as a dash. */
export const known = (text: string | null | undefined): string => text || '–';

const addressOf = ({
  streetLine1,
  streetLine2,
  city,
  province,
  postalCode,
  country,
}: z.output<typeof Address>): ShopAddress => ({
  line1: known(streetLine1),
  line2: streetLine2 ?? '',
  city: known(city),
  region: province ?? '',
  postalCode: known(postalCode),
  country: country.name,
});

/** What the shop's payment methods are, by their codes; Vendure itself only knows their names. */
export type PaymentKinds = Readonly<Record<string, ShopPaymentMethod['kind']>>;

function methodsOf({ items }: z.output<typeof Methods>, kinds: PaymentKinds): ShopPaymentMethod[] {
  return items
    .filter(({ enabled }) => enabled)
    .map(({ code, name }) => {
      const kind = kinds[code] ?? 'OTHER';
      return { id: code, kind, ...(name.toUpperCase() === kind ? {} : { provider: name }) };
    });
}

function customerOf(
  { id, firstName, lastName, emailAddress, addresses }: Customer,
  paymentMethods: ShopPaymentMethod[],
): ShopCustomer {
  const home = addresses?.find(({ defaultShippingAddress }) => defaultShippingAddress) ?? addresses?.[0];
  return {
    id,
    name: `${firstName} ${lastName}`.trim(),
    givenName: firstName,
    familyName: lastName,
    email: emailAddress,
    ...(home ? { address: addressOf(home) } : {}),
    paymentMethods,
  };
}

const same = (a: string | undefined, b: string): boolean => a?.toLowerCase() === b.toLowerCase();

/** Looks customers up. */
export class Customers {
  readonly #client: VendureClient;
  readonly #kinds: PaymentKinds;

  constructor(client: VendureClient, kinds: PaymentKinds) {
    this.#client = client;
    this.#kinds = kinds;
  }

  async customer(id: string): Promise<ShopCustomer> {
    const { customer, paymentMethods } = await this.#client.admin(
      z.object({ customer: Customer.nullable(), paymentMethods: Methods }),
      ONE,
      { id },
    );
    if (!customer) throw shopNotFound('Customer');
    return customerOf(customer, methodsOf(paymentMethods, this.#kinds));
  }

  /** Vendure keeps e-mail addresses in small letters. */
  async byEmail(email: string): Promise<ShopCustomer> {
    const [customer] = await this.#find({ emailAddress: { eq: email.trim().toLowerCase() } });
    if (!customer) throw shopNotFound('Customer');
    return customer;
  }

  async byName(search: z.input<typeof ShopNameSearch>): Promise<readonly ShopCustomer[]> {
    const { givenName, familyName, postalCode } = parseShopInput(ShopNameSearch, search);
    const found = await this.#find({
      firstName: { contains: givenName },
      lastName: { contains: familyName },
      postalCode: { contains: postalCode },
    });
    return found.filter(
      (one) =>
        same(one.givenName, givenName) && same(one.familyName, familyName) && same(one.address?.postalCode, postalCode),
    );
  }

  async #find(filter: object): Promise<ShopCustomer[]> {
    const Found = z.object({ customers: z.object({ items: z.array(Customer) }), paymentMethods: Methods });
    const { customers, paymentMethods } = await this.#client.admin(Found, FOUND, { filter });
    return customers.items.map((customer) => customerOf(customer, methodsOf(paymentMethods, this.#kinds)));
  }
}
