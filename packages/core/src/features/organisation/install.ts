/**
 * @module The organisation that a company begins with, and how desks from before there was one come by it: people join
 * the teams of the codes that their roles and skills meant.
 */
import { z } from 'zod';
import { defineAction, value } from '../../kernel/action.ts';
import type { SystemActor } from '../../kernel/actor.ts';
import type { ActionContext, ReadContext } from '../../kernel/context.ts';
import type { BaseRow, Entity } from '../../kernel/entity.ts';
import type { Desk } from '../../kernel/desk.ts';
import { Tenant } from '../access/index.ts';
import { DEFAULT_DEPARTMENTS, DEFAULT_FUNCTIONS, DEFAULT_POSTS, DEFAULT_TEAMS } from './defaults.ts';
import { BusinessFunction, Department, Placed, Post, Team } from './entities.ts';
import { place, teamsByRoles, teamsIn } from './membership.ts';

const PAGE = 100;
const MOST_TENANTS = 10_000;

/** Makes what is missing of the organisation that every company begins with. */
export async function install(ctx: ActionContext): Promise<number> {
  for (const row of await missing(ctx, Department, DEFAULT_DEPARTMENTS))
    ctx.insert(Department, { ...row, leadId: null });
  for (const row of await missing(ctx, Post, DEFAULT_POSTS)) ctx.insert(Post, { ...row, dutyVersion: 1 });
  for (const row of await missing(ctx, BusinessFunction, DEFAULT_FUNCTIONS))
    ctx.insert(BusinessFunction, { ...row, ownerId: null });
  const teams = await missing(ctx, Team, DEFAULT_TEAMS);
  for (const row of teams) ctx.insert(Team, { ...row, leadId: null });
  return teams.length;
}

/** Those that are not there yet. */
async function missing<R extends BaseRow, D extends { readonly id: string }>(
  ctx: ReadContext,
  entity: Entity<R>,
  rows: readonly D[],
): Promise<D[]> {
  const known = await Promise.all(rows.map(({ id }) => ctx.maybe(entity, id)));
  return rows.filter((_row, index) => !known[index]);
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
    const [left, post] = [await read.first(Placed, { placed: false }), await read.first(Post, {})];
    if (!left && post) continue;
    let moved: { readonly people: number };
    do moved = (await desk.perform(actor, 'installOrganisation', {})) as typeof moved;
    while (moved.people === PAGE);
  }
}
