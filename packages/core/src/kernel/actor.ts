/**
 * @module Who acts. An actor is made by the host's identity, never by the caller's input.
 */

export interface StaffActor {
  readonly kind: 'staff';
  readonly tenantId: string;
  readonly userId: string;
  readonly sessionId?: string;
  readonly name: string;
  readonly agentNo: string;
  readonly roles: readonly string[];
  readonly permissions: ReadonlySet<string>;
  /** Stores the person works for; `undefined` means every store of the tenant. */
  readonly storeIds?: readonly string[];
  /** Ids of the teams that the person belongs to; absent: none, or the desk has no teams. */
  readonly teams?: readonly string[];
  /** Ids of the teams that they lead. */
  readonly leads?: readonly string[];
  /** In which they read what they are shown, such as `zh-CN`; absent: nobody reads, or it is not known. */
  readonly locale?: string;
}

export interface ShopperActor {
  readonly kind: 'shopper';
  readonly tenantId: string;
  readonly storeId: string;
  readonly customerId: string;
  readonly sessionId: string;
  /** True when the shop's backend signed who this is. */
  readonly verified: boolean;
  readonly externalId?: string;
  /** In which they read what they are shown, such as `zh-CN`; absent: nobody reads, or it is not known. */
  readonly locale?: string;
}

/** Timers, imports and other work that nobody clicked. */
export interface SystemActor {
  readonly kind: 'system';
  readonly tenantId: string;
  readonly name: string;
}

/** A rule of the shop, which does what somebody has published, with what they may do then and now. */
export interface RuleActor {
  readonly kind: 'rule';
  readonly tenantId: string;
  readonly code: string;
  readonly version: number;
  readonly name: string;
  /** Codes of the rules whose work has led here, in their order; the last is its own. */
  readonly cause: readonly string[];
  /** What it may do: what its steps need, as far as its publisher has it. */
  readonly permissions: ReadonlySet<string>;
  /** The rows that it reaches are those that its publisher does. */
  readonly reader: StaffActor;
  /** Stores whose rows it works on; `undefined` means every store of the tenant. */
  readonly storeIds?: readonly string[];
}

/** Somebody before sign-in: may only do what an action opens to `anonymous`. */
export interface AnonymousActor {
  readonly kind: 'anonymous';
  readonly tenantId: '';
  /** For rate limits only. */
  readonly address?: string;
}

export type Actor = StaffActor | ShopperActor | SystemActor | RuleActor | AnonymousActor;

type Worker = StaffActor | RuleActor;
const works = (actor: Actor): actor is Worker => actor.kind === 'staff' || actor.kind === 'rule';

/** Whether a person or a rule has a permission; nobody else has any. */
export const may = (actor: Actor, permission: string): boolean => works(actor) && actor.permissions.has(permission);

export const ANONYMOUS: AnonymousActor = { kind: 'anonymous', tenantId: '' };

/** Whether an actor is not limited to some stores of the tenant. */
export const servesAllStores = (actor: Actor): boolean => !works(actor) || actor.storeIds === undefined;

/**
 * Whether all of these stores are the actor's own. Those of a person or a rule that has none listed are all stores of
 * the tenant, which is more than somebody with some stores has.
 */
export function hasAllStores(actor: Actor, storeIds: readonly string[]): boolean {
  if (!works(actor) || !actor.storeIds) return true;
  const own = actor.storeIds;
  return storeIds.length > 0 && storeIds.every((id) => own.includes(id));
}

/** Whether the actor works for a store that these are, or that is among them; none listed are all stores. */
export function sharesStore(actor: Actor, storeIds: readonly string[]): boolean {
  if (!works(actor) || !actor.storeIds || storeIds.length === 0) return true;
  return actor.storeIds.some((id) => storeIds.includes(id));
}

/** A short stable key of the actor for idempotency, limits and the audit trail. */
export function actorKey(actor: Actor): string {
  switch (actor.kind) {
    case 'staff':
      return `staff:${actor.userId}`;
    case 'shopper':
      return `shopper:${actor.customerId}`;
    case 'system':
      return `system:${actor.name}`;
    case 'rule':
      return `rule:${actor.code}@${actor.version}`;
    case 'anonymous':
      return `anonymous:${actor.address ?? ''}`;
  }
}

/** The role written beside the actor in the audit trail. */
export function actorRole(actor: Actor): string {
  if (actor.kind === 'staff') return actor.roles.join('+');
  return actor.kind === 'shopper' ? 'CU' : actor.kind.toUpperCase();
}
