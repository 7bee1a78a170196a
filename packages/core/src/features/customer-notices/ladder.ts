/**
 * @module How a customer is told something once: one way after the other until it has reached them. Each way that was
 * tried is a row that says how far it came; what is sent has not been delivered yet.
 */
import { clip } from '../../kernel/clip.ts';
import type { ActionContext, ReadContext } from '../../kernel/context.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { maskText } from '../../kernel/personal.ts';
import { storeOf } from '../access/index.ts';
import { openConversationOf } from '../conversations/index.ts';
import { countReach, mayReach } from '../outreach/index.ts';
import { notify } from '../notices/index.ts';
import { CustomerNotice, CustomerNoticePolicy, Delivery } from './entities.ts';
import {
  DEFAULT_PATIENCE,
  DEFAULT_WAYS,
  heard,
  ways,
  type CustomerNoticeRule,
  type DeliveryChannel,
  type Outcome,
  type Way,
} from './kinds.ts';
import { customerNotReached, SERVICE_NEWS } from './staff-kinds.ts';
import { ladderTimer } from './timers.ts';

type Row = RowOf<typeof CustomerNotice>;
type DeliveryRow = RowOf<typeof Delivery>;

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const after = (now: string, milliseconds: number): string => new Date(Date.parse(now) + milliseconds).toISOString();
/** The rows are the desk's own: whoever causes a notice need not see its customer. */
export const own = <C extends ReadContext>(ctx: C): C => ctx.trusted('what a customer is told') as C;

/** Something to tell a customer. */
export interface Information {
  readonly storeId: string;
  /** Null: whoever talks in the conversation. */
  readonly customerId: string | null;
  /** Where it was asked for; it is told there while that is open. */
  readonly conversationId?: string | null;
  /** The same one twice of a kind is told once, for ever. */
  readonly key: string;
  readonly en: string;
  readonly zh: string;
  readonly about?: { readonly entity: string; readonly id: string };
  /** Whose word it is. Absent: the desk's. */
  readonly from?: { readonly userId: string; readonly name: string };
}

/**
 * Tells a customer something once. Answers the row that says how far it came, also where the store or the customer
 * wants none of it; undefined where no customer of the desk is meant, or where they do it themselves and so know it.
 */
export async function informCustomer(
  caller: ActionContext,
  kind: CustomerNoticeRule,
  { storeId, customerId: named, conversationId = null, key, en, zh, about, from }: Information,
): Promise<Row | undefined> {
  const ctx = own(caller);
  const [open, known] = await Promise.all([
    openConversationOf(ctx, storeId, { conversationId, customerId: named }),
    ctx.first(CustomerNotice, { kind: kind.code, key }),
  ]);
  const customerId = named ?? open?.customerId;
  if (known || !customerId) return known;
  const { actor } = caller;
  const themselves = actor.kind === 'shopper' && actor.customerId === customerId;
  if (themselves && (!open || open.state === 'OFFLINE')) return undefined;
  const because = await untold(ctx, kind, { storeId, customerId });
  const row = ctx.insert(CustomerNotice, {
    storeId,
    customerId,
    kind: kind.code,
    key,
    title: { zh: clip(zh, 2000), en: clip(en, 2000) },
    aboutEntity: about?.entity ?? null,
    aboutId: about?.id ?? null,
    byUserId: from?.userId ?? null,
    byName: clip(from?.name ?? '', 100),
    conversationId,
    state: because ? 'SUPPRESSED' : 'OPEN',
    untoldBecause: because ?? null,
    at: ctx.now,
    toldAt: null,
    nextAt: null,
    locked: kind.locked ?? false,
    ways: [...(kind.ways ?? DEFAULT_WAYS)],
    tried: 0,
    patience: kind.patience ?? DEFAULT_PATIENCE,
    purpose: kind.purpose ?? null,
  });
  return because ? row : climb(ctx, row);
}

async function untold(
  ctx: ReadContext,
  { code, locked, cap, purpose }: CustomerNoticeRule,
  { storeId, customerId }: Pick<Row, 'storeId' | 'customerId'>,
): Promise<Row['untoldBecause']> {
  const [policy, reach] = await Promise.all([
    locked ? undefined : ctx.first(CustomerNoticePolicy, { storeId, kind: code }),
    purpose ? mayReach(ctx, { customerId, purpose, channel: 'CHAT' }) : undefined,
  ]);
  if (policy?.on === false) return 'SWITCHED_OFF';
  if (reach && 'no' in reach) return reach.no === 'CAP' ? 'CAP' : 'REFUSED';
  const most = policy ? policy.perDay : cap;
  if (!most || locked) return null;
  const since = after(ctx.now, -DAY);
  const given = await ctx.count(
    CustomerNotice,
    { customerId, kind: code, at: { gt: since }, state: { ne: 'SUPPRESSED' } },
    most,
  );
  return given >= most ? 'CAP' : null;
}

/** Tries the ways that are left, until one has taken it. */
export async function climb(caller: ActionContext, notice: Row): Promise<Row> {
  const ctx = own(caller);
  const known = (await ctx.ask(ways, {})).flat();
  let row = notice;
  while (row.tried < row.ways.length) {
    const channel = row.ways[row.tried] as DeliveryChannel;
    const way = known.find((one) => one.channel === channel);
    const wait = way && (await quietUntil(ctx, row, way));
    if (wait) return later(ctx, row, wait);
    row = ctx.update(CustomerNotice, row, { tried: row.tried + 1 });
    const outcome = way ? await taken(ctx, row, way) : ({ failed: 'NO_PORT' } as const);
    await write(ctx, row, channel, outcome);
    if ('sent' in outcome) return later(ctx, row, after(ctx.now, row.patience * MINUTE));
  }
  return giveUp(ctx, row);
}

