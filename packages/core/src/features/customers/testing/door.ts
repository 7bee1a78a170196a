import { shopperOnly, adminOnly, front, ownRow, hiddenRow, type Door } from '../../testing/door.ts';

export const customersDoor: Door = {
  mutations: {
    startShopperSession: ['in', 'in', 'FORBIDDEN', 'FORBIDDEN'],
    identifyShopper: ['in', 'in', 'FORBIDDEN', 'FORBIDDEN'],
    endShopperSession: shopperOnly,
    endCustomerSessions: front,
    addIdentityKey: adminOnly,
    revokeIdentityKey: adminOnly,
    updateCustomer: front,
    revealContact: front,
  },
  queries: {
    shopperSession: hiddenRow,
    identityKey: ownRow,
    identityKeys: adminOnly,
    customer: ownRow,
    customers: ['UNAUTHENTICATED', 'in', 'FORBIDDEN', 'in'],
    customerIdentity: ownRow,
    customerIdentities: adminOnly,
    customerTimeline: ['UNAUTHENTICATED', 'FORBIDDEN', 'FORBIDDEN', 'in'],
    customerOrders: ['UNAUTHENTICATED', 'in', 'FORBIDDEN', 'FORBIDDEN'],
  },
  entities: ['ShopperSession', 'IdentityKey', 'CustomerIdentity'],
  ownAccess: ['startShopperSession', 'identifyShopper'],
};
