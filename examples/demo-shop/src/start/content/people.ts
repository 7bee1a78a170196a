/**
 * @module How the demo's customers and staff act while it is filled: through the same actions as everybody, in their
 * own names.
 */
import {
  actorForToken,
  ANONYMOUS,
  permissionsOf,
  User,
  type Actor,
  type Desk,
  type ShopCustomer,
  type StaffActor,
} from '@shopdesk/core';
import { demoEmail } from '@shopdesk/server';
import { signIdentity, type IdentityKey } from '../../embed.ts';

export interface DemoPeople {
  readonly desk: Desk;
  readonly tenantId: string;
  readonly storeKey: string;
  readonly identityKey: IdentityKey;
}

/** Somebody of the demo's staff. */
export async function staffActor({ desk, tenantId }: DemoPeople, role: string): Promise<StaffActor> {
  const user = await desk
    .read({ kind: 'system', tenantId, name: 'demo' })
    .first(User, { email: demoEmail(role as Parameters<typeof demoEmail>[0]) });
  if (!user) throw new Error(`The demo has no ${role}.`);
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

async function actorOf({ desk, tenantId }: DemoPeople, answer: unknown): Promise<Actor> {
  const { token } = answer as { token: string };
  const actor = await actorForToken(desk.read({ kind: 'system', tenantId, name: 'demo' }), token, desk.permissions);
  if (!actor) throw new Error('The desk does not know whom it has just let in.');
  return actor;
}

/** A customer who is signed in at the shop. */
export async function customerActor(
  people: DemoPeople,
  { id, name, email }: Pick<ShopCustomer, 'id' | 'name' | 'email'>,
  locale: 'en' | 'zh-CN',
  now: Date,
): Promise<Actor> {
  const identityToken = await signIdentity(people.identityKey, people.storeKey, { id, name, email, locale }, now);
  return actorOf(
    people,
    await people.desk.perform(ANONYMOUS, 'identifyShopper', { storeKey: people.storeKey, identityToken }),
  );
}

/** Somebody who has just come in. */
export const visitorActor = async (people: DemoPeople): Promise<Actor> =>
  actorOf(people, await people.desk.perform(ANONYMOUS, 'startShopperSession', { storeKey: people.storeKey }));
