/**
 * @module A desk for tests of features: the standard features in memory, a clock one sets, a shop with people in it.
 */
import type { ShopperActor, StaffActor, SystemActor } from '../kernel/actor.ts';
import { createDesk, type Desk } from '../kernel/desk.ts';
import type { RowOf } from '../kernel/entity.ts';
import type { Feature } from '../kernel/feature.ts';
import type { DeskStore } from '../kernel/store.ts';
import type { Ports } from '../ports/index.ts';
import type { Store, User } from '../features/access/entities.ts';
import { ShopperSession } from '../features/customers/session-entities.ts';
import { permissionsOf } from '../features/access/permission.ts';
import type { RoleCode } from '../features/access/role.ts';
import { Placed } from '../features/organisation/entities.ts';
import { standardFeatures } from '../features/index.ts';
import { RoutingPolicy } from '../features/routing/entities.ts';
import { DEFAULT_ROUTING } from '../features/routing/policy.ts';
import { MemoryStore } from './memory-store.ts';
import { testConnector } from './test-connector.ts';

/** A clock that stands still until it is moved. */
export class TestClock {
  #now: number;
  constructor(start = '2025-03-10T01:00:00.000Z') {
    this.#now = Date.parse(start);
  }
  readonly now = (): Date => new Date(this.#now);
  set(instant: string): void {
    this.#now = Date.parse(instant);
  }
  advance(milliseconds: number): void {
    this.#now += milliseconds;
  }
}

/** Ports for tests: passwords and tokens in the clear, blobs and identities as given. */
export function testPorts(overrides: Partial<Ports> = {}): Ports {
  let tokens = 0;
  return {
    passwords: {
      hash: async (password) => `hash:${password}`,
      verify: async (password, hash) => hash === `hash:${password}`,
    },
    tokens: {
      issue: () => {
        tokens += 1;
        return { token: `token-${tokens}`, hash: `hash:token-${tokens}` };
      },
      hash: (token) => `hash:${token}`,
    },
    identityTokens: {
      verify: async (token) => JSON.parse(token) as { subject: string },
      kidOf: (token) => (JSON.parse(token) as { kid?: string }).kid,
    },
    blobs: { describe: async (key) => JSON.parse(key) as { contentType: string; size: number; sha256: string } },
    shop: () => undefined,
    shopConnector: testConnector(),
    ...overrides,
  };
}

export interface TestDeskOptions<F extends readonly Feature[]> {
  readonly features: F;
  readonly store: DeskStore;
  readonly ports: Partial<Ports>;
  readonly clock: TestClock;
  /** How the store gives its customers to people. @defaultValue "MANUAL": they are taken by hand */
  readonly routing: 'AUTO' | 'MANUAL';
  /**
   * Shuffles the list of features, which must change nothing. @defaultValue SHOPDESK_SHUFFLE of the environment;
   * without it the list stays as it is
   */
  readonly seed: number;
  /** Hears of what fails in the background. @defaultValue throws it */
  readonly onError: (error: unknown, where: string) => void;
}

/** A list in an order that a seed decides. */
export function shuffled<T>(list: readonly T[], seed: number): T[] {
  const left = [...list];
  let state = seed;
  return list.map(() => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return left.splice(state % left.length, 1)[0] as T;
  });
}

/** A browser has no environment. */
function seedOfEnvironment(): number | undefined {
  const { process } = globalThis as { process?: { env?: Readonly<Record<string, string | undefined>> } };
  const seed = process?.env?.['SHOPDESK_SHUFFLE'];
  return seed ? Number(seed) : undefined;
}

const SYSTEM: SystemActor = { kind: 'system', tenantId: 'tenant-1', name: 'test' };

