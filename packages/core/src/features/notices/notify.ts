/**
 * @module How a feature gives notice: one row in the commit of what happened. The same thing again is counted in that
 * row; it rings again only when it has become worse.
 */
import type { ActionContext, ReadContext } from '../../kernel/context.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { point } from '../../kernel/point.ts';
import type { Span } from '../../kernel/work.ts';
import { Store, User } from '../access/index.ts';
import { afterServiceTime, officeCalendar, serviceCalendar } from '../calendar/index.ts';
import { clip } from '../../kernel/clip.ts';
import { noticeSeverity } from './codes.ts';
import { Notice, NoticePolicy, OPEN_NOTICES } from './entities.ts';
import type { NoticeKindRule } from './kinds.ts';
import { escalationTimer } from './timers.ts';

type Row = RowOf<typeof Notice>;

/**
 * People, whoever has a permission, whoever has one of some roles, the members of teams and those who lead one, in the
 * store of the notice.
 */
export interface Audience {
  readonly userIds?: readonly (string | null)[];
  readonly permission?: string;
  readonly roles?: readonly string[];
  /** Ids of teams: all of their members. */
  readonly teams?: readonly string[];
  /** Ids of teams: who leads them; where nobody does, who leads above. */
  readonly leadsOf?: readonly string[];
}

export interface Notification {
  /** Null: it belongs to no store. */
  readonly storeId: string | null;
  /** What makes it the same thing again; one that is not settled stands for a kind and a key. */
  readonly key: string;
  /** What it is about, in a line, as people wrote it: `C-12 · A broken cup`. */
  readonly title: string;
  readonly note?: string;
  /** The row that it is about. */
  readonly about?: { readonly entity: string; readonly id: string };
  readonly to: Audience;
  /** Whom it goes to as well, one after the other, when nobody acknowledges it in time. */
  readonly next?: readonly Audience[];
}

/** Who hears of what would reach nobody, because whoever was meant has left. */
export const UNHEARD = 'notice.unheard';

const MINUTE = 60_000;
const weight = (severity: Row['severity']): number => noticeSeverity.options.indexOf(severity);
const isEmpty = ({ toUserIds, toPermission, toRoles, toTeams = [], toLeadsOf = [] }: Meant): boolean =>
  toPermission === null && [toUserIds, toRoles, toTeams, toLeadsOf].every((named) => named.length === 0);

/** Levels that an older desk has stored name no teams. */
type Meant = Pick<Row, 'toUserIds' | 'toPermission' | 'toRoles'> & Partial<Pick<Row, 'toTeams' | 'toLeadsOf'>>;

/** Who can be told of those who are meant by their team: without teams that have nobody, and who leads above them. */
export const teamAudience = point<
  { readonly teams: readonly string[]; readonly leadsOf: readonly string[] },
  { readonly teams: readonly string[]; readonly leadsOf: readonly string[]; readonly userIds: readonly string[] }
>('notices.teamAudience');

/** The rows of notices are the desk's own: whoever causes one need not be among those who are told. */
const own = (ctx: ActionContext): ActionContext => ctx.trusted('gives notice to others');

const meantBy = ({ userIds = [], permission, roles = [], teams = [], leadsOf = [] }: Audience): Meant => ({
  toUserIds: userIds.flatMap((id) => id ?? []),
  toPermission: permission ?? null,
  toRoles: [...roles],
  toTeams: [...teams],
  toLeadsOf: [...leadsOf],
});

/** Without people who have left or who work for other stores: they are not told. */
async function reachable(ctx: ReadContext, meant: Meant, storeId: string | null): Promise<Meant> {
  const { toTeams: teams = [], toLeadsOf: leadsOf = [] } = meant;
  const byTeam = teams.length + leadsOf.length > 0 ? await ctx.ask(teamAudience, { teams, leadsOf }) : [];
  const ids = [...meant.toUserIds, ...byTeam.flatMap(({ userIds }) => userIds)];
  const people = await Promise.all([...new Set(ids)].map((id) => ctx.maybe(User, id)));
  const serves = ({ storeIds }: RowOf<typeof User>) =>
    storeId === null || storeIds.length === 0 || storeIds.includes(storeId);
  return {
    ...meant,
    toTeams: byTeam.flatMap((one) => one.teams),
    toLeadsOf: byTeam.flatMap((one) => one.leadsOf),
    toUserIds: people.flatMap((user) => (user?.active && serves(user) ? [user.id] : [])),
  };
}

