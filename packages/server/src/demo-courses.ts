/**
 * @module What the features of a desk show on a demo: the courses that they declare, done in the order of their time
 * with the clock of then, so that steps, limits and the audit trail are those of work that was done.
 */
import {
  actorOfUser,
  AuditEvent,
  DEMO_CUSTOMER,
  DEMO_OWNER,
  DeniedError,
  ShopperSession,
  User,
  type Actor,
  type BaseRow,
  type DemoCourse,
  type DemoInput,
  type DemoStep,
  type Desk,
  type Feature,
  type RowOf,
  type Store,
  type SystemActor,
} from '@shopdesk/core';
import { zonedDay, zonedDayStart } from '@shopdesk/core/policies';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** The row of a course, once its first step has made it, and its customer. */
interface Course {
  readonly customer: string;
  /** The action that makes it. */
  readonly action: string;
  id: string;
  over: boolean;
}

interface Due {
  readonly at: number;
  readonly step: DemoStep;
  readonly course: Course;
}

export interface DemoPlace {
  readonly system: SystemActor;
  readonly store: Pick<RowOf<typeof Store>, 'id' | 'key' | 'timeZone'>;
  /** How the person of a role signs in. */
  readonly emailOf: (role: string) => string;
}

/** Does what has not been done yet: the courses of features of whose rows there is none. */
export async function playDemo(desk: Desk, { system, store, emailOf }: DemoPlace): Promise<void> {
  const now = new Date(desk.read(system).now);
  const fresh: Feature[] = [];
  for (const feature of desk.features) if (await isFresh(desk, feature, system)) fresh.push(feature);
  const due = fresh
    .flatMap(({ demo, name }) =>
      demo.flatMap((course, index) => timesOf(course, `${name}-${index}`, now, store.timeZone)),
    )
    .toSorted((a, b) => a.at - b.at);
  let at = now;
  const then = desk.at(() => at);
  const known = new Map<string, Actor>();
  const staff = new Map((await desk.read(system).all(User)).map(({ email, id }) => [email, id]));
  const idOf = (role: string): string => staff.get(emailOf(role)) ?? '';
  const actorOf = async (by: string, course: Course): Promise<Actor> => {
    const email = by === DEMO_OWNER ? await ownersEmail(desk, course, system) : emailOf(by);
    const key = by === DEMO_CUSTOMER ? `customer ${course.customer}` : email;
    const found =
      known.get(key) ??
      (by === DEMO_CUSTOMER ? await guest(then, store, system) : await actorOfUser(desk, { company: 'demo', email })) ??
      system;
    known.set(key, found);
    return found;
  };
  for (const { at: moment, step, course } of due) {
    if (course.over) continue;
    const [by, action, input = {}] = step;
    at = new Date(moment);
    await then.runTimers();
    const actor = await actorOf(by, course);
    const { id } = course;
    const whole =
      typeof input === 'function'
        ? await input({
            id,
            idOf,
            userId: actor.kind === 'staff' ? actor.userId : '',
            storeId: store.id,
            now: at.toISOString(),
            show: (view, about) => then.show(actor, view, about) as Promise<DemoInput>,
          })
        : { ...(id ? { id } : { storeId: store.id }), ...input };
    const done = (await then.perform(actor, action, whole).catch(leftOut)) as BaseRow | undefined;
    course.id ||= done?.id ?? '';
    course.over = done === undefined;
  }
}

/** How the owner of a course's row signs in; empty where nobody owns it. */
async function ownersEmail(desk: Desk, { action, id }: Course, system: SystemActor): Promise<string> {
  const entity = desk.actions.get(action)?.output.entity;
  const read = desk.read(system);
  const row = entity && ((await read.maybe(entity, id)) as { readonly ownerId?: string | null } | undefined);
  return (row?.ownerId && (await read.maybe(User, row.ownerId))?.email) || '';
}

/** Somebody who has opened the store's page for the first time. */
async function guest(desk: Desk, { key }: DemoPlace['store'], system: SystemActor): Promise<Actor | undefined> {
  const anonymous = { kind: 'anonymous', tenantId: '' } as const;
  const { customerId } = (await desk.perform(anonymous, 'startShopperSession', { storeKey: key })) as {
    customerId: string;
  };
  const session = await desk.read(system).first(ShopperSession, { customerId });
  return (
    session && {
      kind: 'shopper',
      tenantId: session.tenantId,
      storeId: session.storeId,
      customerId,
      sessionId: session.id,
      verified: false,
    }
  );
}

/** The timers of another process on the same database were faster: the rest of this course is left out. */
function leftOut(error: unknown): undefined {
  if (!(error instanceof DeniedError)) throw error;
}

/** Nobody has begun its first course yet; rows that a desk finds at its beginning are no sign of that. */
async function isFresh(desk: Desk, { demo }: Feature, system: SystemActor): Promise<boolean> {
  const action = demo[0]?.steps[0]?.[1];
  return action !== undefined && (await desk.read(system).count(AuditEvent, { action }, 1)) === 0;
}

/** When each step of a course was done; what would be done later than now has not been. */
function timesOf({ daysAgo, at: time, customer, steps }: DemoCourse, own: string, now: Date, timeZone: string): Due[] {
  let at = now.getTime() - daysAgo * 24 * HOUR_MS;
  if (time) {
    const [hour = 0, minute = 0] = time.split(':').map(Number);
    at = zonedDayStart(zonedDay(at, timeZone), timeZone) + hour * HOUR_MS + minute * MINUTE_MS;
  }
  const course: Course = { customer: customer ?? own, action: steps[0]?.[1] ?? '', id: '', over: false };
  return steps
    .map((step, index) => ({ at: (at += index === 0 ? 0 : (step[3] ?? 1) * HOUR_MS), step, course }))
    .filter((one) => one.at <= now.getTime());
}
