/** @module What shops tell the desk. */
import { aftersales, orders, shopEvents as core } from '@shopdesk/core';
import { defineServerFeature } from '../../feature.ts';
import { receiveShopEvent } from './receive.ts';

export const shopEvents = defineServerFeature({
  name: 'shopEvents',
  requires: [core, orders, aftersales],
  routes: [{ method: 'POST', path: '/shops/:storeKey/events', handle: receiveShopEvent }],
});
