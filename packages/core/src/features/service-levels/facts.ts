/** @module What a clock is chosen by, read from the conversation and its customer. */
import type { ReadContext } from '../../kernel/context.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { storeOf } from '../access/index.ts';
import { officeCalendar, serviceCalendar } from '../calendar/index.ts';
import type { Conversation } from '../conversations/index.ts';
import { Customer } from '../customers/index.ts';
import {
  instantsOf,
  NO_INSTANTS,
  policiesFor,
  scopeKey,
  targetOf,
  type Instants,
  type Policy,
  type Scope,
} from './choose.ts';
import { DEFAULT_POLICIES } from './default-policies.ts';
import { SlaPolicy } from './entities.ts';
import type { SlaTargetName } from './fields.ts';

type ConversationRow = RowOf<typeof Conversation>;

export const MAX_POLICIES = 300;

export const defaultByScope: ReadonlyMap<string, Policy> = new Map(
  DEFAULT_POLICIES.map((policy) => [scopeKey(policy), policy]),
);

/** The tenant's decisions over the shipped policies. */
export function policiesInForce(rows: readonly RowOf<typeof SlaPolicy>[]): Policy[] {
  const decided = new Set(rows.map(({ scope }) => scope));
  return [
    ...DEFAULT_POLICIES.filter((policy) => !decided.has(scopeKey(policy))),
    ...rows.filter(({ active }) => active),
  ];
}

export const factsKey = ({
  intent,
  priority,
  channel,
}: Pick<ConversationRow, 'intent' | 'priority' | 'channel'>): string => [intent ?? '', priority, channel].join('|');

/** The policy of a conversation and the calendars of its store. */
export async function slaSettingOf(
  ctx: ReadContext,
  conversation: Pick<ConversationRow, 'storeId' | 'customerId' | 'intent' | 'priority' | 'channel'>,
) {
  const [store, customer, rows] = await Promise.all([
    storeOf(ctx, conversation.storeId),
    ctx.trusted('facts of the customer').maybe(Customer, conversation.customerId),
    ctx.trusted('settings for everybody').find(SlaPolicy, { limit: MAX_POLICIES }),
  ]);
  const { storeId, channel, intent, priority } = conversation;
  const facts: Scope = { storeId, channel, intent, priority, tier: customer?.tier ?? null };
  const [policy] = policiesFor(policiesInForce(rows), facts);
  return { policy, facts, live: serviceCalendar(store), office: officeCalendar(store) };
}

export type Setting = Awaited<ReturnType<typeof slaSettingOf>>;

/** Scope and instants of a clock that starts now. */
export function chosen(
  { policy, facts, live, office }: Setting,
  target: SlaTargetName,
  from: string,
): Instants & { readonly policy: string | null } {
  const promised = policy && targetOf(policy, target, facts);
  if (!policy || !promised) return { ...NO_INSTANTS, policy: null };
  return { ...instantsOf(promised, from, { policy, live, office }), policy: scopeKey(policy) };
}
