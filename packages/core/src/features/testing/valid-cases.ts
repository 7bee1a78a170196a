/**
 * @module One valid call of every action: found among the rows and people of the scenes for an action on a row, and
 * given by the scene, or found among the people with an input made from the schema, for one that is on none.
 */
import type { AnyAction } from '../../kernel/action.ts';
import { ANONYMOUS, type Actor } from '../../kernel/actor.ts';
import type { BaseRow, Entity } from '../../kernel/entity.ts';
import { inputsOf, meetings, tried } from './offers.ts';
import { sampleOf } from './sample.ts';
import type { Call, Scenes, Values } from './scene.ts';
import type { World } from './world.ts';

/** An action with somebody who may do it now. */
export interface ValidCase {
  readonly name: string;
  readonly action: AnyAction;
  /** Makes what must be there, and says who calls with what. What it makes lasts until the world's `undo`. */
  prepare(): Promise<Call>;
  readonly row?: BaseRow;
}

/** The valid case of every action of the world's desk for which there is one, by its name. */
export async function validCases(world: World, scenes: Required<Scenes>): Promise<Map<string, ValidCase>> {
  const found = new Map<string, ValidCase>();
  for (const [name, action] of world.desk.actions) {
    const one = action.on ? undefined : await freeCase(world, scenes, name, action);
    if (one) found.set(name, one);
  }
  const entities = new Set([...world.desk.actions.values()].flatMap(({ on }) => on?.name ?? []));
  for (const entity of entities) await rowCases(world, scenes, world.whole(entity), found);
  return new Map([...world.desk.actions.keys()].flatMap((name) => [[name, found.get(name)] as const])) as Map<
    string,
    ValidCase
  >;
}

async function freeCase(
  world: World,
  scenes: Required<Scenes>,
  name: string,
  action: AnyAction,
): Promise<ValidCase | undefined> {
  const make = scenes.calls[name];
  if (make) return { name, action, prepare: async () => make(world) };
  for (const actor of [...world.actors, ANONYMOUS] as Actor[])
    for (const full of [false, true]) {
      const input = sampleOf(action.input, { known: world.known, now: world.now, full });
      if (!(await tried(world, actor, name, input)))
        return { name, action, prepare: () => Promise.resolve({ actor, input }) };
    }
  return undefined;
}

async function rowCases(
  world: World,
  scenes: Required<Scenes>,
  entity: Entity,
  found: Map<string, ValidCase>,
): Promise<void> {
  const wanted = new Map([...world.desk.actions].filter(([, { on }]) => on?.name === entity.name));
  for await (const meeting of meetings(world, scenes, entity)) {
    if (wanted.size === 0) return;
    const { row, actor } = meeting;
    const prepared = async () => {
      await world.put(entity, row);
      await scenes.beside[entity.name]?.(world, row as Values & BaseRow);
    };
    await prepared();
    const back = world.keep();
    const offers = (await world.desk.availableActionsOf(actor, entity.name, [row.id])).get(row.id) ?? [];
    for (const { action: name, denial } of offers) {
      const action = wanted.get(name);
      if (!action || denial) continue;
      for (const fields of inputsOf(world, scenes, name, action, meeting)) {
        const input = { id: row.id, ...fields };
        if (await tried(world, actor, name, input)) continue;
        found.set(name, { name, action, row, prepare: () => prepared().then(() => ({ actor, input })) });
        wanted.delete(name);
        break;
      }
    }
    back();
    world.undo();
  }
}
