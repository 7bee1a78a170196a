/**
 * @module A desk of all features in memory in which there is one of everything, and somebody of every role: for tests
 * that go over every action. What a call has changed is undone after it.
 */
import type { Actor, ShopperActor, StaffActor, SystemActor } from '../../kernel/actor.ts';
import { createDesk, type Desk } from '../../kernel/desk.ts';
import type { BaseRow, Entity, RowOf } from '../../kernel/entity.ts';
import type { DeskStore } from '../../kernel/store.ts';
import type { Ports } from '../../ports/index.ts';
import { MemoryStore } from '../../testing/memory-store.ts';
import { testPorts } from '../../testing/test-desk.ts';
import { standardRoles, Store, type RoleCode } from '../access/index.ts';
import { shopScene } from '../orders/testing/scene.ts';
import { standardScenes } from './scenes.ts';

export interface World {
  readonly desk: Desk;
  /** Another process on the same database. */
  readonly other: Desk;
  readonly memory: MemoryStore;
  readonly now: string;
  readonly tenantId: string;
  readonly storeId: string;
  readonly otherStoreId: string;
  /** Somebody of each role, who works for every store. */
  readonly staff: Readonly<Record<RoleCode, StaffActor>>;
  /** Works for the other store only, and has every role there. */
  readonly away: StaffActor;
  readonly lily: ShopperActor;
  readonly bob: ShopperActor;
  readonly system: SystemActor;
  /** Everybody above. */
  readonly actors: readonly Actor[];
  /** A colleague who is none of them. */
  readonly somebody: StaffActor;
  /** The row of each entity that the scenes have made, by the entity's name. */
  readonly rows: Map<string, BaseRow>;
  /** What fields of these names hold. */
  readonly known: Record<string, unknown>;
  /** Undoes everything since the world, or since the last `keep`. */
  undo(): void;
  /** Makes what is there now what `undo` goes back to; the answer goes back to what was there before. */
  keep(): () => void;
  put(entity: Entity, row: BaseRow): Promise<void>;
  /** Everything that is there, by entity. */
  all(): Promise<{ readonly entity: Entity; readonly row: BaseRow }[]>;
  /** What the desk asks of the outside; a fresh one knows nothing of what was asked before. */
  ports(): Ports;
  /** How often anything was written since the world began. */
  commits(): number;
  whole(name: string): Entity;
}

/** How people are told apart in a failure. */
export const nameOf = (actor: Actor): string =>
  actor.kind === 'staff' ? actor.agentNo : actor.kind === 'shopper' ? (actor.externalId ?? 'guest') : actor.kind;

export async function createWorld(): Promise<World> {
  const memory = new MemoryStore();
  let commits = 0;
  const store: DeskStore = {
    find: (query) => memory.find(query),
    count: (query) => memory.count(query),
    commit: (writes) => {
      commits += 1;
      return memory.commit(writes);
    },
  };
  const scene = await shopScene({ policyPack: 'TMALL', store });
  const { desk, clock, shop, store: shopStore, lily, bob, system, loose } = scene;
  const other = (await desk.as(system).access.createStore({ name: 'S2', key: 'store-2' })) as RowOf<typeof Store>;
  const staff = {} as Record<RoleCode, StaffActor>;
  for (const role of standardRoles()) staff[role] = role === 'AD' ? scene.admin : await scene.people(`${role}1`);
  const somebody = await scene.people('AA2');
  const away = await scene.staff('AWAY1', standardRoles(), { storeIds: [other.id] });
  // The shop puts a changed order in the place of the old one.
  const orders = [...shop.orders];
  let back = memory.remember();
  const undo = () => {
    back();
    for (const [id, order] of orders) shop.orders.set(id, order);
  };
  const whole = (name: string): Entity => {
    const entity = loose.entities.find((one) => one.name === name);
    if (!entity) throw new Error(`There is no entity ${name}.`);
    return entity;
  };
  // Its tokens are none of those that the world has given out.
  const ports = () => {
    let tokens = 0;
    return testPorts({
      shop: () => shop.port,
      tokens: {
        issue: () => {
          tokens += 1;
          return { token: `other-${tokens}`, hash: `hash:other-${tokens}` };
        },
        hash: (token) => `hash:${token}`,
      },
    });
  };
  let ids = 0;
  const otherDesk = createDesk({
    features: loose.features,
    store,
    clock: clock.now,
    newId: () => `id-b${String((ids += 1)).padStart(6, '0')}`,
    ports: ports(),
  });
  const world: World = {
    desk: loose,
    other: otherDesk,
    memory,
    now: clock.now().toISOString(),
    tenantId: shopStore.tenantId,
    storeId: shopStore.id,
    otherStoreId: other.id,
    staff,
    away,
    lily,
    bob,
    system,
    somebody,
    actors: [...Object.values(staff), away, lily, bob, system],
    rows: new Map<string, BaseRow>([['Store', shopStore]]),
    known: {
      storeId: shopStore.id,
      storeKey: shopStore.key,
      userId: somebody.userId,
      toUserId: somebody.userId,
      withUserId: somebody.userId,
      customerId: lily.customerId,
      orderId: 'O-DELIVERED',
      productId: 'shirt',
      paymentMethodId: 'lily-card',
      reason: 'because it must be',
      summary: 'what must be known',
    },
    undo,
    keep: () => {
      const before = back;
      back = memory.remember();
      return () => {
        back = before;
      };
    },
    put: (entity, row) => memory.commit([{ kind: 'put', entity: loose.whole(entity), row }]),
    whole,
    all: async () => {
      const found = loose.entities.map(async (entity) =>
        (await memory.find({ entity, where: [], limit: 1_000_000 })).map((row) => ({ entity, row })),
      );
      return (await Promise.all(found)).flat();
    },
    ports,
    commits: () => commits,
  };
  for (const [name, make] of Object.entries(standardScenes.rows)) {
    const row = await make(world);
    world.rows.set(name, row);
    world.known[`${name[0]?.toLowerCase()}${name.slice(1)}Id`] ??= row.id;
  }
  back = memory.remember();
  return world;
}
