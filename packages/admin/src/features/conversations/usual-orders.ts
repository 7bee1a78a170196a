/**
 * @module The order in which each person wants to see each view of the inbox, kept on the device they chose it on.
 */
import { browserStorage, readJson } from '@shopdesk/core/client';
import type { InboxOrder, InboxView, UsualOrders } from './query.ts';

const storage = browserStorage();
const keyOf = (personId: string) => `shopdesk.inbox-order:${personId}`;

export const usualOrdersOf = (personId: string): UsualOrders => readJson<UsualOrders>(storage, keyOf(personId)) ?? {};

export function keepUsualOrder(personId: string, view: InboxView, order: InboxOrder): void {
  storage.set(keyOf(personId), JSON.stringify({ ...usualOrdersOf(personId), [view]: order }));
}
