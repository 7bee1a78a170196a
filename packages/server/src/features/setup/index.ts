/** @module Remembers on which pages the widget of a store is seen: little work, however often pages are loaded. */
import { NOTED_EVERY_MS, setup as core } from '@shopdesk/core';
import { defineServerFeature, type FeatureServer, type WidgetPage } from '../../feature.ts';

/** More pages than these are not told apart within one process; a page that is forgotten is asked about once more. */
const MOST_KNOWN = 1000;

/** When each page was noted last by this process, in milliseconds, by desk. */
const noted = new WeakMap<object, Map<string, number>>();

function note({ desk, clock, report }: FeatureServer, { tenantId, ...page }: WidgetPage): void {
  const known = noted.get(desk) ?? new Map<string, number>();
  noted.set(desk, known);
  const key = `${page.storeId} ${page.admitted} ${page.origin}`;
  const now = clock().getTime();
  if (now - (known.get(key) ?? Number.NEGATIVE_INFINITY) < NOTED_EVERY_MS) return;
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, now);
  desk
    .perform({ kind: 'system', tenantId, name: 'widget' }, 'noteWidgetSeen', page)
    .catch((error: unknown) => report(error, 'a page with the widget'));
}

export const setup = defineServerFeature({ name: 'setup', requires: [core], widgetAsked: note });
