/**
 * @module How the shipped packs write their rows: only what differs is said.
 */
import type { TableRow } from '../table-schema.ts';

/** A row without what its pack says for all rows. */
export type RowDraft = Omit<TableRow, 'asOf' | 'volatile'> & { readonly volatile?: boolean };

/** Dates the rows; a row is settled unless it says it is volatile. */
export function rowsAsOf(asOf: string): (drafts: readonly RowDraft[]) => TableRow[] {
  return (drafts) => drafts.map((draft) => ({ volatile: false, ...draft, asOf }));
}

/** What to check before a shipped pack goes live. */
export const VERIFY_BANNER = {
  zh: '平台规则与法规会变动，本规则包仅为默认内容，上线前请逐条核对。',
  en: 'Platform rules and law change. This pack is default content: verify every row before production.',
};
