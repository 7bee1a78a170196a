/**
 * @module What routing costs: a customer who opens a conversation and writes until he is with an agent, in a small
 * store and in one with 200 agents and 2,000 who wait; beside it the same in a store where he is taken by hand.
 */
import {
  Conversation,
  createDesk,
  QueueEntry,
  standardFeatures,
  type Desk,
  type DeskStore,
  type Query,
  type RowOf,
  type ShopperActor,
  type Store,
  type SystemActor,
  type Write,
} from '@shopdesk/core';
import { testPorts } from '@shopdesk/core/testing';
import { openDatabase } from '../../packages/server/src/database/database.ts';
import { migrate } from '../../packages/server/src/store/migrate.ts';
import { SqlStore } from '../../packages/server/src/store/sql-store.ts';
import { eachDatabase, type BenchDatabase } from './databases.ts';
import { percentile, print, rounded } from './figure.ts';

const CALLS = 80;
const SYSTEM: SystemActor = { kind: 'system', tenantId: 'bench', name: 'bench' };

/** Counts what is asked of the database. */
class CountingStore implements DeskStore {
  readonly #inner: DeskStore;
  asked = 0;

  constructor(inner: DeskStore) {
    this.#inner = inner;
  }

  find(query: Query) {
    this.asked += 1;
    return this.#inner.find(query);
  }

  count(query: Query) {
    this.asked += 1;
    return this.#inner.count(query);
  }

  commit(writes: readonly Write[]) {
    this.asked += 1;
    return this.#inner.commit(writes);
  }
}

interface Scene {
  readonly desk: Desk;
  readonly store: CountingStore;
  readonly shop: RowOf<typeof Store>;
}

async function newScene(inner: DeskStore, { agents, waiting }: { agents: number; waiting: number }): Promise<Scene> {
  const store = new CountingStore(inner);
  let ids = 0;
  const newId = () => `${agents}-${(ids += 1)}`;
  const tokens = { issue: () => ({ token: newId(), hash: newId() }), hash: (token: string) => token };
  const desk = createDesk({
    features: standardFeatures,
    store,
    clock: () => new Date(),
    newId,
    ports: testPorts({ tokens }),
  }) as unknown as Desk;
  const actor = { ...SYSTEM, tenantId: `bench-${agents}` };
  await desk.perform(actor, 'createTenant', { name: 'Bench', slug: `bench-${agents}` });
  const shop = (await desk.perform(actor, 'createStore', { name: 'Bench', key: `bench-${agents}` })) as RowOf<
    typeof Store
  >;
  const staff = {
    name: 'A',
    roles: ['PA'],
    skills: ['LIVE', 'CHAT'],
    languages: ['zh-CN', 'en'],
    capacity: 50,
    autoReplyText: 'Back soon.',
    password: 'a long password',
  };
  for (let n = 0; n < agents; n += 1) {
    const { id } = (await desk.perform(actor, 'addStaff', {
      ...staff,
      agentNo: `A${n}`,
      email: `a${n}-${agents}@example.com`,
    })) as { id: string };
    await desk.perform(actor, 'setPresence', { id, presence: 'ONLINE' });
  }
  const scene = { desk, store, shop };
  await queueOfCalls(scene, waiting);
  return scene;
}

/** Telephone calls, which nobody here takes: they wait for ever. */
async function queueOfCalls({ desk, store, shop }: Scene, waiting: number): Promise<void> {
  const { id } = await comes({ desk, store, shop }, 'template');
  const read = desk.read({ ...SYSTEM, tenantId: shop.tenantId });
  const conversation = await read.get(Conversation, id);
  const at = conversation.openedAt;
  for (let from = 0; from < waiting; from += 200) {
    const writes: Write[] = Array.from({ length: Math.min(200, waiting - from) }, (_, n) => {
      const key = `${shop.id}-call-${from + n}`;
      const entry = {
        id: key,
        storeId: shop.id,
        conversationId: key,
        mode: 'VOICE',
        team: '',
        locale: 'zh-CN',
        weight: 5,
        queuedAt: at,
        rank: at,
        relaxAt: at,
        preferredUserId: null,
        preference: null,
        silentUserId: null,
        tenantId: shop.tenantId,
        version: 1,
        createdAt: at,
        updatedAt: at,
      };
      return [
        {
          kind: 'insert' as const,
          entity: Conversation,
          row: {
            ...conversation,
            id: key,
            customerId: key,
            channel: 'PHONE' as const,
            state: 'QUEUED' as const,
            ownerId: null,
            queuedAt: at,
          },
        },
        { kind: 'insert' as const, entity: QueueEntry, row: entry },
      ];
    }).flat();
    await store.commit(writes);
  }
}

async function comes({ desk, shop }: Scene, name: string): Promise<{ id: string; ownerId: string | null }> {
  const token = (await desk.perform({ kind: 'anonymous', tenantId: '' }, 'identifyShopper', {
    storeKey: shop.key,
    identityToken: JSON.stringify({ subject: name, name }),
  })) as { customerId: string };
  const actor: ShopperActor = {
    kind: 'shopper',
    tenantId: shop.tenantId,
    storeId: shop.id,
    customerId: token.customerId,
    sessionId: '',
    verified: true,
  };
  const { id } = (await desk.perform(actor, 'openConversation', {})) as { id: string };
  await desk.perform(actor, 'sendMessage', { conversationId: id, clientMsgId: `hello-${name}`, text: '在吗' });
  return (await desk.read({ ...SYSTEM, tenantId: shop.tenantId }).get(Conversation, id)) as {
    id: string;
    ownerId: string | null;
  };
}

async function measure(scene: Scene, label: string, mode: 'AUTO' | 'MANUAL') {
  const tenant = { ...SYSTEM, tenantId: scene.shop.tenantId };
  await scene.desk.perform(tenant, 'setRoutingPolicy', { storeId: scene.shop.id, mode, maxAnonymousQueue: 0 });
  const times: number[] = [];
  let asked = 0;
  for (let call = 0; call < CALLS; call += 1) {
    scene.store.asked = 0;
    const started = performance.now();
    const { ownerId } = await comes(scene, `${label}-${mode}-${call}`);
    times.push(performance.now() - started);
    asked = Math.max(asked, scene.store.asked);
    if ((ownerId !== null) !== (mode === 'AUTO')) throw new Error(`The customer is with ${ownerId} in mode ${mode}.`);
  }
  return { p50: percentile(times, 50), p95: percentile(times, 95), asked };
}

async function routingFigures({ kind, options }: BenchDatabase): Promise<void> {
  const db = await openDatabase(options);
  try {
    const store = new SqlStore(db);
    const probe = createDesk({
      features: standardFeatures,
      store,
      clock: () => new Date(),
      newId: () => '',
      ports: testPorts(),
    });
    await migrate(db, probe.entities);
    for (const size of [
      { agents: 2, waiting: 2 },
      { agents: 200, waiting: 2000 },
    ]) {
      const scene = await newScene(store, size);
      const label = `${size.agents} agents, ${size.waiting} waiting`;
      const routed = await measure(scene, 'c', 'AUTO');
      const byHand = await measure(scene, 'c', 'MANUAL');
      print({
        name: `customer comes and is given to an agent, ${label}, p50`,
        database: kind,
        value: rounded(routed.p50),
        unit: 'ms',
        baseline: rounded(byHand.p50),
        ratio: rounded(routed.p50 / byHand.p50),
        note: `p95 ${rounded(routed.p95)} ms, ${routed.asked} questions and commits (${byHand.asked} when he only queues)`,
      });
    }
  } finally {
    await db.close();
  }
}

await eachDatabase(routingFigures);
