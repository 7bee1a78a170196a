/**
 * @module Who may change whose reach and permissions. Nobody widens their own: that takes another administrator. Who
 * manages staff for some stores manages only people who work for no other store.
 */
import { hasAllStores, type Actor } from '../../kernel/actor.ts';
import type { ActionContext, ReadContext } from '../../kernel/context.ts';
import { deny, type Denial } from '../../kernel/denial.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { defineEvent } from '../../kernel/event.ts';
import { OTHER_STORES } from '../../kernel/store-guard.ts';
import { Tenant, User } from './entities.ts';
import { permissionsOf } from './permission.ts';
import { ADMINISTERS, rolesWith } from './settings.ts';
import { accessTexts as t } from './texts.ts';

type Person = Pick<RowOf<typeof User>, 'id' | 'storeIds' | 'roles'>;

/**
 * Somebody got a permission over personal data, money, rules or people: for a host to tell other administrators. By a
 * person's roles (`userId`), or for all who have the roles (`userId` is null).
 */
export const authorityWidened = defineEvent<{
  readonly userId: string | null;
  readonly roles: readonly string[];
  readonly permissions: readonly string[];
}>('staff.authority_widened');

/** Permissions over personal data, money, rules and people. */
export const isSensitive = (permission: string): boolean =>
  ['data.reveal', ADMINISTERS].includes(permission) || /^(refund|policy)\./.test(permission);

/** The sensitive permissions that roles have in a tenant. */
export const sensitiveOf = (
  ctx: ReadContext,
  roles: readonly string[],
  overrides: Readonly<Record<string, readonly string[]>>,
): string[] => [...permissionsOf(roles, ctx.permissions, overrides)].filter(isSensitive);

const ANOTHER_ADMINISTRATOR = deny('FORBIDDEN', { text: t.anotherAdministrator });

/** Whether the actor may touch a person of these stores at all. */
export const mayManage = (actor: Actor, { storeIds }: { readonly storeIds: readonly string[] }): Denial | undefined =>
  hasAllStores(actor, storeIds) ? undefined : OTHER_STORES;

/** Whether the actor may give a person these stores and roles. One's own only ever get fewer by one's own hand. */
export function mayChangeAuthority(
  actor: Actor,
  person: Person,
  {
    storeIds,
    roles,
  }: { readonly storeIds?: readonly string[] | undefined; readonly roles?: readonly string[] | undefined },
): Denial | undefined {
  if (actor.kind !== 'staff') return undefined;
  if (actor.userId !== person.id) return mayManage(actor, person) ?? (storeIds && mayManage(actor, { storeIds }));
  const { storeIds: own } = person;
  const moreStores = storeIds && own.length > 0 && (storeIds.length === 0 || storeIds.some((id) => !own.includes(id)));
  const moreRoles = roles?.some((role) => !(person.roles as readonly string[]).includes(role));
  return moreStores || moreRoles ? ANOTHER_ADMINISTRATOR : undefined;
}

/** Whether the actor may give a permission to these roles: not a sensitive one that it gives themselves. */
export function mayDecideRoles(actor: Actor, permission: string, roles: readonly string[]): Denial | undefined {
  if (actor.kind !== 'staff' || !isSensitive(permission) || actor.permissions.has(permission)) return undefined;
  return roles.some((role) => actor.roles.includes(role)) ? ANOTHER_ADMINISTRATOR : undefined;
}

type Account = Pick<RowOf<typeof User>, 'active' | 'invited' | 'roles' | 'storeIds'>;

/**
 * Whether somebody owns the desk: they administer every store of it by one of the roles that may, and have a way in.
 */
const isOwner = ({ active, invited, roles, storeIds }: Account, administering: readonly string[]): boolean =>
  active && !invited && storeIds.length === 0 && roles.some((role) => administering.includes(role));

const LAST_OWNER = deny('CONFLICT', { text: t.lastOwner });

/** Why a person may not become what `after` says: nobody would own the desk any more. */
export async function lastOwnerLeaves(
  ctx: ReadContext,
  before: RowOf<typeof User>,
  after: Account,
): Promise<Denial | undefined> {
  // Read before the people: see `noteOwnerLeaves`.
  const roles = await rolesWith(ctx, ADMINISTERS);
  if (!isOwner(before, roles) || isOwner(after, roles)) return undefined;
  const others = await ctx.trusted('who else owns the desk').all(User, {
    where: { active: true, or: roles.map((role) => ({ roles: { has: role } })) },
  });
  return others.some((person) => person.id !== before.id && isOwner(person, roles)) ? undefined : LAST_OWNER;
}

/**
 * Writes the tenant when an owner leaves. Two owners who remove one another at the same moment write the same row, so
 * the second is asked again and finds nobody left.
 */
export async function noteOwnerLeaves(ctx: ActionContext, before: RowOf<typeof User>, after: Account): Promise<void> {
  const roles = await rolesWith(ctx, ADMINISTERS);
  if (!isOwner(before, roles) || isOwner(after, roles)) return;
  const all = ctx.trusted('who else owns the desk');
  all.update(Tenant, await all.get(Tenant, before.tenantId), {});
}
