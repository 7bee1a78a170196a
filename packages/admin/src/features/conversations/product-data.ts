/** @module What the dialog that sends a product asks of the shop. */
import type { AnswerOf } from '@shopdesk/core/client';
import { viewQuery } from '../../desk/documents.ts';

const PRODUCT = `id title url imageUrl variants { price { amount currency } available stock }`;

export const searchProducts = viewQuery(
  'searchProducts',
  { storeId: 'ID', text: 'String', first: 'Int' },
  `items { ${PRODUCT} }`,
);
export const productOf = viewQuery('product', { storeId: 'ID', productId: 'ID!' }, PRODUCT);
export type Product = AnswerOf<typeof searchProducts>['items'][number];
