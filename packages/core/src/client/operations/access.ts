/** @module What a shopper's client asks of the feature `access`. */
import type { AnswerOf } from '../document.ts';
import { shopperGraphql } from '../graphql.ts';
import { DENIED } from './denied.ts';

export const WIDGET_SETTINGS = shopperGraphql(`query WidgetSettings($storeKey: String!) {
  widgetSettings(storeKey: $storeKey) {
    storeId name locale timeZone
    look { colour position title { zh en } greeting { zh en } offlineText { zh en } }
    serviceHours { weekday from to }
  }
}`);

export type WidgetSettings = AnswerOf<typeof WIDGET_SETTINGS>;

/** Selection of the answer to what starts a session. */
export const ON_TOKEN = `shopperToken { token customerId verified expiresAt } ${DENIED}` as const;

export const START_SHOPPER_SESSION = shopperGraphql(`mutation StartShopperSession($input: StartShopperSessionInput!) {
  startShopperSession(input: $input) { ${ON_TOKEN} }
}`);

export type ShopperToken = AnswerOf<typeof START_SHOPPER_SESSION>;
