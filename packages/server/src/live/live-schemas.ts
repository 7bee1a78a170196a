/** @module The schemas of both audiences with what they may follow live. */
import type { Desk } from '@shopdesk/core';
import type { GraphQLSchema } from 'graphql';
import type { Audience } from '../graphql/audiences.ts';
import { failure } from '../graphql/failure.ts';
import { createSchema } from '../graphql/schema.ts';
import type { Hub } from './hub.ts';
import { liveSubscriptions } from './subscriptions.ts';

export interface LiveSchemasOptions {
  readonly desk: Desk;
  readonly hub: Hub;
  /** Hears of errors that are nobody's denial. */
  readonly report: (error: unknown) => void;
}

/** Each schema is made when it is first asked for. */
export function liveSchemas(options: LiveSchemasOptions): Readonly<Record<Audience, GraphQLSchema>> {
  const made: Partial<Record<Audience, GraphQLSchema>> = {};
  return {
    get staff() {
      return (made.staff ??= schemaFor('staff', options));
    },
    get shopper() {
      return (made.shopper ??= schemaFor('shopper', options));
    },
  };
}

const schemaFor = (audience: Audience, { desk, hub, report }: LiveSchemasOptions): GraphQLSchema =>
  createSchema({
    desk,
    audience,
    subscriptions: (types) =>
      liveSubscriptions({
        desk,
        audience,
        hub,
        types,
        failure: (error, { viewer: { locale } }) => failure(error, { locale, desk, report }),
      }),
  });
