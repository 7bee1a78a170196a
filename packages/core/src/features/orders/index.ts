/** @module Orders of the shop in the desk: looking them up, changing them before dispatch, and remarks on them. */
import { defineFeature } from '../../kernel/feature.ts';
import { previewOrderChange, requestOrderChange, settleOrderChange } from './change.ts';
import { OrderRemark, OrderServiceRequest } from './entities.ts';
import { acknowledgeOrderRemark, addOrderRemark } from './remark.ts';
import { order, orderRemarks, product, productVariant, searchProducts, shopCustomer } from './views.ts';

export const orders = defineFeature({
  name: 'orders',
  entities: [OrderServiceRequest, OrderRemark],
  actions: { requestOrderChange, settleOrderChange, addOrderRemark, acknowledgeOrderRemark },
  views: { order, product, productVariant, searchProducts, shopCustomer, orderRemarks, previewOrderChange },
  permissions: {
    'order.read': ['PA', 'AA', 'CO', 'SM', 'TS', 'FC', 'TL', 'SV', 'MG', 'QI', 'WH', 'FN', 'DL'],
    'order.change': ['PA', 'AA', 'CO', 'TL', 'SV', 'MG'],
    // Domain model 3.13.
    'order.remark': ['PA', 'AA', 'CO', 'FC', 'TL', 'SV', 'MG'],
    'order.acknowledge': ['FC', 'WH', 'TL', 'SV', 'MG'],
  },
});

export * from './entities.ts';
export { orderFacts, wantedLines, type OrderQuestion, type WantedItem } from './facts.ts';
