import { z } from 'zod';
import { defineAction, defineView, value } from '../../kernel/action.ts';
import type { Actor, StaffActor } from '../../kernel/actor.ts';
import { refuse, type ActionContext, type ReadContext } from '../../kernel/context.ts';
import type { Desk } from '../../kernel/desk.ts';
import type { RowOf } from '../../kernel/entity.ts';
import type { Passwords } from '../../ports/index.ts';
import { StaffSession, Tenant, User } from './entities.ts';
import { countFailure, forgetFailures, tooEarly } from './failed-sign-ins.ts';
import { chooseOwnPassword } from './own-password.ts';
import { newPassword } from './password.ts';
import { permissionsOf } from './permission.ts';
import { staffStanding } from './standing.ts';
import { sessionHolder, type NamedSession } from './session-holder.ts';
import { STAFF_SESSION_MS, staffIdleMs, staffSessionEnd } from './staff-session.ts';
import { accessTexts as t } from './texts.ts';

/** A session that has begun; its token is shown this once and stored as a hash. */
export const SignedIn = z.object({
  token: z.string(),
  userId: z.string(),
  name: z.string(),
  expiresAt: z.string(),
  /** Wrong passwords since the last sign-in: who did not type them should know. */
  failedBefore: z.int(),
});

const actorOf = (user: RowOf<typeof User>): StaffActor => ({
  kind: 'staff',
  tenantId: user.tenantId,
  userId: user.id,
  name: user.name,
  agentNo: user.agentNo,
  roles: user.roles,
  permissions: new Set(),
});

/** Companies in which somebody may work under one e-mail; each password that is tried costs time. */
const MOST_COMPANIES = 5;

/**
 * The people whom an e-mail and a password fit, in whatever tenant: an address is unique within one only, so that no
 * tenant learns who works for another. For an unknown e-mail the password is hashed in vain, so that the answer takes
 * as long as for a wrong password.
 */
async function fitting(
  passwords: Passwords,
  password: string,
  known: readonly RowOf<typeof User>[],
): Promise<RowOf<typeof User>[]> {
  if (known.length === 0) await passwords.hash(password);
  const right = await Promise.all(known.map((user) => passwords.verify(password, user.passwordHash)));
  return known.filter((user, index) => right[index] && user.active);
}

/** Begins a session of somebody who has shown who they are. */
export function openSession(
  ctx: ActionContext,
  { id: userId, tenantId, name }: RowOf<typeof User>,
  { device, failedBefore }: { readonly device: string | undefined; readonly failedBefore: number },
): z.output<typeof SignedIn> {
  const { token, hash: tokenHash } = ctx.ports.tokens.issue();
  const expiresAt = new Date(Date.parse(ctx.now) + STAFF_SESSION_MS).toISOString();
  ctx.insert(StaffSession, {
    tenantId,
    userId,
    tokenHash,
    expiresAt,
    endedAt: null,
    usedAt: null,
    device: device ?? null,
  });
  return { token, userId, name, expiresAt, failedBefore };
}

/**
 * Signs a member of staff in; the token is shown once and stored as a hash. A password that somebody else chose opens
 * nothing by itself: UNAUTHENTICATED with the cause "password_change" until one's own comes along as `newPassword`.
 */
export const signIn = defineAction({
  title: { en: 'Sign in', zh: '登录' },
  allow: { anonymous: true },
  staffDoor: true,
  input: z.object({
    email: z.string().max(254).toLowerCase(),
    password: z.string().min(1).max(200),
    newPassword: newPassword.optional(),
    device: z.string().trim().max(100).optional(),
    /** The tenant’s slug, where the same e-mail and password fit in several. */
    company: z.string().max(64).optional(),
  }),
  output: value('SignedIn', SignedIn),
  check: (ctx, { email }) => tooEarly(ctx, email),
  run: async (ctx, { email, password, company, newPassword: chosen, device }) => {
    const tenant = company === undefined ? undefined : await ctx.lookup(Tenant, { slug: company });
    const known = await ctx.lookupAll(User, { email }, MOST_COMPANIES);
    const meant = known.filter(({ tenantId }) => company === undefined || tenantId === tenant?.id);
    const [user, another] = await fitting(ctx.ports.passwords, password, meant);
    if (another)
      return refuse('VALIDATION_FAILED', {
        fields: [{ path: 'company', text: t.severalCompanies }],
      });
    if (!user) return refuse('UNAUTHENTICATED', { text: t.wrongCredentials, details: { cause: 'credentials' } });
    if (user.mustChangePassword && chosen === undefined)
      return refuse('UNAUTHENTICATED', {
        text: t.choosePassword,
        details: { cause: 'password_change' },
      });
    const { tenantId } = user;
    if (chosen !== undefined)
      await chooseOwnPassword(ctx.inTenant(tenantId), user, { password: chosen, path: 'newPassword' });
    const failedBefore = await forgetFailures(ctx, email);
    return openSession(ctx, user, { device, failedBefore });
  },
  refused: (ctx, { email }, denial) => countFailure(ctx, email, denial),
});

