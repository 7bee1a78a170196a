/** @module Teams: made, changed, joined, left and closed. */
import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import type { ActionContext, ReadContext } from '../../kernel/context.ts';
import { deny, type Denial } from '../../kernel/denial.ts';
import { ref, type Words } from '../../kernel/entity.ts';
import { User } from '../access/index.ts';
import { circleOf } from './departments.ts';
import { Placed, Team, teamCode, teamFields } from './entities.ts';
import { given, MANAGES } from './manage.ts';
import { place, teamsIn, wouldEmpty, type Person, type TeamRow } from './membership.ts';
import { teamClosed, teamTies, type TeamTie } from './points.ts';
import { organisationTexts as t } from './texts.ts';

const input = z.object(teamFields);

/** Makes a team. Its code is its id, by which conversations and transfers name it. */
export const createTeam = defineAction({
  title: { en: 'Make a team', zh: '新建团队' },
  tenantWide: true,
  allow: { staff: MANAGES },
  input: input.extend({
    code: teamCode,
    function: teamFields.function.default(null),
    joins: teamFields.joins.default([]),
    departmentId: ref('Department').nullable().default(null),
  }),
  output: one(Team),
  check: async (ctx, { code }) =>
    (await ctx.maybe(Team, code)) ? deny('DUPLICATE', { details: { field: 'code' } }) : undefined,
  run: (ctx, { code: id, ...fields }) => ctx.insert(Team, { id, ...fields, leadId: null }),
});

export const updateTeam = defineAction({
  title: { en: 'Change the team', zh: '修改团队' },
  tenantWide: true,
  allow: { staff: MANAGES },
  on: Team,
  input: input.partial().extend({
    departmentId: ref('Department').nullable().optional(),
    escalatesToId: ref('Team').nullable().optional(),
  }),
  output: one(Team),
  check: async (ctx, team, { kind, escalatesToId }) => {
    if (kind && kind !== team.kind) {
      const last = await onlyComplaintGroup(ctx, team);
      if (last) return last;
    }
    return escalatesToId ? circleThrough(ctx, team.id, escalatesToId) : undefined;
  },
  run: (ctx, team, changes) => ctx.update(Team, team, given(changes)),
});

/** Whether what goes up from a team would come back to it. */
async function circleThrough(ctx: ReadContext, from: string, to: string): Promise<Denial | undefined> {
  const teams = new Map((await teamsIn(ctx)).map((team) => [team.id, team]));
  const way = await circleOf(from, to, async (at) => teams.get(at)?.escalatesToId ?? null);
  if (!way) return undefined;
  const each = (language: 'en' | 'zh') => way.map((at) => teams.get(at)?.name[language] ?? at).join(' → ');
  return deny('VALIDATION_FAILED', {
    fields: [{ path: 'escalatesToId', text: t.circle({ way: { en: each('en'), zh: each('zh') } }) }],
    details: { way },
  });
}

/** Says who leads a team; they need not be one of its members. */
export const setTeamLead = defineAction({
  title: { en: 'Set the lead', zh: '设置负责人' },
  tenantWide: true,
  allow: { staff: MANAGES },
  on: Team,
  input: z.object({ userId: ref('User').nullable() }),
  output: one(Team),
  when: (_ctx, { active }) => (active ? undefined : deny('CONFLICT', { text: t.teamIsClosed })),
  check: async (ctx, _team, { userId }) =>
    userId && !(await ctx.get(User, userId)).active
      ? deny('VALIDATION_FAILED', { fields: [{ path: 'userId', text: t.leadIsGone }] })
      : undefined,
  run: (ctx, team, { userId: leadId }) => ctx.update(Team, team, { leadId }),
});

const people = z.object({ userIds: z.array(ref('User')).min(1).max(100) });
const personsOf = (ctx: ReadContext, ids: readonly string[]): Promise<Person[]> =>
  Promise.all([...new Set(ids)].map((id) => ctx.get(Placed, id)));

export const addTeamMembers = defineAction({
  title: { en: 'Add members', zh: '添加成员' },
  tenantWide: true,
  allow: { staff: MANAGES },
  on: Team,
  input: people,
  output: one(Team),
  when: (_ctx, { active }) => (active ? undefined : deny('CONFLICT', { text: t.teamIsClosed })),
  check: async (ctx, _team, { userIds }) =>
    (await personsOf(ctx, userIds)).some(({ active }) => !active)
      ? deny('VALIDATION_FAILED', { fields: [{ path: 'userIds', text: t.leadIsGone }] })
      : undefined,
  run: async (ctx, team, { userIds }) => {
    for (const person of await personsOf(ctx, userIds))
      if (!person.teams.includes(team.id)) await place(ctx, person, [...person.teams, team.id]);
    return team;
  },
});

