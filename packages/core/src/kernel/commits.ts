/**
 * @module A commit of the desk: what a unit of work writes, its audit entry and the end of its timer become durable
 * together; then everybody who listens is told.
 */
import type { Actor } from './actor.ts';
import { AuditEvent, auditEntry } from './audit.ts';
import type { ChangedRow } from './context.ts';
import type { Call, DeskParts } from './call.ts';
import { Effect } from './effect.ts';
import { isQuietEffect } from './effect-pool.ts';
import type { EmittedEvent } from './event.ts';
import type { Write } from './store.ts';
import { Timer } from './timer.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** What one commit changed; delivered after it is durable, in the order of commits of this process. */
export interface Committed {
  readonly actor: Actor;
  readonly action: string;
  readonly at: string;
  readonly rows: readonly ChangedRow[];
  readonly events: readonly EmittedEvent[];
}

/** Why something is done: what the action says, else what its caller gave. */
export const reasonOf = (work: UnitOfWork, { input }: Pick<Call, 'input'>): string | undefined =>
  work.reason ?? (input as { reason?: string }).reason;

/** Who has done what: the caller, or whom they let do it. */
const doneBy = ({ deed }: UnitOfWork, { actor, name }: Call): Pick<Committed, 'actor' | 'action'> =>
  deed ?? { actor, action: name };

export class Commits {
  readonly #parts: DeskParts;
  readonly #listeners = new Set<(committed: Committed) => void>();

  constructor(parts: DeskParts) {
    this.#parts = parts;
  }

  onCommitted(listener: (committed: Committed) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async commit(work: UnitOfWork, call: Call): Promise<void> {
    const rows = work.changes();
    const writes: Write[] = work.writes();
    const visibleRows = rows.filter(
      ({ entity, before, row }) =>
        !entity.internal &&
        (entity === Effect ? !isQuietEffect(before, row) : !this.#parts.kernelEntities.includes(entity)),
    );
    if (visibleRows.length > 0 && !call.action.unaudited) writes.push(this.#auditWrite(work, call, visibleRows));
    if (call.consume) {
      const { tenantId, id, version: expectedVersion } = call.consume;
      // The action may have set or removed the same timer itself; then that write stands for its end.
      if (!writes.some((write) => write.entity === Timer && 'id' in write && write.id === id))
        writes.push({ kind: 'delete', entity: Timer, tenantId, id, expectedVersion });
    }
    if (writes.length > 0) await this.#parts.store.commit(writes);
    this.#tell({ ...doneBy(work, call), at: work.options.now, rows: visibleRows, events: work.events });
  }

  #auditWrite(work: UnitOfWork, call: Call, changes: readonly ChangedRow[]): Write {
    const reason = reasonOf(work, call);
    const first = (changes[0]?.row ?? changes[0]?.before) as { tenantId: string };
    const tenantId = call.actor.tenantId || first.tenantId;
    const { now, newId } = work.options;
    const row = auditEntry({ id: newId(), at: now, ...doneBy(work, call), reason, changes, tenantId });
    return { kind: 'insert', entity: AuditEvent, row };
  }

  #tell(committed: Committed): void {
    if (committed.rows.length === 0 && committed.events.length === 0) return;
    for (const listener of this.#listeners) {
      try {
        listener(committed);
      } catch (error) {
        this.#parts.onError(error, 'commit listener');
      }
    }
    for (const emitted of committed.events)
      for (const { event, handle } of this.#parts.features.flatMap((feature) => feature.on))
        if (event === emitted.name) void this.#react(event, () => handle(emitted.payload as never, emitted));
  }

  async #react(event: string, handle: () => Promise<void> | void): Promise<void> {
    try {
      await handle();
    } catch (error) {
      this.#parts.onError(error, `handler of ${event}`);
    }
  }
}
