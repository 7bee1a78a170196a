/**
 * @module How processes tell each other: texts of at most 7,500 bytes (a notification of PostgreSQL holds 8,000).
 * A row goes along when it fits and holds no secret; else only its name, to be read again.
 */
import { Buffer } from 'node:buffer';
import { marksOf, type BaseRow, type Entity, type Signal } from '@shopdesk/core';
import type { Delivery, LiveRow } from './delivery.ts';

export const MAX_BYTES = 7500;

export type BusItem =
  | { readonly kind: 'row'; readonly entity: string; readonly topics: readonly string[]; readonly row: BaseRow }
  | {
      readonly kind: 'id';
      readonly entity: string;
      readonly topics: readonly string[];
      readonly tenantId: string;
      readonly id: string;
    }
  | { readonly kind: 'signal'; readonly tenantId: string; readonly signal: Signal }
  /** Rows that processes keep at hand were changed. */
  | { readonly kind: 'forgotten'; readonly entity: string; readonly tenantId: string }
  /** Nobody is connected here any more under this key; whoever still is says so. */
  | { readonly kind: 'gone'; readonly key: string };

export interface BusMessage {
  /** The process that sends. */
  readonly from: string;
  /** Its messages are numbered from 1, so that a lost one is noticed. */
  readonly n: number;
  /** When it was sent, by the sender's clock. */
  readonly at: string;
  readonly items: readonly BusItem[];
  /** News since then may be missing: the sender had to let some go. */
  readonly lostSince?: string;
  /** The sender has just started: everybody else shows himself. */
  readonly first?: true;
  /** The sender's last message. */
  readonly last?: true;
}

/** Room for everything of a message that is no item. */
const ENVELOPE_BYTES = 200;

export interface SizedItem {
  readonly text: string;
  readonly bytes: number;
}

export const sized = (item: BusItem): SizedItem => {
  const text = JSON.stringify(item);
  return { text, bytes: Buffer.byteLength(text) + 1 };
};

/** The items of a delivery, none too large for a message. */
export function itemsOf({ rows, signals }: Delivery): SizedItem[] {
  return [...rows.map(rowItem), ...signals.map(({ tenantId, signal }) => sized({ kind: 'signal', tenantId, signal }))];
}

function rowItem({ entity, row, topics }: LiveRow): SizedItem {
  const reference = () => sized({ kind: 'id', entity: entity.name, topics, tenantId: row.tenantId, id: row.id });
  if (hasSecrets(entity)) return reference();
  const whole = sized({ kind: 'row', entity: entity.name, topics, row });
  return whole.bytes <= MAX_BYTES - ENVELOPE_BYTES ? whole : reference();
}

const secretive = new WeakMap<Entity, boolean>();

/** Whoever may listen to the database's channels must not learn a token's hash from them. */
function hasSecrets(entity: Entity): boolean {
  let known = secretive.get(entity);
  if (known === undefined) {
    known = Object.values(entity.schema.shape).some((field) => marksOf(field).audience === 'never');
    secretive.set(entity, known);
  }
  return known;
}

/** Takes from the front of `items` what fits into one message. */
export function takeFitting(items: SizedItem[]): SizedItem[] {
  let bytes = ENVELOPE_BYTES;
  let count = 0;
  while (count < items.length && bytes + (items[count]?.bytes ?? 0) <= MAX_BYTES) {
    bytes += items[count]?.bytes ?? 0;
    count += 1;
  }
  return items.splice(0, Math.max(count, 1));
}

export function encodeMessage(head: Omit<BusMessage, 'items'>, items: readonly SizedItem[]): string {
  return `${JSON.stringify(head).slice(0, -1)},"items":[${items.map(({ text }) => text).join(',')}]}`;
}

export const decodeMessage = (text: string): BusMessage => JSON.parse(text) as BusMessage;
