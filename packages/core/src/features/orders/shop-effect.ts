/** @module What every call to a shop has in common that leaves the desk as an effect. */
import { backoff, EffectGivenUp, seconds } from '../../kernel/effect.ts';
import type { Ports } from '../../ports/index.ts';
import { ShopError, SHOP_POOL, type Shop } from '../../ports/shop.ts';
import { refusalOf } from './shop-access.ts';

/** Soon at first, then every hour. */
export const SHOP_EFFECT = {
  port: 'shop',
  pool: SHOP_POOL,
  timeout: seconds(20),
  retry: backoff(5, 30, 120, 600, 3600),
} as const;

/** The shop of a store; while none is connected nothing is sent. */
export function connectedShop(ports: Ports, storeId: string): Shop {
  const shop = ports.shop(storeId);
  if (!shop) throw new ShopError('UNAVAILABLE', 'No shop is connected to this store.', { sent: false });
  return shop;
}

/** Why a call ended without being done, in both languages. */
export function whyRefused(error: unknown): { en: string; zh: string } {
  if (error instanceof ShopError) return refusalOf(error);
  if (error instanceof EffectGivenUp) return { en: error.reason, zh: error.reason };
  return {
    en: 'The call to the shop failed for a reason of the desk itself.',
    zh: '由于系统自身原因，未能调用店铺。',
  };
}
