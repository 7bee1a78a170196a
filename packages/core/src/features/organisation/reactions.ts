/** @module What follows from changes of people, teams and companies, in the same commit. */
import { whenChanged } from '../../kernel/changes.ts';
import type { ActionContext } from '../../kernel/context.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { Tenant, User } from '../access/index.ts';
import { leaveLead } from '../notices/index.ts';
import { Department, Placed, Team } from './entities.ts';
import { install } from './install.ts';
import { noteLeaving, place, teamsByRoles, teamsIn, type Person, type TeamRow } from './membership.ts';

/** A new company begins with the organisation that most shops have. */
export const whoBegins = whenChanged(
  ({ name }) => name === Tenant.name,
  async (ctx, { before, row }) => {
    if (!before && row) await install(ctx.inTenant((row as RowOf<typeof Tenant>).id));
  },
);

const sameRoles = (a: Person, b: Person): boolean => JSON.stringify(a.roles) === JSON.stringify(b.roles);

/** Roles bring people into teams; whoever leaves leads nothing any more. */
export const whoJoins = whenChanged(
  ({ name }) => name === User.name,
  async (caller, { before, row }) => {
    const [was, is] = [before, row] as [Person | undefined, Person | undefined];
    if (!is || (was && was.placed && sameRoles(was, is) && was.active === is.active)) return;
    const ctx = caller.inTenant(is.tenantId);
    if (!is.placed || (was && !sameRoles(was, is))) {
      const teams = teamsByRoles(await teamsIn(ctx), {
        own: is.teams,
        before: is.placed ? (was?.roles ?? []) : [],
        after: is.roles,
      });
      await place(ctx, is, teams);
    }
    if (was?.active && !is.active) await leaves(ctx, is);
  },
);

async function leaves(ctx: ActionContext, { id, teams }: Person): Promise<void> {
  await noteLeaving(ctx, teams);
  for (const team of await ctx.all(Team, { where: { leadId: id } })) ctx.update(Team, team, { leadId: null });
  for (const led of await ctx.all(Department, { where: { leadId: id } })) ctx.update(Department, led, { leadId: null });
}

/** Who leads a team stands in the team, and so in the row of the person. */
export const whoLeads = whenChanged(
  ({ name }) => name === Team.name,
  async (ctx, { before, row }) => {
    const [was, is] = [before, row] as [TeamRow | undefined, TeamRow | undefined];
    const { id } = (is ?? was) as TeamRow;
    const [old, lead] = [was?.leadId ?? null, is?.leadId ?? null];
    if (old === lead) return;
    const [leaver, comer] = [await ctx.maybe(Placed, old), await ctx.maybe(Placed, lead)];
    if (leaver) ctx.update(Placed, leaver, { leads: leaver.leads.filter((one) => one !== id) });
    if (comer) ctx.update(Placed, comer, { leads: [...comer.leads.filter((one) => one !== id), id] });
    if (old) await leaveLead(ctx, [id]);
  },
);
