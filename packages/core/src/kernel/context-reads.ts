/** @module How a context reads: rows in the reach of its actor, or of the desk when the context is trusted. */
import type { z } from 'zod';
import type { Ports } from '../ports/index.ts';
import type { Actor } from './actor.ts';
import { refuse, type ActionContext, type FindOptions, type ReadContext } from './context.ts';
import type { BaseRow, Entity, Filter, Order, Visibility } from './entity.ts';
import { isInReach, scopeOf } from './filter.ts';
import { isBroken } from './text.ts';
import type { UnitOfWork } from './unit-of-work.ts';
import type { MembersOf, Vocabulary } from './vocabulary.ts';

/** More rows than this are no list that a rule can mean. */
const MOST_AT_ONCE = 1000;

export abstract class ContextReads implements Omit<ReadContext, 'ask' | 'dueAt' | 'rehearse' | 'wasSent' | 'whyNot'> {
  readonly actor: Actor;
  readonly now: string;
  readonly ports: Ports;
  readonly permissions: ReadonlyMap<string, readonly string[]>;
  protected readonly work: UnitOfWork;
  protected readonly isTrusted: boolean;

  constructor(work: UnitOfWork, actor: Actor, trusted: boolean) {
    this.work = work;
    this.actor = actor;
    this.now = work.options.now;
    this.ports = work.options.ports;
    this.permissions = work.options.permissions;
    this.isTrusted = trusted;
  }

  get entities(): ReadonlyMap<string, Entity> {
    return this.work.options.entities.byName;
  }

  trusted(_why: string): ActionContext {
    return this.work.context(this.actor, true);
  }

  inTenant(tenantId: string): ActionContext {
    return this.work.context({ kind: 'system', tenantId, name: 'sign-in' }, true);
  }

  members<Code extends string>(vocabulary: Vocabulary<Code>): MembersOf<Code> {
    return this.work.options.vocabularies.members(vocabulary);
  }

  whole<S extends z.ZodType>(schema: S): S {
    return this.work.options.vocabularies.whole(schema);
  }

  async get<R extends BaseRow>(entity: Entity<R>, id: string): Promise<R> {
    return (await this.maybe(entity, id)) ?? refuse('NOT_FOUND');
  }

  async maybe<R extends BaseRow>(entity: Entity<R>, id: string | null | undefined): Promise<R | undefined> {
    if (!id || this.scope(entity) === 'none' || isBroken(id)) return undefined;
    const row = (await this.work.load(entity, this.actor.tenantId, id)) as R | undefined;
    return row && (this.isTrusted || isInReach(this.actor, entity, row)) ? row : undefined;
  }

  async find<R extends BaseRow>(
    entity: Entity<R>,
    { where = {}, order, limit, after, each }: FindOptions,
  ): Promise<R[]> {
    if (limit === undefined) throw new TypeError(`Say how many rows of ${entity.name} are wanted at most.`);
    const scope = this.scope(entity);
    if (scope === 'none') return [];
    const rows = await this.work.find({
      entity,
      tenantId: this.actor.tenantId,
      where: [where, scope === 'all' ? [] : scope].flat(),
      limit,
      ...(order ? { order } : {}),
      ...(after ? { after } : {}),
      ...(each ? { each } : {}),
    });
    return rows as R[];
  }

  async all<R extends BaseRow>(entity: Entity<R>, options: Omit<FindOptions, 'limit' | 'after'> = {}): Promise<R[]> {
    const rows = await this.find(entity, { ...options, limit: MOST_AT_ONCE + 1 });
    if (rows.length > MOST_AT_ONCE)
      throw new Error(`More than ${MOST_AT_ONCE} rows of ${entity.name} match: page through them.`);
    return rows;
  }

  async first<R extends BaseRow>(entity: Entity<R>, where: Filter, order?: Order): Promise<R | undefined> {
    return (await this.find(entity, { where, limit: 1, ...(order ? { order } : {}) }))[0];
  }

  async count<R extends BaseRow>(entity: Entity<R>, where: Filter, limit = 1000): Promise<number> {
    const scope = this.scope(entity);
    if (scope === 'none') return 0;
    const filters = scope === 'all' ? [where] : [where, scope];
    return this.work.count({ entity, tenantId: this.actor.tenantId, where: filters, limit });
  }

  async lookup<R extends BaseRow>(entity: Entity<R>, where: Filter): Promise<R | undefined> {
    return (await this.lookupAll(entity, where, 1))[0];
  }

  async lookupAll<R extends BaseRow>(entity: Entity<R>, where: Filter, limit: number): Promise<R[]> {
    if (!entity.lookup) throw new Error(`${entity.name} is not open to look-ups.`);
    // What nobody can store finds nothing: it may come from an address.
    if (Object.values(where).some((value) => typeof value === 'string' && isBroken(value))) return [];
    return (await this.work.find({ entity, where: [where], limit })) as R[];
  }

  protected scope(entity: Entity): Visibility {
    return this.isTrusted ? 'all' : scopeOf(this.actor, entity);
  }
}
