/**
 * @module A request as far as it is filled in; it outlives the page, so a reload loses nothing and nothing is asked
 * twice.
 */
import { newId, readJson, type DeskCaseReason, type DeskCaseType, type WantedDeskCase } from '@shopdesk/core/client';
import type { DeskConnection } from '../../connection/connection.ts';
import type { KeptPhoto } from './photo-queue.ts';

export const STEPS = ['items', 'reason', 'solution', 'preview'] as const;
export type FlowStep = (typeof STEPS)[number];

export interface CaseDraft {
  readonly step: FlowStep;
  /** Quantity by line. */
  readonly items: Readonly<Record<string, number>>;
  readonly reason?: DeskCaseReason;
  readonly description?: string;
  readonly condition?: NonNullable<WantedDeskCase['condition']>;
  readonly photos: readonly KeptPhoto[];
  /** The conversation of the photos. */
  readonly conversationId?: string;
  readonly type?: DeskCaseType;
  /** New variant by line, for an exchange. */
  readonly variants?: Readonly<Record<string, string>>;
  readonly methodId?: string;
  /** What was confirmed and not answered: the same key submits it once. */
  readonly asked?: { readonly wanted: WantedDeskCase; readonly confirmation: string; readonly key: string } | undefined;
}

export const EMPTY: CaseDraft = { step: 'items', items: {}, photos: [] };

const keyOf = ({ keys, state }: DeskConnection, orderId: string): string =>
  `${keys}draft:${state.session?.customerId ?? ''}:case:${orderId}`;

export const readDraft = (connection: DeskConnection, orderId: string): CaseDraft => ({
  ...EMPTY,
  ...readJson<CaseDraft>(connection.storage, keyOf(connection, orderId)),
});

export function keepDraft(connection: DeskConnection, orderId: string, draft: CaseDraft | undefined): void {
  if (draft) connection.storage.set(keyOf(connection, orderId), JSON.stringify(draft));
  else connection.storage.remove(keyOf(connection, orderId));
}

export const hasItems = ({ items }: CaseDraft): boolean => Object.values(items).some((quantity) => quantity > 0);

/** What is asked; undefined while something is missing. */
export function wantedOf(
  orderId: string,
  draft: CaseDraft,
  evidence: readonly string[],
  conversationId: string | undefined,
): WantedDeskCase | undefined {
  const { items, reason, type, description, condition, variants = {}, methodId } = draft;
  if (!hasItems(draft) || !reason || !type) return undefined;
  const chosen = Object.entries(items).filter(([, quantity]) => quantity > 0);
  if (type === 'EXCHANGE' && chosen.some(([lineId]) => !variants[lineId])) return undefined;
  return {
    orderId,
    type,
    reason,
    items: chosen.map(([lineId, quantity]) => ({
      lineId,
      quantity,
      ...(type === 'EXCHANGE' ? { newVariantId: variants[lineId] ?? '' } : {}),
    })),
    ...(conversationId ? { conversationId } : {}),
    ...(description?.trim() ? { description: description.trim() } : {}),
    ...(evidence.length > 0 ? { evidence } : {}),
    ...(condition && Object.values(condition).some(Boolean) ? { condition } : {}),
    ...(methodId ? { paymentMethodId: methodId } : {}),
  };
}

/** The same request again, if that is what was confirmed before and got no answer; else a new one. */
export function askedAs(
  { asked }: CaseDraft,
  wanted: WantedDeskCase,
  confirmation: string,
): NonNullable<CaseDraft['asked']> {
  const same = asked && asked.confirmation === confirmation && JSON.stringify(asked.wanted) === JSON.stringify(wanted);
  return same ? asked : { wanted, confirmation, key: newId() };
}
