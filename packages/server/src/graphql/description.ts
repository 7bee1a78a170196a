/**
 * @module The desk described to a program: which entities and actions this viewer may use, their fields as JSON schema,
 * and how to ask for them. Generic lists and forms are drawn from it.
 */
import {
  IdempotencyKey,
  marksOf,
  mayAsk,
  Timer,
  describeWork,
  movesOf,
  FieldHomes,
  spokenSchema,
  type Desk,
  type Entity,
} from '@shopdesk/core';
import { z } from 'zod';
import { entitiesFor, isFor, isSeenBy, type Audience } from './audiences.ts';
import { ordersFor, queryNames } from './entity-queries.ts';
import { shapeOf } from './field-schema.ts';
import { wordsOf } from './field-texts.ts';
import { takesKey } from './mutations.ts';
import type { Viewer } from './viewer.ts';

/** Entities of the kernel that nobody looks at. */
const INTERNAL: readonly Entity[] = [Timer, IdempotencyKey];

/** The entities that have types and queries. */
export const publicEntities = (desk: Desk): Entity[] =>
  desk.entities.filter((entity) => !entity.internal && !INTERNAL.includes(entity));

/** Describing a desk's schemas costs milliseconds and never changes. */
const known = new WeakMap<Desk, { readonly homes: FieldHomes; readonly schemas: Map<z.ZodType, object> }>();

function knownOf(desk: Desk) {
  let about = known.get(desk);
  if (!about) known.set(desk, (about = { homes: new FieldHomes(desk.features), schemas: new Map() }));
  return about;
}

/** A schema as JSON, in which fields and codes have their words. */
function described(desk: Desk, schema: z.ZodType, place: Parameters<typeof spokenSchema>[1]): object {
  const { schemas } = knownOf(desk);
  let description = schemas.get(schema);
  if (!description) schemas.set(schema, (description = spokenSchema(schema, place)));
  return description;
}

const titled = (name: string) => ({ name, title: wordsOf(() => undefined, '', name) });
const BASE_FIELDS = [
  { ...titled('id'), schema: { type: 'string' } },
  { ...titled('version'), schema: { type: 'integer' } },
  { ...titled('createdAt'), schema: { type: 'string', format: 'date-time' }, instant: true },
  { ...titled('updatedAt'), schema: { type: 'string', format: 'date-time' }, instant: true },
] as const;

function describeFields({ name: owner, schema }: Entity, { actor, desk }: Viewer) {
  const home = knownOf(desk).homes.row(owner);
  const hidden = (audience: string | undefined) =>
    audience === 'never' || (audience === 'staff' && actor.kind !== 'staff');
  const own = Object.entries(shapeOf(schema)).flatMap(([name, inner]) => {
    const { audience, codes: _, ...marks } = marksOf(inner);
    if (hidden(audience)) return [];
    const title = wordsOf(home, owner, name, inner);
    const place = { home: () => home(name), owner: `${owner}.${name}`, io: 'output' } as const;
    return [{ name, schema: described(desk, inner, place), ...marks, title, ...(audience ? { audience } : {}) }];
  });
  return [...BASE_FIELDS, ...own];
}

function describeEntity(entity: Entity, viewer: Viewer, audience: Audience) {
  const { name, plural, title, machine, list, schema, work } = entity;
  const orders = ordersFor(audience, entity).map((order) => ({ name: order.name, fields: order.order }));
  const shape = shapeOf(schema);
  const filters = list?.filters.filter((field) => !shape[field] || isSeenBy(audience, shape[field]));
  return {
    name,
    plural,
    title,
    query: queryNames(entity, audience),
    fields: describeFields(entity, viewer),
    ...(orders.length > 0 ? { list: { filters, orders } } : {}),
    ...(machine ? { machine, moves: movesFor(viewer, entity, audience) } : {}),
    ...(work ? { work: describeWork(entity, work, (words) => viewer.desk.languages.named(words, viewer.locale)) } : {}),
  };
}

/** The actions that this viewer has, by the way that each leads. */
const movesFor = ({ desk, actor }: Viewer, { name }: Entity, audience: Audience) =>
  [...desk.actions]
    .filter(([, action]) => action.on?.name === name && isFor(audience, action) && !mayAsk(actor, action))
    .flatMap(([action, definition]) => movesOf(action, definition));

/** What everything is called, for staff who read in the audit trail what others have done. */
const titlesOf = ({ desk, locale }: Viewer) => ({
  entities: Object.fromEntries(publicEntities(desk).map(({ name, title }) => [name, title])),
  actions: Object.fromEntries([...desk.actions, ...desk.effects].map(([name, { title }]) => [name, title])),
  permissions: Object.fromEntries(
    desk.features.flatMap(({ permissions }) =>
      Object.entries(permissions).map(([code, words]) => [code, desk.languages.named(words, locale)]),
    ),
  ),
});

/** What this viewer may use of what their audience is offered; of the rest, staff learn the names. */
export function describeDesk(viewer: Viewer, audience: Audience) {
  const { desk, actor, locale } = viewer;
  const featureOf = new Map(
    desk.features.flatMap(({ name, actions }) => Object.keys(actions).map((action) => [action, name])),
  );
  const { homes } = knownOf(desk);
  const entities =
    actor.kind === 'anonymous'
      ? []
      : entitiesFor(audience, publicEntities(desk)).filter((entity) => entity.visible(actor) !== 'none');
  const actions = [...desk.actions].filter(([, action]) => isFor(audience, action) && !mayAsk(actor, action));
  const description = {
    entities: entities.map((entity) => describeEntity(entity, viewer, audience)),
    actions: actions.map(([name, action]) => ({
      name,
      feature: featureOf.get(name),
      title: action.title,
      on: action.on?.name ?? null,
      answers: action.output.entity?.name ?? action.output.name ?? null,
      ...(action.manner ? { manner: action.manner } : {}),
      ...(action.about ? { about: action.about } : {}),
      input: described(desk, action.input, { home: homes.call(name), owner: name, io: 'input' }),
      takesKey: takesKey(action),
    })),
    ...(actor.kind === 'staff' ? { titles: titlesOf(viewer) } : {}),
  };
  return desk.languages.spoken(description, locale);
}
