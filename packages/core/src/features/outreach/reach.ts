/**
 * @module Asks whether a customer may be written to, and counts what is written. Whoever sends asks twice: when it is
 * planned, and in the commit in which it leaves.
 */
import type { ActionContext, ReadContext } from '../../kernel/context.ts';
import { refuse } from '../../kernel/context.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { zonedDay } from '../../policies/zoned-day.ts';
import { storeOf, type Store } from '../access/index.ts';
import { Customer } from '../customers/index.ts';
import { Consent, OutreachDay, OutreachPolicy } from './entities.ts';
import { judgeReach, type Reach } from './judge.ts';
import { purposes, type OutreachChannel, type PurposeRule } from './purposes.ts';

/** Days over which the cap of a month is counted. */
const MONTH_DAYS = 30;
/** Default of the packs (I-1): nobody is written to between ten in the evening and eight. */
export const DEFAULT_POLICY = { quietFrom: '22:00', quietTo: '08:00', allowed: true };

export interface Approach {
  readonly customerId: string;
  readonly purpose: string;
  readonly channel: OutreachChannel;
}

/** The rule of a purpose. @throws Error for one that no feature of the desk has made known */
export async function ruleOf(ctx: ReadContext, code: string): Promise<PurposeRule> {
  const rule = (await ctx.ask(purposes, {})).flat().find((one) => one.code === code);
  if (!rule) throw new Error(`The purpose ${code} is known to no feature of this desk.`);
  return rule;
}

const facts = <C extends ReadContext>(ctx: C): C => ctx.trusted('whether the customer may be written to') as C;
const today = (ctx: ReadContext, { timeZone }: Pick<RowOf<typeof Store>, 'timeZone'>): number =>
  zonedDay(Date.parse(ctx.now), timeZone);

/** Whether the customer may be written to now for a purpose on a channel. */
export async function mayReach(caller: ReadContext, approach: Approach): Promise<Reach> {
  const ctx = facts(caller);
  const { customerId, purpose, channel } = approach;
  const customer = await ctx.get(Customer, customerId);
  const [rule, store, policy] = await Promise.all([
    ruleOf(ctx, purpose),
    storeOf(ctx, customer.storeId),
    ctx.maybe(OutreachPolicy, customer.storeId),
  ]);
  const day = today(ctx, store);
  const [said, days] = await Promise.all([
    ctx.all(Consent, { where: { customerId, purpose } }),
    rule.cap ? ctx.all(OutreachDay, { where: { customerId, day: { gt: day - MONTH_DAYS } } }) : [],
  ]);
  const counted = days.map((one) => ({ day: one.day, count: one.counts[purpose] ?? 0 }));
  const sum = (list: typeof counted) => list.reduce((total, { count }) => total + count, 0);
  const { quietFrom: from, quietTo: to, allowed } = policy ?? DEFAULT_POLICY;
  return judgeReach(rule, {
    now: ctx.now,
    channel,
    said,
    sent: { day: sum(counted.filter((one) => one.day === day)), month: sum(counted) },
    quiet: { from, to, timeZone: store.timeZone },
    allowed,
  });
}

/** Counts a message that leaves in this commit. @throws DeniedError POLICY_DENIED where the customer may not be reached now */
export async function countReach(caller: ActionContext, approach: Approach): Promise<void> {
  const reach = await mayReach(caller, approach);
  if (!('ok' in reach)) refuse('POLICY_DENIED', { details: reach });
  const ctx = facts(caller);
  const { customerId, purpose } = approach;
  const { storeId } = await ctx.get(Customer, customerId);
  const day = today(ctx, await storeOf(ctx, storeId));
  const id = `${customerId}:${day}`;
  const known = await ctx.maybe(OutreachDay, id);
  const counts = { ...known?.counts, [purpose]: (known?.counts[purpose] ?? 0) + 1 };
  if (known) ctx.update(OutreachDay, known, { counts });
  else ctx.insert(OutreachDay, { id, storeId, customerId, day, counts });
}
