/**
 * @module Who owns a node, in the words of the desk: the one place that knows which teams and roles there are, and who
 * belongs to them.
 */
import type { ReadContext } from '../../kernel/context.ts';
import { Role } from '../access/index.ts';
import { Team } from '../organisation/index.ts';
import type { FlowOwner } from './entities.ts';

/** Roles that the customer meets; the others are the back office (R-ORG-04). */
const FRONT_ROLES: readonly string[] = ['PA', 'AA', 'SM', 'TL'];
const FRONT_TEAMS: readonly string[] = ['FRONT', 'SOCIAL', 'CROSS'];

/** Tells of each owner whether this desk has it; a team that is closed owns nothing new. */
export async function ownersOf(ctx: ReadContext): Promise<(owner: FlowOwner) => boolean> {
  const teams = new Set((await ctx.all(Team, { where: { active: true } })).map(({ id }) => id));
  const roles = ctx.members(Role);
  return ({ kind, code }) => {
    if (kind === 'ROLE') return roles.has(code as never);
    return kind !== 'TEAM' || teams.has(code);
  };
}

export type Office = 'FRONT' | 'BACK' | null;

/** Which office has a node in hand; null where no person has: the customer's turn, or the desk's. */
export async function officeOf(ctx: ReadContext, owners: readonly FlowOwner[]): Promise<Office> {
  const people = owners.filter(({ kind }) => kind === 'ROLE' || kind === 'TEAM');
  if (people.length === 0) return null;
  for (const { kind, code } of people) {
    if (kind === 'ROLE' && FRONT_ROLES.includes(code)) return 'FRONT';
    if (kind === 'TEAM' && FRONT_TEAMS.includes((await ctx.maybe(Team, code))?.kind ?? '')) return 'FRONT';
  }
  return 'BACK';
}

/** Whether the actor is one of the owners. Nodes of the customer and of the desk are minded by whoever has the item. */
export function isOwner({ actor }: Pick<ReadContext, 'actor'>, owners: readonly FlowOwner[]): boolean {
  const people = owners.filter(({ kind }) => kind === 'ROLE' || kind === 'TEAM');
  if (actor.kind === 'system' || people.length === 0) return true;
  if (actor.kind !== 'staff') return false;
  return people.some(({ kind, code }) =>
    kind === 'ROLE' ? actor.roles.includes(code) : (actor.teams?.includes(code) ?? false),
  );
}
