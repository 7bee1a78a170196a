export * from './kernel/index.ts';
export * from './kernel/money.ts';
export * from './ports/index.ts';
export * from './ports/shop.ts';
export { standardFeatures } from './features/index.ts';
export * from './features/access/index.ts';
export * from './features/customers/index.ts';
export * from './features/conversations/index.ts';
export * from './features/guard/index.ts';
