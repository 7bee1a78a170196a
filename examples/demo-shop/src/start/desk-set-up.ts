/**
 * @module What the desk must hold before the demo shop can use it. Nothing is done twice, and nothing that somebody has
 * changed in the panel since is changed back.
 */
import { permissionsOf, ConnectedShop, User, type Desk, type RowOf, type StaffActor, type Store } from '@shopdesk/core';
import { seedDemo } from '@shopdesk/server';
import { demoShopKind } from '../connectable.ts';

export const DEMO_STORE_KEY = 'demo';
/** The issuer that the shop's identity tokens name; a store takes its own key where none is set. */
export const DEMO_SHOP_ID = DEMO_STORE_KEY;

export interface ShopOfTheDesk {
  /** Where its pages are. */
  readonly url: string;
  readonly identityKeyId: string;
  readonly identitySecret: string;
  readonly eventSecret: string;
  /** Where the desk asks the shop, and the secret with which it does. */
  readonly shopApi: { readonly url: string; readonly secret: string };
  readonly policyPack: string;
  /** Whether the features show what they can. */
  readonly courses: boolean;
}

/** Founds the demo tenant with its store and staff where it is missing, and makes the shop known to the store. */
export async function setUpDesk(
  desk: Desk,
  {
    url,
    identityKeyId: kid,
    identitySecret: material,
    eventSecret: secret,
    shopApi,
    policyPack,
    courses,
  }: ShopOfTheDesk,
): Promise<RowOf<typeof Store>> {
  const { origin } = new URL(url);
  const { store } = await seedDemo(desk, {
    storeKey: DEMO_STORE_KEY,
    storeName: 'Blue Heron Market',
    locale: 'en',
    currency: 'USD',
    // Where the shop's goods and customers are.
    region: 'OTHER',
    timeZone: 'America/New_York',
    policyPack,
    courses,
    allowedOrigins: [origin],
    identityKey: { issuer: DEMO_SHOP_ID, kid, material },
  });
  const key = { storeId: store.id, name: kid, secret };
  const system = { kind: 'system', tenantId: store.tenantId, name: 'demo' } as const;
  if (!(await desk.check(system, 'addShopEventKey', key))) await desk.perform(system, 'addShopEventKey', key);
  await connectShop(desk, store, shopApi);
  if (store.allowedOrigins.includes(origin)) return store;
  return (await desk.perform(await administrator(desk, store), 'updateStore', {
    id: store.id,
    allowedOrigins: [...store.allowedOrigins, origin],
  })) as RowOf<typeof Store>;
}

/** As somebody would do it in the panel; who has disconnected it there, or connected another, is left alone. */
async function connectShop(
  desk: Desk,
  { id: storeId, tenantId }: RowOf<typeof Store>,
  { url, secret }: ShopOfTheDesk['shopApi'],
): Promise<void> {
  const system = { kind: 'system', tenantId, name: 'demo' } as const;
  const [known] = await desk.read(system).all(ConnectedShop, { where: { storeId } });
  if (known && (known.disconnectedAt !== null || known.adapter !== demoShopKind.code)) return;
  // The port may be another one than the last time.
  if (known?.settings.some(({ name, value }) => name === 'url' && value === url)) return;
  const settings = Object.entries({ url, secret, orderEvents: 'WEBHOOK' }).map(([name, value]) => ({ name, value }));
  await desk.perform(system, 'connectShop', { storeId, adapter: demoShopKind.code, settings });
  await desk.perform(system, 'testShop', { storeId });
}

/** The store's settings are a person's to change, so its administrator does it. */
async function administrator(desk: Desk, { tenantId }: RowOf<typeof Store>): Promise<StaffActor> {
  const staff = await desk.read({ kind: 'system', tenantId, name: 'demo' }).all(User, { where: { active: true } });
  const user = staff.find(({ roles }) => permissionsOf(roles, desk.permissions, {}).has('store.configure'));
  if (!user) throw new Error('The demo tenant has no administrator.');
  const { id: userId, name, agentNo, roles } = user;
  return {
    kind: 'staff',
    tenantId,
    userId,
    name,
    agentNo,
    roles,
    permissions: permissionsOf(roles, desk.permissions, {}),
  };
}
