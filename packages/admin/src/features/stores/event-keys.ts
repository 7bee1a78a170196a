import { actionMutation, listQuery, type Row } from '../../desk/documents.ts';

const keyFields = 'id version name revokedAt createdAt';
export type EventKeyItem = Row<'ShopEventKey', typeof keyFields>;
export const shopEventKeys = listQuery('shopEventKeys', 'ShopEventKey', keyFields);
export const addShopEventKey = actionMutation('addShopEventKey', 'ShopEventKey', keyFields);
export const revokeShopEventKey = actionMutation('revokeShopEventKey', 'ShopEventKey', keyFields);

/** 256 random bits, written as Standard Webhooks write a secret. */
export const newEventSecret = (): string =>
  `whsec_${btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))}`;

/** Where a shop posts its events. */
export const eventsAddress = (deskUrl: string, storeKey: string): string =>
  new URL(`shops/${storeKey}/events`, new URL(deskUrl || '/', location.href)).href;

/** How a shop's backend sends one. The secret stands in an environment variable, never in the code. */
export const sampleOf = (address: string): string => `import { createHmac, randomUUID } from 'node:crypto';

const id = \`evt_\${randomUUID()}\`;
const timestamp = String(Math.floor(Date.now() / 1000));
const body = JSON.stringify({ type: 'order.changed', data: { orderId: order.id } });
const key = Buffer.from(process.env.DESK_EVENT_SECRET.replace('whsec_', ''), 'base64');
const signature = createHmac('sha256', key).update(\`\${id}.\${timestamp}.\${body}\`).digest('base64');

await fetch('${address}', {
  method: 'POST',
  headers: { 'content-type': 'application/json', 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': \`v1,\${signature}\` },
  body,
});`;
