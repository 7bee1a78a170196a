/**
 * @module A desk in memory behind an injected `fetch` that answers as the server does: the committed schema executed
 * over the standard features. For tests of the panel without a server.
 */
import {
  FieldHomes,
  fieldWords,
  spokenSchema,
  actorForToken,
  DeniedError,
  marksOf,
  mayAsk,
  movesOf,
  readPersonal,
  codeNames,
  describeWork,
  type Actor,
  type AnyView,
  type BaseRow,
  type Denial,
  type Desk,
  type Entity,
  type RoleCode,
  type StaffActor,
} from '@shopdesk/core';
import { createTestDesk, type TestClock } from '@shopdesk/core/testing';
import {
  buildSchema,
  defaultFieldResolver,
  execute,
  GraphQLError,
  GraphQLScalarType,
  isObjectType,
  parse,
  subscribe,
  validate,
  type GraphQLSchema,
} from 'graphql';
import { z } from 'zod';
import { newTestShop } from './test-shop.ts';

interface Context {
  readonly actor: Actor;
  readonly locale: string;
}

export type PanelDesk = Awaited<ReturnType<typeof createPanelDesk>>;

const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

async function loadSchema(): Promise<GraphQLSchema> {
  const text = await (await fetch('/schema.graphql')).text();
  return buildSchema(text, { assumeValidSDL: true });
}

/** Time that runs, and can be moved. */
function runningClock() {
  let offset = 0;
  return {
    now: () => new Date(Date.now() + offset),
    advance: (milliseconds: number) => void (offset += milliseconds),
  } as unknown as TestClock;
}

/** A desk with a store, people by role, and what the panel's `fetch` property takes. */
export async function createPanelDesk() {
  const clock = runningClock();
  const { shop, port } = newTestShop(clock.now);
  const setup = await createTestDesk({ clock, ports: { shop: () => port } });
  const desk = setup.desk as unknown as Desk;
  const schema = await loadSchema();
  bindQueries(schema, desk);
  bindMutations(schema, desk);
  bindSubscriptions(schema, desk);
  const network = {
    down: false,
    refuse: new Set<string>(),
    hold: new Map<string, Promise<unknown>>(),
    calls: [] as string[],
  };
  const panelFetch = async (
    url: string,
    init: { body?: string; headers: Record<string, string>; signal?: AbortSignal },
  ) => {
    if (network.down) throw new TypeError('Failed to fetch');
    if (url.includes('/attachments?storeId=')) return upload(desk, url, init);
    if (url.endsWith('/link'))
      return json({
        url: 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      });
    return answer({ schema, desk, network, init, now: clock.now });
  };
  const signedIn = async (
    agentNo: string,
    roles: readonly RoleCode[],
  ): Promise<{ actor: StaffActor; token: string }> => {
    const actor = await setup.staff(agentNo, roles);
    const { token } = (await desk.perform({ kind: 'anonymous', tenantId: '' }, 'signIn', {
      email: `${agentNo}@example.com`,
      password: 'long enough',
    })) as { token: string };
    return { actor, token };
  };
  return { ...setup, desk: setup.desk, loose: desk, shop, fetch: panelFetch as never, network, signedIn };
}

interface Call {
  readonly now: () => Date;
  readonly schema: GraphQLSchema;
  readonly desk: Desk;
  readonly network: {
    readonly refuse: ReadonlySet<string>;
    readonly hold: ReadonlyMap<string, Promise<unknown>>;
    readonly calls: string[];
  };
  readonly init: { body?: string; headers: Record<string, string>; signal?: AbortSignal };
}

const json = (value: unknown, status = 200, date = new Date()): Response =>
  new Response(JSON.stringify(value), {
    status,
    headers: { 'content-type': 'application/json', date: date.toUTCString() },
  });
const errors = (code: string, message: string, status = 200): Response =>
  json({ errors: [{ message, extensions: { code } }] }, status);

