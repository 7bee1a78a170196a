/** @module Whom a notice reaches that is meant for a team or for who leads one. */
import { answer } from '../../kernel/point.ts';
import { teamAudience } from '../notices/index.ts';
import { headsAbove } from './departments.ts';
import { Placed, Team } from './entities.ts';

/** Teams in which somebody is; of those that nobody leads, who leads the department or the one above it. */
export const reachedByTeam = answer(teamAudience, async (ctx, { teams, leadsOf }) => {
  const inhabited: string[] = [];
  for (const id of teams) {
    const team = await ctx.maybe(Team, id);
    if (team?.active && (await ctx.first(Placed, { active: true, teams: { has: id } }))) inhabited.push(id);
  }
  const led: string[] = [];
  const userIds: string[] = [];
  for (const id of leadsOf) {
    const team = await ctx.maybe(Team, id);
    if (!team) continue;
    const lead = await ctx.maybe(Placed, team.leadId);
    if (lead?.active) led.push(id);
    else userIds.push(...(await headsAbove(ctx, team.departmentId)));
  }
  return { teams: inhabited, leadsOf: led, userIds };
});
