/**
 * @module What was refused leaves a trace: failed sign-ins, and what somebody asked without the right to it, in the log
 * and in the audit trail. The same again within a minute is counted, not written again, and of very many different ones
 * only the number is kept, so that nobody can fill a disk by asking.
 */
import {
  actorKey,
  actorRole,
  AuditEvent,
  maskEmail,
  Tenant,
  User,
  type Actor,
  type Denial,
  type DeskStore,
  type RowOf,
} from '@shopdesk/core';
import type { Logger } from 'pino';

/** One refused call. */
export interface Refusal {
  readonly actor: Actor;
  /** Name of the action, view or list. */
  readonly action: string;
  readonly denial: Denial;
  /** Where the request came from. */
  readonly address?: string | undefined;
  /** The account that somebody tried to sign in to. */
  readonly email?: string | undefined;
}

export interface RefusalsOptions {
  readonly store: DeskStore;
  readonly logger: Logger;
  readonly clock: () => Date;
  readonly newId: () => string;
  readonly onError: (error: unknown, where: string) => void;
  /** How long equal refusals are counted together, in milliseconds. @defaultValue 60,000 */
  readonly windowMs?: number;
}

/** Different refusals written in one window by one process; the rest are counted together. */
export const MOST_WRITTEN = 100;
const WINDOW_MS = 60_000;

interface Counted {
  readonly refusal: Refusal;
  readonly account: string;
  /** Since the last time it was written. */
  more: number;
}

export class Refusals {
  readonly #options: RefusalsOptions;
  readonly #window = new Map<string, Counted>();
  #end: NodeJS.Timeout | undefined;
  #work: Promise<void> = Promise.resolve();

  constructor(options: RefusalsOptions) {
    this.#options = options;
  }

  /** Notes a refusal, if it is one that leaves a trace; nobody waits for it. */
  note(refusal: Refusal): void {
    if (!leavesTrace(refusal)) return;
    this.#end ??= setTimeout(() => this.#turn(), this.#options.windowMs ?? WINDOW_MS).unref();
    const account = accountOf(refusal.email);
    const key = [
      refusal.actor.tenantId,
      actorKey(refusal.actor),
      refusal.action,
      refusal.denial.code,
      account,
      networkOf(refusal.address),
    ].join('|');
    const known = this.#window.get(key) ?? this.#beyond(refusal);
    if (known) {
      known.more += 1;
      return;
    }
    this.#window.set(key, { refusal, account, more: 0 });
    this.#write({ refusal, account }, 1);
  }

  /** Writes what was only counted so far, and waits until all is written. */
  async flush(): Promise<void> {
    clearTimeout(this.#end);
    this.#turn();
    await this.#work;
  }

  /** In a full window everything new counts together, by tenant and action. */
  #beyond({ actor, action, denial }: Refusal): Counted | undefined {
    if (this.#window.size < MOST_WRITTEN) return undefined;
    const key = `beyond|${actor.tenantId}|${denial.code}`;
    const others: Actor = { kind: 'system', tenantId: actor.tenantId, name: 'others' };
    const counted = this.#window.get(key) ?? { refusal: { actor: others, action, denial }, account: '', more: 0 };
    this.#window.set(key, counted);
    return counted;
  }

  #turn(): void {
    this.#end = undefined;
    const counted = [...this.#window.values()];
    this.#window.clear();
    for (const one of counted) if (one.more > 0) this.#write(one, one.more);
  }

  #write({ refusal, account }: Pick<Counted, 'refusal' | 'account'>, times: number): void {
    const { logger, onError } = this.#options;
    const { actor, action, denial, address } = refusal;
    const facts = {
      actor: actorKey(actor),
      role: actorRole(actor),
      tenantId: actor.tenantId,
      action,
      code: denial.code,
      times,
      account,
      network: networkOf(address),
    };
    logger.warn(facts, action === 'signIn' ? 'sign-in refused' : 'refused');
    this.#work = this.#work
      .then(() => this.#keep(refusal, account, times))
      .catch((error: unknown) => onError(error, 'trace of a refusal'));
  }

  async #keep(refusal: Refusal, account: string, times: number): Promise<void> {
    const user = refusal.email === undefined ? undefined : await this.#user(refusal.email);
    const tenantId = refusal.actor.tenantId || user?.tenantId || (await this.#onlyTenant());
    // A sign-in to an account that nobody has, on a desk of several tenants, is in the log alone.
    if (!tenantId) return;
    const { store, clock, newId } = this.#options;
    const row = entryOf(refusal, {
      id: newId(),
      tenantId,
      at: clock().toISOString(),
      account,
      userId: user?.id ?? '',
      times,
    });
    await store.commit([{ kind: 'insert', entity: AuditEvent, row }]);
  }

  async #user(email: string): Promise<RowOf<typeof User> | undefined> {
    return (await this.#options.store.find({ entity: User, where: [{ email: email.toLowerCase() }], limit: 1 }))[0] as
      | RowOf<typeof User>
      | undefined;
  }

  async #onlyTenant(): Promise<string | undefined> {
    const tenants = await this.#options.store.find({ entity: Tenant, where: [], limit: 2 });
    return tenants.length === 1 ? tenants[0]?.id : undefined;
  }
}

const leavesTrace = ({ action, denial: { code } }: Refusal): boolean =>
  code === 'FORBIDDEN' || (action === 'signIn' && (code === 'UNAUTHENTICATED' || code === 'RATE_LIMITED'));

/** Masked, and nothing of what is no e-mail address: anybody can type anything there. */
function accountOf(email: string | undefined): string {
  if (email === undefined) return '';
  return /^[^\s@]{1,64}@[a-z0-9.-]{1,100}$/i.test(email) ? maskEmail(email.toLowerCase()) : '***';
}

/** The network of an address, which tells an attack apart without naming a person: `203.0.113.0`, `2001:db8:1::`. */
function networkOf(address: string | undefined): string {
  const plain = address?.replace(/^::ffff:/i, '') ?? '';
  if (/^\d+(?:\.\d+){3}$/.test(plain)) return plain.replace(/\.\d+$/, '.0');
  return plain.includes(':') ? `${plain.split('::')[0]?.split(':').slice(0, 3).join(':')}::` : '';
}

interface Facts {
  readonly id: string;
  readonly tenantId: string;
  readonly at: string;
  readonly account: string;
  readonly userId: string;
  readonly times: number;
}

function entryOf(
  { actor, action, denial: { code, details }, address }: Refusal,
  { id, tenantId, at, account, userId, times }: Facts,
): RowOf<typeof AuditEvent> {
  const permission = details?.['permission'];
  const network = networkOf(address);
  const after = {
    code,
    times,
    ...(typeof permission === 'string' ? { permission } : {}),
    ...(network ? { network } : {}),
  };
  return {
    id,
    tenantId,
    version: 1,
    createdAt: at,
    updatedAt: at,
    at,
    storeId: actor.kind === 'shopper' ? actor.storeId : null,
    actor: actorKey(actor),
    actorName: actor.kind === 'staff' ? `${actor.name} (${actor.agentNo})` : account,
    role: actorRole(actor),
    action,
    entity: userId ? 'User' : '',
    entityId: userId,
    from: null,
    to: 'REFUSED',
    reason: times > 1 ? `${code} ×${times}` : code,
    changes: [{ entity: 'Refusal', id: '', before: null, after }],
    chainSeq: null,
    prevHash: null,
    hash: null,
  };
}
