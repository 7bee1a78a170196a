/** @module From what was entered for a change to what the desk is asked, and from its answer to words. */
import {
  ORDER,
  ORDER_OPTIONS,
  PRODUCT,
  SHOP_ACCOUNT,
  type DeskOrder,
  type DeskOrderChange,
  type DeskOrderEffect,
  type WantedOrderChange,
} from '@shopdesk/core/client';
import { html, type TemplateResult } from 'lit';
import type { ChangeDraft } from './change-draft.ts';
import { addressComplete, addressOf, type ChangeFacts } from './change-forms.ts';
import type { OrderService as Service } from './words.ts';

export async function loadChange(
  { connection: { client } }: Service,
  orderId: string,
  change: DeskOrderChange,
): Promise<ChangeFacts> {
  const [order, { cancelReasons: reasons }, { paymentMethods: methods }] = await Promise.all([
    client.query(ORDER, { orderId }),
    client.query(ORDER_OPTIONS, { orderId }),
    client.query(SHOP_ACCOUNT, {}),
  ]);
  const products = change === 'ITEMS' ? [...new Set(order.lines.map(({ productId }) => productId))] : [];
  const found = await Promise.all(products.map((productId) => client.query(PRODUCT, { productId })));
  return { order, reasons, methods, variants: Object.fromEntries(found.map(({ id, variants }) => [id, variants])) };
}

interface Entered {
  readonly change: DeskOrderChange;
  readonly draft: ChangeDraft;
  readonly conversationId: string | undefined;
}

/** What is asked; undefined while something is missing. */
export function wantedOf(order: DeskOrder, { change, draft, conversationId }: Entered): WantedOrderChange | undefined {
  const { reason, paymentMethodId, items = {} } = draft;
  const address = addressOf(order, draft);
  const about = { orderId: order.id, change, ...(conversationId ? { conversationId } : {}) };
  const swaps = order.lines.flatMap(({ id: lineId, quantity }) =>
    items[lineId] ? [{ lineId, quantity, newVariantId: items[lineId] }] : [],
  );
  switch (change) {
    case 'CANCEL':
      return reason ? { ...about, reason } : undefined;
    case 'ADDRESS':
      return addressComplete(address) ? { ...about, address } : undefined;
    case 'PAYMENT':
      return paymentMethodId ? { ...about, paymentMethodId } : undefined;
    case 'ITEMS':
      return swaps.length > 0 && paymentMethodId ? { ...about, items: swaps, paymentMethodId } : undefined;
  }
}

/** An effect in words; money with the method it goes to or comes from, and when. */
export function effectText(
  { kind, amount, methodId, text }: DeskOrderEffect,
  { methods }: ChangeFacts,
  service: Service,
): TemplateResult {
  if ((kind !== 'REFUND' && kind !== 'PAY') || !amount) return html`<bdi>${service.say(text)}</bdi>`;
  const { effect, when } = service.words.change;
  return html`<strong>${effect[kind](service.money(amount.amount, amount.currency), service.method(methodId, methods))}</strong><br /><span class="muted">${when[kind]}</span>`;
}

/** What a change that is done did with money, in sentences; nothing where it moved none. */
export function settledText(
  effects: readonly DeskOrderEffect[],
  methods: ChangeFacts['methods'],
  service: Service,
): string {
  const { settled, arrives } = service.words.change;
  const sentences = effects.flatMap(({ kind, amount, methodId }) => {
    if ((kind !== 'REFUND' && kind !== 'PAY') || !amount) return [];
    const sentence = settled[kind](
      service.money(amount.amount, amount.currency),
      service.yourMethod(methodId, methods),
    );
    return kind === 'REFUND' ? [sentence, arrives] : [sentence];
  });
  return sentences.join(' ');
}
