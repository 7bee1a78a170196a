/**
 * @module Who sends a request. The host's own sign-in is asked first, then the bearer token. A session is looked up
 * again after five seconds at the latest, and at once when this process changes it; another process's sign-out is
 * therefore heard within five seconds.
 */
import {
  actorForToken,
  ANONYMOUS,
  DeniedError,
  deny,
  isSame,
  ShopperSession,
  StaffSession,
  StoreUnavailableError,
  Tenant,
  User,
  type Actor,
  type Committed,
  type Desk,
  type StaffActor,
  type SystemActor,
} from '@shopdesk/core';
import { Recent } from '../http/recent.ts';

/** A host's own sign-in: the actor of a request, or undefined to leave it to the desk's tokens. */
export type Authenticate = (request: Request) => Promise<Actor | undefined> | Actor | undefined;

export interface IdentityOptions {
  readonly desk: Desk;
  readonly authenticate?: Authenticate | undefined;
  /** Milliseconds, for the cache only. */
  readonly clock?: () => number;
}

interface Known {
  readonly actor: Actor;
  readonly until: number;
}

/** How often the use of a session is noted, which keeps it from ending for want of use. */
const NOTED_EVERY_MS = 60_000;
const KNOWN_MS = 5000;
/** Sessions kept; more than that are looked up again. */
const MOST_KNOWN = 50_000;
const BEARER = /^Bearer ([\w.~+/=-]{1,4096})$/i;
const LOOKUP: SystemActor = { kind: 'system', tenantId: '', name: 'identity' };

export class Identity {
  readonly #desk: Desk;
  readonly #authenticate: Authenticate | undefined;
  readonly #clock: () => number;
  readonly #known = new Recent<string, Known>(MOST_KNOWN);
  /** When the use of a session was noted last, by the desk's clock. */
  readonly #noted = new Recent<string, number>(MOST_KNOWN);
  /** Rises with every forgetting, so that a look-up under way does not bring back what was forgotten. */
  #forgotten = 0;
  readonly #stop: () => void;

  constructor({ desk, authenticate, clock = () => performance.now() }: IdentityOptions) {
    this.#desk = desk;
    this.#authenticate = authenticate;
    this.#clock = clock;
    this.#stop = desk.onCommitted((committed) => this.#forget(committed));
  }

  /**
   * The actor of a request; without a token anonymous. @throws DeniedError when the token is not (or no longer) valid.
   */
  async actorOf(request: Request): Promise<Actor> {
    const own = await this.#authenticate?.(request);
    if (own) return own;
    const header = request.headers.get('authorization');
    if (header === null) return ANONYMOUS;
    const token = BEARER.exec(header)?.[1];
    const actor = (token && (await this.#actorForToken(token))) || unauthenticated();
    await this.#noteUse(actor);
    return actor;
  }

  /** A request is a use; what a stream tells afterwards is none. */
  async #noteUse(actor: Actor): Promise<void> {
    if (actor.kind !== 'staff' || !actor.sessionId || !this.#desk.actions.has('noteSessionUse')) return;
    const now = Date.parse(this.#desk.read(LOOKUP).now);
    const noted = this.#noted.get(actor.sessionId);
    if (noted !== undefined && now - noted < NOTED_EVERY_MS) return;
    this.#noted.set(actor.sessionId, now);
    await this.#desk.perform(actor, 'noteSessionUse', {}).catch((error: unknown) => {
      // What the person asks for goes on; if the database is away, that says so.
      if (!(error instanceof StoreUnavailableError || error instanceof DeniedError)) throw error;
    });
  }

  /** The actor of a token, if it is valid. */
  async #actorForToken(token: string): Promise<Actor | undefined> {
    const known = this.#known.get(token);
    if (known && known.until > this.#clock()) return known.actor;
    const before = this.#forgotten;
    const actor = await actorForToken(this.#desk.read(LOOKUP), token, this.#desk.permissions);
    this.#known.delete(token);
    if (actor && before === this.#forgotten) this.#known.set(token, { actor, until: this.#clock() + KNOWN_MS });
    return actor;
  }

  #forget({ rows }: Pick<Committed, 'rows'>): void {
    for (const { entity, row, before } of rows) {
      const { id = '', tenantId = '' } = before ?? {};
      // A new row changes nobody's rights, and signals of presence change only the row.
      if (!before || !row) continue;
      if (isSame(entity, StaffSession) || isSame(entity, ShopperSession))
        this.#forgetWhere((actor) => 'sessionId' in actor && actor.sessionId === id);
      if (isSame(entity, User) && !samePerson(before, row))
        this.#forgetWhere((actor) => actor.kind === 'staff' && actor.userId === id);
      if (isSame(entity, Tenant)) this.#forgetWhere((actor) => actor.kind === 'staff' && actor.tenantId === tenantId);
    }
  }

  #forgetWhere(matches: (actor: Actor) => boolean): void {
    this.#forgotten += 1;
    this.#known.deleteWhere(({ actor }) => matches(actor));
  }

  close(): void {
    this.#stop();
    this.#known.clear();
  }
}

/** Whether nothing changed that an actor carries. */
function samePerson(before: object, row: object): boolean {
  const facts = (user: object) => {
    const { name, roles, storeIds, teams, leads, active } = user as StaffActor & { readonly active: boolean };
    return JSON.stringify([name, roles, storeIds, teams, leads, active]);
  };
  return facts(before) === facts(row);
}

function unauthenticated(): never {
  throw new DeniedError(deny('UNAUTHENTICATED', { details: { cause: 'token' } }));
}
