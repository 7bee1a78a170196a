/**
 * @module Runs the demo shop as a process of its own, set up by environment variables; prints its address.
 */
import { createDemoShop } from './demo-shop.ts';

const { SHOP_PORT = '0', SHOP_DATA, DESK_URL, STORE_KEY, IDENTITY_SECRET, DESK_API_SECRET } = process.env;
const { DESK_EVENT_SECRET, SHOP_HOST, SHOP_URL, SHOP_SEED, SHOP_ID, IDENTITY_KEY_ID } = process.env;

const shop = await createDemoShop({
  dataDir: SHOP_DATA ?? '.shopdesk/demo-shop',
  port: Number(SHOP_PORT),
  deskUrl: DESK_URL ?? '',
  storeKey: STORE_KEY ?? '',
  identitySecret: IDENTITY_SECRET ?? '',
  deskApiSecret: DESK_API_SECRET ?? '',
  ...(DESK_EVENT_SECRET ? { eventSecret: DESK_EVENT_SECRET } : {}),
  ...(SHOP_HOST ? { host: SHOP_HOST } : {}),
  ...(SHOP_URL ? { publicUrl: SHOP_URL } : {}),
  ...(SHOP_SEED ? { seedFile: SHOP_SEED } : {}),
  ...(SHOP_ID ? { shopId: SHOP_ID } : {}),
  ...(IDENTITY_KEY_ID ? { identityKeyId: IDENTITY_KEY_ID } : {}),
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void shop.close());
console.log(`Demo shop: ${shop.url}`);
