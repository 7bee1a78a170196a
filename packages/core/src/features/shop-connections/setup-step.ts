/** @module Connecting the shop is a step of the first hour. */
import type { ReadContext } from '../../kernel/context.ts';
import type { SetupQuestion, SetupStep } from '../setup/index.ts';
import { isConnected } from './views.ts';

/** Done once a shop stands behind the store, connected in the panel or by the operator. */
export const shopStep = async (ctx: ReadContext, { store: { id } }: SetupQuestion): Promise<readonly SetupStep[]> => [
  {
    code: 'shop',
    order: 50,
    title: { en: 'Connect your shop', zh: '连接商城' },
    text: {
      en: 'Orders and products stand beside the chat, and customers help themselves with theirs.',
      zh: '订单和商品会显示在会话旁，顾客也可以自助处理自己的订单。',
    },
    done: await isConnected(ctx, id),
    path: `/stores/${id}/shop`,
    mayKeep: true,
  },
];
