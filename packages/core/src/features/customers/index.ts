/**
 * @module The customer file: who they are, how a shopper proves it, their identities by channel, timeline and orders.
 */
import { defineFeature } from '../../kernel/feature.ts';
import { access, CUSTOMER_PERMISSIONS } from '../access/index.ts';
import { customerOrders, customerTimeline, revealContact, updateCustomer } from './actions.ts';
import { endCustomerSessions, endSessionsOfIdentityKey } from './end-shopper-sessions.ts';
import { Customer, CustomerIdentity } from './entities.ts';
import { addIdentityKey, revokeIdentityKey } from './identity-key.ts';
import { IdentityKey, ShopperSession, SpentIdentityToken } from './session-entities.ts';
import { TimelineKind } from './points.ts';
import { customerTexts } from './texts.ts';
import { endShopperSession, identifyShopper, shopperOf, startShopperSession } from './shopper.ts';
import { whenDue } from '../../kernel/timer.ts';
import { customerSessionsTimer, keySessionsTimer } from './timers.ts';
import { shopWords } from '../../ports/shop-words.ts';
import { customersWords } from './words.ts';

export const customers = defineFeature({
  name: 'customers',
  words: { ...shopWords, ...customersWords },
  requires: [access],
  vocabularies: [TimelineKind],
  entities: [Customer, CustomerIdentity, ShopperSession, IdentityKey, SpentIdentityToken],
  actions: {
    updateCustomer,
    revealContact,
    addIdentityKey,
    revokeIdentityKey,
    startShopperSession,
    identifyShopper,
    endShopperSession,
    endCustomerSessions,
    endSessionsOfIdentityKey,
  },
  views: { customerTimeline, customerOrders },
  answers: [shopperOf],
  timers: [whenDue(customerSessionsTimer, endCustomerSessions), whenDue(keySessionsTimer, endSessionsOfIdentityKey)],
  permissions: CUSTOMER_PERMISSIONS,
  texts: customerTexts,
});

export { Customer, CustomerIdentity, ofStores, staffOfStore } from './entities.ts';
export { customerMerged } from './events.ts';
export { externalIdOf } from './actions.ts';
export { contactsLeft, timeline, TimelineKind, type TimelineEntry } from './points.ts';
export { IdentityKey, ShopperSession, SpentIdentityToken } from './session-entities.ts';
