import {
  ConfigError,
  defineAction,
  defineEntity,
  defineFeature,
  defineView,
  named,
  one,
  standardFeatures,
  value,
  type Feature,
} from '@shopdesk/core';
import { anyCodes, anyWords, MemoryStore } from '@shopdesk/core/testing';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { createTestDatabase, DATABASE_KINDS } from 'shopdesk-test/database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { DeskServerOptions } from './options.ts';
import { createDeskServer } from './server.ts';

const title = { en: 'T', zh: '题' };
const entity = (name: string, shape: z.ZodRawShape = { a: z.string() }) =>
  defineEntity({ name, title, visible: () => 'all', schema: z.object(shape) });
const action = (input: z.ZodObject, output: Parameters<typeof defineAction>[0]['output']) =>
  defineAction({ title, allow: { staff: true }, input, output, run: () => undefined });
const view = (output: Parameters<typeof defineView>[0]['output']) =>
  defineView({ title, allow: { staff: true }, input: z.object({}), output, run: () => undefined });
const answer = (name: string, field: string) => value(name, z.object({ [field]: z.string() }));
const loyalty = (parts: Partial<Omit<Feature, 'name'>>) =>
  defineFeature({ words: anyWords, name: 'loyalty', ...parts }) as Feature;
const gifts = (parts: Partial<Omit<Feature, 'name'>>) =>
  defineFeature({ words: anyWords, name: 'gifts', ...parts }) as Feature;
const Points = entity('Points', { tier: anyCodes('Tier', ['GOLD', 'IRON']) });
const box = (field: string) => named('Wrapping', z.object({ [field]: z.string() }));

/** What two want, who they are, and the features that want it. */
const CLASHES: readonly [name: string, both: readonly string[], features: readonly Feature[]][] = [
  ...[
    'Query',
    'Mutation',
    'Subscription',
    'PageInfo',
    'Denied',
    'DenialCode',
    'FieldProblem',
    'DateTime',
    'JSON',
    'String',
    'ID',
    'MessageAdded',
    'SignalKind',
    'AvailableAction',
    'PerformActionPayload',
  ].map(
    (name) =>
      [
        name,
        [`the entity ${name} of the feature loyalty`, 'the desk itself'],
        [loyalty({ entities: [entity(name)] })],
      ] as [string, string[], Feature[]],
  ),
  [
    'Conversation',
    ['the entity Conversation of the feature conversations', 'the answer of pointsOf of the feature loyalty'],
    [loyalty({ views: { pointsOf: view(answer('Conversation', 'a')) } })],
  ],
  [
    'SignInInput',
    ['the input of signIn of the feature access', 'the entity SignInInput of the feature loyalty'],
    [loyalty({ entities: [entity('SignInInput')] })],
  ],
  [
    'SignInPayload',
    ['the payload of signIn of the feature access', 'the entity SignInPayload of the feature loyalty'],
    [loyalty({ entities: [entity('SignInPayload')] })],
  ],
  [
    'ConversationConnection',
    [
      'the list of the entity Conversation of the feature conversations',
      'the entity ConversationConnection of the feature loyalty',
    ],
    [loyalty({ entities: [entity('ConversationConnection')] })],
  ],
  [
    'ConversationFilter',
    [
      'the filter of the entity Conversation of the feature conversations',
      'the entity ConversationFilter of the feature loyalty',
    ],
    [loyalty({ entities: [entity('ConversationFilter')] })],
  ],
  [
    'ConversationOrder',
    [
      'the order of the entity Conversation of the feature conversations',
      'the entity ConversationOrder of the feature loyalty',
    ],
    [loyalty({ entities: [entity('ConversationOrder')] })],
  ],
  [
    'StringFilter',
    ['the filter of fields that hold String', 'the entity StringFilter of the feature loyalty'],
    [loyalty({ entities: [entity('StringFilter')] })],
  ],
  [
    'ConversationState',
    ['the field state of Conversation', 'the entity ConversationState of the feature loyalty'],
    [loyalty({ entities: [entity('ConversationState')] })],
  ],
  [
    'Tier',
    ['the field tier of Points', 'the answer of give of the feature gifts'],
    [loyalty({ entities: [Points] }), gifts({ actions: { give: action(z.object({}), answer('Tier', 'a')) } })],
  ],
  [
    'Balance',
    ['the answer of pointsOf of the feature loyalty', 'the answer of give of the feature gifts'],
    [
      loyalty({ views: { pointsOf: view(answer('Balance', 'a')) } }),
      gifts({ actions: { give: action(z.object({}), answer('Balance', 'b')) } }),
    ],
  ],
  [
    'Wrapping',
    ['the field box of Points', 'the field paper of Gift'],
    [
      loyalty({ entities: [entity('Points', { box: box('a') })] }),
      gifts({ entities: [entity('Gift', { paper: box('b') })] }),
    ],
  ],
  [
    'WrappingInput',
    ['the argument box of EarnInput', 'the argument paper of GiveInput'],
    [
      loyalty({ entities: [Points], actions: { earn: action(z.object({ box: box('a') }), one(Points)) } }),
      gifts({ actions: { give: action(z.object({ paper: box('b') }), one(Points)) } }),
    ],
  ],
  [
    'Tone',
    ['loyalty', 'gifts'],
    [
      loyalty({ entities: [entity('Points', { tone: anyCodes('Tone', ['LOW', 'HIGH']) })] }),
      gifts({ entities: [entity('Gift', { tone: anyCodes('Tone', ['RED', 'BLUE']) })] }),
    ],
  ],
];

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'shopdesk-clash-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