async function answer({ schema, desk, network, init, now }: Call): Promise<Response> {
  const { query, variables } = JSON.parse(init.body ?? '{}') as { query: string; variables: Record<string, unknown> };
  const document = parse(query);
  const problems = validate(schema, document);
  if (problems.length > 0) throw new Error(`The document is not valid: ${problems.join('; ')}\n${query}`);
  const definition = document.definitions[0];
  const selection = definition?.kind === 'OperationDefinition' ? definition.selectionSet.selections[0] : undefined;
  const root = selection?.kind === 'Field' ? selection.name.value : '';
  network.calls.push(root);
  await network.hold.get(root);
  if (network.refuse.has(root)) return new Response('gone', { status: 503 });
  const token = init.headers['authorization']?.slice('Bearer '.length);
  const anonymous: Actor = { kind: 'anonymous', tenantId: '' };
  const actor = token ? await actorForToken(desk.read(anonymous), token, desk.permissions) : anonymous;
  if (!actor) return errors('UNAUTHENTICATED', 'Please sign in first.', 401);
  const options = {
    schema,
    document,
    variableValues: variables,
    contextValue: { actor, locale: init.headers['x-desk-locale'] ?? 'en' } satisfies Context,
  };
  if (definition?.kind === 'OperationDefinition' && definition.operation === 'subscription')
    return stream(await subscribe(options), init.signal);
  return json(await execute(options), 200, now());
}

function stream(source: Awaited<ReturnType<typeof subscribe>>, signal: AbortSignal | undefined): Response {
  if (!(Symbol.asyncIterator in source)) return json(source);
  const iterator = source[Symbol.asyncIterator]();
  signal?.addEventListener('abort', () => void iterator.return?.());
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(': hello\n\n')),
    pull: async (controller) => {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(`event: next\ndata: ${JSON.stringify(value)}\n\n`));
    },
    cancel: () => void iterator.return?.(),
  });
  return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
}

/** A photo for a case, as the server's own door takes it. */
async function upload(desk: Desk, url: string, init: { headers: Record<string, string> }): Promise<Response> {
  const query = new URL(url, location.href).searchParams;
  const actor = await actorForToken(
    desk.read({ kind: 'anonymous', tenantId: '' }),
    init.headers['authorization']?.slice('Bearer '.length) ?? '',
    desk.permissions,
  );
  const blobKey = JSON.stringify({
    contentType: query.get('name')?.endsWith('.png') ? 'image/png' : 'application/pdf',
    size: 1000,
    sha256: crypto.randomUUID(),
  });
  try {
    return json(
      await desk.perform(actor as Actor, 'addCasePhoto', {
        storeId: query.get('storeId') ?? '',
        name: query.get('name') ?? '',
        blobKey,
      }),
      201,
    );
  } catch (error) {
    if (error instanceof DeniedError) return json(told(desk, error.denial), 400);
    throw error;
  }
}

/** A denial in English, as the server tells it. */
const told = ({ languages }: Desk, denial: Denial) => languages.tell(denial, { language: 'en' });

/** A denial at a question is an error of the answer. */
async function asked<T>(desk: Desk, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof DeniedError)) throw error;
    const { message, ...rest } = told(desk, error.denial);
    throw new GraphQLError(message, { extensions: { ...rest } });
  }
}

function bindQueries(schema: GraphQLSchema, desk: Desk): void {
  const fields = schema.getQueryType()?.getFields() ?? {};
  for (const [name, field] of Object.entries(fields)) {
    const view = desk.views.get(name);
    const listed = desk.entities.find(({ plural, list }) => list && lowerFirst(plural) === name);
    const single = desk.entities.find((entity) => lowerFirst(entity.name) === name);
    field.resolve = (_root, args: Record<string, unknown>, { actor, locale }: Context) =>
      asked<unknown>(desk, async () => {
        if (view?.output.shape === 'page') return pageOfView(desk, actor, { name, view, args });
        if (view) return desk.show(actor, name, defined(args));
        if (listed) return page(desk, actor, listed, args);
        if (single) return desk.read(actor).get(single, String(args['id']));
        if (name === 'codeNames') return codeNames(desk, locale);
        return generic(desk, actor, name, args);
      });
  }
  for (const entity of desk.entities) bindRefs(schema, desk, entity);
  const scalar = schema.getType('DateTime');
  if (scalar instanceof GraphQLScalarType) scalar.serialize = (value) => value;
}

