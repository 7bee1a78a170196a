export * from './action-contract.ts';
export * from './contract.ts';
export * from './memory-store.ts';
export { shopContract, type ShopUnderTest } from './shop-contract.ts';
export * from './store-contract.ts';
export * from './test-desk.ts';
export { TestShop, type TestShopOptions } from './test-shop.ts';
export { ContractParcel, effectContract } from './effect-contract.ts';
export { anyCodes, anyWords } from './any-words.ts';
