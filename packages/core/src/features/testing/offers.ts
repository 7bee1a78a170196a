/**
 * @module Offered is accepted: what `availableActions` offers somebody on a row is done when they ask for it with a
 * valid input, and what it does not offer is refused. Asked for every action on a row, in every state of its machine,
 * with the row one's own and not, by everybody.
 */
import type { AnyAction } from '../../kernel/action.ts';
import type { Actor } from '../../kernel/actor.ts';
import { DeniedError, type Denial } from '../../kernel/denial.ts';
import { marksOf, type BaseRow, type Entity } from '../../kernel/entity.ts';
import { sampleOf } from './sample.ts';
import type { Scenes, Values } from './scene.ts';
import { nameOf, type World } from './world.ts';
import { sayEnglish } from '../../kernel/sentence.ts';

/** A row in a state, as somebody meets it. */
export interface Meeting {
  readonly entity: Entity;
  readonly row: BaseRow;
  readonly actor: Actor;
  readonly about: string;
}

/** A call that was accepted: what the contract of its action begins with. */
export interface ValidCase {
  readonly action: string;
  readonly entity: Entity;
  readonly row: BaseRow;
  readonly actor: Actor;
  readonly input: Values;
}

export interface Offers {
  /** Every offer that was refused, and every refusal that was no refusal. */
  readonly contradictions: readonly string[];
  readonly valid: ReadonlyMap<string, ValidCase>;
  readonly asked: number;
}

/** The row of an entity that all others of it are varied from. */
export async function baseRow(world: World, entity: Entity): Promise<BaseRow> {
  const { tenantId, now } = world;
  const known = world.rows.get(entity.name);
  if (known) return (await world.desk.read(world.system).maybe(entity, known.id)) ?? known;
  const fields = sampleOf(entity.schema, { known: world.known, now });
  const id = `the-${entity.name.toLowerCase()}`;
  return { ...fields, id, tenantId, version: 1, createdAt: now, updatedAt: now } as BaseRow;
}

const userFields = (entity: Entity): string[] =>
  Object.entries(entity.schema.shape)
    .filter(([, field]) => marksOf(field).ref === 'User')
    .map(([name]) => name);

/**
 * The rows of one entity that somebody may meet: each state, as nobody's and as their own by each field that names a
 * person.
 */
export async function* meetings(world: World, scenes: Required<Scenes>, entity: Entity): AsyncGenerator<Meeting> {
  const { machine, name } = entity;
  const base = await baseRow(world, entity);
  for (const state of machine?.states ?? [''])
    for (const [n, kind] of (scenes.kinds[name]?.(world, state) ?? [{}]).entries()) {
      const varied = { ...(machine ? { [machine.field]: state } : {}), ...kind };
      const about = [name, state, n > 0 ? `#${n + 1}` : ''].filter(Boolean).join(' ');
      for (const actor of world.actors) {
        yield { entity, row: { ...base, ...varied }, actor, about };
        const own = await scenes.own[name]?.(world, actor);
        if (own) yield { entity, row: { ...own, ...varied }, actor, about: `${about} (own)` };
        if (actor.kind !== 'staff') continue;
        const fields = userFields(entity).filter((field) => kind[field] !== null);
        for (const field of fields)
          yield { entity, row: { ...base, ...varied, [field]: actor.userId }, actor, about: `${about} (own ${field})` };
      }
    }
}

const withoutDouble = (inputs: readonly Values[]): Values[] => [
  ...new Map(inputs.map((input) => [JSON.stringify(input), input])).values(),
];

export function inputsOf(
  world: World,
  scenes: Required<Scenes>,
  name: string,
  action: AnyAction,
  { row, actor }: Meeting,
): Values[] {
  const own = scenes.inputs[name]?.(world, row as Values & BaseRow, actor);
  if (own) return [...own];
  const samples = [false, true].map((full) => {
    const { id: _id, ...input } = sampleOf(action.input, { known: world.known, now: world.now, full });
    return input;
  });
  return withoutDouble(samples);
}

/** The denial of a call whose changes are undone; nothing when it was done. */
export async function tried(world: World, actor: Actor, name: string, input: Values): Promise<Denial | undefined> {
  try {
    await world.desk.perform(actor, name, input);
    return undefined;
  } catch (error) {
    if (error instanceof DeniedError) return error.denial;
    throw new Error(`${name} by ${nameOf(actor)} with ${JSON.stringify(input)}`, { cause: error });
  } finally {
    world.undo();
  }
}

const told = ({ code, text, details, fields }: Denial): string =>
  [code, sayEnglish(text), details && JSON.stringify(details), fields && JSON.stringify(fields)]
    .filter(Boolean)
    .join(' ');

/** Asks every action on rows of an entity. */
export async function offersOf(world: World, scenes: Required<Scenes>, entity: Entity): Promise<Offers> {
  const { desk } = world;
  const actions = [...desk.actions].filter(([, { on }]) => on?.name === entity.name);
  const contradictions: string[] = [];
  const valid = new Map<string, ValidCase>();
  /** Whom an action is never offered is refused whatever the row: asked once. */
  const refused = new Set<string>();
  const refusedAll = new Set<Actor>();
  let asked = 0;
  for await (const meeting of meetings(world, scenes, entity)) {
    const { row, actor, about } = meeting;
    if (refusedAll.has(actor)) continue;
    await world.put(entity, row);
    await scenes.beside[entity.name]?.(world, row as Values & BaseRow);
    const back = world.keep();
    const offers = await desk.availableActionsOf(actor, entity.name, [row.id]);
    const offered = new Map((offers.get(row.id) ?? []).map(({ action, denial }) => [action, denial]));
    if (offered.size === 0 && offers.has(row.id)) refusedAll.add(actor);
    for (const [name, action] of actions) {
      const pair = `${name} ${nameOf(actor)}`;
      if (!offered.has(name) && offers.has(row.id) && refused.has(pair)) continue;
      if (!offered.has(name)) refused.add(pair);
      const isOffered = offered.has(name) && !offered.get(name);
      const denials: Denial[] = [];
      let accepted: Values | undefined;
      for (const input of inputsOf(world, scenes, name, action, meeting)) {
        asked += 1;
        const denial = await tried(world, actor, name, { id: row.id, ...input });
        if (denial) denials.push(denial);
        else accepted = input;
        if (accepted || !isOffered) break;
      }
      const where = `${name} on ${about} by ${nameOf(actor)}`;
      if (accepted && !valid.has(name)) valid.set(name, { action: name, entity, row, actor, input: accepted });
      if (accepted && !isOffered) contradictions.push(`${where}: is not offered, and is done`);
      const excused = scenes.excused[name]?.codes ?? [];
      if (!accepted && isOffered && !denials.some(({ code }) => excused.includes(code)))
        contradictions.push(`${where}: is offered, and refused: ${denials.map(told).join(' | ')}`);
    }
    back();
    world.undo();
  }
  return { contradictions, valid, asked };
}
