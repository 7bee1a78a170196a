import { z } from 'zod';
import { defineAction, one, value } from '../../kernel/action.ts';
import { refuse, type ActionContext, type ReadContext } from '../../kernel/context.ts';
import { deny } from '../../kernel/denial.ts';
import { sharesStore } from '../../kernel/actor.ts';
import { defineEvent } from '../../kernel/event.ts';
import { ref, type RowOf } from '../../kernel/entity.ts';
import { OTHER_STORES } from '../../kernel/store-guard.ts';
import { mayFire } from '../../kernel/machine.ts';
import { Tenant, User, presenceMachine, locale, presence } from './entities.ts';
import {
  authorityWidened,
  isSensitive,
  lastOwnerLeaves,
  mayChangeAuthority,
  mayDecideRoles,
  mayManage,
  noteOwnerLeaves,
  sensitiveOf,
} from './authority.ts';
import { mayNotBeLet, skillsAfter, skillsOfNew } from './onboarding.ts';
import { endLinks } from './open-links.ts';
import { newPassword, passwordDenial } from './password.ts';
import { memberOf } from '../../kernel/vocabulary.ts';
import { Role } from './role.ts';
import { mayServe, unknownSkill } from './skills.ts';
import { endSessions } from './staff-session.ts';
import { presenceTimer } from './timers.ts';
import { ADMINISTERS, rolesWith, tenantOf } from './settings.ts';
import { accessTexts as t } from './texts.ts';

const shape = z.object({
  name: z.string().trim().min(1).max(100),
  email: z.email().max(254).toLowerCase(),
  roles: z.array(memberOf(Role)).min(1),
  storeIds: z.array(ref('Store')),
  languages: z.array(locale),
  /** Teams and ways to talk by their names, without regard to case. */
  skills: z.array(z.string().max(40)),
  capacity: z.int().min(1).max(50),
  autoReplyText: z.string().trim().max(500),
});
/** May serve customers; of a new person, left out: by the roles. */
const serving = { mayServe: z.boolean().optional() };
/** Of a new person only: a default inside the change's input would reset whatever it leaves out. */
export const newcomer = shape.extend({
  ...serving,
  agentNo: z.string().regex(/^[A-Za-z0-9-]{1,20}$/),
  password: newPassword,
  storeIds: shape.shape.storeIds.default([]),
  languages: shape.shape.languages.default(['zh-CN']),
  skills: shape.shape.skills.default([]),
  capacity: shape.shape.capacity.default(5),
  autoReplyText: shape.shape.autoReplyText.default(''),
});

export const staffPresenceChanged = defineEvent<RowOf<typeof User>>('staff.presence_changed');

/** What a new member of staff begins with. */
export async function newStaff(
  { ports, actor }: Pick<ActionContext, 'ports' | 'actor'>,
  { password: plain, mayServe: wish, ...fields }: z.output<typeof newcomer>,
) {
  const skills = skillsAfter(fields.skills, { mayServe: wish });
  const passwordHash = await ports.passwords.hash(plain);
  return {
    ...fields,
    skills,
    passwordHash,
    presence: 'OFFLINE',
    active: true,
    mustChangePassword: actor.kind === 'staff',
  } as const;
}

/** Adds a member of staff. The password that a member of staff chooses for another is changed at the first sign-in. */
export const addStaff = defineAction({
  title: { en: 'Add a member of staff', zh: '添加员工' },
  allow: { staff: 'staff.manage', system: true },
  input: newcomer,
  output: one(User),
  check: async (ctx, { email, agentNo, storeIds, name, password, skills, mayServe: wish }) => {
    const denial =
      mayManage(ctx.actor, { storeIds }) ??
      unknownSkill(skills) ??
      ((wish ?? mayServe({ skills })) ? await mayNotBeLet(ctx) : undefined);
    if (denial) return denial;
    const same =
      (await ctx.trusted('what exists counts').first(User, { email })) ??
      (await ctx.trusted('what exists counts').first(User, { agentNo }));
    if (same) return deny('DUPLICATE', { details: { field: same.email === email ? 'email' : 'agentNo' } });
    return passwordDenial(ctx, 'password', { password, person: { name, email, agentNo } });
  },
  run: async (ctx, input) => {
    const user = ctx.insert(
      User,
      await newStaff(ctx, { ...input, skills: await skillsOfNew(ctx, input), mayServe: undefined }),
    );
    await tellOfNewAuthority(ctx, user, []);
    return user;
  },
});

