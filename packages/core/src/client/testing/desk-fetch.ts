/**
 * @module A desk in memory behind the client's door: a `fetch` that answers as the server does, with a network
 * that one can cut. For tests of clients without a server.
 */
import { actorForToken } from '../../features/access/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { Output } from '../../kernel/action.ts';
import { DeniedError, deny, type Denial } from '../../kernel/denial.ts';
import { sayEnglish } from '../../kernel/sentence.ts';
import type { Desk as FullDesk } from '../../kernel/desk.ts';
import { marksOf, type Entity, type Order } from '../../kernel/entity.ts';
import { host, type DeskRequest, type DeskResponse, type Fetch } from '../host.ts';
import type { UploadTransport } from '../upload.ts';
import { eventStream, type OpenStream } from './desk-stream.ts';
import { jsonResponse, streamResponse } from './fake-response.ts';
import { readDocument, select, type Selection } from './document-reader.ts';

/** What happened to a call on its way. */
interface FileLike {
  readonly type: string;
  readonly size: number;
  slice(start: number, end: number): { text(): Promise<string> };
}

export interface FakeNetwork {
  /** Nothing reaches the desk, and open streams break. */
  down: boolean;
  /** The desk acts, but this many answers are lost on their way back. */
  loseAnswers: number;
  /** Milliseconds that every call takes. */
  latencyMs: number;
}

export interface FakeDesk {
  readonly fetch: Fetch;
  readonly upload: UploadTransport;
  readonly network: FakeNetwork;
  /** Names of the root fields that were asked for, in order. */
  readonly calls: string[];
  /** Breaks every open stream. */
  cutStreams(): void;
}

/** A desk of any features. */
export type AnyDesk = Omit<FullDesk, 'as' | 'features'>;

interface Call {
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

const later = (milliseconds: number) => new Promise<void>((resolve) => void host.setTimeout(resolve, milliseconds));
const lowerFirst = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);

/** Puts a client's door on a desk in memory. */
export const createFakeDesk = (desk: AnyDesk): FakeDesk => new MemoryDesk(desk);

