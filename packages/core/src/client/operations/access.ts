/** @module What a shopper's client asks of the feature `access`. */
import type { z } from 'zod';
import type { ServiceHours, WidgetLook } from '../../features/access/entities.ts';
import type { Document } from '../document.ts';
import { DENIED } from './denied.ts';

export interface WidgetSettings {
  readonly storeId: string;
  readonly name: string;
  readonly locale: 'zh-CN' | 'en';
  readonly timeZone: string;
  readonly look: z.output<typeof WidgetLook>;
  readonly serviceHours: readonly z.output<typeof ServiceHours>[];
}

export const WIDGET_SETTINGS = `query WidgetSettings($storeKey: String!) {
  widgetSettings(storeKey: $storeKey) {
    storeId name locale timeZone
    look { colour position title { zh en } greeting { zh en } offlineText { zh en } }
    serviceHours { weekday from to }
  }
}` as Document<{ storeKey: string }, WidgetSettings>;

export interface ShopperToken {
  readonly token: string;
  readonly customerId: string;
  readonly verified: boolean;
  readonly expiresAt: string;
}

/** Selection of the answer to what starts a session. */
export const ON_TOKEN = `... on ShopperToken { token customerId verified expiresAt } ${DENIED}`;

export const START_SHOPPER_SESSION = `mutation StartShopperSession($input: StartShopperSessionInput!) {
  startShopperSession(input: $input) { __typename ${ON_TOKEN} }
}` as Document<{ input: { storeKey: string; locale?: string } }, ShopperToken>;
