/** @module What the rules of a store and of its company go by, whoever asks. */
import type { ReadContext } from '../../kernel/context.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { Store, Tenant } from './entities.ts';

/** The store: its time zone, hours, language and what else its rules go by. @throws DeniedError NOT_FOUND */
export const storeOf = (ctx: ReadContext, id: string): Promise<RowOf<typeof Store>> =>
  ctx.trusted('settings for everybody').get(Store, id);

/** The roles that have a permission in a company: as it decided, else as the desk's features say. */
export const rolesOfPermission = (
  { permissions }: Pick<ReadContext, 'permissions'>,
  company: Pick<RowOf<typeof Tenant>, 'permissionOverrides'> | undefined,
  permission: string,
): readonly string[] => company?.permissionOverrides[permission] ?? permissions.get(permission) ?? [];

/** The roles that have a permission here. */
export const rolesWith = async (ctx: ReadContext, permission: string): Promise<readonly string[]> =>
  rolesOfPermission(ctx, await tenantOf(ctx), permission);

/** Whoever may do this manages the others, and what each of them may do: the trait of an administrator's role. */
export const ADMINISTERS = 'staff.manage';

/** The company of the actor; undefined for an actor that has none yet. */
export const tenantOf = (ctx: ReadContext): Promise<RowOf<typeof Tenant> | undefined> =>
  ctx.trusted('settings for everybody').maybe(Tenant, ctx.actor.tenantId);
