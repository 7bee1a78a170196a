/**
 * @module Which cases have news for their customer, and which wait for him. What he has seen is kept in the browser.
 */
import { readJson, type DeskCaseEntry } from '@shopdesk/core/client';
import type { DeskConnection } from '../../connection/connection.ts';

type Noted = Pick<DeskCaseEntry, 'id' | 'version' | 'state'>;

const keyOf = ({ keys, state }: DeskConnection): string => `${keys}cases:${state.session?.customerId ?? ''}`;

/** As many as are remembered; older ones are closed long since. */
const REMEMBERED = 100;

export function markSeen(connection: DeskConnection, { id, version }: Noted): void {
  const seen = readJson<Record<string, number>>(connection.storage, keyOf(connection)) ?? {};
  const { [id]: _before, ...others } = seen;
  const kept = Object.entries(others).slice(-REMEMBERED);
  connection.storage.set(keyOf(connection), JSON.stringify({ ...Object.fromEntries(kept), [id]: version }));
}

/** Whether it has moved since it was looked at. A request nobody has answered is no news to the one who made it. */
export function isNews(connection: DeskConnection, { id, version, state }: Noted): boolean {
  const seen = readJson<Record<string, number>>(connection.storage, keyOf(connection))?.[id];
  return seen === undefined ? !['REQUESTED', 'CLOSED'].includes(state) : version > seen;
}

/** Whether nothing happens before the customer has done something. */
export const isYourTurn = ({
  state,
  inspectionAcceptedAt,
}: Pick<DeskCaseEntry, 'state' | 'inspectionAcceptedAt'>): boolean =>
  state === 'AWAITING_RETURN' || (state === 'INSPECTED_PARTIAL' && !inspectionAcceptedAt);