const defined = (args: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(args).filter(([, value]) => value !== null && value !== undefined));

async function page(desk: Desk, actor: Actor, entity: Entity, args: Record<string, unknown>) {
  const {
    filter = {},
    first = 50,
    after,
    orderBy,
  } = args as {
    filter?: Record<string, Record<string, unknown>>;
    first?: number;
    after?: string | null;
    orderBy?: string;
  };
  const orders = entity.list?.orders ?? [];
  const order =
    orders.find(
      (one) =>
        one
          .map(([field, direction]) => `${field.replace(/(?<=[a-z0-9])[A-Z]/g, '_$&')}_${direction}`.toUpperCase())
          .join('_') === orderBy,
    ) ??
    orders[0] ??
    [];
  const where = conditions(filter ?? {});
  const rows = (await desk.read(actor).find(entity, { where: where as never, order, limit: 1000 })) as BaseRow[];
  const from = after ? rows.findIndex(({ id }) => id === after) + 1 : 0;
  const nodes = rows.slice(from, from + first);
  return { nodes, pageInfo: { endCursor: nodes.at(-1)?.id ?? null, hasNextPage: from + first < rows.length } };
}

async function pageOfView(
  desk: Desk,
  actor: Actor,
  { name, view, args }: { name: string; view: AnyView; args: Record<string, unknown> },
) {
  const {
    first,
    after,
    last,
    before: _,
    ...own
  } = args as { first: number; after?: string; last?: number; before?: string };
  const order = view.output.order?.(actor) ?? [];
  const rows = (await desk.show(actor, name, defined(own), { order, limit: 1000 })) as BaseRow[];
  const from = after ? rows.findIndex(({ id }) => id === after) + 1 : 0;
  const nodes = last ? rows.slice(-last) : rows.slice(from, from + first);
  return { nodes, pageInfo: { endCursor: nodes.at(-1)?.id ?? null, hasNextPage: !last && from + first < rows.length } };
}

type FilterInput = Record<string, Record<string, unknown>>;

const conditions = (filter: FilterInput): Record<string, unknown>[] =>
  Object.entries(filter).flatMap(([field, condition]) =>
    field === 'or'
      ? [{ or: (condition as unknown as FilterInput[]).flatMap(conditions) }]
      : Object.entries(condition).map(([operator, value]) => ({
          [field]: operator === 'eq' ? value : { [operator]: value },
        })),
  );

/** `ownerId` also gives `owner`, in the viewer's rights. */
function bindRefs(schema: GraphQLSchema, desk: Desk, entity: Entity): void {
  const type = schema.getType(entity.name);
  if (!isObjectType(type)) return;
  for (const [name, field] of Object.entries(type.getFields())) {
    const { personal } = marksOf(entity.schema.shape[name] ?? z.never());
    // Staff see personal data as the server's fields give it.
    if (personal)
      field.resolve = (row: Record<string, string | null>, _args, { actor }: Context) =>
        readPersonal(personal, row[name], actor);
    const target = desk.entities.find((one) => one.name === marksOf(entity.schema.shape[`${name}Id`] ?? z.never()).ref);
    if (target)
      field.resolve = (row: Record<string, string>, _args, { actor }: Context) =>
        desk.read(actor).maybe(target, row[`${name}Id`]);
  }
}

async function generic(desk: Desk, actor: Actor, name: string, args: Record<string, unknown>): Promise<unknown> {
  const worded = (offers: Awaited<ReturnType<Desk['availableActions']>>) =>
    offers.map(({ action, denial, elsewhere = false, because }) => ({
      name: action,
      title: desk.actions.get(action)?.title.en ?? action,
      denial: denial ? told(desk, denial) : null,
      elsewhere,
      because: because ? desk.languages.say(because, { language: 'en' }) : null,
    }));
  if (name === 'availableActions')
    return worded(await desk.availableActions(actor, String(args['entity']), String(args['id'])));
  if (name === 'availableActionsOf') {
    const available = await desk.availableActionsOf(actor, String(args['entity']), args['ids'] as string[]);
    return [...available].map(([id, offers]) => ({ id, actions: worded(offers) }));
  }
  if (name === 'deskDescription') return describe(desk, actor);
  if (name === 'checkAction') return (await desk.check(actor, String(args['name']), args['input'])) ?? null;
  throw new Error(`There is no query ${name} here.`);
}

