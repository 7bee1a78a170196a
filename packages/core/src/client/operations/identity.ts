/** @module What a shopper's client asks when he signs in to the shop or out of it. */
import type { Document } from '../document.ts';
import { ON_TOKEN, type ShopperToken } from './access.ts';
import { DENIED } from './denied.ts';

export const IDENTIFY_SHOPPER = `mutation IdentifyShopper($input: IdentifyShopperInput!) {
  identifyShopper(input: $input) { __typename ${ON_TOKEN} }
}` as Document<{ input: { storeKey: string; identityToken: string } }, ShopperToken>;

export const END_SHOPPER_SESSION = `mutation EndShopperSession {
  endShopperSession { __typename ... on ShopperSessionEnded { ok } ${DENIED} }
}` as Document<Record<never, never>, { readonly ok: boolean }>;
