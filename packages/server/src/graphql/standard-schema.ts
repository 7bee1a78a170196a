import { createDesk, standardFeatures, type DeskStore, type Feature, type Ports } from '@shopdesk/core';
import { printSchema } from 'graphql';
import type { Hub } from '../live/hub.ts';
import { liveSubscriptions } from '../live/subscriptions.ts';
import { createSchema } from './schema.ts';

/** The schema of the standard features as text. Nothing behind it is ever asked. */
export function standardSchemaText(): string {
  const nothing = {} as DeskStore & Ports;
  const features: readonly Feature[] = standardFeatures;
  const desk = createDesk({ features, store: nothing, ports: nothing, clock: () => new Date(0), newId: () => '' });
  const hub = {} as Hub;
  return `${printSchema(createSchema({ desk, subscriptions: (types) => liveSubscriptions({ desk, hub, types }) }))}\n`;
}