/** Ends the session of this request; its open streams are cut. */
export const signOut = defineAction({
  title: { en: 'Sign out', zh: '退出登录' },
  allow: { staff: true },
  input: z.object({}),
  output: value('SignedOut', z.object({ ok: z.boolean() })),
  run: async (ctx) => {
    const { actor } = ctx;
    const session = actor.kind === 'staff' ? await ctx.maybe(StaffSession, actor.sessionId) : undefined;
    if (session && !session.endedAt) ctx.update(StaffSession, session, { endedAt: ctx.now });
    return { ok: true };
  },
});

/** Who is signed in, with what he may do. */
export const currentUser = defineView({
  title: { en: 'Current user', zh: '当前用户' },
  allow: { staff: true },
  input: z.object({}),
  output: value(
    'CurrentUser',
    z.object({
      id: z.string(),
      name: z.string(),
      agentNo: z.string(),
      roles: z.array(z.string()),
      permissions: z.array(z.string()),
      /** After so many seconds without use the session ends. */
      idleSeconds: z.int(),
    }),
  ),
  run: (ctx) => {
    const { actor } = ctx;
    if (actor.kind !== 'staff') return refuse('FORBIDDEN');
    const { userId: id, name, agentNo, roles, permissions } = actor;
    return {
      id,
      name,
      agentNo,
      roles: [...roles],
      permissions: [...permissions],
      idleSeconds: Math.round(staffIdleMs(ctx) / 1000),
    };
  },
});

type Reader = Pick<ReadContext, 'lookup' | 'ports' | 'now' | 'ask'>;
type Permissions = ReadonlyMap<string, readonly string[]>;

/**
 * The actor behind a bearer token, or undefined when there is none: expired, ended or never issued.
 * `defaults` are the desk's permissions ({@link permissionsOf}).
 */
export async function actorForToken(ctx: Reader, token: string, defaults: Permissions): Promise<Actor | undefined> {
  return actorFor(ctx, { tokenHash: ctx.ports.tokens.hash(token) }, defaults);
}

/** The actor of a session as it stands now, by its id: for streams that outlive the request that opened them. */
export async function actorForSession(ctx: Reader, id: string, defaults: Permissions): Promise<Actor | undefined> {
  return actorFor(ctx, { id }, defaults);
}

async function actorFor(ctx: Reader, where: NamedSession, defaults: Permissions): Promise<Actor | undefined> {
  const [staff, [holder]] = await Promise.all([ctx.lookup(StaffSession, where), ctx.ask(sessionHolder, where)]);
  return staff ? staffActor(ctx, staff, defaults) : holder;
}

async function staffActor(
  ctx: Reader,
  session: RowOf<typeof StaffSession>,
  defaults: ReadonlyMap<string, readonly string[]>,
): Promise<StaffActor | undefined> {
  if (session.endedAt || staffSessionEnd(ctx, session) <= ctx.now) return undefined;
  const user = await ctx.lookup(User, { id: session.userId });
  const actor = user && (await staffActorOf(ctx, user, defaults));
  return actor && { ...actor, sessionId: session.id };
}

async function staffActorOf(
  ctx: Pick<ReadContext, 'lookup' | 'ask'>,
  user: RowOf<typeof User>,
  defaults: Permissions,
): Promise<StaffActor | undefined> {
  const tenant = await ctx.lookup(Tenant, { id: user.tenantId });
  if (!user.active || !tenant) return undefined;
  const [standing] = await ctx.ask(staffStanding, user);
  return {
    ...actorOf(user),
    ...standing,
    permissions: permissionsOf(user.roles, defaults, tenant.permissionOverrides),
    ...(user.storeIds.length > 0 ? { storeIds: user.storeIds } : {}),
  };
}

/**
 * What finds a member of staff: an id, or the short name of their company with their address, which may work for
 * several.
 */
export type StaffName = { readonly userId: string } | { readonly company: string; readonly email: string };

/**
 * The actor of a member of staff whom a host has signed in itself, with the roles and stores that they have now;
 * undefined when there is nobody of that name, or they are not active any more. For `authenticate` of a server.
 * @example
 * `authenticate: async (request) => actorOfUser(server.desk, { company: 'my-company', email: (await mySession(request)).email })`
 */
export async function actorOfUser(
  desk: Pick<Desk, 'read' | 'permissions'>,
  name: StaffName,
): Promise<StaffActor | undefined> {
  const ctx = desk.read({ kind: 'system', tenantId: '', name: 'own sign-in' });
  const tenant = 'company' in name ? await ctx.lookup(Tenant, { slug: name.company }) : undefined;
  if ('company' in name && !tenant) return undefined;
  const user = await ctx.lookup(
    User,
    'userId' in name ? { id: name.userId } : { tenantId: tenant?.id ?? '', email: name.email.toLowerCase() },
  );
  return user && staffActorOf(ctx, user, desk.permissions);
}
