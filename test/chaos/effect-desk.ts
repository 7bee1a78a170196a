/**
 * @module A desk process of `pnpm chaos --effects`: it sends effects of every kind as fast as it can, performs them
 * with the loops of the real server, and is killed at any moment. The last one of a run only finishes what is left.
 */
import {
  askable,
  backoff,
  createDesk,
  defineAction,
  defineEffect,
  defineEntity,
  defineFeature,
  Effect,
  hours,
  keyed,
  neither,
  one,
  type Certainty,
  type Desk,
  type EffectCall,
  type RowOf,
} from '@shopdesk/core';
import { anyWords, testPorts } from '@shopdesk/core/testing';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { openDatabase } from '../../packages/server/src/database/database.ts';
import { migrate } from '../../packages/server/src/store/migrate.ts';
import { SqlStore } from '../../packages/server/src/store/sql-store.ts';
import { timeOrderedId } from '../../packages/server/src/time-ordered-id.ts';
import { startEffects } from '../../packages/server/src/timers/effect-loop.ts';

export interface EffectDeskOptions {
  readonly database: { readonly url: string } | { readonly dataDir: string };
  readonly shopUrl: string;
  readonly round: number;
  /** Finishes what is left, on a clock that is so far ahead that every lease of a dead process is over. */
  readonly finish?: true;
}

/** What the last process found. */
export interface EffectEnd {
  readonly key: string;
  readonly state: string;
  /** How often its end was written down with what the feature adds. */
  readonly ends: number;
}

const AHEAD_MS = 120_000;
const CALLERS = 6;
const SYSTEM = { kind: 'system', tenantId: 'chaos', name: 'chaos' } as const;
const KINDS: Readonly<Record<string, Certainty>> = {
  keyed: keyed({ keptFor: hours(24) }),
  askable: askable(),
  neither: neither(),
};

const Ordered = defineEntity({
  name: 'Ordered',
  plural: 'Ordereds',
  title: { en: 'Ordered', zh: '已下单' },
  schema: z.object({ key: z.string(), ends: z.int().default(0) }),
  unique: [{ name: 'ordered_key', fields: ['key'] }],
  visible: () => 'all',
});

function chaosFeature(shopUrl: string) {
  const input = z.object({ key: z.string() });
  const ask = async (method: 'GET' | 'POST', { key, signal }: EffectCall) => {
    const response = await fetch(`${shopUrl}/${encodeURIComponent(key)}`, { method, signal });
    if (!response.ok) throw Object.assign(new Error(`HTTP ${response.status}`), { status: response.status });
    return (await response.json()) as { happened?: boolean };
  };
  const effects = Object.entries(KINDS).map(([kind, certainty]) =>
    defineEffect({
      name: `chaos.${kind}`,
      title: { en: 'Order', zh: '下单' },
      port: 'shop',
      input,
      certainty,
      pool: { size: 12, perStore: 12 },
      timeout: 400,
      retry: backoff(0.05, 0.2, 0.5),
      about: ({ key }) => ({ entity: 'Ordered', id: key, label: key, storeId: null }),
      do: (_ports, _input, call) => ask('POST', call),
      ask: async (_ports, _input, call) =>
        (await ask('GET', call)).happened ? { happened: true, answer: {} } : { happened: false },
      done: async (ctx, { key }) => {
        const row = await ctx.first(Ordered, { key });
        if (row) ctx.update(Ordered, row, { ends: row.ends + 1 });
      },
      refused: () => undefined,
    }),
  );
  const order = defineAction({
    title: { en: 'Order', zh: '下单' },
    allow: { system: true },
    input: z.object({ kind: z.string(), key: z.string() }),
    output: one(Ordered),
    run: async (ctx, { kind, key }) => {
      const effect = effects.find(({ name }) => name === `chaos.${kind}`);
      if (effect) await ctx.send(effect, key, { key });
      return ctx.insert(Ordered, { key });
    },
  });
  return defineFeature({ words: anyWords, name: 'chaos', entities: [Ordered], actions: { order }, effects });
}

async function keepOrdering(desk: Desk, round: number): Promise<never> {
  let n = 0;
  const call = async (): Promise<never> => {
    for (;;) {
      const kind = Object.keys(KINDS)[(n += 1) % 3] as string;
      const key = `${kind}-${round}-${n}`;
      await desk.perform(SYSTEM, 'order', { kind, key });
      process.send?.({ acknowledged: key });
    }
  };
  return (await Promise.all(Array.from({ length: CALLERS }, call)))[0] as never;
}

async function ends(store: SqlStore, desk: Desk): Promise<EffectEnd[]> {
  const all = async <R>(name: string): Promise<R[]> => {
    const entity = desk.entities.find((one) => one.name === name);
    const rows: R[] = [];
    for (let page: R[] = [], after: string[] | undefined; entity && (!after || page.length > 0); rows.push(...page)) {
      page = (await store.find({ entity, where: [], limit: 1000, ...(after ? { after } : {}) })) as R[];
      after = [(page.at(-1) as { id: string } | undefined)?.id ?? ''];
    }
    return rows;
  };
  const ordered = new Map((await all<RowOf<typeof Ordered>>('Ordered')).map((row) => [row.key, row.ends]));
  const effects = await all<RowOf<typeof Effect>>('Effect');
  return effects.map(({ callKey: key, state }) => ({ key, state, ends: ordered.get(key) ?? 0 }));
}

async function run({ database, shopUrl, round, finish }: EffectDeskOptions): Promise<void> {
  const db = await openDatabase(database);
  const store = new SqlStore(db);
  const desk = createDesk({
    features: [chaosFeature(shopUrl)],
    store,
    clock: () => new Date(Date.now() + (finish ? AHEAD_MS : 0)),
    newId: () => timeOrderedId(),
    ports: testPorts(),
    onError: (error) => console.error(error),
  }) as unknown as Desk;
  await migrate(db, desk.entities);
  const stop = startEffects({ desk, everyMs: 50, onError: (error) => console.error(error) });
  process.send?.({ ready: true });
  if (!finish) return keepOrdering(desk, round);
  for (;;) {
    const left = await store.find({ entity: Effect, where: [{ state: { in: ['READY', 'FLYING'] } }], limit: 1 });
    if (left.length === 0) break;
    await sleep(50);
  }
  await stop();
  process.send?.({ ends: await ends(store, desk) });
  await db.close();
}

await run(JSON.parse(process.argv[2] ?? '') as EffectDeskOptions);
