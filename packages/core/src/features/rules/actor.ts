/** @module Who acts when a rule does: the rule, with what its steps need, as far as its publisher has it now. */
import type { RuleActor, StaffActor } from '../../kernel/actor.ts';
import type { ReadContext } from '../../kernel/context.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { permissionsOf, Tenant, User } from '../access/index.ts';
import type { Rule, RuleVersion } from './entities.ts';

type Version = Pick<RowOf<typeof RuleVersion>, 'code' | 'number' | 'storeId' | 'rights'>;

export function actorFor(
  publisher: StaffActor,
  { name }: Pick<RowOf<typeof Rule>, 'name'>,
  { code, number: version, storeId, rights }: Version,
  cause: readonly string[],
): RuleActor {
  const stores = storeId ? [storeId] : publisher.storeIds;
  const own = storeId && publisher.storeIds && !publisher.storeIds.includes(storeId) ? [] : stores;
  const reach = own ? { storeIds: own } : {};
  const { storeIds: _all, sessionId: _session, ...person } = publisher;
  return {
    kind: 'rule',
    tenantId: publisher.tenantId,
    code,
    version,
    name: name.zh || name.en,
    cause: [...cause, code],
    permissions: new Set(rights.filter((right) => publisher.permissions.has(right))),
    // It reads what its publisher may read of the stores that it works for; what is a person's own is not its own.
    reader: { ...person, userId: `rule:${code}`, ...reach },
    ...reach,
  };
}

/** The publisher as they are now: who has left may nothing, and so may their rules. */
export async function publisherOf(ctx: ReadContext, userId: string): Promise<StaffActor> {
  const user = await ctx.get(User, userId);
  const tenant = await ctx.get(Tenant, user.tenantId);
  return {
    kind: 'staff',
    tenantId: user.tenantId,
    userId: user.id,
    name: user.name,
    agentNo: user.agentNo,
    roles: user.active ? user.roles : [],
    permissions: user.active ? permissionsOf(user.roles, ctx.permissions, tenant.permissionOverrides) : new Set(),
    ...(user.storeIds.length > 0 ? { storeIds: user.storeIds } : {}),
  };
}
