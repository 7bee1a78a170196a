import { createDesk, type DeskStore, type Feature, type Ports } from '@shopdesk/core';
import type { GraphQLSchema } from 'graphql';
import type { Hub } from '../live/hub.ts';
import { liveSubscriptions } from '../live/subscriptions.ts';
import type { Audience } from './audiences.ts';
import { createSchema } from './schema.ts';

/**
 * The schema of features alone for an audience, without a store: to print it, and to know before a database is opened
 * that it can be built. Nothing behind it is ever asked.
 * @throws ConfigError naming what clashes
 */
export function featureSchema(features: readonly Feature[], audience: Audience): GraphQLSchema {
  const nothing = {} as DeskStore & Ports;
  const desk = createDesk({ features, store: nothing, ports: nothing, clock: () => new Date(0), newId: () => '' });
  const hub = {} as Hub;
  return createSchema({ desk, audience, subscriptions: (types) => liveSubscriptions({ desk, audience, hub, types }) });
}