/** The standard desk (or one with other features) in a tenant with one store, and ways to get people into it. */
export async function createTestDesk<const F extends readonly Feature[] = typeof standardFeatures>(
  options: Partial<TestDeskOptions<F>> = {},
) {
  const clock = options.clock ?? new TestClock();
  let ids = 0;
  const deskStore = options.store ?? new MemoryStore();
  const features: readonly Feature[] = options.features ?? standardFeatures;
  const seed = options.seed ?? seedOfEnvironment();
  const desk = createDesk({
    features: (seed === undefined ? features : shuffled(features, seed)) as readonly Feature[] as F,
    store: deskStore,
    clock: clock.now,
    newId: () => `id-${String((ids += 1)).padStart(6, '0')}`,
    ports: testPorts(options.ports),
    onError:
      options.onError ??
      ((error, where) => {
        throw new Error(`in ${where}`, { cause: error });
      }),
  });
  const loose = desk as unknown as Desk;
  await loose.perform(SYSTEM, 'createTenant', { name: 'Test', slug: 'test' });
  const store = (await loose.perform(SYSTEM, 'createStore', { name: 'S1', key: 'store-1' })) as RowOf<typeof Store>;
  if (loose.entities.some(({ name }) => name === RoutingPolicy.name))
    await setRouting(deskStore, store, { mode: options.routing ?? 'MANUAL', at: clock.now().toISOString() });
  return { desk, clock, store, system: SYSTEM, ...people(loose, store) };
}

/** Written beside the desk, so that it is no deed of anybody in the audit trail. */
async function setRouting(
  deskStore: DeskStore,
  store: RowOf<typeof Store>,
  { mode, at }: { mode: 'AUTO' | 'MANUAL'; at: string },
): Promise<void> {
  const { id, tenantId } = store;
  const row = { ...DEFAULT_ROUTING, mode, id, storeId: id, tenantId, version: 1, createdAt: at, updatedAt: at };
  await deskStore.commit([{ kind: 'insert', entity: RoutingPolicy, row }]);
}

/** What may be said of somebody new. */
export interface NewStaff {
  readonly presence?: string;
  readonly storeIds?: string[];
  readonly skills?: readonly string[];
  readonly mayServe?: boolean;
  readonly languages?: readonly string[];
  readonly capacity?: number;
  readonly autoReplyText?: string;
}

function people(desk: Desk, store: RowOf<typeof Store>) {
  /** Adds a member of staff, who is online unless `presence` says otherwise. */
  const staff = async (
    agentNo: string,
    roles: readonly RoleCode[],
    { presence = 'ONLINE', storeIds = [] as string[], ...more }: NewStaff = {},
  ): Promise<StaffActor> => {
    const input = {
      name: agentNo,
      agentNo,
      email: `${agentNo}@example.com`,
      roles,
      storeIds,
      password: 'long enough',
      mayServe: true,
      autoReplyText: 'Back in a moment.',
      ...more,
    };
    const user = (await desk.perform(SYSTEM, 'addStaff', input)) as RowOf<typeof User>;
    const { tenantId, id: userId, name } = user;
    const permissions = permissionsOf(roles, desk.permissions, {});
    const { teams, leads } = await desk.read(SYSTEM).get(Placed, userId);
    const actor: StaffActor = {
      kind: 'staff',
      tenantId,
      userId,
      name,
      agentNo,
      roles,
      permissions,
      // A desk without an organisation has no teams.
      ...((teams as readonly string[] | undefined) ? { teams, leads } : {}),
      ...(storeIds.length > 0 ? { storeIds } : {}),
    };
    if (presence !== 'OFFLINE') await desk.perform(actor, 'setPresence', { id: userId, presence });
    return actor;
  };
  /** A new browser in the store: anonymous, or signed by the shop as `externalId`. */
  const shopper = async (externalId?: string): Promise<ShopperActor> => {
    const anonymous = { kind: 'anonymous', tenantId: '' } as const;
    const token = (
      externalId
        ? await desk.perform(anonymous, 'identifyShopper', {
            storeKey: store.key,
            identityToken: JSON.stringify({ subject: externalId, name: externalId }),
          })
        : await desk.perform(anonymous, 'startShopperSession', { storeKey: store.key })
    ) as { token: string; customerId: string };
    const sessions = await desk
      .read({ ...SYSTEM, tenantId: store.tenantId })
      .all(ShopperSession, { where: { customerId: token.customerId } });
    const session = sessions.at(-1);
    return {
      kind: 'shopper',
      tenantId: store.tenantId,
      storeId: store.id,
      customerId: token.customerId,
      sessionId: session?.id ?? '',
      verified: externalId !== undefined,
      ...(externalId ? { externalId } : {}),
    };
  };
  return { staff, shopper };
}