/** Whether somebody with these roles manages staff, as the tenant decided. */
async function mayManageStaff(ctx: ReadContext, roles: readonly string[]): Promise<boolean> {
  const managing = await rolesWith(ctx, ADMINISTERS);
  return roles.some((role) => managing.includes(role));
}

/** Changes a member of staff; the work number never changes. Nobody takes away his own administration. */
export const updateStaff = defineAction({
  title: { en: 'Change a member of staff', zh: '修改员工信息' },
  allow: { staff: 'staff.manage' },
  on: User,
  input: shape.partial().extend({ ...serving, active: z.boolean().optional(), reason: z.string().max(500).optional() }),
  output: one(User),
  when: ({ actor }, user) => mayChangeAuthority(actor, user, {}),
  check: async (ctx, user, input) => {
    const self = ctx.actor.kind === 'staff' && ctx.actor.userId === user.id;
    if (self && (input.active === false || (input.roles && !(await mayManageStaff(ctx, input.roles)))))
      return deny('FORBIDDEN', { text: t.keepOwnAdministration });
    const denial =
      mayChangeAuthority(ctx.actor, user, input) ??
      unknownSkill(input.skills ?? [], user.skills) ??
      (await lastOwnerLeaves(ctx, user, changedAccount(user, input)));
    if (denial) return denial;
    return !mayServe(user) && mayServe({ skills: skillsAfter(user.skills, input) })
      ? mayNotBeLet(ctx, user.id)
      : undefined;
  },
  run: async (ctx, user, { reason: _reason, mayServe: wish, ...given }) => {
    const wished =
      wish === undefined && given.skills === undefined
        ? {}
        : { skills: skillsAfter(user.skills, { skills: given.skills, mayServe: wish }) };
    const fields = Object.fromEntries(Object.entries({ ...given, ...wished }).filter(([, v]) => v !== undefined));
    if (given.active === false) {
      await endSessions(ctx, user.id);
      await endLinks(ctx, user.id);
    }
    await noteOwnerLeaves(ctx, user, changedAccount(user, given));
    const changed = ctx.update(User, user, fields);
    await tellOfNewAuthority(ctx, changed, user.roles);
    return changed;
  },
});

/** What of an account decides about ownership, after a change. */
const changedAccount = (
  user: RowOf<typeof User>,
  {
    active = user.active,
    roles = user.roles,
    storeIds = user.storeIds,
  }: {
    readonly active?: boolean | undefined;
    readonly roles?: RowOf<typeof User>['roles'] | undefined;
    readonly storeIds?: string[] | undefined;
  },
) => ({ invited: user.invited, active, roles, storeIds });

/** Tells of the sensitive permissions that a person has by their new roles. */
export async function tellOfNewAuthority(
  ctx: ActionContext,
  { id: userId, roles }: RowOf<typeof User>,
  before: readonly string[],
): Promise<void> {
  const overrides = (await tenantOf(ctx))?.permissionOverrides ?? {};
  const had = sensitiveOf(ctx, before, overrides);
  const permissions = sensitiveOf(ctx, roles, overrides).filter((permission) => !had.includes(permission));
  if (permissions.length > 0) ctx.emit(authorityWidened, { userId, roles, permissions });
}

/**
 * Sets a new password for somebody else, who is signed out everywhere and chooses one of their own at the next sign-in.
 */
