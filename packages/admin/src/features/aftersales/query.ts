/** @module Which cases a page shows, as its address says it. */
import { readAmount } from '@shopdesk/core/amount';
import type { CaseGroup, CaseState, CaseType } from './data.ts';

export interface CaseQuery {
  /** Which of the desk's groups; empty for all that are open, LATE and SOON by their deadline. */
  readonly group: CaseGroup | 'LATE' | 'SOON' | '';
  readonly storeId: string;
  readonly type: CaseType | '';
  /** `me` is the viewer. */
  readonly owner: string;
  /** Whole units of money. */
  readonly amount: string;
  readonly text: string;
  readonly sort: 'due' | 'newest';
}

const SOON_MS = 4 * 3_600_000;

export function queryOf(search: URLSearchParams): CaseQuery {
  const get = (name: string) => search.get(name) ?? '';
  return {
    group: get('group') as CaseQuery['group'],
    storeId: get('store'),
    type: get('type') as CaseType | '',
    owner: get('owner'),
    amount: get('amount'),
    text: get('text'),
    sort: get('sort') === 'newest' ? 'newest' : 'due',
  };
}

interface Known {
  readonly groups: readonly { readonly group: CaseGroup; readonly states: readonly CaseState[] }[];
  readonly viewerId: string;
  readonly now: number;
  /** The currency in which the amount was typed. */
  readonly currency: string;
}

/** The states of the groups that wait for somebody. */
export const openStates = (groups: Known['groups']): CaseState[] =>
  groups.filter(({ group }) => group !== 'DONE' && group !== 'CLOSED').flatMap(({ states }) => [...states]);

/** The filter of the question. */
export function filterOf(
  { group, storeId, type, owner, amount }: CaseQuery,
  { groups, viewerId, now, currency }: Known,
) {
  const states = groups.find((one) => one.group === group)?.states ?? openStates(groups);
  const at = (milliseconds: number) => new Date(milliseconds).toISOString();
  const due =
    group === 'LATE'
      ? { dueAt: { lt: at(now) } }
      : group === 'SOON'
        ? { dueAt: { gte: at(now), lt: at(now + SOON_MS) } }
        : {};
  const read = readAmount(amount, currency);
  const least = 'amount' in read ? read.amount : 0;
  return {
    state: { in: [...states] },
    ...due,
    ...(storeId ? { storeId: { eq: storeId } } : {}),
    ...(type ? { type: { eq: type } } : {}),
    ...(owner ? { handlerId: { eq: owner === 'me' ? viewerId : owner } } : {}),
    ...(least > 0 ? { refundAmount: { gte: least } } : {}),
  };
}
