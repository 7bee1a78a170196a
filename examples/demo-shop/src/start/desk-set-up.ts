/**
 * @module What the desk must hold before the demo shop can use it. Nothing is done twice, and nothing that somebody has
 * changed in the panel since is changed back.
 */
import { ANONYMOUS, IdentityKey, permissionsOf, Store, User, type Desk, type RowOf, type StaffActor, type SystemActor } from '@shopdesk/core';
import { DEMO_PASSWORD, DEMO_PEOPLE } from './people.ts';

export const DEMO_STORE_KEY = 'demo';
/** The issuer that the shop's identity tokens name. */
export const DEMO_SHOP_ID = 'demo-shop';

export interface ShopOfTheDesk {
  /** Where its pages are. */
  readonly url: string;
  readonly identityKeyId: string;
  readonly identitySecret: string;
}

/** Founds the demo tenant with its store and staff where it is missing, and makes the shop known to the store. */
export async function setUpDesk(desk: Desk, shop: ShopOfTheDesk): Promise<void> {
  const store = (await desk.read(ANONYMOUS).lookup(Store, { key: DEMO_STORE_KEY })) ?? (await foundDemo(desk));
  const system: SystemActor = { kind: 'system', tenantId: store.tenantId, name: 'demo' };
  await hire(desk, system);
  const { identityKeyId: kid, identitySecret: material } = shop;
  const known = await desk.read(system).first(IdentityKey, { storeId: store.id, kid });
  if (!known) await desk.perform(system, 'addIdentityKey', { storeId: store.id, kid, algorithm: 'HS256', material });
  const origin = new URL(shop.url).origin;
  if (store.allowedOrigins.includes(origin)) return;
  await desk.perform(await administrator(desk, system), 'updateStore', { id: store.id, allowedOrigins: [...store.allowedOrigins, origin] });
}

async function foundDemo(desk: Desk): Promise<RowOf<typeof Store>> {
  const system: SystemActor = { kind: 'system', tenantId: 'demo', name: 'demo' };
  await desk.perform(system, 'createTenant', { name: 'Demo', slug: 'demo' });
  const settings = { name: 'Demo shop', key: DEMO_STORE_KEY, locale: 'en', currency: 'USD', region: 'OTHER', identityIssuer: DEMO_SHOP_ID };
  return (await desk.perform(system, 'createStore', settings)) as RowOf<typeof Store>;
}

async function hire(desk: Desk, system: SystemActor): Promise<void> {
  for (const { role, name, email } of DEMO_PEOPLE) {
    if (await desk.read(system).lookup(User, { email })) continue;
    await desk.perform(system, 'addStaff', { name, email, agentNo: `DEMO-${role}`, password: DEMO_PASSWORD, roles: [role], languages: ['zh-CN', 'en'] });
  }
}

/** The store's settings are a person's to change, so its administrator does it. */
async function administrator(desk: Desk, system: SystemActor): Promise<StaffActor> {
  const staff = await desk.read(system).find(User, { where: { active: true } });
  const user = staff.find(({ roles }) => roles.includes('AD'));
  if (!user) throw new Error('The demo tenant has no administrator.');
  const { tenantId, id: userId, name, agentNo, roles } = user;
  return { kind: 'staff', tenantId, userId, name, agentNo, roles, permissions: permissionsOf(roles, desk.permissions, {}) };
}
