/** @module What can be done with rows: the actions that somebody has on them, and why not now. */
import { DeniedError, deny, ownTexts, type Offer } from '@shopdesk/core';
import {
  GraphQLBoolean,
  GraphQLID,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
  type GraphQLFieldConfigMap,
} from 'graphql';
import { told } from './denial-text.ts';
import { publicEntities } from './description.ts';
import { shown } from './failure.ts';
import type { GraphQLContext, Viewer } from './viewer.ts';

/** Rows of one question, at most: as many as one page of a list has. */
const MOST_ROWS = 100;

const required = <T extends ConstructorParameters<typeof GraphQLNonNull>[0]>(type: T) => new GraphQLNonNull(type);

const availableAction = (denied: GraphQLObjectType) =>
  new GraphQLObjectType({
    name: 'AvailableAction',
    fields: {
      name: { type: required(GraphQLString), description: 'Of the action: the mutation of this name performs it.' },
      title: { type: required(GraphQLString), description: 'In your language.' },
      denial: { type: denied, description: 'Why not now; null when you can.' },
      elsewhere: {
        type: required(GraphQLBoolean),
        description: 'It belongs to another state of the row or to somebody else: it needs no button.',
      },
      because: {
        type: GraphQLString,
        description:
          'Why the desk recommends it to you, in your language; null: it does not. It recommends at most one action of a row.',
      },
    },
  });

const actionsOfRow = (action: GraphQLObjectType) =>
  new GraphQLObjectType({
    name: 'ActionsOfRow',
    fields: {
      id: { type: required(GraphQLID), description: 'Of the row.' },
      actions: { type: required(new GraphQLList(required(action))), description: 'As of `availableActions`.' },
    },
  });

async function offersTo(viewer: Viewer, entityName: string, ids: readonly string[]) {
  const { desk, actor } = viewer;
  if (actor.kind === 'anonymous') throw new DeniedError(deny('UNAUTHENTICATED'));
  if (!publicEntities(desk).some(({ name }) => name === entityName)) throw new DeniedError(deny('NOT_FOUND'));
  if (ids.length > MOST_ROWS)
    throw new DeniedError(
      deny('VALIDATION_FAILED', { fields: [{ path: 'ids', text: ownTexts.atMostItems({ most: MOST_ROWS }) }] }),
    );
  return desk.availableActionsOf(actor, entityName, ids);
}

function titleOf({ desk, locale }: Viewer, name: string): string {
  const title = desk.actions.get(name)?.title;
  return title ? desk.languages.word(title, locale) : name;
}

const worded = (viewer: Viewer, offers: readonly Offer[]) =>
  offers.map(({ action: name, denial, elsewhere = false, because }) => ({
    name,
    title: titleOf(viewer, name),
    denial: denial ? told(denial, viewer) : null,
    elsewhere,
    because: because ? viewer.desk.languages.say(because, { language: viewer.locale }) : null,
  }));

async function availableActions(viewer: Viewer, entityName: string, id: string) {
  const offers = (await offersTo(viewer, entityName, [id])).get(id);
  if (!offers) throw new DeniedError(deny('NOT_FOUND'));
  return worded(viewer, offers);
}

async function availableActionsOf(viewer: Viewer, entityName: string, ids: readonly string[]) {
  const offers = await offersTo(viewer, entityName, ids);
  return [...offers].map(([id, ofRow]) => ({ id, actions: worded(viewer, ofRow) }));
}

export function offerQueries(denied: GraphQLObjectType): GraphQLFieldConfigMap<unknown, GraphQLContext> {
  const action = availableAction(denied);
  return {
    availableActions: {
      type: required(new GraphQLList(required(action))),
      description:
        'The actions on a row that your role has, and for those that are not possible now, why. At most as many as the desk has actions.',
      args: { entity: { type: required(GraphQLString) }, id: { type: required(GraphQLID) } },
      resolve: (_root, { entity, id }: { entity: string; id: string }, { viewer }) =>
        shown(viewer, () => availableActions(viewer, entity, id)),
    },
    availableActionsOf: {
      type: required(new GraphQLList(required(actionsOfRow(action)))),
      description: `The same for several rows of one entity; those that you may not see are left out. At most ${MOST_ROWS}, as many as \`ids\` may name.`,
      args: {
        entity: { type: required(GraphQLString) },
        ids: { type: required(new GraphQLList(required(GraphQLID))) },
      },
      resolve: (_root, { entity, ids }: { entity: string; ids: readonly string[] }, { viewer }) =>
        shown(viewer, () => availableActionsOf(viewer, entity, ids)),
    },
  };
}