const purposeOf = ({ purpose }: Row): string => purpose ?? SERVICE_NEWS.code;

/** When the quiet hours end that this way must wait for; it is written down that it waits. */
async function quietUntil(ctx: ActionContext, row: Row, way: Way): Promise<string | undefined> {
  if (!way.outreach) return undefined;
  const reach = await mayReach(ctx, { customerId: row.customerId, purpose: purposeOf(row), channel: way.outreach });
  if (!('wait' in reach)) return undefined;
  await write(ctx, row, way.channel, { wait: reach.wait });
  return reach.wait;
}

async function taken(ctx: ActionContext, row: Row, way: Way): Promise<Outcome> {
  if (!way.outreach) return way.send(ctx, row);
  const approach = { customerId: row.customerId, purpose: purposeOf(row), channel: way.outreach };
  if (!('ok' in (await mayReach(ctx, approach)))) return { failed: 'NOT_ALLOWED' };
  const outcome = await way.send(ctx, row);
  if ('sent' in outcome) await countReach(ctx, approach);
  return outcome;
}

async function write(
  ctx: ActionContext,
  { id: noticeId, storeId, customerId }: Row,
  channel: DeliveryChannel,
  outcome: Outcome | { readonly wait: string },
): Promise<void> {
  const state = 'sent' in outcome ? 'SENT' : 'wait' in outcome ? 'WAITING' : 'UNDELIVERABLE';
  const result = {
    why: 'failed' in outcome ? outcome.failed : null,
    waitsUntil: 'wait' in outcome ? outcome.wait : null,
    conversationId: 'sent' in outcome ? (outcome.conversationId ?? null) : null,
    seq: 'sent' in outcome ? (outcome.seq ?? null) : null,
  };
  const known = await ctx.first(Delivery, { noticeId, channel });
  if (known?.state === 'WAITING')
    if (state === 'WAITING') ctx.update(Delivery, known, result);
    else ctx.fire(Delivery, known, state === 'SENT' ? 'send' : 'fail', result);
  else
    ctx.insert(Delivery, {
      storeId,
      noticeId,
      customerId,
      channel,
      state,
      at: ctx.now,
      deliveredAt: null,
      seenAt: null,
      userId: null,
      note: '',
      ...result,
    });
}

async function later(ctx: ActionContext, row: Row, nextAt: string): Promise<Row> {
  await ctx.at(ladderTimer, nextAt, row);
  return ctx.update(CustomerNotice, row, { nextAt });
}

/** No way is left, and none has reached them. Where a rule needs the customer to know, staff hear of it. */
async function giveUp(ctx: ActionContext, row: Row): Promise<Row> {
  if (row.locked)
    await notify(ctx, customerNotReached, {
      storeId: row.storeId,
      key: row.id,
      title: await lineOf(ctx, row),
      about: { entity: CustomerNotice.name, id: row.id },
      to: row.byUserId ? { userIds: [row.byUserId] } : { permission: 'conversation.assign' },
    });
  return ctx.fire(CustomerNotice, row, 'giveUp', { nextAt: null });
}

/** How it begins, without addresses and numbers: those who hear of it may not all see the customer (R-SEC-01). */
async function lineOf(ctx: ReadContext, { storeId, title }: Row): Promise<string> {
  const { locale } = await storeOf(ctx, storeId);
  return maskText(clip(locale === 'en' ? title.en : title.zh, 100));
}

/** A way has come further: its channel says so. The first that reaches the customer ends the ladder. */
export async function noteDelivery(
  caller: ActionContext,
  delivery: DeliveryRow,
  reached: 'DELIVERED' | 'SEEN',
): Promise<void> {
  const ctx = own(caller);
  const at = { deliveredAt: delivery.deliveredAt ?? ctx.now };
  if (reached === 'SEEN') ctx.fire(Delivery, delivery, 'see', { ...at, seenAt: ctx.now });
  else ctx.fire(Delivery, delivery, 'deliver', at);
  const row = await ctx.get(CustomerNotice, delivery.noticeId);
  if (row.state === 'OPEN' || row.state === 'UNDELIVERED') await end(ctx, row);
}

/** The customer knows. */
export async function end(ctx: ActionContext, row: Row): Promise<Row> {
  if (row.nextAt) await ctx.unset(ladderTimer, row);
  const told = ctx.fire(CustomerNotice, row, 'hear', { toldAt: ctx.now, nextAt: null });
  await ctx.ask(heard, told);
  return told;
}

/** What is known of a notice that was given, by its kind and key. */
export const customerNoticeOf = (
  ctx: ReadContext,
  { code: kind }: CustomerNoticeRule,
  key: string,
): Promise<Row | undefined> => own(ctx).first(CustomerNotice, { kind, key });

/** Whether a notice has reached its customer; what was only sent has not. */
export const isTold = (notice: Pick<Row, 'state'> | undefined): boolean => notice?.state === 'TOLD';
