import { z } from 'zod';
import { defineView, value } from '../../kernel/action.ts';
import type { Actor } from '../../kernel/actor.ts';
import { codes } from '../../kernel/codes.ts';
import { named } from '../../kernel/entity.ts';
import { DeniedError } from '../../kernel/denial.ts';
import type { Decision, Facts, Policy } from '../../policies/index.ts';
import type { Shop } from '../../ports/shop.ts';
import { LocalText } from '../access/index.ts';
import { ask, decisionFor, storePolicy, type StorePolicy } from '../policies/index.ts';
import { ORDER_CHANGES, orderChange, type OrderChange } from './entities.ts';
import { codeOf, orderFacts } from './facts.ts';
import { CHANGES, hasArrived, TOO_LATE } from './plan.ts';
import { buyerOf, orderOf, shopOf } from './shop-access.ts';
import { inWords } from '../../kernel/sentence.ts';

const Option = named(
  'OrderOption',
  z.object({
    change: orderChange,
    /** POSSIBLE as far as the order goes; what is chosen is judged by the preview. */
    state: codes('OrderOptionState', {
      POSSIBLE: { en: 'Possible', zh: '可以办理' },
      WAREHOUSE: { en: 'If the warehouse agrees', zh: '须仓库确认' },
      DENIED: { en: 'Not allowed', zh: '不支持', note: 'The policy refuses it.' },
      NOT_OFFERED: { en: 'Not offered', zh: '未提供', note: 'The shop’s system cannot do it.' },
    }),
    /** Whether it may be asked for; the warehouse may have the last word. */
    possible: z.boolean(),
    ruleIds: z.array(z.string()),
    clause: LocalText,
    whatWouldChangeIt: z.array(LocalText),
  }),
);
type Option = Omit<z.output<typeof Option>, 'possible'>;

/** What is chosen later is taken as fine, so that only the order itself can stand in the way. */
const CHOSEN: Facts = {
  reasonGiven: true,
  changeReasonGiven: true,
  itemsInOrder: true,
  countsMatch: true,
  sameProduct: true,
  newItemAvailable: true,
  newItemsAvailable: true,
  optionsDiffer: true,
  samePrice: true,
  priceDifferenceSettled: true,
  giftCardMargin: 0,
  newMethod: 'OTHER',
  refundMethod: 'ORIGINAL',
};
const NOTHING = { ruleIds: [], clause: { zh: '', en: '' }, whatWouldChangeIt: [] };

interface Asked {
  readonly facts: Facts;
  readonly actor: Actor;
  readonly now: string;
}

const isPossible = ({ state }: Option): boolean => state === 'POSSIBLE' || state === 'WAREHOUSE';

function optionOf(change: OrderChange, policy: StorePolicy, { facts, actor, now }: Asked): Option {
  try {
    const [decision] = CHANGES[change].decisions.map((kind) => ask(policy, kind, facts)) as [Decision];
    const { changes } = decisionFor(actor, decision, { zone: policy.setting.zone, now });
    return shown(change, decision, changes);
  } catch (error) {
    if (!(error instanceof DeniedError)) throw error;
    const clause = error.denial.details?.['clause'] as { zh: string; en: string } | undefined;
    return {
      change,
      state: 'DENIED',
      ...NOTHING,
      clause: clause ?? inWords(error.denial.text),
    };
  }
}

const STATES: Readonly<Record<string, Option['state']>> = { ALLOW: 'POSSIBLE', REVIEW: 'WAREHOUSE' };

function shown(
  change: OrderChange,
  { outcome, ruleIds, clause }: Decision,
  changes: readonly z.output<typeof LocalText>[],
): Option {
  return {
    change,
    state: STATES[outcome ?? ''] ?? 'DENIED',
    ruleIds: [...ruleIds],
    clause: { ...clause },
    whatWouldChangeIt: [...changes],
  };
}

/** The reasons for a cancellation that the policy knows by name, as far as the shop takes them. */
function cancelReasons({ layers }: Policy, { capabilities }: Shop) {
  const taken = capabilities.cancelReasons?.map(codeOf);
  const tables = layers.flatMap((layer) => layer.tables.get('CANCEL_REASON') ?? []);
  const values = tables.flatMap(({ table }) => table.inputs.find(({ name }) => name === 'cancelReason')?.values ?? []);
  const known = values.filter(({ value: code }) => taken?.includes(code) ?? true);
  return [...new Map(known.map(({ value: code, label }) => [code, { code, label: { ...label } }])).values()];
}

/**
 * What can be done with an order before dispatch; staff also read what cannot and why. What the shop cannot do is not
 * offered.
 */
export const orderOptions = defineView({
  title: { en: 'What can be done with an order', zh: '订单可办理事项' },
  allow: { shopper: true, staff: 'order.read' },
  input: z.object({ storeId: z.string().optional(), orderId: z.string().min(1).max(200) }),
  output: value(
    'OrderOptions',
    z.object({
      orderNumber: z.string(),
      options: z.array(Option),
      /** Whether staff may close the order of their own accord, after contact with the customer (R-MID-05). */
      onOwnAccord: z.boolean(),
      cancelReasons: z.array(named('CancelReason', z.object({ code: z.string(), label: LocalText }))),
    }),
  ),
  run: async (ctx, { storeId, orderId }) => {
    const access = await shopOf(ctx, storeId);
    const order = await orderOf(ctx, access, orderId);
    const { customer } = await buyerOf(ctx, access, order);
    const policy = await storePolicy(ctx, access.store, { at: order.placedAt, currency: order.amounts.total.currency });
    const shopper = ctx.actor.kind === 'shopper';
    const facts = { ...orderFacts({ order, customer, asker: 'CUSTOMER', now: ctx.now }), ...CHOSEN };
    const offered = access.shop.capabilities.changes;
    const arrived = hasArrived(order);
    const options = ORDER_CHANGES.map((change): Option => {
      // Customers are offered what they can have; staff read why not.
      if (!offered.includes(CHANGES[change].method) || (arrived && shopper))
        return { change, state: 'NOT_OFFERED', ...NOTHING };
      if (arrived && change === 'ADDRESS') return { change, state: 'DENIED', ...NOTHING, clause: { ...TOO_LATE } };
      const option = optionOf(change, policy, { facts, actor: ctx.actor, now: ctx.now });
      return option.state === 'DENIED' && shopper ? { change, state: 'NOT_OFFERED', ...NOTHING } : option;
    });
    const byStaff = { ...facts, asker: 'AGENT', contactRecorded: true };
    const closing = { facts: byStaff, actor: ctx.actor, now: ctx.now };
    return {
      orderNumber: order.number,
      options: options.map((option) => ({ ...option, possible: isPossible(option) })),
      onOwnAccord: !shopper && order.status === 'CREATED' && isPossible(optionOf('CANCEL', policy, closing)),
      cancelReasons: cancelReasons(policy.policy, access.shop),
    };
  },
});