const widened = (row: Meant, by: Meant): Meant => ({
  toUserIds: [...new Set([...row.toUserIds, ...by.toUserIds])],
  toPermission: by.toPermission ?? row.toPermission,
  toRoles: [...new Set([...row.toRoles, ...by.toRoles])],
  toTeams: [...new Set([...(row.toTeams ?? []), ...(by.toTeams ?? [])])],
  toLeadsOf: [...new Set([...(row.toLeadsOf ?? []), ...(by.toLeadsOf ?? [])])],
});

/** Gives notice of something; where the store wants none of this kind, a row that nobody is told of says so. */
export async function notify(
  caller: ActionContext,
  kind: NoticeKindRule,
  { storeId, key, title, note = '', about, to, next = [] }: Notification,
): Promise<Row> {
  const ctx = own(caller);
  const known = await ctx.first(Notice, { kind: kind.code, key, state: { in: OPEN_NOTICES } });
  if (known) return again(ctx, known, { kind, title, note });
  const because = await notToldBecause(ctx, kind, storeId);
  const audiences = await Promise.all([to, ...next].map((each) => reachable(ctx, meantBy(each), storeId)));
  const levels = audiences.filter((each) => !isEmpty(each));
  const [first = { toUserIds: [], toPermission: UNHEARD, toRoles: [] }, ...later] = levels;
  const within = because ? null : (kind.acknowledge ?? null);
  const row = ctx.insert(Notice, {
    storeId,
    kind: kind.code,
    key,
    severity: kind.severity,
    title: clip(title, 300),
    note: clip(note, 1000),
    aboutEntity: about?.entity ?? null,
    aboutId: about?.id ?? null,
    byUserId: caller.actor.kind === 'staff' ? caller.actor.userId : null,
    ...first,
    state: because ? 'SUPPRESSED' : 'OPEN',
    notToldBecause: because,
    at: ctx.now,
    lastAt: ctx.now,
    count: 1,
    level: 0,
    acknowledgeBy: null,
    acknowledgedAt: null,
    acknowledgedById: null,
    locked: kind.locked ?? false,
    levels: later,
    within,
  });
  return within ? wait(ctx, row, within) : row;
}

/** It happened once more before it was settled. */
async function again(
  ctx: ActionContext,
  row: Row,
  { kind, title, note }: { readonly kind: NoticeKindRule; readonly title: string; readonly note: string },
): Promise<Row> {
  const counted = { count: row.count + 1, lastAt: ctx.now, title: clip(title, 300), note: clip(note, 1000) };
  if (weight(kind.severity) <= weight(row.severity)) return ctx.update(Notice, row, counted);
  const worse = { ...counted, severity: kind.severity };
  const next = row.state === 'ACKNOWLEDGED' ? ctx.fire(Notice, row, 'worsen', worse) : ctx.update(Notice, row, worse);
  return row.within && !next.acknowledgeBy ? wait(ctx, next, row.within) : next;
}

/** Waits for somebody to acknowledge it, as long as there is somebody to whom it would go on. */
async function wait(ctx: ActionContext, row: Row, within: Span): Promise<Row> {
  if (row.levels.length === 0) return ctx.update(Notice, row, { acknowledgeBy: null });
  const acknowledgeBy = await after(ctx, row.storeId, within);
  if (!acknowledgeBy) return row;
  await ctx.at(escalationTimer, acknowledgeBy, row);
  return ctx.update(Notice, row, { acknowledgeBy });
}

async function after(ctx: ReadContext, storeId: string | null, { minutes, of }: Span): Promise<string | undefined> {
  const store = of === 'WALL' ? undefined : await ctx.maybe(Store, storeId);
  if (!store) return new Date(Date.parse(ctx.now) + minutes * MINUTE).toISOString();
  const calendar = of === 'OFFICE' ? officeCalendar(store) : serviceCalendar(store);
  return afterServiceTime(calendar, ctx.now, minutes * MINUTE);
}

