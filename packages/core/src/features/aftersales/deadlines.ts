/**
 * @module Time limits of a case as the policy's DEADLINE and REFUND_TIMING tables give them; where a pack is silent,
 * the desk's own (2.5.3).
 */
import { dueInstant, type Facts } from '../../policies/index.ts';
import { ask, type StorePolicy } from '../policies/index.ts';
import { onTimeout as timeoutCodes, type OnTimeout } from './entities.ts';

export interface Deadline {
  /** The instant from which it is late. */
  readonly at: string;
  readonly onTimeout: OnTimeout;
  /** The rules that set it; none where it is the desk's own. */
  readonly ruleIds: readonly string[];
}

function limitOf(policy: StorePolicy, timer: string, facts: Facts): Deadline | undefined {
  const { dues, outputs, ruleIds } = ask(policy, 'DEADLINE', { ...facts, timer });
  const at = dues.map((due) => due.at).find((instant) => instant !== null);
  const onTimeout = timeoutCodes.options.find((known) => known === outputs['onTimeout']) ?? 'NONE';
  return at ? { at, onTimeout, ruleIds } : undefined;
}

const own = (
  policy: StorePolicy,
  from: string,
  span: { hours: number } | { days: number },
  onTimeout: OnTimeout,
): Deadline => ({
  at: new Date(dueInstant({ from: 'at', ...span }, Date.parse(from), policy.setting)).toISOString(),
  onTimeout,
  ruleIds: [],
});

/** Until when the seller answers a request: the first limit that the pack sets, else 24 hours, then it goes up. */
export function decisionDeadline(policy: StorePolicy, facts: Facts, now: string): Deadline {
  const shipped = facts['shippedAt'] !== null && facts['shippedAt'] !== undefined;
  const timers = ['RETURN_DECISION', shipped ? 'SELLER_ANSWERS_AFTER_SHIPPING' : 'SELLER_ANSWERS_BEFORE_SHIPPING'];
  const limits = timers.flatMap((timer) => limitOf(policy, timer, { ...facts, at: now }) ?? []);
  return limits.toSorted((a, b) => (a.at < b.at ? -1 : 1))[0] ?? own(policy, now, { hours: 24 }, 'ESCALATE');
}

/** Until when the goods are sent back: by the pack, else seven days to the end of the store's day. */
export const returnDeadline = (policy: StorePolicy, facts: Facts, now: string): Deadline =>
  limitOf(policy, 'BUYER_RETURNS_GOODS', { ...facts, at: now, approvedAt: now }) ??
  own(policy, now, { days: 7 }, 'CLOSE');

/** Until when the seller confirms that the goods are back, where the pack says so. */
export const receiptDeadline = (policy: StorePolicy, facts: Facts, now: string): Deadline | undefined =>
  limitOf(policy, 'SELLER_CONFIRMS_RETURN', { ...facts, at: now, returnShippedAt: now });

/** Until when the money is due, by what has happened so far; null while it depends on what has not. */
export function refundDue(policy: StorePolicy, facts: Facts): string | null {
  const instants = ask(policy, 'REFUND_TIMING', facts).dues.flatMap(({ at }) => at ?? []);
  return instants.toSorted()[0] ?? null;
}
