/**
 * @module Transfers that are open: asked for once, kept fresh by live events, which may overtake the answer.
 */
import type { TransferItem } from '../../desk/rows.ts';

export const UNDECIDED = { decidedAt: { eq: null } };

/** The open ones of what was answered and what was heard since; of two versions the later. */
export function openOf(
  answered: readonly TransferItem[],
  heard: ReadonlyMap<string, TransferItem>,
): readonly TransferItem[] {
  const all = new Map(answered.map((transfer) => [transfer.id, transfer]));
  for (const [id, transfer] of heard) if ((all.get(id)?.version ?? 0) <= transfer.version) all.set(id, transfer);
  return [...all.values()]
    .filter(({ decidedAt }) => decidedAt === null)
    .toSorted((a, b) => (a.requestedAt < b.requestedAt ? 1 : -1));
}
