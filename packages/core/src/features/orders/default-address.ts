import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import { actorKey } from '../../kernel/actor.ts';
import { refuse, type ActionContext } from '../../kernel/context.ts';
import { deny } from '../../kernel/denial.ts';
import { ShopAddress, type ShopCustomer } from '../../ports/shop.ts';
import { sendOrderChange } from './change-effect.ts';
import { OrderServiceRequest } from './entities.ts';
import { customerOf } from './notice.ts';
import { checkAddress } from './plan.ts';
import { asJson } from '../policies/index.ts';
import { refuseShopError, shopOf, type ShopAccess } from './shop-access.ts';
import { ownTexts } from '../../kernel/own-texts.ts';
import { orderTexts as t } from './texts.ts';

const CLAUSE = {
  zh: '顾客可随时修改默认收货地址；已下的订单不受影响。',
  en: 'A customer may change their default address at any time; orders already placed keep theirs.',
};

/** Changes the address that a customer's next orders go to. A shopper changes his own, whomever he names. */
export const changeDefaultAddress = defineAction({
  title: { en: 'Change the default address', zh: '修改默认地址' },
  allow: { shopper: true, staff: 'order.change' },
  input: z.object({
    storeId: z.string().optional(),
    shopCustomerId: z.string().min(1).max(200).optional(),
    address: ShopAddress,
    reason: z.string().trim().max(500).default(''),
  }),
  output: one(OrderServiceRequest),
  check: ({ actor }, { reason }) => (actor.kind === 'staff' && !reason ? deny('REASON_REQUIRED') : undefined),
  run: async (ctx, { storeId, shopCustomerId, address, reason }) => {
    checkAddress(address);
    const access = await shopOf(ctx, storeId);
    const customer = await askedCustomer(ctx, access, shopCustomerId);
    const { actor } = ctx;
    const request = ctx.insert(OrderServiceRequest, {
      storeId: access.store.id,
      customerId: actor.kind === 'shopper' ? actor.customerId : await customerOf(ctx, access.store.id, customer.id),
      conversationId: null,
      orderId: null,
      orderNumber: null,
      change: 'DEFAULT_ADDRESS',
      state: 'ACCEPTED',
      way: 'SHOP',
      reason,
      request: asJson({ customerId: customer.id, address }),
      before: asJson({ address: customer.address ?? null }),
      after: asJson({ address }),
      decision: {},
      ruleIds: [],
      clause: CLAUSE,
      refusal: null,
      shopAway: false,
      erpStage: 'RECEIVED',
      attempts: 0,
      seen: 0,
      contact: null,
      agentId: actor.kind === 'staff' ? actor.userId : null,
      agentNo: actor.kind === 'staff' ? actor.agentNo : '',
      requestedBy: actorKey(actor),
      requestedAt: ctx.now,
      settledAt: null,
    });
    await sendOrderChange(ctx, request);
    return request;
  },
});

async function askedCustomer(
  ctx: ActionContext,
  { shop }: ShopAccess,
  named: string | undefined,
): Promise<ShopCustomer> {
  const { actor } = ctx;
  if (!shop.capabilities.changes.includes('updateCustomerAddress'))
    return refuse('POLICY_DENIED', {
      text: t.shopDoesNotOffer,
      details: { code: 'NOT_OFFERED', ruleIds: [] },
    });
  const id = actor.kind === 'shopper' ? actor.externalId : named;
  if (actor.kind === 'shopper' && !id) return refuse('NOT_FOUND');
  if (!id) return refuse('VALIDATION_FAILED', { fields: [{ path: 'shopCustomerId', text: ownTexts.required }] });
  return shop.customer(id).catch(refuseShopError);
}