const movesFor = (desk: Desk, actor: Actor, entity: string) =>
  [...desk.actions]
    .filter(([, action]) => action.on?.name === entity && !mayAsk(actor, action))
    .flatMap(([name, action]) => movesOf(name, action));

function describe(desk: Desk, actor: Actor): unknown {
  const homes = new FieldHomes(desk.features);
  const base = [
    { name: 'id', title: fieldWords({ feature: undefined, owner: '', field: 'id' }), schema: { type: 'string' } },
    {
      name: 'version',
      title: fieldWords({ feature: undefined, owner: '', field: 'version' }),
      schema: { type: 'integer' },
    },
    {
      name: 'createdAt',
      title: fieldWords({ feature: undefined, owner: '', field: 'createdAt' }),
      schema: { type: 'string', format: 'date-time' },
      instant: true,
    },
  ];
  const entities = desk.entities.filter(
    (entity) => entity.visible(actor) !== 'none' && entity.name !== 'Timer' && entity.name !== 'IdempotencyKey',
  );
  return {
    entities: entities.map((entity) => {
      const { name, plural, title, schema, list, machine, work } = entity;
      return {
        ...(work ? { work: describeWork(entity, work) } : {}),
        name,
        plural,
        title,
        query: { one: lowerFirst(name), ...(list ? { list: lowerFirst(plural) } : {}) },
        fields: [
          ...base,
          ...Object.entries(schema.shape)
            .filter(([, inner]) => marksOf(inner).audience !== 'never')
            .map(([field, inner]) => ({
              name: field,
              schema: spokenSchema(inner as z.ZodType, {
                home: () => homes.row(name)(field),
                owner: `${name}.${field}`,
                io: 'output',
              }),
              ...marksOf(inner),
              title: fieldWords({ feature: homes.row(name)(field), owner: name, field }, inner),
            })),
        ],
        ...(list
          ? {
              list: {
                filters: list.filters,
                orders: list.orders.map((order) => ({
                  name: order
                    .map(([field, direction]) =>
                      `${field.replace(/(?<=[a-z0-9])[A-Z]/g, '_$&')}_${direction}`.toUpperCase(),
                    )
                    .join('_'),
                  fields: order,
                })),
              },
            }
          : {}),
        ...(machine ? { machine, moves: movesFor(desk, actor, name) } : {}),
      };
    }),
    titles: {
      entities: Object.fromEntries(desk.entities.map(({ name, title }) => [name, title])),
      actions: Object.fromEntries([...desk.actions].map(([name, { title }]) => [name, title])),
      permissions: Object.fromEntries(desk.features.flatMap(({ permissions }) => Object.entries(permissions))),
    },
    actions: [...desk.actions]
      .filter(([, action]) => !mayAsk(actor, action))
      .map(([name, { title, on, input, output, allow, keyless, manner, about }]) => ({
        ...(manner ? { manner } : {}),
        ...(about ? { about } : {}),
        name,
        takesKey: !allow.anonymous && !keyless,
        feature: '',
        title,
        on: on?.name ?? null,
        answers: output.entity?.name ?? output.name ?? null,
        input: spokenSchema(input, { home: homes.call(name), owner: name, io: 'input' }),
      })),
  };
}

