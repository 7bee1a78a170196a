/**
 * @module What the shopper has entered for a change of an order; it outlives the page, so a reload loses nothing and
 * does nothing twice.
 */
import {
  newId,
  readJson,
  type DeskOrderChange,
  type DeskOrderEffect,
  type WantedOrderChange,
} from '@shopdesk/core/client';
import type { DeskConnection } from '../../connection/connection.ts';

/** An address as it is asked for; the second line and the region may be missing. */
export type WantedAddress = NonNullable<WantedOrderChange['address']>;

export interface ChangeDraft {
  readonly reason?: string;
  readonly address?: WantedAddress;
  readonly paymentMethodId?: string;
  /** New variant by line. */
  readonly items?: Readonly<Record<string, string>>;
  /** What was confirmed and not answered: the same key does it once. */
  readonly asked?:
    | {
        readonly input: WantedOrderChange;
        readonly confirmation: string;
        readonly key: string;
        readonly effects?: readonly DeskOrderEffect[];
      }
    | undefined;
}

const keyOf = ({ keys, state }: DeskConnection, orderId: string, change: DeskOrderChange): string =>
  `${keys}draft:${state.session?.customerId ?? ''}:${change}:${orderId}`;

export const readChange = (connection: DeskConnection, orderId: string, change: DeskOrderChange): ChangeDraft =>
  readJson(connection.storage, keyOf(connection, orderId, change)) ?? {};

export function keepChange(
  connection: DeskConnection,
  orderId: string,
  change: DeskOrderChange,
  draft: ChangeDraft | undefined,
): void {
  const key = keyOf(connection, orderId, change);
  if (draft) connection.storage.set(key, JSON.stringify(draft));
  else connection.storage.remove(key);
}

/** The same request again, if that is what was confirmed before and got no answer; else a new one. */
export function askedAs(
  draft: ChangeDraft,
  input: WantedOrderChange,
  confirmation: string,
): NonNullable<ChangeDraft['asked']> {
  const { asked } = draft;
  const same = asked && asked.confirmation === confirmation && JSON.stringify(asked.input) === JSON.stringify(input);
  return same ? asked : { input, confirmation, key: newId() };
}
