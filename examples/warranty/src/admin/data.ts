/** @module What the panel asks of the desk about warranties. */
import type { RowOf } from '@shopdesk/core';
import type { Document } from '@shopdesk/core/client';
import type { ActionVariables, Connection } from '@shopdesk/admin/desk/documents';
import type { WarrantyClaim } from '../core/index.ts';

export type Claim = Pick<
  RowOf<typeof WarrantyClaim>,
  'id' | 'version' | 'product' | 'fault' | 'state' | 'declineReason' | 'repairReport' | 'requestedAt'
>;
const CLAIM = 'id version product fault state declineReason repairReport requestedAt';
const DENIED = 'denied { code message fields { path message } details }';

export const claims: Document<
  { first: number; after: string | null },
  Connection<Claim>
> = `query Claims($first: Int, $after: String) {
  warrantyClaims(first: $first, after: $after) { nodes { ${CLAIM} } pageInfo { endCursor hasNextPage } }
}`;

export const claimsOf: Document<{ customerId: string }, Connection<Claim>> = `query ClaimsOf($customerId: ID!) {
  warrantyClaims(filter: { customerId: { eq: $customerId } }, first: 20) { nodes { ${CLAIM} } pageInfo { endCursor hasNextPage } }
}`;

export const coverOf: Document<{ id: string }, { readonly coveredUntil: string | null }> =
  'query CoverOf($id: ID!) { customer(id: $id) { coveredUntil } }';

export const acceptClaim: Document<
  ActionVariables<{ id: string }>,
  Claim
> = `mutation AcceptClaim($input: AcceptWarrantyClaimInput!, $key: String, $version: Int) {
  acceptWarrantyClaim(input: $input, idempotencyKey: $key, expectedVersion: $version) { warrantyClaim { ${CLAIM} } ${DENIED} }
}`;

export const declineClaim: Document<
  ActionVariables<{ id: string; reason: string }>,
  Claim
> = `mutation DeclineClaim($input: DeclineWarrantyClaimInput!, $key: String, $version: Int) {
  declineWarrantyClaim(input: $input, idempotencyKey: $key, expectedVersion: $version) { warrantyClaim { ${CLAIM} } ${DENIED} }
}`;
