/**
 * @module What the features of a desk show on a demo: the courses that they declare, done in the order of their time
 * with the clock of then, so that steps, limits and the audit trail are those of work that was done.
 */
import {
  actorOfUser,
  DeniedError,
  type BaseRow,
  type DemoStep,
  type Desk,
  type Feature,
  type SystemActor,
} from '@shopdesk/core';

const HOUR_MS = 3_600_000;

interface Due {
  readonly at: number;
  readonly step: DemoStep;
  /** The row of the course, once its first step has made it. */
  readonly row: { id?: string; over?: boolean };
}

export interface DemoPlace {
  readonly system: SystemActor;
  readonly storeId: string;
  /** How the person of a role signs in. */
  readonly emailOf: (role: string) => string;
}

/** Does what has not been done yet: the courses of features of whose rows there is none. */
export async function playDemo(desk: Desk, { system, storeId, emailOf }: DemoPlace): Promise<void> {
  const now = new Date(desk.read(system).now);
  const fresh: Feature[] = [];
  for (const feature of desk.features) if (await isFresh(desk, feature, system)) fresh.push(feature);
  const due = fresh
    .flatMap(({ demo }) => demo.flatMap((course) => timesOf(course, now)))
    .toSorted((a, b) => a.at - b.at);
  let at = now;
  const then = desk.at(() => at);
  const people = new Map<string, Awaited<ReturnType<typeof actorOfUser>>>();
  for (const { at: moment, step, row } of due) {
    if (row.over) continue;
    const [by, action, input = {}] = step;
    at = new Date(moment);
    await then.runTimers();
    if (!people.has(by)) people.set(by, await actorOfUser(desk, { company: 'demo', email: emailOf(by) }));
    const actor = people.get(by) ?? system;
    const whole = row.id ? { id: row.id, ...input } : { storeId, ...input };
    const done = (await then.perform(actor, action, whole).catch(leftOut)) as BaseRow | undefined;
    row.id ??= done?.id ?? '';
    row.over = done === undefined;
  }
}

/** The timers of another process on the same database were faster: the rest of this course is left out. */
function leftOut(error: unknown): undefined {
  if (!(error instanceof DeniedError)) throw error;
}

async function isFresh(desk: Desk, { demo }: Feature, system: SystemActor): Promise<boolean> {
  const entity = desk.actions.get(demo[0]?.steps[0]?.[1] ?? '')?.output.entity;
  return entity !== undefined && (await desk.read(system).count(entity, {}, 1)) === 0;
}

/** When each step of a course was done; what would be done later than now has not been. */
function timesOf({ daysAgo, steps }: Feature['demo'][number], now: Date): Due[] {
  let at = now.getTime() - daysAgo * 24 * HOUR_MS;
  const row = {};
  return steps
    .map((step, index) => ({ at: (at += index === 0 ? 0 : (step[3] ?? 1) * HOUR_MS), step, row }))
    .filter((one) => one.at <= now.getTime());
}