/** A denial at a deed stands in its payload. */
function bindMutations(schema: GraphQLSchema, desk: Desk): void {
  for (const [name, field] of Object.entries(schema.getMutationType()?.getFields() ?? {})) {
    field.resolve = async (_root, args: Record<string, unknown>, { actor }: Context) => {
      const action = name === 'performAction' ? String(args['name']) : name;
      const output = desk.actions.get(action)?.output;
      const key = args['idempotencyKey'];
      try {
        const value = await desk.perform(actor, action, defined((args['input'] ?? {}) as Record<string, unknown>), {
          ...(typeof key === 'string' ? { idempotencyKey: key } : {}),
          ...(typeof args['expectedVersion'] === 'number' ? { expectedVersion: args['expectedVersion'] } : {}),
        });
        if (name === 'performAction') return { value };
        const done = output?.shape === 'list' ? output.entity?.plural : (output?.entity?.name ?? output?.name);
        return { [lowerFirst(done ?? name)]: value };
      } catch (error) {
        if (error instanceof DeniedError) return { denied: told(desk, error.denial) };
        throw error;
      }
    };
  }
}

/** Everything that is committed, to everybody who may see it; enough for one process and a few people. */
function bindSubscriptions(schema: GraphQLSchema, desk: Desk): void {
  const fields = schema.getSubscriptionType()?.getFields() ?? {};
  for (const [name, field] of Object.entries(fields)) {
    field.resolve = (event) => event as unknown;
    field.subscribe = (_root, args: Record<string, unknown>, { actor }: Context) =>
      asked(desk, async () => {
        const about = name === 'conversationEvents' ? String(args['conversationId']) : undefined;
        const start = about ? await before(desk, actor, about, (args['after'] as number | null) ?? null) : [];
        return queue(start, (tell) =>
          desk.onCommitted(({ rows, events }) => {
            for (const { entity, row } of rows) if (row) for (const event of eventsOf(entity, row, about)) tell(event);
            for (const { name: event, payload } of events)
              if (event === 'conversation.signalled') tell({ __typename: 'SignalReceived', ...(payload as object) });
          }),
        );
      });
  }
  for (const type of Object.values(schema.getTypeMap()))
    if (isObjectType(type)) for (const one of Object.values(type.getFields())) one.resolve ??= defaultFieldResolver;
}

async function before(desk: Desk, actor: Actor, conversationId: string, after: number | null): Promise<unknown[]> {
  const entity = desk.entities.find(({ name }) => name === 'Conversation') as Entity;
  const conversation = await desk.read(actor).get(entity, conversationId);
  const missed =
    after === null
      ? []
      : ((await desk.show(actor, 'messages', { conversationId, afterSeq: after })) as (BaseRow & { seq: number })[]);
  return [
    { __typename: 'ConversationChanged', conversation },
    ...missed.map((message) => ({ __typename: 'MessageAdded', message, previousSeq: message.seq - 1 })),
  ];
}

function eventsOf(entity: Entity, row: BaseRow, about: string | undefined): unknown[] {
  const values = row as BaseRow & { conversationId?: string; seq?: number };
  const mine = about === undefined || row.id === about || values.conversationId === about;
  if (!mine) return [];
  if (entity.name === 'Conversation') return [{ __typename: 'ConversationChanged', conversation: row }];
  if (entity.name === 'Transfer') return [{ __typename: 'TransferChanged', transfer: row }];
  if (entity.name === 'User' && about === undefined) return [{ __typename: 'StaffChanged', user: row }];
  if (about === undefined && entity.live && entity.name !== 'Message')
    return [{ __typename: 'RecordChanged', entity: entity.name, id: row.id, version: row.version }];
  return entity.name === 'Message' && about !== undefined
    ? [{ __typename: 'MessageAdded', message: row, previousSeq: (values.seq ?? 1) - 1 }]
    : [];
}

/** An async iterator that is written to. */
function queue(
  start: readonly unknown[],
  listen: (tell: (event: unknown) => void) => () => void,
): AsyncIterableIterator<unknown> {
  const waiting = [...start];
  let wake: (() => void) | undefined;
  let over = false;
  const stop = listen((event) => {
    waiting.push(event);
    wake?.();
  });
  const iterator: AsyncIterableIterator<unknown> = {
    [Symbol.asyncIterator]: () => iterator,
    next: async () => {
      while (waiting.length === 0 && !over) await new Promise<void>((resolve) => (wake = resolve));
      return over ? { done: true, value: undefined } : { done: false, value: waiting.shift() };
    },
    return: async () => {
      over = true;
      stop();
      wake?.();
      return { done: true, value: undefined };
    },
  };
  return iterator;
}
