/**
 * @module To which teams a colleague belongs: by his role, and by the skills that name a team.
 */
import type { Team } from '@shopdesk/core';

const TEAM_OF_ROLE: Readonly<Record<string, Team>> = {
  PA: 'PRE_SALE',
  AA: 'AFTER_SALE',
  CO: 'COMPLAINT',
  TS: 'TECH',
  SM: 'SOCIAL',
};

/** Whether somebody may accept what is offered to a team. */
export const isOfTeam = (
  { roles, skills }: { readonly roles: readonly string[]; readonly skills: readonly string[] },
  team: Team,
): boolean => skills.some((skill) => skill.toUpperCase() === team) || roles.some((role) => TEAM_OF_ROLE[role] === team);