/** Nobody has acknowledged it: those who come next hear of it too. */
export async function goOn(ctx: ActionContext, row: Row): Promise<Row> {
  const [next, ...levels] = row.levels;
  if (!next) return ctx.update(Notice, row, { acknowledgeBy: null });
  const audience = widened(row, await reachable(ctx, next, row.storeId));
  const changed = ctx.update(Notice, row, { ...audience, levels, level: row.level + 1, acknowledgeBy: null });
  return row.within ? wait(ctx, changed, row.within) : changed;
}

/** What notices of a kind and key were about is settled. Those who were to acknowledge them need not. */
export async function clearNotices(caller: ActionContext, kind: NoticeKindRule, key: string): Promise<void> {
  const ctx = own(caller);
  const row = await ctx.first(Notice, { kind: kind.code, key, state: { in: OPEN_NOTICES } });
  if (!row) return;
  if (row.acknowledgeBy) await ctx.unset(escalationTimer, row);
  ctx.fire(Notice, row, 'clear', { acknowledgeBy: null });
}

/** What notices of some kinds were about is settled: those about a row. */
export async function clearNoticesAbout(
  caller: ActionContext,
  aboutId: string,
  kinds: readonly NoticeKindRule[],
): Promise<void> {
  const ctx = own(caller);
  const rows = await ctx.all(Notice, {
    where: { aboutId, state: { in: OPEN_NOTICES }, kind: { in: kinds.map(({ code }) => code) } },
  });
  for (const row of rows) {
    if (row.acknowledgeBy) await ctx.unset(escalationTimer, row);
    ctx.fire(Notice, row, 'clear', { acknowledgeBy: null });
  }
}

/** A person has left: what was meant for them alone goes on, at once. */
export async function leaveNotices(ctx: ActionContext, userId: string): Promise<void> {
  const rows = await ctx.find(Notice, {
    where: { state: { in: OPEN_NOTICES }, toUserIds: { has: userId } },
    limit: MOST_HANDED_ON,
  });
  for (const row of rows) {
    const left = ctx.update(Notice, row, { toUserIds: row.toUserIds.filter((id) => id !== userId) });
    if (!isEmpty(left)) continue;
    if (row.levels.length > 0) await goOn(ctx, left);
    else ctx.update(Notice, left, { toPermission: UNHEARD });
  }
}

/** Somebody leads these teams no more: what was meant for their leads is for who leads them now, or who leads above. */
export async function leaveLead(ctx: ActionContext, teamIds: readonly string[]): Promise<void> {
  for (const id of teamIds) {
    const rows = await ctx.find(Notice, {
      where: { state: { in: OPEN_NOTICES }, toLeadsOf: { has: id } },
      limit: MOST_HANDED_ON,
    });
    for (const row of rows) {
      const { toUserIds, toPermission, toRoles, toTeams, toLeadsOf } = row;
      const meant = { toUserIds, toPermission, toRoles, toTeams, toLeadsOf };
      const left = ctx.update(Notice, row, await reachable(ctx, meant, row.storeId));
      if (!isEmpty(left)) continue;
      if (row.levels.length > 0) await goOn(ctx, left);
      else ctx.update(Notice, left, { toPermission: UNHEARD });
    }
  }
}

/** Notices that one person leaves behind, at most; nobody has as many that are not settled. */
const MOST_HANDED_ON = 500;
const DAY = 24 * 60 * MINUTE;

/** Why a store wants no notice of this kind now; null: it does. */
async function notToldBecause(ctx: ReadContext, { code, locked }: NoticeKindRule, storeId: string | null) {
  if (locked || storeId === null) return null;
  const policy = await ctx.first(NoticePolicy, { storeId, kind: code });
  if (!policy) return null;
  if (!policy.on) return 'SWITCHED_OFF' as const;
  if (policy.perDay === null) return null;
  const since = new Date(Date.parse(ctx.now) - DAY).toISOString();
  const given = await ctx.count(
    Notice,
    { storeId, kind: code, state: { ne: 'SUPPRESSED' }, at: { gt: since } },
    policy.perDay,
  );
  return given >= policy.perDay ? ('CAP' as const) : null;
}
