/** @module Connecting shops in tests: one kind of shop, whose secrets are kept readable. */
import {
  addressSetting,
  choiceSetting,
  defineShopAdapter,
  optionalSetting,
  secretSetting,
  textSetting,
  type ShopConnector,
} from '../ports/shop-adapter.ts';
import { ShopError } from '../ports/shop-error.ts';
import type { Shop } from '../ports/shop.ts';

const silent = async (): Promise<never> => {
  throw new ShopError('UNAVAILABLE', 'This shop is there in tests only', { fault: 'NOT_REACHABLE' });
};
const SILENT: Shop = {
  capabilities: { changes: [] },
  customer: silent,
  customerByEmail: silent,
  customersByName: silent,
  order: silent,
  ordersOf: silent,
  product: silent,
  variant: silent,
  searchProducts: silent,
};

/** A kind of shop with one setting of each kind. */
export const TEST_ADAPTER = defineShopAdapter({
  code: 'TEST_SHOP',
  words: { en: 'Test shop', zh: '测试商城' },
  about: { en: 'A shop for tests.', zh: '用于测试的商城。' },
  settings: {
    url: addressSetting({
      en: 'Address of the shop',
      zh: '商城网址',
      hint: { en: 'As in the browser.', zh: '与浏览器中一致。' },
    }),
    secret: secretSetting({ en: 'Secret', zh: '密钥' }),
    channel: optionalSetting(textSetting({ en: 'Channel', zh: '渠道' })),
    news: choiceSetting(
      { en: 'News of orders', zh: '订单通知' },
      {
        POLL: { en: 'The desk asks', zh: '由客服系统查询' },
        WEBHOOK: { en: 'The shop calls', zh: '由商城推送' },
      },
    ),
  },
  connect: () => SILENT,
});

/** Refuses addresses of this machine only; seals for a store by naming it. */
export const testConnector = (overrides: Partial<ShopConnector> = {}): ShopConnector => ({
  adapters: [TEST_ADAPTER],
  isWired: () => false,
  addressFault: (address) =>
    !/^https?:\/\/\w/.test(address)
      ? 'ADDRESS_UNREADABLE'
      : /^https?:\/\/(?:127\.|localhost)/.test(address)
        ? 'ADDRESS_REFUSED'
        : undefined,
  seal: (storeId, secrets) => JSON.stringify({ storeId, secrets }),
  open: (storeId, sealed) => {
    const kept = JSON.parse(sealed) as { storeId?: string; secrets?: Record<string, string> };
    return kept.storeId === storeId ? kept.secrets : undefined;
  },
  ...overrides,
});
