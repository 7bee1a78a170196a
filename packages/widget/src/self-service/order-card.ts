import type { DeskOrder } from '@shopdesk/core/client';
import { clip } from '@shopdesk/core/text';
import type { Service } from './service.ts';

/** Sends an order into the conversation as a card: in an open one the agent so sees what was done. */
export function sendOrderCard({ connection }: Service, { id, number, lines, amounts: { total } }: DeskOrder): void {
  const detail = clip(lines.map(({ title, quantity }) => `${title} × ${quantity}`).join(', '), 500);
  const imageUrl = lines[0]?.imageUrl ?? null;
  connection.send({ card: { type: 'ORDER', id, title: number, detail, price: total, url: null, imageUrl } });
}
