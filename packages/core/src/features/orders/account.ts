import { z } from 'zod';
import { defineView, value } from '../../kernel/action.ts';
import { refuse } from '../../kernel/context.ts';
import { personal } from '../../kernel/entity.ts';
import { ShopAddress, ShopPaymentMethod } from '../../ports/shop.ts';
import { refuseShopError, shopOf } from './shop-access.ts';

/** What the shop has on file of the shopper himself: where his parcels go and how he can pay. */
export const shopAccount = defineView({
  title: { en: 'Account in the shop', zh: '店铺账户' },
  allow: { shopper: true },
  input: z.object({}),
  output: value(
    'ShopAccount',
    z.object({
      name: personal('name', z.string()),
      address: ShopAddress.nullable(),
      paymentMethods: z.array(ShopPaymentMethod),
    }),
  ),
  run: async (ctx) => {
    const { shop } = await shopOf(ctx, undefined);
    const { actor } = ctx;
    const id = actor.kind === 'shopper' ? actor.externalId : undefined;
    if (!id) return refuse('NOT_FOUND');
    const { name, address = null, paymentMethods } = await shop.customer(id).catch(refuseShopError);
    return { name, address, paymentMethods };
  },
});
