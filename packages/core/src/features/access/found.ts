import { z } from 'zod';
import { defineAction, value } from '../../kernel/action.ts';
import { codes } from '../../kernel/codes.ts';
import type { ReadContext } from '../../kernel/context.ts';
import { deny, type Denial } from '../../kernel/denial.ts';
import { Store, Tenant, User } from './entities.ts';
import { passwordDenial } from './password.ts';
import { PRESET_ROLES } from './role.ts';
import { ADMINISTERS, rolesOfPermission } from './settings.ts';
import { newStaff, newcomer } from './staff.ts';
import { newStore, newStoreInput, noSuchCountry, newTenantInput } from './store.ts';
import { accessTexts as t } from './texts.ts';

const Founded = z.object({
  tenantId: z.string(),
  storeId: z.string(),
  userId: z.string(),
  added: z.array(
    codes('FoundedPart', {
      TENANT: { en: 'Tenant', zh: '租户' },
      STORE: { en: 'Store', zh: '店铺' },
      ADMINISTRATOR: { en: 'Administrator', zh: '系统管理员' },
    }),
  ),
});

const input = z.object({
  tenant: newTenantInput,
  store: newStoreInput,
  administrator: newcomer
    .omit({ roles: true, storeIds: true })
    .extend({ languages: newcomer.shape.languages.unwrap().optional() }),
});

/**
 * Founds a company's desk in one commit: the tenant, its first store and its first administrator. What is there already
 * stays as it is.
 */
export const foundDesk = defineAction({
  title: { en: 'Found a desk', zh: '开通客服台' },
  allow: { system: true },
  input,
  output: value('Founded', Founded),
  check: async (ctx, given) => {
    const nowhere = noSuchCountry(given.store.country, 'store.country');
    if (nowhere) return nowhere;
    const { tenant, store, user } = await known(ctx, given);
    const own = tenant?.id;
    if (store && store.tenantId !== own) return taken('store.key');
    const administering = rolesOfPermission(ctx, tenant, ADMINISTERS);
    if (user && !user.roles.some((role) => administering.includes(role)))
      return deny('CONFLICT', { text: t.noAdministrator });
    if (user) return undefined;
    const { name, email, agentNo, password } = given.administrator;
    if (own && (await ctx.lookup(User, { tenantId: own, agentNo }))) return taken('administrator.agentNo');
    return passwordDenial(ctx, 'administrator.password', { password, person: { name, email, agentNo } });
  },
  run: async (ctx, given) => {
    const { tenant, store, user } = await known(ctx, given);
    const tenantId = tenant?.id ?? ctx.newId();
    if (!tenant)
      ctx.insert(Tenant, { id: tenantId, tenantId, ...given.tenant, permissionOverrides: {}, onboardingGate: false });
    const ownStore = store ?? ctx.insert(Store, { ...newStore(given.store), tenantId });
    const ownUser = user ?? ctx.insert(User, { ...(await newStaff(ctx, ownerOf(given))), tenantId });
    const added = [
      tenant ? [] : ['TENANT' as const],
      store ? [] : ['STORE' as const],
      user ? [] : ['ADMINISTRATOR' as const],
    ].flat();
    return { tenantId, storeId: ownStore.id, userId: ownUser.id, added };
  },
});

/** The first person sees and does everything, so that a shop of one needs no other sign-in. */
const ownerOf = ({ administrator, store }: z.output<typeof input>) => ({
  ...administrator,
  roles: [...PRESET_ROLES.OWNER],
  storeIds: [],
  mayServe: administrator.mayServe ?? true,
  languages: administrator.languages ?? [newStore(store).locale],
});

async function known(ctx: Pick<ReadContext, 'lookup'>, { tenant, store, administrator }: z.output<typeof input>) {
  const [oldTenant, oldStore] = await Promise.all([
    ctx.lookup(Tenant, { slug: tenant.slug }),
    ctx.lookup(Store, { key: store.key }),
  ]);
  const oldUser = oldTenant && (await ctx.lookup(User, { tenantId: oldTenant.id, email: administrator.email }));
  return { tenant: oldTenant, store: oldStore, user: oldUser };
}

const taken = (field: string): Denial => deny('DUPLICATE', { details: { field } });
