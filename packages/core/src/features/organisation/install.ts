/**
 * @module The organisation that a company begins with, and how desks from before there was one come by it: people join
 * the teams of the codes that their roles and skills meant.
 */
import { z } from 'zod';
import { defineAction, value } from '../../kernel/action.ts';
import type { SystemActor } from '../../kernel/actor.ts';
import type { ActionContext } from '../../kernel/context.ts';
import type { Desk } from '../../kernel/desk.ts';
import { Tenant } from '../access/index.ts';
import { DEFAULT_TEAMS } from './defaults.ts';
import { Placed, Team } from './entities.ts';
import { place, teamsByRoles, teamsIn } from './membership.ts';

const PAGE = 100;
const MOST_TENANTS = 10_000;

/** Makes what is missing of the organisation that every company begins with. */
export async function install(ctx: ActionContext): Promise<number> {
  const teams = await Promise.all(DEFAULT_TEAMS.map(({ id }) => ctx.maybe(Team, id)));
  const missing = DEFAULT_TEAMS.filter((_team, index) => !teams[index]);
  for (const team of missing) ctx.insert(Team, { ...team, leadId: null });
  return missing.length;
}

/** How a skill of an older desk was written, whatever its case: `after sale` was AFTER_SALE. */
const spelled = (skill: string): string =>
  skill
    .trim()
    .toUpperCase()
    .replaceAll(/[\s-]+/g, '_');

/** Makes what is missing, and gives the next people of an older desk the teams that their roles and skills meant. */
export const installOrganisation = defineAction({
  title: { en: 'Install the organisation', zh: '初始化组织架构' },
  allow: { system: true },
  unaudited: true,
  input: z.object({}),
  output: value('InstalledOrganisation', z.object({ teams: z.int(), people: z.int() })),
  run: async (ctx) => {
    const made = await install(ctx);
    const teams = await teamsIn(ctx);
    const people = await ctx.find(Placed, { where: { placed: false }, limit: PAGE });
    for (const person of people) {
      const bySkill = teams
        .filter(({ id }) => person.skills.some((skill) => spelled(skill) === id))
        .map(({ id }) => id);
      await place(ctx, person, teamsByRoles(teams, { own: bySkill, before: [], after: person.roles }));
    }
    return { teams: made, people: people.length };
  },
});

/** Brings the companies of an older desk into teams; each server does so when it starts, before anybody is served. */
export async function moveTeams(desk: Desk): Promise<void> {
  const anybody: SystemActor = { kind: 'system', tenantId: '', name: 'organisation' };
  for (const { id: tenantId } of await desk.read(anybody).lookupAll(Tenant, {}, MOST_TENANTS)) {
    const actor = { ...anybody, tenantId };
    const read = desk.read(actor);
    const [left, team] = [await read.first(Placed, { placed: false }), await read.first(Team, {})];
    if (!left && team) continue;
    let moved: { readonly people: number };
    do moved = (await desk.perform(actor, 'installOrganisation', {})) as typeof moved;
    while (moved.people === PAGE);
  }
}
