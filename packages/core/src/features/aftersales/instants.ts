import type { CaseRow } from './plan.ts';

/** The instants of a case as rules name them, on top of the facts it was submitted with. */
export const factsNow = (row: CaseRow, more: Record<string, string> = {}) => ({
  ...(row.facts as Record<string, string>),
  ...(row.approvedAt ? { approvedAt: row.approvedAt } : {}),
  ...(row.shippedBackAt ? { returnShippedAt: row.shippedBackAt } : {}),
  ...(row.firstScanAt ? { firstScanAt: row.firstScanAt } : {}),
  ...(row.receivedAt ? { goodsReceivedAt: row.receivedAt } : {}),
  ...more,
});
