/** @module Taking a model: what would change is shown first, and what was shown is what is done (R-ORG-01). */
import { z } from 'zod';
import { defineAction, defineView, one, value } from '../../kernel/action.ts';
import { codes } from '../../kernel/codes.ts';
import type { ActionContext, ReadContext } from '../../kernel/context.ts';
import { deny } from '../../kernel/denial.ts';
import { named } from '../../kernel/entity.ts';
import { LocalText } from '../access/index.ts';
import { organisationModel } from './codes.ts';
import { Department, OrganisationChoice, Placed, Team } from './entities.ts';
import { MANAGES } from './manage.ts';
import { place, type Person } from './membership.ts';
import { MODELS, type Model } from './models.ts';
import { fingerprintOf, planOf, type PlannedChange, type Standing } from './plan.ts';
import { teamClosed } from './points.ts';
import { tiesOf } from './teams.ts';
import { organisationTexts as t } from './texts.ts';

/** People who are moved in one commit, at most. */
const MOST_MOVED = 1000;

async function standingOf(ctx: ReadContext): Promise<Standing & { readonly persons: readonly Person[] }> {
  const [departments, teams, persons] = await Promise.all([
    ctx.all(Department),
    ctx.all(Team),
    ctx.find(Placed, { where: { active: true }, limit: MOST_MOVED }),
  ]);
  const people = new Map<string, number>();
  const count = (id: string | null) => id && people.set(id, (people.get(id) ?? 0) + 1);
  for (const { teams: own, departmentId } of persons) [...own, departmentId].forEach(count);
  const active = teams.filter((team) => team.active);
  const ties = await Promise.all(active.map(async ({ id }) => [id, await tiesOf(ctx, id)] as const));
  return { departments, teams, people, open: new Map(ties), persons };
}

const changeKind = codes('OrganisationChangeKind', {
  DEPARTMENT_MADE: { en: 'New department', zh: '新建部门' },
  DEPARTMENT_MOVED: { en: 'Other reporting line', zh: '调整汇报关系' },
  DEPARTMENT_CLOSED: { en: 'Department closed', zh: '停用部门' },
  TEAM_MADE: { en: 'New team', zh: '新建团队' },
  TEAM_MOVED: { en: 'Team moved', zh: '调整团队' },
  TEAM_CLOSED: { en: 'Team closed', zh: '停用团队' },
});

const OpenRows = named('OpenForTeam', z.object({ entity: z.string(), title: LocalText, count: z.int() }));
const Change = named(
  'OrganisationChange',
  z.object({
    kind: changeKind,
    id: z.string(),
    name: LocalText,
    from: z.string().nullable(),
    to: z.string().nullable(),
    escalatesFrom: z.string().nullable(),
    escalatesTo: z.string().nullable(),
    people: z.int(),
    into: z.string().nullable(),
    open: z.array(OpenRows),
  }),
);

/** What would change if the company took a model, with whoever and whatever would move. It changes nothing. */
export const previewModel = defineView({
  title: { en: 'Preview of a model', zh: '组织模式预览' },
  allow: { staff: MANAGES },
  input: z.object({ model: organisationModel }),
  output: value(
    'ModelPreview',
    z.object({
      changes: z.array(Change),
      /** People who have a place before, and after. */
      peopleBefore: z.int(),
      peopleAfter: z.int(),
      fingerprint: z.string(),
    }),
  ),
  run: async (ctx, { model }) => {
    const standing = await standingOf(ctx);
    const changes = planOf(model, standing);
    const after = standing.persons.map((person) => ({ ...person, teams: teamsAfter(person, MODELS[model], changes) }));
    const placed = (people: readonly Person[]) => people.filter(({ teams }) => teams.length > 0).length;
    return {
      changes: changes.map((change) => ({
        ...change,
        open: change.open.map((tie) => ({ ...tie, title: titleOf(ctx, tie.entity) })),
      })),
      peopleBefore: placed(standing.persons),
      peopleAfter: placed(after),
      fingerprint: fingerprintOf(changes),
    };
  },
});

const titleOf = (ctx: ReadContext, entity: string) => {
  const { en, zh } = ctx.entities.get(entity)?.title ?? { en: entity, zh: entity };
  return { en, zh };
};

