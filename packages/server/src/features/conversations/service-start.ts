/**
 * @module When a member of staff comes online, the conversations that waited for somebody go into the queue.
 */
import {
  DeniedError,
  staffPresenceChanged,
  Store,
  User,
  type Desk,
  type DeskStore,
  type RowOf,
  type SystemActor,
} from '@shopdesk/core';

type OnError = (error: unknown, where: string) => void;

/** Starts service whenever somebody in this process comes online. */
export function startServiceWhenOnline(desk: Desk, onError: OnError): () => void {
  return desk.onCommitted(({ events }) => {
    for (const { name, payload } of events) {
      const user = payload as RowOf<typeof User>;
      if (name === staffPresenceChanged.name && user.presence === 'ONLINE')
        startFor(desk, user).catch((error: unknown) => onError(error, 'service start'));
    }
  });
}

async function startFor(desk: Desk, { tenantId, storeIds }: RowOf<typeof User>): Promise<void> {
  const system = systemOf(tenantId);
  const stores =
    storeIds.length > 0 ? storeIds : (await desk.read(system).find(Store, { limit: 1000 })).map(({ id }) => id);
  for (const storeId of stores) await startService(desk, system, storeId);
}

/** Looks at every store once: a server may have been killed before it started service. */
export async function startServiceEverywhere(desk: Desk, store: DeskStore): Promise<void> {
  const stores = await store.find({ entity: Store, where: [], limit: 10_000 });
  for (const { tenantId, id } of stores) await startService(desk, systemOf(tenantId), id);
}

/** The action takes a hundred conversations at a time. */
async function startService(desk: Desk, system: SystemActor, storeId: string): Promise<void> {
  try {
    let started: readonly unknown[];
    do started = (await desk.perform(system, 'startService', { storeId })) as readonly unknown[];
    while (started.length > 0);
  } catch (error) {
    // A store that is gone, or another process that was faster.
    if (!(error instanceof DeniedError)) throw error;
  }
}

const systemOf = (tenantId: string): SystemActor => ({ kind: 'system', tenantId, name: 'service start' });
