/** @module What a shop tells the desk of itself: signed events, or changes that the desk asks for; and who wants to hear of them. */
import { defineFeature } from '../../kernel/feature.ts';
import { together } from '../../kernel/event.ts';
import { conversationOpened } from '../conversations/events.ts';
import { setOrderNews } from './choice.ts';
import { OrderNewsChoice, ShopEventKey, ShopFeed } from './entities.ts';
import { askShopForChanges, followShop } from './follow.ts';
import { addShopEventKey, revokeShopEventKey } from './keys.ts';
import { noteOrderChange, notePayment, readChangedOrder } from './receive.ts';
import { shopEventTexts } from './texts.ts';

export const shopEvents = defineFeature({
  name: 'shopEvents',
  entities: [ShopEventKey, ShopFeed, OrderNewsChoice],
  actions: {
    addShopEventKey,
    revokeShopEventKey,
    noteOrderChange,
    readChangedOrder,
    notePayment,
    askShopForChanges,
    setOrderNews,
  },
  together: [together(conversationOpened, followShop)],
  texts: shopEventTexts,
});

export { OrderNewsChoice, ShopEventKey, ShopFeed } from './entities.ts';
