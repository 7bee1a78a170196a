/** @module How long a member of staff stays signed in, and what ends it. */
import { z } from 'zod';
import { defineAction, defineView, value } from '../../kernel/action.ts';
import type { StaffActor } from '../../kernel/actor.ts';
import { refuse, type ActionContext, type ReadContext } from '../../kernel/context.ts';
import { named, type RowOf } from '../../kernel/entity.ts';
import { mayManage } from './authority.ts';
import { StaffSession, User } from './entities.ts';

type Session = RowOf<typeof StaffSession>;

/** A session ends twelve hours after the sign-in, whatever happens. */
export const STAFF_SESSION_MS = 12 * 3600 * 1000;
/** It ends earlier when nobody used it for this long; a host may decide otherwise ({@link Ports.staffIdleMs}). */
const STAFF_IDLE_MS = 3600 * 1000;
/** Use is noted at most this often. */
const NOTED_EVERY_MS = 60_000;
/** More sessions of one person than this are not open at once. */
const MOST_SESSIONS = 1000;

/** Milliseconds without use after which a session ends. */
export const staffIdleMs = ({ ports }: Pick<ReadContext, 'ports'>): number => ports.staffIdleMs ?? STAFF_IDLE_MS;

/** The instant at which a session ends if nobody uses it until then. */
export function staffSessionEnd(ctx: Pick<ReadContext, 'ports'>, { createdAt, usedAt, expiresAt }: Session): string {
  const idle = new Date(Date.parse(usedAt ?? createdAt) + staffIdleMs(ctx)).toISOString();
  return idle < expiresAt ? idle : expiresAt;
}

/** Ends the open sessions of a person, but for the one that is `kept`; answers how many. */
export async function endSessions(ctx: ActionContext, userId: string, kept?: string): Promise<number> {
  const open = await ctx.trusted('sessions end with their owner').find(StaffSession, {
    where: { userId, endedAt: null, expiresAt: { gt: ctx.now } },
    limit: MOST_SESSIONS,
  });
  const ended = open.filter(({ id }) => id !== kept);
  for (const session of ended)
    ctx.trusted('sessions end with their owner').update(StaffSession, session, { endedAt: ctx.now });
  return ended.length;
}

const Ended = value('SessionsEnded', z.object({ ended: z.int() }));
const own = ({ actor }: Pick<ReadContext, 'actor'>): StaffActor =>
  actor.kind === 'staff' ? actor : refuse('FORBIDDEN');

/** Where one is signed in, the latest first. */
export const ownSessions = defineView({
  title: { en: 'My sign-ins', zh: '我的登录' },
  allow: { staff: true },
  input: z.object({}),
  output: value(
    'OwnSessions',
    z.object({
      sessions: z.array(
        named(
          'OwnSession',
          z.object({
            id: z.string(),
            /** Browser and system as the device called itself at the sign-in; nobody has checked it. */
            device: z.string(),
            signedInAt: z.string(),
            usedAt: z.string(),
            endsAt: z.string(),
            current: z.boolean(),
          }),
        ),
      ),
    }),
  ),
  run: async (ctx) => {
    const { userId, sessionId } = own(ctx);
    const rows = await ctx.find(StaffSession, {
      where: { userId, endedAt: null, expiresAt: { gt: ctx.now } },
      limit: MOST_SESSIONS,
    });
    const open = rows
      .filter((row) => staffSessionEnd(ctx, row) > ctx.now)
      .toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
    const sessions = open.map((row) => ({
      id: row.id,
      device: row.device ?? '',
      signedInAt: row.createdAt,
      usedAt: row.usedAt ?? row.createdAt,
      endsAt: staffSessionEnd(ctx, row),
      current: row.id === sessionId,
    }));
    return { sessions };
  },
});

/** Signs one of one's own devices out; its open streams are cut. */
export const endOwnSession = defineAction({
  title: { en: 'Sign a device out', zh: '退出某台设备' },
  allow: { staff: true },
  on: StaffSession,
  input: z.object({}),
  output: Ended,
  run: (ctx, session) => {
    if (session.endedAt) return { ended: 0 };
    ctx.update(StaffSession, session, { endedAt: ctx.now });
    return { ended: 1 };
  },
});

/** Signs all other devices of one's own out. */
export const endOtherSessions = defineAction({
  title: { en: 'Sign all other devices out', zh: '退出其他所有设备' },
  allow: { staff: true },
  input: z.object({}),
  output: Ended,
  run: async (ctx) => {
    const { userId, sessionId } = own(ctx);
    return { ended: await endSessions(ctx, userId, sessionId) };
  },
});

/** Signs a member of staff out everywhere. */
export const endStaffSessions = defineAction({
  title: { en: 'Sign out everywhere', zh: '在所有设备上退出' },
  allow: { staff: 'staff.manage', system: true },
  on: User,
  input: z.object({ reason: z.string().max(500).optional() }),
  output: Ended,
  when: (ctx, row) => {
    const self = ctx.actor.kind === 'staff' && ctx.actor.userId === row.id;
    return self ? undefined : mayManage(ctx.actor, row);
  },
  run: async (ctx, row) => ({ ended: await endSessions(ctx, row.id) }),
});

/** Notes that a session was used; the desk does so by itself with a request. */
export const noteSessionUse = defineAction({
  title: { en: 'Note the use of a session', zh: '记录会话使用' },
  allow: { staff: true },
  unaudited: true,
  input: z.object({}),
  output: value('SessionUseNoted', z.object({ ok: z.boolean() })),
  run: async (ctx) => {
    const session = await ctx.maybe(StaffSession, own(ctx).sessionId);
    if (!session || session.endedAt) return { ok: false };
    const due = Date.parse(session.usedAt ?? session.createdAt) + NOTED_EVERY_MS <= Date.parse(ctx.now);
    if (due) ctx.update(StaffSession, session, { usedAt: ctx.now });
    return { ok: true };
  },
});
