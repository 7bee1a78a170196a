/**
 * @module Changes of an order before dispatch: the policy decides, the actor sees what will happen and confirms, the
 * request is written down, and then the shop does it – once, however often it is tried.
 */
import { z } from 'zod';
import { defineAction, defineView, one, value } from '../../kernel/action.ts';
import { actorKey } from '../../kernel/actor.ts';
import { codes } from '../../kernel/codes.ts';
import { refuse, type ActionContext, type ReadContext } from '../../kernel/context.ts';
import { deny, type Denial } from '../../kernel/denial.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { toldOf } from '../../policies/index.ts';
import { LocalText } from '../access/index.ts';
import { Conversation } from '../conversations/index.ts';
import { asJson, keepDecisions } from '../policies/index.ts';
import { OrderSubject } from './decision-subject.ts';
import { effectsOf, OrderChangeEffect } from './effects.ts';
import { sendOrderChange } from './change-effect.ts';
import { OrderRequestCount, OrderServiceRequest } from './entities.ts';
import { erpStageOf } from './facts.ts';
import {
  beforeAndAfter,
  planChange,
  shopRequest,
  wantedChange,
  type PlannedChange,
  type WantedChange,
} from './plan.ts';
import { remarkOf } from './remark.ts';
import { startWatch } from './watch.ts';
import { orderTexts as t } from './texts.ts';

/** What a change would do, to the cent, before anything is done. The confirmation goes with the request. */
export const previewOrderChange = defineView({
  title: { en: 'Preview an order change', zh: '预览订单修改' },
  allow: { shopper: true, staff: 'order.change' },
  input: wantedChange,
  output: value(
    'OrderChangePreview',
    z.object({
      orderNumber: z.string(),
      course: codes('OrderChangeCourse', {
        DO: { en: 'At once', zh: '立即执行', note: 'It happens as soon as it is confirmed.' },
        ACKNOWLEDGE: { en: 'When the warehouse agrees', zh: '待仓库确认', note: 'The order is being packed.' },
        BY_HAND: {
          en: 'By hand',
          zh: '人工处理',
          note: 'The parcel is on its way; fulfilment tries to stop or redirect it.',
        },
        CONVERT: { en: 'As a return', zh: '改为退货', note: 'The order has left and cannot be cancelled any more.' },
      }),
      effects: z.array(OrderChangeEffect),
      ruleIds: z.array(z.string()),
      clause: LocalText,
      /** For the customer, in one sentence. */
      told: LocalText,
      confirmation: z.string(),
    }),
  ),
  run: async (ctx, input) => {
    const planned = await planChange(ctx, input);
    const { order, course, confirmation } = planned;
    return {
      orderNumber: order.number,
      course,
      effects: effectsOf(input, planned),
      ...said(planned),
      told: toldPlan(ctx, planned),
      confirmation,
    };
  },
});

const decisive = ({ decisions }: PlannedChange) => decisions.find(({ outcome }) => outcome !== 'ALLOW') ?? decisions[0];

/** The rules behind a plan, and the clause to quote: what stands in the way before what allows. */
function said(planned: PlannedChange) {
  const { clause } = decisive(planned) ?? { clause: { zh: '', en: '' } };
  return { ruleIds: [...new Set(planned.decisions.flatMap(({ ruleIds }) => ruleIds))], clause: { ...clause } };
}

function toldPlan({ now }: Pick<ReadContext, 'now'>, planned: PlannedChange) {
  const decision = decisive(planned);
  const saying = { zone: planned.policy.setting.zone, now };
  return decision ? toldOf(decision, { saying }).sentence : { zh: '', en: '' };
}

/** Staff change an order with a reason, which goes on the remark (R-MID-08). */
const mayChange = ({ actor }: Pick<ActionContext, 'actor'>, reason: string): Denial | undefined =>
  actor.kind === 'staff' && !reason ? deny('REASON_REQUIRED') : undefined;

/** Asks for a change that was previewed. A preview that is out of date is CONFLICT: look again. */
export const requestOrderChange = defineAction({
  title: { en: 'Change an order', zh: '修改订单' },
  allow: { shopper: true, staff: 'order.change' },
  input: wantedChange.extend({ confirmation: z.string().min(1).max(100) }),
  output: one(OrderServiceRequest),
  check: (ctx, { reason }) => mayChange(ctx, reason),
  run: async (ctx, { confirmation, ...input }) => {
    const planned = await planChange(ctx, input);
    if (planned.confirmation !== confirmation) return refuse('CONFLICT', { text: t.orderChanged });
    if (input.conversationId) await ctx.get(Conversation, input.conversationId);
    const request = insertRequest(ctx, input, planned);
    countRequest(ctx, planned);
    ctx.reason(input.reason || undefined);
    keep(ctx, request, planned);
    if (request.conversationId) await startWatch(ctx, planned.access, planned.order);
    if (planned.course === 'ACKNOWLEDGE' || planned.course === 'BY_HAND') remarkOf(ctx, request);
    if (planned.course === 'DO') await sendOrderChange(ctx, request);
    return request;
  },
});

const STATES = { DO: 'ACCEPTED', ACKNOWLEDGE: 'SUBMITTED', BY_HAND: 'SUBMITTED', CONVERT: 'CONVERTED' } as const;

function insertRequest(
  ctx: ActionContext,
  input: WantedChange,
  planned: PlannedChange,
): RowOf<typeof OrderServiceRequest> {
  const { access, order, course, customerId, decisions } = planned;
  const { actor } = ctx;
  return ctx.insert(OrderServiceRequest, {
    storeId: access.store.id,
    customerId,
    conversationId: input.conversationId ?? null,
    orderId: order.id,
    orderNumber: order.number,
    change: input.change,
    state: STATES[course],
    way: course === 'BY_HAND' ? 'BY_HAND' : 'SHOP',
    reason: input.reason,
    request: shopRequest(input, planned),
    ...beforeAndAfter(input, planned),
    decision: asJson(decisions.find(({ outcome }) => outcome !== 'ALLOW') ?? decisions[0] ?? {}),
    ...said(planned),
    refusal: null,
    shopAway: false,
    erpStage: erpStageOf(order),
    attempts: 0,
    seen: order.history.length,
    contact: input.contact ?? null,
    agentId: actor.kind === 'staff' ? actor.userId : null,
    agentNo: actor.kind === 'staff' ? actor.agentNo : '',
    requestedBy: actorKey(actor),
    requestedAt: ctx.now,
    settledAt: course === 'CONVERT' ? ctx.now : null,
  });
}

function countRequest(ctx: ActionContext, { access, order, earlier }: PlannedChange): void {
  if (earlier) ctx.update(OrderRequestCount, earlier, { requests: earlier.requests + 1 });
  else ctx.insert(OrderRequestCount, { storeId: access.store.id, orderId: order.id, requests: 1 });
}

function keep(
  ctx: ActionContext,
  request: RowOf<typeof OrderServiceRequest>,
  { access, order, facts, policy, decisions }: PlannedChange,
): void {
  const { amount, currency } = order.amounts.total;
  keepDecisions(
    ctx,
    {
      storeId: access.store.id,
      subject: OrderSubject.codes.ORDER_REQUEST,
      subjectId: request.id,
      orderId: order.id,
      amount,
      currency,
    },
    facts,
    decisions,
    policy,
  );
}
