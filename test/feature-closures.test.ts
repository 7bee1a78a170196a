/**
 * @module Each feature works on a desk of exactly what it requires, on SQL: its tables are made, its schema stands, its
 * views show and its actions act or refuse. Whoever asks for a table of a feature that is not there fails here.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  access,
  ANONYMOUS,
  DeniedError,
  permissionsOf,
  standardRoles,
  standardFeatures,
  withRequired,
  type Actor,
  type Desk,
  type Feature,
  type RowOf,
  type ShopperActor,
  type StaffActor,
  type Store,
  type User,
} from '@shopdesk/core';
import { createDeskServer, type DeskServer } from '@shopdesk/server';
import { pino } from 'pino';
import { createTestDatabase } from 'shopdesk-test/database';
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';

const cleanUp: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const clean of cleanUp.splice(0).reverse()) await clean();
});

async function serverOf(features: readonly Feature[]): Promise<DeskServer> {
  const database = await createTestDatabase('pglite', { tables: false });
  const filesFolder = await mkdtemp(join(tmpdir(), 'shopdesk-closure-'));
  cleanUp.push(() => rm(filesFolder, { recursive: true, force: true }), database.remove);
  const server = await createDeskServer({
    database: database.options,
    filesFolder,
    features,
    logger: pino({ level: 'silent' }),
    assets: false,
    background: false,
    development: false,
  });
  cleanUp.push(() => server.close());
  return server;
}

/** A valid value of a schema, as small as it may be; an id is that of a row that is there. */
function sample(schema: z.core.$ZodType, ids: Readonly<Record<string, string>>): unknown {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json;
  return filled(json, ids, '');
}

interface Json {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Json[];
  readonly format?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly minItems?: number;
  readonly items?: Json;
  readonly properties?: Readonly<Record<string, Json>>;
  readonly required?: readonly string[];
}

function filled(json: Json, ids: Readonly<Record<string, string>>, name: string): unknown {
  if (json.const !== undefined) return json.const;
  if (json.enum) return json.enum[0];
  if (json.anyOf) return filled(json.anyOf[0] ?? {}, ids, name);
  if (ids[name] !== undefined) return ids[name];
  switch (json.type) {
    case 'string':
      if (json.format === 'date-time') return '2025-03-10T01:00:00.000Z';
      return json.format === 'email' ? 'a@b.example' : 'x'.repeat(Math.max(1, json.minLength ?? 1));
    case 'integer':
    case 'number':
      return Math.max(1, json.minimum ?? 1);
    case 'boolean':
      return true;
    case 'array':
      return Array.from({ length: json.minItems ?? 0 }, () => filled(json.items ?? {}, ids, name));
    case 'object':
      return Object.fromEntries(
        (json.required ?? []).map((field) => [field, filled(json.properties?.[field] ?? {}, ids, field)]),
      );
    default:
      return null;
  }
}

/** An answer or a denial; anything else is a fault. */
async function settles(where: string, ask: () => Promise<unknown>): Promise<string> {
  try {
    await ask();
    return 'ok';
  } catch (error) {
    if (error instanceof DeniedError) return error.denial.code;
    throw new Error(where, { cause: error });
  }
}

async function peopleOf(desk: Desk): Promise<{ actors: Actor[]; ids: Record<string, string> }> {
  const system = { kind: 'system', tenantId: 'tenant-1', name: 'test' } as const;
  await desk.perform(system, 'createTenant', { name: 'Test', slug: 'test' });
  const store = (await desk.perform(system, 'createStore', { name: 'S', key: 'store-1' })) as RowOf<typeof Store>;
  const user = (await desk.perform(system, 'addStaff', {
    name: 'A',
    agentNo: 'A1',
    email: 'a1@example.com',
    roles: standardRoles(),
    storeIds: [],
    password: 'a long enough password',
    mayServe: true,
  })) as RowOf<typeof User>;
  const ids: Record<string, string> = { storeId: store.id, userId: user.id, storeKey: store.key };
  const staff: StaffActor = {
    kind: 'staff',
    tenantId: 'tenant-1',
    userId: user.id,
    name: 'A',
    agentNo: 'A1',
    roles: standardRoles(),
    permissions: permissionsOf(standardRoles(), desk.permissions, {}),
  };
  if (!desk.actions.has('startShopperSession')) return { actors: [system, staff], ids };
  const { customerId } = (await desk.perform(ANONYMOUS, 'startShopperSession', { storeKey: store.key })) as {
    customerId: string;
  };
  const shopper: ShopperActor = {
    kind: 'shopper',
    tenantId: 'tenant-1',
    storeId: store.id,
    customerId,
    sessionId: 'none',
    verified: false,
  };
  ids['customerId'] = customerId;
  if (desk.actions.has('openConversation')) {
    const { id } = (await desk.perform(shopper, 'openConversation', {})) as { id: string };
    ids['conversationId'] = id;
    await desk.perform(shopper, 'sendMessage', { conversationId: id, text: '气死我了', clientMsgId: 'first-0001' });
  }
  return { actors: [shopper, staff, system], ids };
}

/** Which of the rows that are there an action is on. */
const ID_OF: Readonly<Record<string, string>> = {
  Conversation: 'conversationId',
  Customer: 'customerId',
  Store: 'storeId',
  User: 'userId',
};

describe('each feature works on a desk of what it requires', () => {
  test.each((standardFeatures as readonly Feature[]).map((feature) => [feature.name, feature] as const))(
    '%s',
    async (_name, feature) => {
      const { desk } = await serverOf(withRequired<Feature>(access, feature));
      const { actors, ids } = await peopleOf(desk);
      const answers: string[] = [];
      for (const actor of actors) {
        for (const entity of desk.entities) await desk.read(actor).find(entity, { limit: 5 });
        for (const [name, view] of Object.entries(feature.views))
          answers.push(await settles(name, () => desk.show(actor, name, sample(view.input, ids))));
        for (const [name, action] of Object.entries(feature.actions)) {
          const id = ids[ID_OF[action.on?.name ?? ''] ?? ''] ?? 'none';
          answers.push(await settles(name, () => desk.perform(actor, name, sample(action.input, { ...ids, id }))));
        }
      }
      await desk.runTimers();
      const asked = Object.keys(feature.actions).length + Object.keys(feature.views).length;
      expect(answers).toHaveLength(asked * actors.length);
    },
  );
});
