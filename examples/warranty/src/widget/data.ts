/** @module What the widget asks of the desk about warranties. */
import type { RowOf } from '@shopdesk/core';
import type { Document } from '@shopdesk/core/client';
import type { WarrantyClaim } from '../core/index.ts';

export type Claim = Pick<
  RowOf<typeof WarrantyClaim>,
  'id' | 'product' | 'fault' | 'state' | 'declineReason' | 'repairReport'
>;
const CLAIM = 'id product fault state declineReason repairReport';
const DENIED = 'denied { code message fields { path message } details }';

export const myClaims: Document<
  Record<never, never>,
  { readonly nodes: readonly Claim[] }
> = `query MyClaims { warrantyClaims(first: 20) { nodes { ${CLAIM} } } }`;

export const claimWarranty: Document<{ input: { product: string; fault: string }; key: string }, Claim> =
  `mutation ClaimWarranty($input: ClaimWarrantyInput!, $key: String) {
  claimWarranty(input: $input, idempotencyKey: $key) { warrantyClaim { ${CLAIM} } ${DENIED} }
}`;

export const withdrawClaim: Document<{ input: { id: string } }, Claim> =
  `mutation WithdrawClaim($input: WithdrawWarrantyClaimInput!) {
  withdrawWarrantyClaim(input: $input) { warrantyClaim { ${CLAIM} } ${DENIED} }
}`;
