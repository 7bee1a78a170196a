/**
 * @module Whom the shop sells to, as far as the desk needs to know.
 */
import { z } from 'zod';
import { personal } from '../kernel/entity.ts';
import { Money } from '../kernel/money.ts';
import { ShopId } from './shop-catalogue.ts';
import { codes } from '../kernel/codes.ts';

const text = (max: number) => z.string().trim().max(max);

/**
 * A postal address; `country` is written as the shop writes it. Any part may be empty where it comes from the shop;
 * what an address must have to be sent to says `missingAddressParts`.
 */
export const ShopAddress = personal(
  'address',
  z.object({
    line1: text(200),
    line2: text(200).default(''),
    city: text(100),
    region: text(100).default(''),
    postalCode: text(20),
    country: text(60),
  }),
);
export type ShopAddress = z.output<typeof ShopAddress>;

/** A way to pay that the customer has on file; never more of a card than its last digits. */
export const ShopPaymentMethod = z.object({
  id: ShopId,
  kind: codes('ShopPaymentMethodKind', {
    CARD: { en: 'Card', zh: '银行卡' },
    WALLET: { en: 'Wallet', zh: '电子钱包' },
    GIFT_CARD: { en: 'Gift card', zh: '礼品卡' },
    OTHER: { en: 'Other method', zh: '其他方式' },
  }),
  /** Who runs it: `mastercard`, `paypal`, `alipay` … */
  provider: personal('card', z.string().optional()),
  lastFour: personal(
    'card',
    z
      .string()
      .regex(/^\d{4}$/)
      .optional(),
  ),
  /** What is left on a gift card. */
  balance: Money.optional(),
});
export type ShopPaymentMethod = z.output<typeof ShopPaymentMethod>;

/** A customer with the default address and the payment methods on file. */
export const ShopCustomer = z.object({
  id: ShopId,
  name: personal('name', z.string()),
  givenName: personal('name', z.string().optional()),
  familyName: personal('name', z.string().optional()),
  email: personal('email', z.string()),
  address: ShopAddress.optional(),
  paymentMethods: z.array(ShopPaymentMethod),
});
export type ShopCustomer = z.output<typeof ShopCustomer>;

/** What a customer without an account number can tell: the name and the postcode of the default address. */
export const ShopNameSearch = z.object({
  givenName: text(100).min(1),
  familyName: text(100).min(1),
  postalCode: text(20).min(1),
});
export type ShopNameSearch = z.input<typeof ShopNameSearch>;
