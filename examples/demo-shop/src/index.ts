export { createDemoShop, SEED_FILE, type DemoShop, type DemoShopServerOptions } from './demo-shop.ts';
export { demoShop, type DemoShopOptions } from './shop-adapter.ts';
export { demoShopKind, demoShopServer } from './connectable.ts';
export type { CancelRefunds } from './changes/index.ts';
export { readStoreFile, type StoreFile } from './store-file.ts';
export { signedHeaders } from './desk-events.ts';
