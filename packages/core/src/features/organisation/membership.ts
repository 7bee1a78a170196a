/**
 * @module Who belongs to which team. A person's row says it; whoever is given a role joins the teams that want it, and
 * leaves them with the last such role. The complaint group never loses its last member (R-ORG-09).
 */
import type { ActionContext, ReadContext } from '../../kernel/context.ts';
import { deny, type Denial } from '../../kernel/denial.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { DEFAULT_TEAMS } from './defaults.ts';
import { Placed, Team } from './entities.ts';
import { organisationTexts as t } from './texts.ts';

export type Person = RowOf<typeof Placed>;
export type TeamRow = RowOf<typeof Team>;
type Roles = readonly string[];

/** The teams of a desk as this unit of work sees them: those that it has just made, too. */
export async function teamsIn(ctx: ReadContext): Promise<TeamRow[]> {
  const found = await ctx.all(Team);
  const ids = new Set([...DEFAULT_TEAMS.map(({ id }) => id), ...found.map(({ id }) => id)]);
  return (await Promise.all([...ids].map((id) => ctx.maybe(Team, id)))).flatMap((team) => team ?? []);
}

const wants = ({ active, joins }: TeamRow, roles: Roles): boolean =>
  active && joins.some((role) => (roles as readonly string[]).includes(role));

/** The teams of somebody whose roles have changed. */
export function teamsByRoles(
  teams: readonly TeamRow[],
  { own, before, after }: { readonly own: readonly string[]; readonly before: Roles; readonly after: Roles },
): string[] {
  const gained = after.filter((role) => !before.includes(role));
  const lost = before.filter((role) => !after.includes(role));
  const joined = teams.filter((team) => wants(team, gained)).map(({ id }) => id);
  const left = teams.filter((team) => wants(team, lost) && !wants(team, after)).map(({ id }) => id);
  return [...new Set([...own.filter((id) => !left.includes(id)), ...joined])];
}

/** Why these people may not leave these teams: the complaint group would be empty. */
export async function wouldEmpty(
  ctx: ReadContext,
  teamIds: readonly string[],
  leaving: readonly string[],
): Promise<Denial | undefined> {
  if (teamIds.length === 0 || leaving.length === 0) return undefined;
  for (const team of await teamsIn(ctx)) {
    if (!teamIds.includes(team.id) || !team.active || team.kind !== 'COMPLAINT_GROUP') continue;
    const stays = await ctx.find(Placed, {
      where: { active: true, teams: { has: team.id } },
      limit: leaving.length + 1,
    });
    if (!stays.some(({ id }) => !leaving.includes(id)))
      return deny('POLICY_DENIED', {
        text: t.lastOfComplaintGroup({ team: team.name }),
        details: { teamId: team.id, ruleIds: ['R-ORG-09'] },
      });
  }
  return undefined;
}

/**
 * Writes the teams of a person. Of two who leave the complaint group at once, both write its row, so the second is
 * asked again and finds nobody left.
 */
export async function place(ctx: ActionContext, person: Person, teams: readonly string[]): Promise<Person> {
  await noteLeaving(
    ctx,
    person.teams.filter((id) => !teams.includes(id)),
  );
  return ctx.update(Placed, person, { teams: [...teams], placed: true });
}

export async function noteLeaving(ctx: ActionContext, teamIds: readonly string[]): Promise<void> {
  for (const id of teamIds) {
    const team = await ctx.maybe(Team, id);
    if (team?.kind === 'COMPLAINT_GROUP') ctx.update(Team, team, {});
  }
}
