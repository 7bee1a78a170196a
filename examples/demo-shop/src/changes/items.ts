/**
 * @module Lines that go back, and the variants that replace them.
 */
import { shopRefusal, type ShopOrder, type ShopOrderLine, type ShopVariant } from '@shopdesk/core';
import type { ChangeContext } from './context.ts';

export interface Swap {
  readonly line: ShopOrderLine;
  readonly variant: ShopVariant;
}

/** The lines asked for: each held by the order, none named twice. Every line of this shop is one piece. */
export function linesOf(order: ShopOrder, items: readonly { lineId: string; quantity: number }[]): ShopOrderLine[] {
  const left = new Map(order.lines.map((line) => [line.id, line]));
  return items.map(({ lineId, quantity }) => {
    const line = left.get(lineId);
    if (!line || quantity > line.quantity) throw shopRefusal('LINE_UNKNOWN');
    left.delete(lineId);
    return line;
  });
}

/** The lines with what replaces them: an available variant of the same product. */
export function swapsOf(
  { products }: ChangeContext,
  order: ShopOrder,
  items: readonly { lineId: string; quantity: number; newVariantId: string }[],
): Swap[] {
  const lines = linesOf(order, items);
  return lines.map((line, index) => {
    const variant = products.variant(items[index]?.newVariantId ?? '');
    if (variant.productId !== line.productId) throw shopRefusal('OTHER_PRODUCT');
    if (!variant.available) throw shopRefusal('VARIANT_UNAVAILABLE');
    return { line, variant };
  });
}

/** What the new variants cost more than the old lines, in cents; below 0 when they cost less. */
export const differenceOf = (swaps: readonly Swap[]): number =>
  swaps.reduce((sum, { line, variant }) => sum + variant.price.amount - line.unitPrice.amount, 0);