/** The teams of a person once closed ones have gone: to the front that wants their roles, else where the model says. */
function teamsAfter({ teams, roles }: Person, model: Model, changes: readonly PlannedChange[]): string[] {
  const closed = changes.filter(({ kind }) => kind === 'TEAM_CLOSED').map(({ id }) => id);
  const front = model.teams
    .filter(({ kind, joins }) => (kind === 'FRONT' || kind === 'CROSS') && roles.some((role) => joins.includes(role)))
    .map(({ id }) => id);
  const next = (id: string) => (front.length > 0 ? front : [model.into[id] ?? id]);
  return [...new Set(teams.flatMap((id) => (closed.includes(id) ? next(id) : [id])))];
}

/**
 * Arranges the company after a model. With the fingerprint of a preview it is refused when something has changed since.
 */
export const takeModel = defineAction({
  title: { en: 'Take the model', zh: '采用组织模式' },
  tenantWide: true,
  allow: { staff: MANAGES },
  input: z.object({ model: organisationModel, fingerprint: z.string().max(10_000).optional() }),
  output: one(OrganisationChoice),
  check: async (ctx, { model, fingerprint }) => {
    const standing = await standingOf(ctx);
    if (standing.persons.length === MOST_MOVED) return deny('LIMIT_EXCEEDED', { details: { limit: MOST_MOVED } });
    return fingerprint === undefined || fingerprint === fingerprintOf(planOf(model, standing))
      ? undefined
      : deny('CONFLICT', { text: t.changedSince });
  },
  run: async (ctx, { model }) => {
    const standing = await standingOf(ctx);
    const changes = planOf(model, standing);
    await arrange(ctx, MODELS[model], changes);
    for (const person of standing.persons) await moved(ctx, person, { model: MODELS[model], changes });
    await closeLeft(ctx, changes);
    const { actor } = ctx;
    const choice = { model, at: ctx.now, userId: actor.kind === 'staff' ? actor.userId : null };
    const known = await ctx.maybe(OrganisationChoice, actor.tenantId);
    return known
      ? ctx.update(OrganisationChoice, known, choice)
      : ctx.insert(OrganisationChoice, { id: actor.tenantId, ...choice });
  },
});

/** Makes and moves departments and teams. */
async function arrange(ctx: ActionContext, model: Model, changes: readonly PlannedChange[]): Promise<void> {
  for (const { id, kind } of changes) {
    const department = kind.startsWith('DEPARTMENT') ? model.departments.find((one) => one.id === id) : undefined;
    const team = kind.startsWith('TEAM') ? model.teams.find((one) => one.id === id) : undefined;
    if (department) {
      const { parentId, headedBy, name } = department;
      const row = await ctx.maybe(Department, id);
      if (row) ctx.update(Department, row, { parentId, headedBy, active: true });
      else ctx.insert(Department, { id, name: { ...name }, parentId, headedBy, leadId: null });
    }
    if (team) {
      const { departmentId, escalatesToId, joins, name, kind: teamKind, function: stage } = team;
      const row = await ctx.maybe(Team, id);
      if (row) ctx.update(Team, row, { departmentId, escalatesToId, active: true });
      else
        ctx.insert(Team, {
          id,
          name: { ...name },
          kind: teamKind,
          function: stage,
          joins: [...joins],
          departmentId,
          escalatesToId,
          leadId: null,
        });
    }
  }
}

/** Takes a person along. */
async function moved(
  ctx: ActionContext,
  person: Person,
  { model, changes }: { readonly model: Model; readonly changes: readonly PlannedChange[] },
): Promise<void> {
  const teams = teamsAfter(person, model, changes);
  const dissolved = changes.find(({ kind, id }) => kind === 'DEPARTMENT_CLOSED' && id === person.departmentId);
  if (dissolved) ctx.update(Placed, person, { departmentId: dissolved.into });
  if (teams.length !== person.teams.length || teams.some((id) => !person.teams.includes(id)))
    await place(ctx, person, teams);
}

/** Closes what the model has not; what is open for a team goes where its people went. */
async function closeLeft(ctx: ActionContext, changes: readonly PlannedChange[]): Promise<void> {
  for (const { kind, id, into } of changes) {
    if (kind === 'TEAM_CLOSED') {
      const team = ctx.update(Team, await ctx.get(Team, id), { active: false, leadId: null });
      ctx.emit(teamClosed, { team, to: into });
    }
    if (kind === 'DEPARTMENT_CLOSED')
      ctx.update(Department, await ctx.get(Department, id), { active: false, leadId: null });
  }
}