/** Takes people out of a team; the last of the complaint group stays (R-ORG-09). */
export const removeTeamMembers = defineAction({
  title: { en: 'Remove members', zh: '移除成员' },
  tenantWide: true,
  allow: { staff: MANAGES },
  on: Team,
  input: people,
  output: one(Team),
  check: (ctx, { id }, { userIds }) => wouldEmpty(ctx, [id], userIds),
  run: async (ctx, team, { userIds }) => {
    for (const person of await personsOf(ctx, userIds)) await leave(ctx, person, team.id);
    return ctx.get(Team, team.id);
  },
});

async function leave(ctx: ActionContext, person: Person, teamId: string): Promise<void> {
  if (person.teams.includes(teamId))
    await place(
      ctx,
      person,
      person.teams.filter((id) => id !== teamId),
    );
}

/** Says to which teams a person belongs. */
export const setStaffTeams = defineAction({
  title: { en: 'Set the teams', zh: '设置所属团队' },
  tenantWide: true,
  allow: { staff: MANAGES },
  on: Placed,
  input: z.object({ teams: z.array(ref('Team')).max(50) }),
  output: one(Placed),
  check: async (ctx, { id, teams: own }, { teams }) => {
    const closed = (await teamsIn(ctx)).filter(({ active }) => !active).map((team) => team.id);
    if (teams.some((team) => closed.includes(team) && !own.includes(team)))
      return deny('VALIDATION_FAILED', { fields: [{ path: 'teams', text: t.teamIsClosed }] });
    return wouldEmpty(
      ctx,
      own.filter((team) => !teams.includes(team)),
      [id],
    );
  },
  run: (ctx, person, { teams }) => place(ctx, person, [...new Set(teams)]),
});

async function onlyComplaintGroup(ctx: ReadContext, team: TeamRow): Promise<Denial | undefined> {
  if (team.kind !== 'COMPLAINT_GROUP' || !team.active) return undefined;
  const others = (await teamsIn(ctx)).filter(
    ({ id, kind, active }) => active && kind === 'COMPLAINT_GROUP' && id !== team.id,
  );
  return others.length > 0
    ? undefined
    : deny('POLICY_DENIED', { text: t.onlyComplaintGroup, details: { ruleIds: ['R-ORG-09'] } });
}

/** What is open for a team. */
export const tiesOf = async (ctx: ReadContext, teamId: string): Promise<readonly TeamTie[]> =>
  (await ctx.trusted('whatever is open counts').ask(teamTies, { teamId })).flat().filter(({ count }) => count > 0);

/** What that is called: `3 × Transfer`. */
export function named(ctx: ReadContext, ties: readonly TeamTie[]): Words {
  const each = (language: 'en' | 'zh') =>
    ties.map(({ entity, count }) => `${count} × ${ctx.entities.get(entity)?.title[language] ?? entity}`);
  return { en: each('en').join(', '), zh: each('zh').join('、') };
}

/**
 * Closes a team: nothing comes to it any more. What waits for it goes to `moveTo`, which must be said where something
 * does.
 */
export const closeTeam = defineAction({
  title: { en: 'Close the team', zh: '停用团队' },
  tenantWide: true,
  allow: { staff: MANAGES },
  on: Team,
  input: z.object({ moveTo: ref('Team').nullable().default(null), reason: z.string().trim().max(500).optional() }),
  output: one(Team),
  when: (ctx, team) => (team.active ? onlyComplaintGroup(ctx, team) : deny('CONFLICT', { text: t.teamIsClosed })),
  check: async (ctx, { id: teamId }, { moveTo }) => {
    if (moveTo) {
      if (moveTo === teamId) return deny('VALIDATION_FAILED', { fields: [{ path: 'moveTo', text: t.sameTeam }] });
      return (await ctx.get(Team, moveTo)).active
        ? undefined
        : deny('VALIDATION_FAILED', { fields: [{ path: 'moveTo', text: t.teamIsClosed }] });
    }
    const open = await tiesOf(ctx, teamId);
    return open.length > 0
      ? deny('CONFLICT', { text: t.openForTeam({ what: named(ctx, open) }), details: { open } })
      : undefined;
  },
  run: async (ctx, row, { moveTo: to }) => {
    const team = ctx.update(Team, row, { active: false, leadId: null });
    for (const other of await teamsIn(ctx))
      if (other.escalatesToId === team.id) ctx.update(Team, other, { escalatesToId: to === other.id ? null : to });
    ctx.emit(teamClosed, { team, to });
    return team;
  },
});

/** Opens a closed team again. */
export const reopenTeam = defineAction({
  title: { en: 'Open the team again', zh: '重新启用团队' },
  tenantWide: true,
  allow: { staff: MANAGES },
  on: Team,
  input: z.object({}),
  output: one(Team),
  when: (_ctx, { active }) => (active ? deny('CONFLICT', { text: t.teamIsOpen }) : undefined),
  run: (ctx, team) => ctx.update(Team, team, { active: true }),
});
