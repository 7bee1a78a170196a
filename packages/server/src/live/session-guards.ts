/**
 * @module A stream lives no longer than its session and its rights: signing out and expiry end it, changed rights make
 * the client come back with the new ones.
 */
import {
  actorForSession,
  DeniedError,
  deny,
  isSame,
  ShopperSession,
  StaffSession,
  staffSessionEnd,
  Tenant,
  User,
  type Actor,
  type Desk,
  type Entity,
  type ReadContext,
  type RowOf,
} from '@shopdesk/core';
import type { Delivery } from './delivery.ts';
import type { Sink } from './sink.ts';
import type { Topics } from './topics.ts';
import { unhurried } from './unhurried.ts';

type Stream = Pick<Sink<unknown>, 'complete' | 'interrupt'>;
type Session = RowOf<typeof StaffSession> | RowOf<typeof ShopperSession>;
type SessionActor = Actor & { readonly kind: 'staff' | 'shopper'; readonly sessionId: string };

interface Guard {
  readonly actor: SessionActor;
  readonly streams: Set<Stream>;
  readonly unlisten: () => void;
  timer: NodeJS.Timeout | undefined;
}

export interface SessionGuardsOptions {
  readonly desk: Desk;
  readonly topics: Topics;
  readonly onError: (error: unknown, where: string) => void;
}

/** Timers cannot wait longer than 24 days; a session of a shopper lives for months. */
const LONGEST_WAIT_MS = 24 * 3600 * 1000;
const SYSTEM = { kind: 'system', name: 'live' } as const;

export class SessionGuards {
  readonly #options: SessionGuardsOptions;
  readonly #guards = new Map<string, Guard>();
  /** Per tenant: hears of changed staff and permissions. */
  readonly #tenants = new Map<string, () => void>();

  constructor(options: SessionGuardsOptions) {
    this.#options = options;
  }

  /**
   * Ends the stream with its session; the answer takes it out of the guard. An actor without a session is the host's.
   * @throws DeniedError UNAUTHENTICATED when the session is over already.
   */
  async guard(actor: Actor, stream: Stream): Promise<() => void> {
    if (!hasSession(actor)) return () => {};
    const guard = this.#guards.get(actor.sessionId) ?? this.#open(actor);
    guard.streams.add(stream);
    const leave = () => {
      guard.streams.delete(stream);
      if (guard.streams.size === 0) this.#close(guard);
    };
    try {
      if (!(await this.#watch(guard))) throw new DeniedError(deny('UNAUTHENTICATED'));
    } catch (error) {
      leave();
      throw error;
    }
    return leave;
  }

  #open(actor: SessionActor): Guard {
    const { topics } = this.#options;
    const unlisten = topics.listen(actor.tenantId, `session:${actor.sessionId}`, (delivery) =>
      this.#hearSession(actor.sessionId, delivery),
    );
    const guard: Guard = { actor, streams: new Set(), unlisten, timer: undefined };
    this.#guards.set(actor.sessionId, guard);
    if (actor.kind === 'staff' && !this.#tenants.has(actor.tenantId))
      this.#tenants.set(
        actor.tenantId,
        topics.listen(actor.tenantId, 'staff', (delivery) => this.#hearStaff(actor.tenantId, delivery)),
      );
    return guard;
  }

  #close(guard: Guard): void {
    clearTimeout(guard.timer);
    guard.unlisten();
    if (this.#guards.get(guard.actor.sessionId) === guard) this.#guards.delete(guard.actor.sessionId);
  }

  /** Sets the timer of the session's end; false when it is over. */
  async #watch(guard: Guard): Promise<boolean> {
    const { tenantId, kind, sessionId } = guard.actor;
    const read = this.#options.desk.read({ ...SYSTEM, tenantId });
    const entity: Entity = kind === 'staff' ? StaffSession : ShopperSession;
    const session = (await read.maybe(entity, sessionId)) as Session | undefined;
    if (!session || session.endedAt) return false;
    const left = Date.parse(endOf(read, session)) - Date.parse(read.now);
    if (left <= 0) return false;
    clearTimeout(guard.timer);
    guard.timer = unhurried(setTimeout(() => this.#recheck(guard), Math.min(left, LONGEST_WAIT_MS)));
    return true;
  }

  #recheck(guard: Guard): void {
    this.#watch(guard).then(
      (open) => open || end(guard),
      (error: unknown) => {
        this.#options.onError(error, 'session guard');
        interrupt(guard);
      },
    );
  }

  #hearSession(sessionId: string, { rows }: Delivery): void {
    const guard = this.#guards.get(sessionId);
    const ended = rows.some(
      ({ entity, row }) =>
        (isSame(entity, StaffSession) || isSame(entity, ShopperSession)) &&
        row.id === sessionId &&
        (row as Session).endedAt,
    );
    if (guard && ended) end(guard);
  }

  #hearStaff(tenantId: string, { rows }: Delivery): void {
    const users = new Set(rows.filter(({ entity }) => isSame(entity, User)).map(({ row }) => row.id));
    const everybody = rows.some(({ entity }) => isSame(entity, Tenant));
    for (const guard of this.#guards.values()) {
      const { actor } = guard;
      if (actor.kind === 'staff' && actor.tenantId === tenantId && (everybody || users.has(actor.userId)))
        this.#checkRights(guard);
    }
  }

  #checkRights(guard: Guard): void {
    const { desk, onError } = this.#options;
    actorForSession(
      desk.read({ ...SYSTEM, tenantId: guard.actor.tenantId }),
      guard.actor.sessionId,
      desk.permissions,
    ).then(
      (actor) => {
        if (!actor) end(guard);
        else if (!sameRights(actor, guard.actor)) interrupt(guard);
      },
      (error: unknown) => {
        onError(error, 'session guard');
        interrupt(guard);
      },
    );
  }

  /** Something may have been missed: every session is looked at again. */
  recheckAll(): void {
    for (const guard of this.#guards.values()) {
      this.#recheck(guard);
      if (guard.actor.kind === 'staff') this.#checkRights(guard);
    }
  }

  close(): void {
    for (const guard of this.#guards.values()) this.#close(guard);
    for (const unlisten of this.#tenants.values()) unlisten();
  }
}

/** When a session ends if nobody uses it until then; a use in between is found when that instant comes. */
const endOf = (read: ReadContext, session: Session): string =>
  'userId' in session ? staffSessionEnd(read, session) : session.expiresAt;

const hasSession = (actor: Actor): actor is SessionActor =>
  (actor.kind === 'staff' || actor.kind === 'shopper') && Boolean(actor.sessionId);

function end({ streams }: Guard): void {
  for (const stream of streams) stream.complete();
}

function interrupt({ streams }: Guard): void {
  for (const stream of streams) stream.interrupt();
}

function sameRights(a: Actor, b: Actor): boolean {
  if (a.kind !== 'staff' || b.kind !== 'staff') return a.kind === b.kind;
  return (
    sameTexts([...a.permissions], [...b.permissions]) &&
    sameTexts(a.storeIds ?? ['*'], b.storeIds ?? ['*']) &&
    sameTexts(a.roles, b.roles) &&
    sameTexts(a.teams ?? [], b.teams ?? []) &&
    sameTexts(a.leads ?? [], b.leads ?? [])
  );
}

const sameTexts = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.toSorted().join() === b.toSorted().join();