export const setStaffPassword = defineAction({
  title: { en: 'Set a password', zh: '重置密码' },
  allow: { staff: 'staff.manage' },
  on: User,
  input: z.object({ password: newPassword }),
  output: one(User),
  when: ({ actor }, person) =>
    actor.kind === 'staff' && actor.userId === person.id
      ? deny('FORBIDDEN', { text: t.changeOwnPassword })
      : mayManage(actor, person),
  check: (ctx, person, { password }) => passwordDenial(ctx, 'password', { password, person }),
  run: async (ctx, user, { password }) => {
    await endSessions(ctx, user.id);
    return ctx.update(User, user, { passwordHash: await ctx.ports.passwords.hash(password), mustChangePassword: true });
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
  input: z.object({
    presence,
    reason: z.string().max(500).optional(),
  }),
  output: one(User),
  when: ({ actor }, user) => {
    if (actor.kind !== 'staff' || actor.userId === user.id) return undefined;
    if (!actor.permissions.has('presence.override')) return deny('FORBIDDEN');
    return sharesStore(actor, user.storeIds) ? undefined : OTHER_STORES;
  },
  check: ({ actor }, user, { presence, reason }) => {
    if (actor.kind === 'staff' && actor.userId !== user.id && !reason) return deny('REASON_REQUIRED');
    return user.presence === presence ? undefined : mayFire(presenceMachine, user.presence, PRESENCE_EVENTS[presence]);
  },
  run: async (ctx, user, { presence }) => {
    await ctx.unset(presenceTimer, user);
    if (user.presence === presence) return user;
    const changed = ctx.trusted("a person's own presence").fire(User, user, PRESENCE_EVENTS[presence]);
    ctx.emit(staffPresenceChanged, changed);
    return changed;
  },
});

/** Sets one's own automatic reply; without one nobody goes online (R-CH-13). */
export const setAutoReply = defineAction({
  title: { en: 'Set the automatic reply', zh: '设置自动回复' },
  allow: { staff: true },
  inPerson: true,
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
    const user = await ctx.get(User, id);
    if (connected || user.presence === 'OFFLINE') await ctx.unset(presenceTimer, user);
    else {
      const dueAt = new Date(Date.parse(ctx.now) + GONE_MS).toISOString();
      await ctx.at(presenceTimer, dueAt, user, { presence: 'OFFLINE', reason: 'Panel closed' });
    }
    return { ok: true };
  },
});

/** Decides which roles have a permission in this tenant, instead of the default matrix. */
export const setPermissionRoles = defineAction({
  title: { en: 'Set the roles of a permission', zh: '设置权限角色' },
  tenantWide: true,
  allow: { staff: 'staff.manage' },
  input: z.object({ permission: z.string().max(100), roles: z.array(memberOf(Role)) }),
  output: one(Tenant),
  check: (ctx, { permission, roles }) => {
    const { actor } = ctx;
    if (!ctx.permissions.has(permission))
      return deny('VALIDATION_FAILED', { fields: [{ path: 'permission', text: t.noSuchPermission }] });
    // Whoever decides for the whole company owns the desk: they stay, and so somebody does.
    if (permission === ADMINISTERS && actor.kind === 'staff' && !roles.some((role) => actor.roles.includes(role)))
      return deny('FORBIDDEN', { text: t.keepOwnAdministration });
    return mayDecideRoles(actor, permission, roles);
  },
  run: async (ctx, { permission, roles }) => {
    const tenant = await tenantOf(ctx);
    if (!tenant) return refuse('NOT_FOUND');
    const before = tenant.permissionOverrides[permission] ?? ctx.permissions.get(permission) ?? [];
    const added = roles.filter((role) => !before.includes(role));
    if (isSensitive(permission) && added.length > 0)
      ctx.emit(authorityWidened, { userId: null, roles: added, permissions: [permission] });
    return ctx.update(Tenant, tenant, { permissionOverrides: { ...tenant.permissionOverrides, [permission]: roles } });
  },
});