class MemoryDesk implements FakeDesk {
  readonly network: FakeNetwork = { down: false, loseAnswers: 0, latencyMs: 0 };
  readonly calls: string[] = [];
  readonly fetch = ((url: string, init: DeskRequest) => this.#fetch(url, init)) as Fetch;
  readonly #desk: AnyDesk;
  readonly #streams = new Set<OpenStream>();

  constructor(desk: AnyDesk) {
    this.#desk = desk;
  }

  cutStreams(): void {
    for (const stream of this.#streams) stream.cut();
  }

  readonly upload: UploadTransport = async ({ url, headers, body, onProgress }) => {
    onProgress(0.5);
    await later(this.network.latencyMs);
    if (this.network.down) throw new TypeError('Failed to fetch');
    const [conversationId, name] = [...url.matchAll(/=([^&]*)/g)].map(([, value = '']) => decodeURIComponent(value));
    const file = body as FileLike;
    // As the desk does, by the content; the label only where a test sends no real picture.
    const isPng = (await file.slice(1, 4).text()) === 'PNG';
    const { type, size } = file;
    const contentType = isPng ? 'image/png' : type;
    const blobKey = JSON.stringify({ contentType, size, sha256: 'x' });
    const actor = (await this.#actorOf(headers)) as Actor;
    try {
      const attachment = await this.#desk.perform(actor, 'addAttachment', { conversationId, name, blobKey });
      onProgress(1);
      return { status: 201, text: JSON.stringify(attachment) };
    } catch (error) {
      if (error instanceof DeniedError) return { status: 400, text: JSON.stringify(error.denial) };
      throw error;
    }
  };

  async #fetch(url: string, init: DeskRequest): Promise<DeskResponse> {
    const { network } = this;
    if (network.latencyMs > 0) await later(network.latencyMs);
    if (network.down) throw new TypeError('Failed to fetch');
    if (init.signal?.aborted) throw new TypeError('The call was aborted.');
    if (/\/attachments\/[^/]+\/link$/.test(url)) return jsonResponse({ url: PIXEL });
    const response = await this.#answer(init);
    if (network.loseAnswers === 0 && !network.down) return response;
    network.loseAnswers = Math.max(0, network.loseAnswers - 1);
    throw new TypeError('Failed to fetch');
  }

  async #answer({ body = '', headers, signal }: DeskRequest): Promise<DeskResponse> {
    const { query, variables } = JSON.parse(body) as Call;
    const { kind, root } = readDocument(query);
    this.calls.push(root.name);
    const actor = await this.#actorOf(headers);
    if (!actor) return failure(deny('UNAUTHENTICATED'), 401);
    const args = argsOf(root, variables);
    if (kind === 'subscription') return openStream(this.#desk, actor, root, args, this.#streams, signal);
    return kind === 'mutation'
      ? mutate(this.#desk, actor, root, args)
      : respond(() => ask(this.#desk, actor, root, args), root);
  }

  async #actorOf(headers: Record<string, string>): Promise<Actor | undefined> {
    const token = headers['authorization']?.slice('Bearer '.length);
    const anonymous: Actor = { kind: 'anonymous', tenantId: '' };
    return token ? actorForToken(this.#desk.read(anonymous), token, this.#desk.permissions) : anonymous;
  }
}

/** A transparent image of one point: what every attachment's link shows. */
const PIXEL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const argsOf = ({ args }: Selection, variables: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(args).map(([name, from]) => [name, typeof from === 'number' ? from : variables[from]]),
  );

/** As people read it; the server says it in their language. */
const told = ({ text, fields, ...denial }: Denial) => ({
  ...denial,
  message: sayEnglish(text),
  ...(fields ? { fields: fields.map(({ path, text: wrong }) => ({ path, message: sayEnglish(wrong) })) } : {}),
});

function failure(denial: Denial, status = 200): DeskResponse {
  const { message, ...extensions } = told(denial);
  return jsonResponse({ errors: [{ message, extensions }] }, status);
}

async function respond(work: () => Promise<unknown>, { name }: Selection): Promise<DeskResponse> {
  try {
    return jsonResponse({ data: { [name]: await work() } });
  } catch (error) {
    if (error instanceof DeniedError) return failure(error.denial);
    throw error;
  }
}

async function openStream(
  desk: AnyDesk,
  actor: Actor,
  root: Selection,
  args: Record<string, unknown>,
  streams: Set<OpenStream>,
  signal: DeskRequest['signal'],
): Promise<DeskResponse> {
  try {
    const { conversationId, after } = args as { conversationId: string; after?: number };
    // Refuses, as the server does, before the stream opens.
    await desk.show(actor, 'messages', { conversationId });
    const stream = eventStream({ desk, actor, conversationId, after, write: (event) => select(event, root.fields) });
    streams.add(stream);
    signal?.addEventListener('abort', () => stream.cut());
    return streamResponse(stream.body);
  } catch (error) {
    if (error instanceof DeniedError) return failure(error.denial);
    throw error;
  }
}

async function mutate(
  desk: AnyDesk,
  actor: Actor,
  root: Selection,
  { input, idempotencyKey, expectedVersion }: Record<string, unknown>,
) {
  const action = desk.actions.get(root.name);
  if (!action) throw new Error(`There is no mutation ${root.name}.`);
  try {
    const options = {
      ...(idempotencyKey ? { idempotencyKey: String(idempotencyKey) } : {}),
      ...(expectedVersion ? { expectedVersion: Number(expectedVersion) } : {}),
    };
    const { entity, shape, name } = action.output;
    const row = await desk.perform(actor, root.name, input ?? {}, options);
    const answer = entity && shape === 'one' ? publicRow(actor, entity, row) : row;
    const done = lowerFirst((shape === 'list' ? entity?.plural : (entity?.name ?? name)) ?? root.name);
    return jsonResponse({ data: { [root.name]: select({ [done]: answer }, root.fields) } });
  } catch (error) {
    if (!(error instanceof DeniedError)) throw error;
    const denied = { fields: [], details: {}, ...told(error.denial) };
    return jsonResponse({
      data: { [root.name]: select({ denied }, root.fields) },
      extensions: { denials: [{ path: [root.name], ...told(error.denial) }] },
    });
  }
}

async function ask(desk: AnyDesk, actor: Actor, root: Selection, args: Record<string, unknown>): Promise<unknown> {
  const view = desk.views.get(root.name);
  if (view && view.output.shape !== 'page')
    return shown(actor, view.output, await desk.show(actor, root.name, args), root.fields);
  if (view) {
    const { first = 50, after, last, ...own } = args;
    const { entity, order } = view.output as Required<Output<unknown>>;
    const [limit, from] = [Number(last ?? first), Number(after ?? 0)];
    const backwards = order(actor).map(([field, way]) => [field, way === 'asc' ? 'desc' : 'asc'] as const);
    const page = last ? { order: backwards, limit } : { order: order(actor), limit: from + limit + 1 };
    const rows = (await desk.show(actor, root.name, own, page)) as readonly unknown[];
    const nodes = last ? rows.toReversed() : rows.slice(from, from + limit);
    const pageInfo = { endCursor: String(from + nodes.length), hasNextPage: !last && rows.length > from + limit };
    return select({ nodes: nodes.map((row) => publicRow(actor, entity, row)), pageInfo }, root.fields);
  }
  if (root.name === 'availableActions') {
    const available = await desk.availableActions(actor, String(args['entity']), String(args['id']));
    return select(
      available.map(({ action: name, denial, elsewhere = false }) => ({ name, denial, elsewhere })),
      root.fields,
    );
  }
  const one = desk.entities.find(({ name }) => lowerFirst(name) === root.name);
  if (one) return select(publicRow(actor, one, await desk.read(actor).get(one, String(args['id']))), root.fields);
  const entity = desk.entities.find(({ plural, list }) => list && lowerFirst(plural) === root.name);
  if (!entity) throw new Error(`There is no query ${root.name}.`);
  return select(await pageOf(desk, actor, entity, args), root.fields);
}

/** The order that is asked for by its name (`AT_DESC`), else the list's first. */
const orderOf = ({ list }: Entity, name: unknown): Order =>
  list?.orders.find(
    (order) =>
      order
        .map(([field, direction]) => `${field.replace(/[A-Z]/g, (letter) => `_${letter}`)}_${direction}`.toUpperCase())
        .join('_') === name,
  ) ??
  list?.orders[0] ??
  [];

/** A page of rows; a cursor is the number of rows before it. */
async function pageOf(desk: AnyDesk, actor: Actor, entity: Entity, args: Record<string, unknown>): Promise<unknown> {
  const filter = Object.entries((args['filter'] ?? {}) as Record<string, { eq?: unknown }>);
  const where = Object.fromEntries(filter.map(([field, condition]) => [field, condition.eq as string]));
  const [first, from] = [Number(args['first'] ?? 50), Number(args['after'] ?? 0)];
  const rows = await desk
    .read(actor)
    .find(entity, { where, order: orderOf(entity, args['orderBy']), limit: from + first + 1 });
  const nodes = rows.slice(from, from + first).map((row) => publicRow(actor, entity, row));
  return { nodes, pageInfo: { endCursor: String(from + nodes.length), hasNextPage: rows.length > from + first } };
}

function shown(
  actor: Actor,
  { entity, name, shape }: Output<unknown>,
  value: unknown,
  fields: readonly Selection[],
): unknown {
  const rows =
    entity &&
    (shape === 'list'
      ? (value as unknown[]).map((row) => publicRow(actor, entity, row))
      : publicRow(actor, entity, value));
  return select(rows ?? value, fields, entity?.name ?? name);
}

/** A row as this actor's answers hold it: no fields of staff for a shopper, and his own numbers. */
export function publicRow(actor: Actor, entity: Entity, row: unknown): unknown {
  if (actor.kind === 'staff' || !row) return row;
  const hidden = Object.entries(entity.schema.shape).filter(([, field]) => marksOf(field).audience === 'staff');
  const seen = { ...(row as Record<string, unknown>), ...Object.fromEntries(hidden.map(([name]) => [name, null])) };
  return entity.name === 'Message' ? { ...seen, seq: (row as { publicSeq: number }).publicSeq } : seen;
}
