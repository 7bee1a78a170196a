/** @module The customer file: who he is, his identities by channel, his timeline and his orders. */
import { defineFeature } from '../../kernel/feature.ts';
import { CUSTOMER_PERMISSIONS } from '../access/permission.ts';
import { customerOrders, customerTimeline, revealContact, updateCustomer } from './actions.ts';
import { Customer, CustomerIdentity } from './entities.ts';

export const customers = defineFeature({
  name: 'customers',
  entities: [Customer, CustomerIdentity],
  actions: { updateCustomer, revealContact },
  views: { customerTimeline, customerOrders },
  permissions: CUSTOMER_PERMISSIONS,
});

export { Customer, CustomerIdentity, staffOfStore } from './entities.ts';
export { externalIdOf } from './actions.ts';
