/** @module The contract of work items: whichever action changes one, the index of all work says what its row says. */
import type { BaseRow, Entity } from '../../kernel/entity.ts';
import { endedStates, workFieldsOf, type Work } from '../../kernel/work.ts';
import { WorkItem } from '../work/index.ts';
import type { ValidCase } from './offers.ts';
import type { Scenes, Values } from './scene.ts';
import type { World } from './world.ts';

/** What the index must hold of a row. */
function indexed({ name, machine, ...entity }: Entity & { readonly work: Work }, row: Values & BaseRow): Values {
  const kind = { ...entity, name, machine } as Entity;
  const { owner, due } = workFieldsOf(kind);
  const state = String(row[machine?.field ?? 'state']);
  const open = !endedStates(kind).includes(state);
  return {
    entity: name,
    permission: entity.work.read,
    storeId: row['storeId'],
    state,
    open,
    waitsFor: entity.work.waits?.[state] ?? 'US',
    ownerId: owner ? (row[owner] ?? null) : null,
    ...(due ? { dueAt: open ? row[due] : null } : {}),
  };
}

/** Does a valid case and undoes it; answers where the index then says something else than the row. */
export async function strayFromIndex(
  world: World,
  scenes: Required<Scenes>,
  { action, entity, row, actor, input }: ValidCase,
): Promise<string[]> {
  const { work } = entity;
  if (!work) return [];
  const read = world.desk.read(world.system);
  try {
    await world.put(entity, row);
    await scenes.beside[entity.name]?.(world, row as Values & BaseRow);
    await world.desk.perform(actor, action, { id: row.id, ...input });
    const after = await read.maybe(entity, row.id);
    // What it has not changed is as the test has put it there.
    if (!after || after.version === row.version) return [];
    const item = (await read.maybe(WorkItem, row.id)) as Values | undefined;
    return Object.entries(indexed({ ...entity, work }, after as Values & BaseRow))
      .filter(([field, value]) => item?.[field] !== value)
      .map(([field, value]) => `${action}: ${field} is ${String(item?.[field])}, not ${String(value)}`);
  } finally {
    world.undo();
  }
}
