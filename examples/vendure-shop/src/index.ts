/** @module Vendure as a shop of the desk. */
export { vendureShop, type VendureShopOptions } from './vendure-shop.ts';
