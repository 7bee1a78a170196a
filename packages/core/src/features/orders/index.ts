/**
 * @module Orders of the shop in the desk: looking them up, changing them before dispatch, hearing of their changes, and
 * remarks on them.
 */
import { defineFeature } from '../../kernel/feature.ts';
import { policies } from '../policies/index.ts';
import { customers } from '../customers/index.ts';
import { customerNotices, knownCustomerNotices } from '../customer-notices/index.ts';
import { conversations } from '../conversations/index.ts';
import { access } from '../access/index.ts';
import { shifts } from '../shifts/index.ts';
import { shopAccount } from './account.ts';
import { previewOrderChange, requestOrderChange } from './change.ts';
import { changeInShop } from './change-effect.ts';
import { changeDefaultAddress } from './default-address.ts';
import { OrderSubject } from './decision-subject.ts';
import { choiceTimer, moveChoices, moveOrderChoices, OrderNews, orderNews } from './choice.ts';
import { OrderNewsChoice, OrderRemark, OrderRequestCount, OrderServiceRequest, OrderWatch } from './entities.ts';
import { followedOrders, OrderItem } from './open-work.ts';
import { orderOptions } from './options.ts';
import { acknowledgeOrderRemark, addOrderRemark } from './remark.ts';
import { finishOrderChange, rejectOrderChange, settleOrderChange } from './settle.ts';
import { findOrders, orderBuyer, searchOrders } from './search.ts';
import {
  order,
  orderFlags,
  remarksOfOrder,
  product,
  productVariant,
  searchProducts,
  shopCustomer,
  shopCustomers,
} from './views.ts';
import { orderReasons } from './reasons.ts';
import { orderTexts } from './texts.ts';
import { policyFacts, policyOfOrder, tryPolicy } from './try-policy.ts';
import { lookAtOrder, pollOrder, unwatchOrder, watchOrder } from './watch.ts';
import { whenDue } from '../../kernel/timer.ts';
import { takeItem, work } from '../work/index.ts';
import { orderChangeTold, orderNewsTold, OrderTold } from './told.ts';
import { pollTimer } from './timers.ts';
import { knownPurposes, outreach } from '../outreach/index.ts';
import { ordersWords } from './words.ts';

export const orders = defineFeature({
  name: 'orders',
  words: ordersWords,
  requires: [access, conversations, customerNotices, customers, outreach, policies, shifts, work],
  members: [OrderItem, OrderSubject, OrderNews, OrderTold, orderReasons],
  entities: [OrderServiceRequest, OrderRequestCount, OrderRemark, OrderWatch, OrderNewsChoice],
  actions: {
    requestOrderChange,
    changeDefaultAddress,
    settleOrderChange,
    rejectOrderChange,
    finishOrderChange,
    takeOrderRequest: takeItem(OrderServiceRequest),
    addOrderRemark,
    acknowledgeOrderRemark,
    watchOrder,
    unwatchOrder,
    pollOrder,
    moveOrderChoices,
  },
  views: {
    searchOrders,
    findOrders,
    orderBuyer,
    order,
    product,
    productVariant,
    searchProducts,
    shopCustomer,
    shopCustomers,
    remarksOfOrder,
    orderFlags,
    orderOptions,
    previewOrderChange,
    shopAccount,
    tryPolicy,
    policyFacts,
    policyOfOrder,
  },
  effects: [changeInShop, lookAtOrder],
  timers: [whenDue(pollTimer, pollOrder), whenDue(choiceTimer, moveOrderChoices)],
  upgraded: moveChoices,
  answers: [followedOrders, knownCustomerNotices(orderNewsTold, orderChangeTold), knownPurposes(orderNews)],
  permissions: {
    'order.read': {
      roles: ['PA', 'AA', 'CO', 'SM', 'TS', 'FC', 'TL', 'SV', 'MG', 'QI', 'WH', 'FN', 'DL'],
      en: 'See orders',
      zh: '查看订单',
    },
    'order.change': { roles: ['PA', 'AA', 'CO', 'TL', 'SV', 'MG'], en: 'Change orders', zh: '修改订单' },
    // Domain model 3.13.
    'order.remark': {
      roles: ['PA', 'AA', 'CO', 'FC', 'TL', 'SV', 'MG'],
      en: 'Put remarks on orders',
      zh: '添加订单备注',
    },
    'order.acknowledge': {
      roles: ['FC', 'WH', 'TL', 'SV', 'MG'],
      en: 'Acknowledge and settle changes of orders',
      zh: '确认并处理订单修改',
    },
  },
  texts: orderTexts,
});

export { orderSeen } from './events.ts';
export {
  ERP_STAGES,
  ORDER_CHANGES,
  OrderRemark,
  orderRequestMachine,
  OrderServiceRequest,
  OrderWatch,
  REMARK_FLAGS,
  type ErpStage,
  type OrderChange,
} from './entities.ts';
export { erpStageOf, orderFacts, payingMethod, wantedLines, type OrderQuestion, type WantedItem } from './facts.ts';
export { benefitsUnknown, discountsOf, freightOf } from './benefits.ts';
export { performChange } from './change-effect.ts';
export { confirmationOf } from './confirmation.ts';
export { deliveryOfLine, partUnderWay } from './delivery.ts';
export { customerOf } from './notice.ts';
export { withVariants } from './plan.ts';
export { buyerOf, orderOf, refuseShopError, shopOf, type ShopAccess } from './shop-access.ts';
export { SHOP_EFFECT, connectedShop, whyRefused } from './shop-effect.ts';
export { tellOrderChanges } from './watch.ts';
