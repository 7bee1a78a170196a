/**
 * @module What every page knows of its visitor, and how money, dates and names are written for him.
 */
import { formatMoney, type Money, type ShopAddress, type ShopCustomer, type ShopPaymentMethod } from '@shopdesk/core';
import { html, type Html } from './html.ts';
import { textsOf, type Locale, type Texts } from './texts.ts';

/** The desk that the shop has on its pages. */
export interface Desk {
  readonly url: string;
  readonly storeKey: string;
}

/** A page's visitor. */
export interface Visitor {
  readonly locale: Locale;
  readonly texts: Texts;
  readonly customer: ShopCustomer | undefined;
  /** The address of the page, to come back to. */
  readonly here: string;
  readonly desk: Desk;
  /** Whether the demo's scripted colleague is on duty; undefined where there is none. */
  readonly colleagueOnDuty: boolean | undefined;
}

export const visitorOf = (visitor: Omit<Visitor, 'texts'>): Visitor => ({ ...visitor, texts: textsOf(visitor.locale) });

export const priceText = ({ locale }: Visitor, price: Money): string => formatMoney(price, locale);

/** An instant as the shop's own clock shows it. */
export function timeText({ locale }: Visitor, instant: string): Html {
  const format = new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'America/New_York',
    hourCycle: 'h23',
  });
  return html`<time datetime="${instant}">${format.format(new Date(instant))}</time>`;
}

export const addressLines = ({ line1, line2, city, region, postalCode, country }: ShopAddress): string[] =>
  [line1, line2, `${city}, ${region} ${postalCode}`, country].filter((line) => line.trim() !== '');

const BRANDS: Record<string, string> = { mastercard: 'Mastercard', visa: 'Visa', paypal: 'PayPal' };

export function methodText(
  { texts, locale }: Visitor,
  { id, kind, provider, lastFour, balance }: ShopPaymentMethod,
): string {
  if (kind === 'GIFT_CARD') return `${texts.giftCard} (${texts.balance(balance ? formatMoney(balance, locale) : '–')})`;
  const brand = BRANDS[provider ?? ''] ?? provider ?? id;
  return lastFour ? texts.endingIn(brand, lastFour) : brand;
}

/** Where an order's page is. */
export const orderPath = (id: string): string => `/orders/${encodeURIComponent(id)}`;
export const productPath = (id: string, variantId?: string): string =>
  `/products/${encodeURIComponent(id)}${variantId === undefined ? '' : `?variant=${encodeURIComponent(variantId)}`}`;
