import { z } from 'zod';
import { defineAction, one, value } from '../../kernel/action.ts';
import { refuse } from '../../kernel/context.ts';
import { deny } from '../../kernel/denial.ts';
import { defineEvent } from '../../kernel/event.ts';
import { secret, type RowOf } from '../../kernel/entity.ts';
import { StaffSession, Tenant, User } from './entities.ts';
import { ROLE_CODES } from './permission.ts';

const password = secret(z.string().min(10, 'At least 10 characters.').max(200));
const shape = z.object({
  name: z.string().trim().min(1).max(100),
  email: z.email().max(254).toLowerCase(),
  roles: z.array(z.enum(ROLE_CODES)).min(1),
  storeIds: z.array(z.string()),
  languages: z.array(z.enum(['zh-CN', 'en'])),
  skills: z.array(z.string().max(40)),
  capacity: z.int().min(1).max(50),
  autoReplyText: z.string().max(500),
});
/** Of a new person only: a default inside the change's input would reset whatever it leaves out. */
const newcomer = shape.extend({
  storeIds: shape.shape.storeIds.default([]),
  languages: shape.shape.languages.default(['zh-CN']),
  skills: shape.shape.skills.default([]),
  capacity: shape.shape.capacity.default(5),
  autoReplyText: shape.shape.autoReplyText.default(''),
});

export const staffPresenceChanged = defineEvent<RowOf<typeof User>>('staff.presence_changed');

export const addStaff = defineAction({
  title: { en: 'Add a member of staff', zh: '添加员工' },
  allow: { staff: 'staff.manage', system: true },
  input: newcomer.extend({ agentNo: z.string().regex(/^[A-Za-z0-9-]{1,20}$/), password }),
  output: one(User),
  check: async (ctx, { email, agentNo }) => {
    const same = (await ctx.lookup(User, { email })) ?? (await ctx.first(User, { agentNo }));
    return same && deny('DUPLICATE', { details: { field: same.email === email ? 'email' : 'agentNo' } });
  },
  run: async (ctx, { password: plain, ...fields }) =>
    ctx.insert(User, { ...fields, passwordHash: await ctx.ports.passwords.hash(plain), presence: 'OFFLINE', active: true }),
});

/** Changes a member of staff; the work number never changes. Nobody takes away his own administration. */
export const updateStaff = defineAction({
  title: { en: 'Change a member of staff', zh: '修改员工信息' },
  allow: { staff: 'staff.manage' },
  on: User,
  input: shape.partial().extend({ id: z.string(), active: z.boolean().optional(), reason: z.string().max(500).optional() }),
  output: one(User),
  check: (ctx, input) => {
    const self = ctx.actor.kind === 'staff' && ctx.actor.userId === input.id;
    const locksOut = input.active === false || (input.roles && !input.roles.includes('AD'));
    return self && locksOut ? deny('FORBIDDEN', { message: 'You cannot take away your own administration.' }) : undefined;
  },
  run: async (ctx, { id, reason: _reason, ...given }) => {
    const user = await ctx.get(User, id);
    const fields = Object.fromEntries(Object.entries(given).filter(([, v]) => v !== undefined));
    if (given.active === false) await endSessions(ctx, id);
    return ctx.update(User, user, fields);
  },
});

async function endSessions(ctx: Parameters<typeof addStaff.run>[0], userId: string): Promise<void> {
  const open = await ctx.desk.find(StaffSession, { where: { userId, endedAt: null } });
  for (const session of open) ctx.update(StaffSession, session, { endedAt: ctx.now });
}

/** Sets a new password and signs the person out everywhere. */
export const setStaffPassword = defineAction({
  title: { en: 'Set a password', zh: '重置密码' },
  allow: { staff: 'staff.manage' },
  on: User,
  input: z.object({ id: z.string(), password }),
  output: one(User),
  run: async (ctx, input) => {
    const user = await ctx.get(User, input.id);
    await endSessions(ctx, user.id);
    return ctx.update(User, user, { passwordHash: await ctx.ports.passwords.hash(input.password) });
  },
});

