/**
 * @module What listeners hear of one commit: the rows that have topics, and the signals that were never stored.
 */
import { signalled, type BaseRow, type Committed, type Entity, type Signal } from '@shopdesk/core';

export interface LiveRow {
  readonly entity: Entity;
  readonly row: BaseRow;
  /** Those of the row before and after, so that who loses it hears of it too. */
  readonly topics: readonly string[];
}

export interface LiveSignal {
  readonly tenantId: string;
  readonly signal: Signal;
}

export interface Delivery {
  readonly rows: readonly LiveRow[];
  readonly signals: readonly LiveSignal[];
}

export const topicsOf = (entity: Entity, row: BaseRow | undefined): readonly string[] =>
  (row && entity.live?.(row as never)) ?? [];

export const signalTopics = ({ conversationId, storeId }: Signal): readonly string[] => [
  `conversation:${conversationId}`,
  `store:${storeId}`,
];

/** What a commit of this process tells; undefined when nobody can be meant. */
export function deliveryOf({ rows: changed, events }: Committed): Delivery | undefined {
  const rows = changed.flatMap(({ entity, before, row }) => {
    const topics = row ? [...new Set([...topicsOf(entity, row), ...topicsOf(entity, before)])] : [];
    return row && topics.length > 0 ? [{ entity, row, topics }] : [];
  });
  const signals = events
    .filter(({ name }) => name === signalled.name)
    .map(({ payload, actor }) => ({ tenantId: actor.tenantId, signal: payload as Signal }));
  return rows.length + signals.length > 0 ? { rows, signals } : undefined;
}
