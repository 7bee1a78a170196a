import type { DeskConnection } from '../connection/connection.ts';

const keyOf = ({ keys, state }: DeskConnection): string => `${keys}draft:${state.session?.customerId ?? ''}`;

/** What this shopper had written and not sent. */
export const readDraft = (connection: DeskConnection): string => connection.storage.get(keyOf(connection)) ?? '';

export function keepDraft(connection: DeskConnection, text: string): void {
  if (text) connection.storage.set(keyOf(connection), text);
  else connection.storage.remove(keyOf(connection));
}
