/**
 * @module Fills a new shop: a country, taxes, shipping and payment, ten products, two customers, and the person that
 * the desk is to this shop, who may do no more than the desk needs.
 */
import { fileURLToPath } from 'node:url';
import {
  AdministratorService,
  Country,
  CustomerService,
  LanguageCode,
  Permission,
  RequestContextService,
  RoleService,
  TransactionalConnection,
  User,
  type InitialData,
} from '@vendure/core';
import { importProductsFromCsv, populateInitialData } from '@vendure/core/cli/index.js';
import type { INestApplicationContext } from '@nestjs/common';
import { cardHandler } from './config.ts';

const SHOP: InitialData = {
  defaultLanguage: LanguageCode.en,
  defaultZone: 'Americas',
  countries: [
    { code: 'US', name: 'United States', zone: 'Americas' },
    { code: 'CA', name: 'Canada', zone: 'Americas' },
  ],
  taxRates: [{ name: 'Standard Tax', percentage: 0 }],
  shippingMethods: [{ name: 'Standard Shipping', price: 500 }],
  paymentMethods: [{ name: 'Card', handler: { code: cardHandler.code, arguments: [] } }],
  collections: [],
};

const CUSTOMERS = [
  {
    firstName: 'Mia',
    lastName: 'Novak',
    emailAddress: 'mia.novak@example.com',
    streetLine1: '12 Elm Street',
    city: 'Denver',
    province: 'CO',
    postalCode: '80202',
  },
  {
    firstName: 'Omar',
    lastName: 'Reyes',
    emailAddress: 'omar.reyes@example.com',
    streetLine1: '7 Lake Road',
    city: 'Austin',
    province: 'TX',
    postalCode: '78701',
  },
] as const;

const DESK_MAY = [
  Permission.ReadOrder,
  Permission.UpdateOrder,
  Permission.ReadCustomer,
  Permission.UpdateCustomer,
  Permission.ReadCatalog,
  Permission.ReadProduct,
  Permission.ReadPaymentMethod,
  Permission.ReadSettings,
];

/** The people of the seed. */
export interface SeedPeople {
  /** Name of the superadmin, in whose name the others are made. */
  readonly superadmin: string;
  /** Passwords. */
  readonly customers: string;
  readonly desk: string;
}

/** Does nothing in a shop that has something in it. */
export async function seed(app: INestApplicationContext, { superadmin, customers, desk }: SeedPeople): Promise<void> {
  const connection = app.get(TransactionalConnection);
  if ((await connection.rawConnection.getRepository(Country).count()) > 0) return;
  await populateInitialData(app, SHOP);
  await importProductsFromCsv(app, fileURLToPath(new URL('../data/products.csv', import.meta.url)), LanguageCode.en);
  const user = await connection.rawConnection
    .getRepository(User)
    .findOneOrFail({ where: { identifier: superadmin }, relations: ['roles', 'roles.channels'] });
  const ctx = await app.get(RequestContextService).create({ apiType: 'admin', user });
  for (const { firstName, lastName, emailAddress, ...address } of CUSTOMERS) {
    const customer = await app.get(CustomerService).create(ctx, { firstName, lastName, emailAddress }, customers);
    if (!('id' in customer)) throw new Error(`${emailAddress} cannot be a customer: ${customer.message}`);
    await app.get(CustomerService).createAddress(ctx, customer.id, {
      fullName: `${firstName} ${lastName}`,
      ...address,
      countryCode: 'US',
      defaultShippingAddress: true,
    });
  }
  const role = await app
    .get(RoleService)
    .create(ctx, { code: 'desk', description: 'Customer-service desk', permissions: DESK_MAY });
  await app
    .get(AdministratorService)
    .create(ctx, { firstName: 'Customer', lastName: 'Desk', emailAddress: 'desk', password: desk, roleIds: [role.id] });
}
