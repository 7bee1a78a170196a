/** @module How a context writes: what an action changes is kept in its unit of work until all of it is committed. */
import { z } from 'zod';
import type { Changes, NewRow, NumberField } from './context.ts';
import { ContextReads } from './context-reads.ts';
import { DeniedError } from './denial.ts';
import type { BaseRow, Entity } from './entity.ts';
import type { DomainEvent } from './event.ts';
import { storable } from './input.ts';
import { mayFire } from './machine.ts';
import { storeProblem } from './store-guard.ts';

export abstract class ContextWrites extends ContextReads {
  newId(): string {
    return this.work.newId();
  }

  insert<R extends BaseRow, I>(entity: Entity<R, I>, values: NoInfer<I> & NewRow): R {
    const { now } = this;
    const row = {
      id: this.newId(),
      tenantId: this.actor.tenantId,
      ...storable(this.work.options.entities.begun(entity, values)),
      version: 1,
      createdAt: now,
      updatedAt: now,
    };
    this.insist(entity, row as BaseRow);
    this.work.put(entity, row, undefined);
    return row as unknown as R;
  }

  update<R extends BaseRow>(entity: Entity<R>, row: R, changes: Changes<R>): R {
    const latest = this.work.latest(entity, row);
    const next = {
      ...latest,
      ...storable(changes),
      version: this.work.nextVersion(entity, latest),
      updatedAt: this.now,
    };
    this.insist(entity, latest, next);
    this.work.put(entity, next, latest);
    return next;
  }

  fire<R extends BaseRow>(entity: Entity<R>, row: R, event: string, changes: Changes<R> = {}): R {
    const { machine } = entity;
    if (!machine) throw new Error(`${entity.name} has no machine.`);
    const from = String((this.work.latest(entity, row) as unknown as Record<string, unknown>)[machine.field]);
    const denial = mayFire(machine, from, event);
    if (denial) throw new DeniedError(denial);
    const to = machine.events[event]?.[from];
    return this.update(entity, row, { ...changes, [machine.field]: to } as Changes<R>);
  }

  remove<R extends BaseRow>(entity: Entity<R>, row: R): void {
    this.insist(entity, row);
    this.work.put(entity, undefined, row);
  }

  add<R extends BaseRow>(
    entity: Entity<R>,
    id: string,
    amounts: Partial<Record<NumberField<R>, number>>,
    begin: Omit<R, keyof BaseRow | NumberField<R>>,
  ): void {
    const { now } = this;
    const base = { id, tenantId: this.actor.tenantId, version: 1, createdAt: now, updatedAt: now };
    const first = { ...storable(begin), ...zeroes(this.work.options.entities.whole(entity)), ...base } as BaseRow;
    this.insist(entity, first);
    this.work.add(entity, first, amounts as Record<string, number>);
  }

  emit<P>(event: DomainEvent<P>, payload: P): void {
    this.work.events.push({ name: event.name, payload, actor: this.actor, at: this.now });
  }

  reason(reason: string | undefined): void {
    this.work.reason = reason ?? this.work.reason;
  }

  /** Ends the action when a row is not within the actor's stores. */
  protected insist(entity: Entity, ...rows: readonly BaseRow[]): void {
    if (this.isTrusted) return;
    const denial = rows.map((row) => storeProblem(this.actor, entity, row)).find(Boolean);
    if (denial) throw new DeniedError(denial);
  }
}

const zeroes = ({ schema }: Entity): Record<string, number> =>
  Object.fromEntries(
    Object.entries(schema.shape)
      .filter(([, field]) => (field instanceof z.ZodDefault ? field.unwrap() : field) instanceof z.ZodNumber)
      .map(([name]) => [name, 0]),
  );
