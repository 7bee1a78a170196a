/** @module What people do with notices to customers: say it themselves, and decide which kinds a store gives. */
import { z } from 'zod';
import { defineAction, defineView, one, value } from '../../kernel/action.ts';
import type { ReadContext } from '../../kernel/context.ts';
import { deny } from '../../kernel/denial.ts';
import { named, ref, type RowOf } from '../../kernel/entity.ts';
import { staffOf } from '../../kernel/question.ts';
import { memberOf } from '../../kernel/vocabulary.ts';
import { Store } from '../access/index.ts';
import { CustomerNotice, CustomerNoticePolicy, Delivery } from './entities.ts';
import { CustomerNoticeKind, customerNoticeKinds, DEFAULT_WAYS, DeliveryChannel, ways } from './kinds.ts';
import { climb, end, own } from './ladder.ts';
import { customerNoticeTexts as t } from './texts.ts';
import type { ActionContext } from '../../kernel/context.ts';

/** Writes down that a person has said it, on the phone or in a letter. */
export async function saidByPerson(
  caller: ActionContext,
  row: RowOf<typeof CustomerNotice>,
  how: string,
): Promise<RowOf<typeof CustomerNotice>> {
  const ctx = own(caller);
  ctx.insert(Delivery, {
    storeId: row.storeId,
    noticeId: row.id,
    customerId: row.customerId,
    channel: 'PERSON',
    state: 'DELIVERED',
    why: null,
    at: ctx.now,
    deliveredAt: ctx.now,
    seenAt: null,
    waitsUntil: null,
    conversationId: null,
    seq: null,
    userId: staffOf(caller).userId,
    note: how,
  });
  return end(ctx, row);
}

/** A customer who was not reached has heard it from a person: who says so, says how. */
export const recordCustomerTold = defineAction({
  title: { en: 'Told in person', zh: '登记已人工告知' },
  allow: { staff: 'customer.reply' },
  inPerson: true,
  on: CustomerNotice,
  event: 'hear',
  input: z.object({ how: z.string().trim().min(1).max(500) }),
  output: one(CustomerNotice),
  run: (ctx, row, { how }) => saidByPerson(ctx, row, how),
});

/** The time of a way is over, or its quiet hours are. */
export const tellNextWay = defineAction({
  title: { en: 'Try the next way', zh: '尝试下一渠道' },
  allow: { system: true },
  on: CustomerNotice,
  event: 'giveUp',
  stays: true,
  input: z.object({}),
  output: one(CustomerNotice),
  check: (ctx, { nextAt }) => (nextAt && nextAt <= ctx.now ? undefined : deny('NOT_FOUND')),
  run: (ctx, row) => climb(ctx, ctx.update(CustomerNotice, row, { nextAt: null })),
});

const rulesOf = async (ctx: ReadContext) => (await ctx.ask(customerNoticeKinds, {})).flat();

/** Decides for a store whether customers get a kind of notice, and how often in a day at most (R-QA-07). */
export const setCustomerNoticePolicy = defineAction({
  title: { en: 'Set the rule of a notice to customers', zh: '设置顾客通知规则' },
  allow: { staff: 'notice.configure' },
  on: Store,
  input: z.object({
    kind: memberOf(CustomerNoticeKind),
    on: z.boolean().default(true),
    perDay: z.int().min(1).max(100).nullable().default(null),
  }),
  output: one(CustomerNoticePolicy),
  check: async (ctx, _store, { kind, on, perDay }) => {
    const locked = (await rulesOf(ctx)).find(({ code }) => code === kind)?.locked;
    if (!locked || (on && perDay === null)) return undefined;
    return deny('VALIDATION_FAILED', { fields: [{ path: on ? 'perDay' : 'on', text: t.locked }] });
  },
  run: async (ctx, { id: storeId }, { kind, on, perDay }) => {
    const known = await ctx.first(CustomerNoticePolicy, { storeId, kind });
    return known
      ? ctx.update(CustomerNoticePolicy, known, { on, perDay })
      : ctx.insert(CustomerNoticePolicy, { storeId, kind, on, perDay });
  },
});

const CustomerNoticeSetting = named(
  'CustomerNoticeSetting',
  z.object({
    kind: memberOf(CustomerNoticeKind),
    locked: z.boolean(),
    on: z.boolean(),
    perDay: z.int().nullable(),
    /** The ways that are tried, and those of them that the desk is connected to. */
    ways: z.array(memberOf(DeliveryChannel)),
    connected: z.array(memberOf(DeliveryChannel)),
  }),
);

/** Every kind of notice to customers, with what a store has said of it. */
export const customerNoticeSettings = defineView({
  title: { en: 'Kinds of notices to customers', zh: '顾客通知类型' },
  allow: { staff: 'customer.read' },
  input: z.object({ storeId: ref('Store') }),
  output: value('CustomerNoticeSettings', z.object({ kinds: z.array(CustomerNoticeSetting) })),
  run: async (ctx, { storeId }) => {
    await ctx.get(Store, storeId);
    const [rules, known, policies] = await Promise.all([
      rulesOf(ctx),
      ctx.ask(ways, {}),
      ctx.all(CustomerNoticePolicy, { where: { storeId } }),
    ]);
    const there = new Set(known.flat().map(({ channel }) => channel));
    const kinds = rules.map(({ code: kind, locked = false, cap = null, ways: own = DEFAULT_WAYS }) => {
      const policy = policies.find((one) => one.kind === kind);
      return {
        kind,
        locked,
        on: policy?.on ?? true,
        perDay: policy ? policy.perDay : cap,
        ways: [...own],
        connected: own.filter((way) => there.has(way)),
      };
    });
    return { kinds };
  },
});
