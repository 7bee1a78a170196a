/**
 * @module The form of a store file: products, users and orders with amounts in decimal dollars.
 */
import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** Every amount of the shop is in this currency. */
export const CURRENCY = 'USD';

const dollars = z
  .number()
  .refine((value) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-6, 'Not exact to the cent');
const options = z.record(z.string(), z.string());
const address = z.object({
  address1: z.string(),
  address2: z.string(),
  city: z.string(),
  country: z.string(),
  state: z.string(),
  zip: z.string(),
});

const product = z.object({
  name: z.string(),
  product_id: z.string(),
  variants: z.record(z.string(), z.object({ item_id: z.string(), options, available: z.boolean(), price: dollars })),
});

const user = z.object({
  user_id: z.string(),
  name: z.object({ first_name: z.string(), last_name: z.string() }),
  address,
  email: z.string(),
  payment_methods: z.record(
    z.string(),
    z.object({
      source: z.string(),
      id: z.string(),
      brand: z.string().optional(),
      last_four: z.string().optional(),
      balance: dollars.optional(),
    }),
  ),
  orders: z.array(z.string()),
});

const order = z.object({
  order_id: z.string(),
  user_id: z.string(),
  address,
  items: z.array(z.object({ name: z.string(), product_id: z.string(), item_id: z.string(), price: dollars, options })),
  status: z.string(),
  fulfillments: z.array(z.object({ tracking_id: z.array(z.string()), item_ids: z.array(z.string()) })),
  payment_history: z.array(
    z.object({ transaction_type: z.enum(['payment', 'refund']), amount: dollars, payment_method_id: z.string() }),
  ),
  cancel_reason: z.string().optional(),
  return_items: z.array(z.string()).optional(),
  return_payment_method_id: z.string().optional(),
  exchange_items: z.array(z.string()).optional(),
  exchange_new_items: z.array(z.string()).optional(),
  exchange_payment_method_id: z.string().optional(),
  exchange_price_difference: dollars.optional(),
});

/** A whole store: what `loadStore` takes and `exportStore` gives back. */
export const StoreFile = z.object({
  products: z.record(z.string(), product),
  users: z.record(z.string(), user),
  orders: z.record(z.string(), order),
});
export type StoreFile = z.output<typeof StoreFile>;
export type StoreOrder = z.output<typeof order>;
export type StoreUser = z.output<typeof user>;
export type StoreAddress = z.output<typeof address>;

/** Reads and checks a store file; the error names every place that has another form. */
export const readStoreFile = (path: string): StoreFile => StoreFile.parse(JSON.parse(readFileSync(path, 'utf8')));

/** Whole cents of an amount that is exact to the cent. */
export const toCents = (amount: number): number => Math.round(amount * 100) + 0;
/** The nearest number to so many cents in dollars, which is what the same decimal reads as. */
export const toDollars = (cents: number): number => cents / 100;
