/**
 * @module The rows that a call names by their ids: they must be in the actor's reach, whoever wrote the action. An id
 * of another tenant or another store is NOT_FOUND, as one that never was.
 */
import { z } from 'zod';
import type { AnyAction, AnyView } from './action.ts';
import { refuse, type ReadContext } from './context.ts';
import { isInReach } from './filter.ts';
import { deny, type Denial } from './denial.ts';
import { marksOf, type BaseRow, type Entity } from './entity.ts';

/** A row that a call names. */
export interface NamedRow {
  readonly entity: Entity;
  readonly id: string;
}

type Entities = ReadonlyMap<string, Entity>;

/** The row that an action is on. */
export const rowActedOn = ({ on: entity }: AnyAction, input: unknown): readonly NamedRow[] =>
  entity ? [{ entity, id: String((input as { id?: unknown }).id ?? '') }] : [];

/** The rows of every id in the input whose schema is marked with {@link ref}. */
export const rowsNamed = (
  { input: schema }: AnyAction | AnyView,
  input: unknown,
  entities: Entities,
): readonly NamedRow[] => references(schema, input, entities);

function references(schema: z.core.$ZodType, value: unknown, entities: Entities): NamedRow[] {
  if (value === null || value === undefined) return [];
  const entity = entities.get(marksOf(schema).ref ?? '');
  if (entity && typeof value === 'string') return [{ entity, id: value }];
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return references(schema.unwrap(), value, entities);
  if (schema instanceof z.ZodArray)
    return (value as readonly unknown[]).flatMap((item) => references(schema.element, item, entities));
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([field, inner]) =>
      references(inner, (value as Record<string, unknown>)[field], entities),
    );
  return [];
}

/**
 * NOT_FOUND when one of the rows is not there for the actor. What timers and imports name, the desk itself has said.
 */
export async function outOfReach(ctx: ReadContext, named: readonly NamedRow[]): Promise<Denial | undefined> {
  if (ctx.actor.kind === 'system') return undefined;
  const found = await Promise.all(named.map(({ entity, id }) => ctx.maybe(entity, id)));
  return found.every(Boolean) ? undefined : deny('NOT_FOUND');
}

/** The same for a repeated call, whose first may itself have removed a row: what is gone is out of nobody's reach. */
export async function outOfReachNow(ctx: ReadContext, named: readonly NamedRow[]): Promise<Denial | undefined> {
  const rows = await Promise.all(
    named.map(({ entity, id }) => ctx.trusted('tells gone from out of reach').maybe(entity, id)),
  );
  return rows.every((row, index) => !row || isInReach(ctx.actor, (named[index] as NamedRow).entity, row))
    ? undefined
    : deny('NOT_FOUND');
}

/** An answer that was kept, as its asker may see it now: the row as it is, or as it was when it is gone. */
export async function seenNow(
  ctx: ReadContext,
  { output: { shape, entity } }: AnyAction,
  answer: unknown,
): Promise<unknown> {
  if (!entity || !answer || shape === 'page' || shape === 'value') return answer;
  const now = async (kept: BaseRow) =>
    (await ctx.trusted('tells gone from out of reach').maybe(entity, kept.id)) ?? kept;
  if (shape === 'list') {
    const rows = await Promise.all((answer as readonly BaseRow[]).map(now));
    return rows.filter((row) => isInReach(ctx.actor, entity, row));
  }
  const row = await now(answer as BaseRow);
  return isInReach(ctx.actor, entity, row) ? row : refuse('NOT_FOUND');
}
