/**
 * @module Who owns a node, in the words of the desk: the one place that knows which teams and roles there are, and who
 * belongs to them.
 */
import type { ReadContext } from '../../kernel/context.ts';
import { Role, TEAMS, teamsOf, User } from '../access/index.ts';
import type { FlowOwner } from './entities.ts';

/** Roles and teams that the customer meets; the others are the back office (R-ORG-04). */
const FRONT: readonly string[] = ['PA', 'AA', 'SM', 'TL', 'PRE_SALE', 'AFTER_SALE', 'SOCIAL'];

/** Whether there is such an owner on this desk. */
export function isKnownOwner(ctx: ReadContext, { kind, code }: FlowOwner): boolean {
  if (kind === 'ROLE') return ctx.members(Role).has(code as never);
  if (kind === 'TEAM') return (TEAMS as readonly string[]).includes(code);
  return true;
}

/** Which office has a node in hand; null where no person has: the customer's turn, or the desk's. */
export function officeOf(owners: readonly FlowOwner[]): 'FRONT' | 'BACK' | null {
  const people = owners.filter(({ kind }) => kind === 'ROLE' || kind === 'TEAM');
  if (people.length === 0) return null;
  return people.some(({ code }) => FRONT.includes(code)) ? 'FRONT' : 'BACK';
}

/** Whether the actor is one of the owners. Nodes of the customer and of the desk are minded by whoever has the item. */
export async function isOwner(ctx: ReadContext, owners: readonly FlowOwner[]): Promise<boolean> {
  const { actor } = ctx;
  if (actor.kind === 'system' || officeOf(owners) === null) return true;
  if (actor.kind !== 'staff') return false;
  if (owners.some(({ kind, code }) => kind === 'ROLE' && actor.roles.includes(code))) return true;
  const teams = owners.flatMap(({ kind, code }) => (kind === 'TEAM' ? [code] : []));
  if (teams.length === 0) return false;
  const user = await ctx.maybe(User, actor.userId);
  return user !== undefined && teamsOf(user).some((team) => teams.includes(team));
}
