/** @module Vendure as a shop of the desk. */
export { vendureKind, vendureServer } from './connectable.ts';
export { vendureShop, type VendureShopOptions } from './vendure-shop.ts';
