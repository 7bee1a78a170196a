/** @module What a shop tells the desk of itself: signed events, or changes that the desk asks for. */
import { defineFeature } from '../../kernel/feature.ts';
import { orders } from '../orders/index.ts';
import { customerNotices, knownCustomerNotices } from '../customer-notices/index.ts';
import { customers } from '../customers/index.ts';
import { conversationOpened, conversations } from '../conversations/index.ts';
import { access } from '../access/index.ts';
import { inCommit } from '../../kernel/event.ts';
import { ShopEventKey, ShopFeed } from './entities.ts';
import { askForChanges, askShopForChanges, followShop } from './follow.ts';
import { addShopEventKey, revokeShopEventKey } from './keys.ts';
import { noteOrderChange, notePayment, readChangedOrder, readOrder } from './receive.ts';
import { shopEventTexts } from './texts.ts';
import { whenDue } from '../../kernel/timer.ts';
import { changedOrderTimer, feedTimer } from './timers.ts';
import { PaymentTold, paymentTold } from './told.ts';
import { shopEventsWords } from './words.ts';

export const shopEvents = defineFeature({
  name: 'shopEvents',
  words: shopEventsWords,
  requires: [access, conversations, customerNotices, customers, orders],
  members: [PaymentTold],
  answers: [knownCustomerNotices(paymentTold)],
  entities: [ShopEventKey, ShopFeed],
  actions: {
    addShopEventKey,
    revokeShopEventKey,
    noteOrderChange,
    readChangedOrder,
    notePayment,
    askShopForChanges,
  },
  inCommit: [inCommit(conversationOpened, followShop)],
  effects: [readOrder, askForChanges],
  texts: shopEventTexts,
  timers: [whenDue(changedOrderTimer, readChangedOrder), whenDue(feedTimer, askShopForChanges)],
});

export { ShopEventKey, ShopFeed } from './entities.ts';
