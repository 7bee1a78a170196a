/**
 * @module What the desk may ask of this shop beyond Vendure's own Admin API: changes that carry a key and are done
 * once.
 */
import { gql } from 'graphql-tag';

/** The Admin API's part for the desk. `outcome` is DONE, also when the key was used before; or why not. */
export const deskSchema = gql`
  enum DeskOutcome {
    DONE
    NOT_FOUND
    ORDER_STATE
    ABOVE_REFUNDABLE
    PAYMENT_METHOD_NOT_ALLOWED
    PRICE_WOULD_CHANGE
    WRONG_CURRENCY
    UNKNOWN_COUNTRY
    KEY_OF_ANOTHER_REQUEST
  }
  type DeskChangeAnswer {
    outcome: DeskOutcome!
  }
  input DeskAddressInput {
    streetLine1: String!
    streetLine2: String!
    city: String!
    province: String!
    postalCode: String!
    country: String!
  }
  extend enum HistoryEntryType {
    DESK_ADDRESS_CHANGED
  }
  extend type Mutation {
    deskCancelOrder(key: String!, orderId: ID!, reason: String!): DeskChangeAnswer!
    deskChangeAddress(key: String!, orderId: ID!, address: DeskAddressInput!): DeskChangeAnswer!
    deskRefund(key: String!, orderId: ID!, amount: Money!, currency: String!, method: String, reason: String!): DeskChangeAnswer!
    deskUpdateCustomerAddress(key: String!, customerId: ID!, address: DeskAddressInput!): DeskChangeAnswer!
  }
`;

export type DeskOutcome =
  | 'DONE'
  | 'NOT_FOUND'
  | 'ORDER_STATE'
  | 'ABOVE_REFUNDABLE'
  | 'PAYMENT_METHOD_NOT_ALLOWED'
  | 'PRICE_WOULD_CHANGE'
  | 'WRONG_CURRENCY'
  | 'UNKNOWN_COUNTRY'
  | 'KEY_OF_ANOTHER_REQUEST';

export interface DeskAddress {
  readonly streetLine1: string;
  readonly streetLine2: string;
  readonly city: string;
  readonly province: string;
  readonly postalCode: string;
  readonly country: string;
}
