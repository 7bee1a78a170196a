/** @module Figures that are not what their rows say: some days of every store, counted again. */
import { Store, Tenant, type Desk, type SystemActor } from '@shopdesk/core';
import type { Runtime } from '../runtime.ts';
import type { Words } from './words.ts';

const MOST_TENANTS = 10_000;
/** The days before today that are always looked at, and how many of the days before those. */
const LATE = 3;
const SAMPLED = 7;
const PAST = 90;
const DAY_MS = 86_400_000;

interface Drift {
  readonly wrong: readonly { readonly metric: string; readonly cells: number }[];
}

function sampled(now: number): string[] {
  const ago = (days: number) => new Date(now - days * DAY_MS).toISOString().slice(0, 10);
  const late = Array.from({ length: LATE + 1 }, (_, days) => ago(days));
  const past = Array.from({ length: SAMPLED }, () => ago(LATE + 1 + Math.floor(Math.random() * PAST)));
  return [...new Set([...late, ...past])];
}

/** A sentence for each figure of a day whose cells are not what its rows say. */
export async function inspectFigures({ desk: open }: Pick<Runtime, 'desk'>, words: Words): Promise<string[]> {
  const desk = open as unknown as Desk;
  if (!desk.views.has('figureDrift')) return [];
  const anybody: SystemActor = { kind: 'system', tenantId: '', name: 'doctor' };
  const problems: string[] = [];
  for (const { id: tenantId } of await desk.read(anybody).lookupAll(Tenant, {}, MOST_TENANTS)) {
    const actor = { ...anybody, tenantId };
    for (const { id: storeId, name } of await desk.read(actor).find(Store, { limit: 1000 }))
      for (const day of sampled(Date.now())) {
        const { wrong } = (await desk.show(actor, 'figureDrift', { storeId, day })) as Drift;
        problems.push(...wrong.map(({ metric }) => words.figureWrong(metric.replace('_', '-'), name, day)));
      }
  }
  return problems;
}
