/** @module Which shop stands behind a store: connected by people in the panel, tested, and told how it answers. */
import { defineFeature } from '../../kernel/feature.ts';
import { answer } from '../../kernel/point.ts';
import { access } from '../access/index.ts';
import { setup, setupSteps } from '../setup/index.ts';
import { customers } from '../customers/index.ts';
import { connectShop, disconnectShop } from './connect.ts';
import { ConnectedShop, ShopHealth } from './entities.ts';
import { noteShopCall, testShop } from './health.ts';
import { connectionReasons } from './reasons.ts';
import { shopStep } from './setup-step.ts';
import { shopConnectionTexts } from './texts.ts';
import { shopAdapters, shopState } from './views.ts';
import { shopConnectionWords } from './words.ts';

export const shopConnections = defineFeature({
  name: 'shopConnections',
  words: shopConnectionWords,
  requires: [access, customers, setup],
  entities: [ConnectedShop, ShopHealth],
  actions: { connectShop, disconnectShop, testShop, noteShopCall },
  views: { shopState, shopAdapters },
  answers: [answer(setupSteps, shopStep)],
  members: [connectionReasons],
  texts: shopConnectionTexts,
});

export { shopCapability, type ShopCapability } from './capability.ts';
export { ConnectedShop, ShopHealth } from './entities.ts';
