/** @module What a shopper's client asks when he signs in to the shop or out of it. */
import { shopperGraphql } from '../graphql.ts';
import { ON_TOKEN } from './access.ts';
import { DENIED } from './denied.ts';

export const IDENTIFY_SHOPPER = shopperGraphql(`mutation IdentifyShopper($input: IdentifyShopperInput!) {
  identifyShopper(input: $input) { ${ON_TOKEN} }
}`);

export const END_SHOPPER_SESSION = shopperGraphql(`mutation EndShopperSession {
  endShopperSession { shopperSessionEnded { ok } ${DENIED} }
}`);
