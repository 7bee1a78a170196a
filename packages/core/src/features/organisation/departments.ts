/** @module Departments, who leads them, and to whom people report (R-ORG-03, R-ORG-05). */
import { z } from 'zod';
import { defineAction, defineView, one, value } from '../../kernel/action.ts';
import type { ReadContext } from '../../kernel/context.ts';
import { deny, type Denial } from '../../kernel/denial.ts';
import { ref, type RowOf } from '../../kernel/entity.ts';
import { User } from '../access/index.ts';
import { Department, departmentFields, Placed, teamCode } from './entities.ts';
import type { Person } from './membership.ts';
import { given, MANAGES } from './manage.ts';
import { organisationTexts as t } from './texts.ts';

type DepartmentRow = RowOf<typeof Department>;
const input = z.object(departmentFields);

/** A way that comes back to where it began; undefined: it ends. `next` says what follows on each. */
export async function circleOf(
  from: string,
  to: string | null,
  next: (id: string) => Promise<string | null>,
): Promise<string[] | undefined> {
  const way = [from];
  for (let at = to; at !== null; at = await next(at)) {
    if (way.slice(1).includes(at)) return undefined;
    way.push(at);
    if (at === from) return way;
  }
  return undefined;
}

async function departmentCircle(ctx: ReadContext, id: string, parentId: string): Promise<Denial | undefined> {
  const way = await circleOf(id, parentId, async (at) => (await ctx.maybe(Department, at))?.parentId ?? null);
  if (!way) return undefined;
  const names = await Promise.all(way.map(async (at) => (await ctx.maybe(Department, at))?.name ?? { en: at, zh: at }));
  const each = (language: 'en' | 'zh') => names.map((name) => name[language]).join(' → ');
  return deny('VALIDATION_FAILED', {
    fields: [{ path: 'parentId', text: t.circle({ way: { en: each('en'), zh: each('zh') } }) }],
    details: { way },
  });
}

export const createDepartment = defineAction({
  title: { en: 'Make a department', zh: '新建部门' },
  tenantWide: true,
  allow: { staff: MANAGES },
  input: input.extend({
    code: teamCode,
    parentId: departmentFields.parentId.default(null),
    headedBy: departmentFields.headedBy.default(null),
  }),
  output: one(Department),
  check: async (ctx, { code }) =>
    (await ctx.maybe(Department, code)) ? deny('DUPLICATE', { details: { field: 'code' } }) : undefined,
  run: (ctx, { code: id, ...fields }) => ctx.insert(Department, { id, ...fields, leadId: null }),
});

/** Changes a department; `parentId` moves it, and with it its reporting line. */
export const updateDepartment = defineAction({
  title: { en: 'Change the department', zh: '修改部门' },
  tenantWide: true,
  allow: { staff: MANAGES },
  on: Department,
  input: input.partial().extend({ active: z.boolean().optional() }),
  output: one(Department),
  check: (ctx, { id }, { parentId }) => (parentId ? departmentCircle(ctx, id, parentId) : undefined),
  run: (ctx, row, changes) => ctx.update(Department, row, given(changes)),
});

/** Says who leads a department: one person, or nobody yet. */
export const setDepartmentLead = defineAction({
  title: { en: 'Set the lead', zh: '设置部门负责人' },
  tenantWide: true,
  allow: { staff: MANAGES },
  on: Department,
  input: z.object({ userId: ref('User').nullable() }),
  output: one(Department),
  check: async (ctx, _row, { userId }) =>
    userId && !(await ctx.get(User, userId)).active
      ? deny('VALIDATION_FAILED', { fields: [{ path: 'userId', text: t.leadIsGone }] })
      : undefined,
  run: (ctx, row, { userId: leadId }) => ctx.update(Department, row, { leadId }),
});

/** Puts somebody into a department, and says to whom they report where that is not its lead. */
export const setStaffDepartment = defineAction({
  title: { en: 'Set department and superior', zh: '设置部门与上级' },
  tenantWide: true,
  allow: { staff: MANAGES },
  on: Placed,
  input: z.object({
    departmentId: ref('Department').nullable(),
    reportsToId: ref('User').nullable().default(null),
  }),
  output: one(Placed),
  check: async (ctx, { id }, { reportsToId }) => {
    if (reportsToId === null) return undefined;
    if (!(await ctx.get(User, reportsToId)).active)
      return deny('VALIDATION_FAILED', { fields: [{ path: 'reportsToId', text: t.leadIsGone }] });
    const way = await circleOf(id, reportsToId, async (at) => (await ctx.maybe(Placed, at))?.reportsToId ?? null);
    if (!way) return undefined;
    const names = await Promise.all(way.map(async (at) => (await ctx.maybe(User, at))?.name ?? at));
    return deny('VALIDATION_FAILED', {
      fields: [{ path: 'reportsToId', text: t.circle({ way: names.join(' → ') }) }],
      details: { way },
    });
  },
  run: (ctx, person, { departmentId, reportsToId }) => ctx.update(Placed, person, { departmentId, reportsToId }),
});

/** So many hold a role at the head of a department, at most: all of them hear. */
const MOST_HEADS = 20;

/** Who leads a department: the person named, else whoever has the role that heads it. */
export async function headsOf(ctx: ReadContext, { leadId, headedBy }: DepartmentRow): Promise<string[]> {
  const lead = await ctx.maybe(User, leadId);
  if (lead?.active) return [lead.id];
  if (!headedBy) return [];
  const all = await ctx.find(User, { where: { active: true, roles: { has: headedBy } }, limit: MOST_HEADS });
  return all.map(({ id }) => id);
}

const MOST_LEVELS = 20;

/**
 * To whom somebody reports: to the person named, else to who leads their department, and where that is themselves or
 * nobody, to who leads the one above. Empty: nobody stands above them.
 */
export async function superiorsOf(ctx: ReadContext, person: Person): Promise<string[]> {
  const named = await ctx.maybe(User, person.reportsToId);
  if (named?.active) return [named.id];
  return headsAbove(ctx, person.departmentId, person.id);
}

/** Who leads a department or the nearest one above it that has a lead other than `without`. */
export async function headsAbove(ctx: ReadContext, departmentId: string | null, without?: string): Promise<string[]> {
  let at = await ctx.maybe(Department, departmentId);
  for (let level = 0; at && level < MOST_LEVELS; level += 1) {
    const heads = at.active ? await headsOf(ctx, at) : [];
    if (heads.length > 0 && (without === undefined || !heads.includes(without))) return heads;
    at = await ctx.maybe(Department, at.parentId);
  }
  return [];
}

/** To whom a person reports, and to whom those report, up to the top (R-ORG-03). */
export const reportingLine = defineView({
  title: { en: 'Reporting line', zh: '汇报关系' },
  allow: { staff: 'staff.read' },
  input: z.object({ userId: ref('User') }),
  output: value('ReportingLine', z.object({ levels: z.array(z.object({ userIds: z.array(ref('User')) })) })),
  run: async (ctx, { userId }) => {
    const levels: { userIds: string[] }[] = [];
    const seen = new Set([userId]);
    let at: string | undefined = userId;
    while (at && levels.length < MOST_LEVELS) {
      const userIds: string[] = (await superiorsOf(ctx, await ctx.get(Placed, at))).filter((id) => !seen.has(id));
      if (userIds.length === 0) break;
      levels.push({ userIds });
      for (const id of userIds) seen.add(id);
      [at] = userIds;
    }
    return { levels };
  },
});
