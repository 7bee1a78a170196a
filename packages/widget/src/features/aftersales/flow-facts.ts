/**
 * @module What a request is filled in with: the order, what can be asked for, how money goes back, and what there is in
 * exchange.
 */
import { CASE_OPTIONS, ORDER, PRODUCT, SHOP_ACCOUNT } from '@shopdesk/core/client';
import { refusalOf } from '../../self-service/problem.ts';
import type { CaseService as Service } from './words.ts';
import type { CaseDraft } from './case-draft.ts';
import type { FlowFacts } from './flow-steps.ts';

export async function loadFacts(
  { connection: { client } }: Service,
  orderId: string,
  { items, reason }: CaseDraft,
): Promise<FlowFacts> {
  const chosen = Object.entries(items).flatMap(([lineId, quantity]) => (quantity > 0 ? [{ lineId, quantity }] : []));
  const judged = chosen.length > 0 && reason ? { items: chosen, reason } : {};
  const [order, options, { paymentMethods: methods }] = await Promise.all([
    client.query(ORDER, { orderId }),
    client.query(CASE_OPTIONS, { orderId, ...judged }),
    client.query(SHOP_ACCOUNT, {}),
  ]);
  // New goods are only chosen once an exchange can be asked for.
  const products = reason
    ? [...new Set(order.lines.filter(({ id }) => (items[id] ?? 0) > 0).map(({ productId }) => productId))]
    : [];
  const found = await Promise.all(
    products.map((productId) => client.query(PRODUCT, { productId }).catch(() => undefined)),
  );
  return {
    order,
    options,
    methods,
    variants: Object.fromEntries(found.flatMap((one) => (one ? [[one.id, one.variants]] : []))),
  };
}

/** What a person is told of a request that the shopper could not finish. */
export function handOverText(
  { order, options }: FlowFacts,
  { draft, error, service }: { readonly draft: CaseDraft; readonly error: unknown; readonly service: Service },
): string {
  const { words } = service;
  const chosen = order.lines
    .filter(({ id }) => (draft.items[id] ?? 0) > 0)
    .map(({ id, title }) => `${title} × ${draft.items[id]}`);
  const reason = options.reasons.find(({ code }) => code === draft.reason);
  const denied = options.types.find(({ outcome, type }) => outcome === 'DENY' && (!draft.type || draft.type === type));
  const rule =
    refusalOf(error, service)?.sentence ??
    (denied ? `${service.say(denied.label)}: ${service.say(denied.explanation)}` : '');
  const wish = words.list([
    words.flow.title,
    ...chosen,
    ...(reason ? [service.say(reason.label)] : []),
    ...(draft.description ? [draft.description] : []),
  ]);
  return words.handOver(order.number, wish, rule);
}