const start = (features: readonly Feature[], options: DeskServerOptions = {}) =>
  createDeskServer({
    features: [...standardFeatures, ...features],
    database: { dataDir: join(folder, 'database') },
    filesFolder: join(folder, 'files'),
    assets: false,
    background: false,
    logger: pino({ level: 'silent' }),
    ...options,
  });

describe('a feature whose GraphQL type has the name of another', () => {
  test.each(CLASHES)('%s is refused by the names of both before a database is opened', async (name, both, features) => {
    const error = await start(features).then(
      (server) => server.close(),
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(ConfigError);
    const [problem, ...more] = (error as ConfigError).problems;
    expect(more).toEqual([]);
    expect(problem).toContain(`the type ${name} is wanted by `);
    for (const side of both) expect(problem).toContain(side);
    expect(await readdir(folder)).toEqual([]);
  });

  test('is refused with what a name is made of where GraphQL has no such name', async () => {
    await expect(start([loyalty({ entities: [entity('Loyalty points')] })])).rejects.toThrow(
      'the entity Loyalty points of the feature loyalty is named Loyalty points',
    );
    expect(await readdir(folder)).toEqual([]);
  });

  test('opens where both mean the same type, or the names differ', async () => {
    const balance = answer('Balance', 'a');
    const features = [
      loyalty({ entities: [Points], views: { pointsOf: view(balance) } }),
      gifts({ actions: { give: action(z.object({}), balance) } }),
    ];
    const server = await start(features, { store: new MemoryStore(), filesFolder: join(folder, 'good-files') });
    await server.close();
  });
});

test.each(DATABASE_KINDS)(
  'the error of a start is what its caller hears, and nothing of the end of what was open, on %s',
  async (kind) => {
    const database = await createTestDatabase(kind);
    const lines: string[] = [];
    let reads = 0;
    const options: DeskServerOptions = {
      database: database.options,
      assets: false,
      logger: pino({ level: 'error' }, { write: (line) => void lines.push(line) }),
      // Read when the database is opened, and again when live delivery has begun.
      get metricsToken(): string {
        reads += 1;
        if (reads > 1) throw new Error('the vault is sealed');
        return 'figures please';
      },
    };
    await expect(createDeskServer(options)).rejects.toThrow('the vault is sealed');
    expect(reads).toBe(2);
    expect(lines).toEqual([]);
    await database.remove();
  },
);