const PRESENCE_EVENTS = {
  OFFLINE: 'goOffline',
  ONLINE: 'goOnline',
  BUSY: 'goBusy',
  AWAY: 'goAway',
  BREAK: 'takeBreak',
  TRAINING: 'train',
  COOL_DOWN: 'coolDown',
} as const;

/** Sets one's own presence; that of others needs `presence.override` and is logged with its reason. */
export const setPresence = defineAction({
  title: { en: 'Set presence', zh: '设置在线状态' },
  allow: { staff: true, system: true },
  on: User,
  input: z.object({ id: z.string(), presence: z.enum(Object.keys(PRESENCE_EVENTS) as [keyof typeof PRESENCE_EVENTS]), reason: z.string().max(500).optional() }),
  output: one(User),
  check: ({ actor }, { id, reason }) => {
    if (actor.kind !== 'staff' || actor.userId === id) return undefined;
    if (!actor.permissions.has('presence.override')) return deny('FORBIDDEN');
    return reason ? undefined : deny('REASON_REQUIRED');
  },
  run: async (ctx, { id, presence }) => {
    const user = await ctx.get(User, id);
    await ctx.unschedule(`presence:${id}`);
    if (user.presence === presence) return user;
    const changed = ctx.fire(User, user, PRESENCE_EVENTS[presence]);
    ctx.emit(staffPresenceChanged, changed);
    return changed;
  },
});

/** Sets one's own automatic reply; without one nobody goes online (R-CH-13). */
export const setAutoReply = defineAction({
  title: { en: 'Set the automatic reply', zh: '设置自动回复' },
  allow: { staff: true },
  input: z.object({ text: z.string().trim().min(1).max(500) }),
  output: one(User),
  run: async (ctx, { text }) => {
    if (ctx.actor.kind !== 'staff') return refuse('FORBIDDEN');
    return ctx.update(User, await ctx.get(User, ctx.actor.userId), { autoReplyText: text });
  },
});

/** How long a person may be gone (closed panel, lost network) before the desk sets him offline. */
const GONE_MS = 90_000;

/** The panel's stream opened (`connected`) or closed; a panel that stays closed sets the person offline. */
export const noteStaffConnection = defineAction({
  title: { en: 'Note a panel connection', zh: '记录面板连接' },
  allow: { staff: true },
  unaudited: true,
  input: z.object({ connected: z.boolean() }),
  output: value('ConnectionNoted', z.object({ ok: z.boolean() })),
  run: async (ctx, { connected }) => {
    if (ctx.actor.kind !== 'staff') return { ok: false };
    const id = ctx.actor.userId;
    const key = `presence:${id}`;
    const user = await ctx.get(User, id);
    if (connected || user.presence === 'OFFLINE') await ctx.unschedule(key);
    else {
      const dueAt = new Date(Date.parse(ctx.now) + GONE_MS).toISOString();
      await ctx.schedule(key, dueAt, 'setPresence', { id, presence: 'OFFLINE', reason: 'Panel closed' });
    }
    return { ok: true };
  },
});

/** Decides which roles have a permission in this tenant, instead of the default matrix. */
export const setPermissionRoles = defineAction({
  title: { en: 'Set the roles of a permission', zh: '设置权限角色' },
  allow: { staff: 'staff.manage' },
  input: z.object({ permission: z.string().max(100), roles: z.array(z.enum(ROLE_CODES)) }),
  output: one(Tenant),
  check: (_ctx, { permission, roles }) =>
    permission === 'staff.manage' && !roles.includes('AD')
      ? deny('FORBIDDEN', { message: 'The administrator keeps the management of staff.' })
      : undefined,
  run: async (ctx, { permission, roles }) => {
    const tenant = await ctx.desk.first(Tenant, {});
    if (!tenant) return refuse('NOT_FOUND');
    return ctx.update(Tenant, tenant, { permissionOverrides: { ...tenant.permissionOverrides, [permission]: roles } });
  },
});

