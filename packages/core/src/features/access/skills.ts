/**
 * @module What a person of the staff brings, by name: teams, ways to talk, and the right to serve customers. Names are
 * read without regard to case, and kept as they stand here.
 */
import type { ReadContext } from '../../kernel/context.ts';
import { deny, type Denial } from '../../kernel/denial.ts';
import { tenantOf } from './settings.ts';

/** Groups that answer one kind of question. */
export const TEAMS = ['PRE_SALE', 'AFTER_SALE', 'COMPLAINT', 'TECH', 'SOCIAL'] as const;
export type Team = (typeof TEAMS)[number];

/** Ways to talk; who names none of them takes every way. */
export const MODES = ['CHAT', 'VOICE', 'EMAIL'] as const;
export type Mode = (typeof MODES)[number];

/** The right to serve customers: without it nobody goes online and nobody is given customers (domain model 3.8). */
export const LIVE_SKILL = 'LIVE';

const KNOWN: readonly string[] = [LIVE_SKILL, ...TEAMS, ...MODES];
const spelled = (skill: string): string =>
  skill
    .trim()
    .toUpperCase()
    .replaceAll(/[\s-]+/g, '_');

export const hasSkill = ({ skills }: { readonly skills: readonly string[] }, wanted: string): boolean =>
  skills.some((skill) => spelled(skill) === wanted);

/** Whether a person holds the right to serve customers. */
export const mayServe = (person: { readonly skills: readonly string[] }): boolean => hasSkill(person, LIVE_SKILL);

export interface Skilled {
  readonly roles: readonly string[];
  readonly skills: readonly string[];
}

const TEAM_OF_ROLE: Readonly<Record<string, Team>> = {
  PA: 'PRE_SALE',
  AA: 'AFTER_SALE',
  CO: 'COMPLAINT',
  TS: 'TECH',
  SM: 'SOCIAL',
};
/** The teams a person belongs to, by role and by skill. */
export const teamsOf = ({ roles, skills }: Skilled): Team[] =>
  TEAMS.filter((team) => hasSkill({ skills }, team) || roles.some((role) => TEAM_OF_ROLE[role] === team));

/** Known names in their one spelling, each once; a name from an older desk stays as it is. */
export const skillsAsKept = (skills: readonly string[]): string[] => [
  ...new Set(skills.map((skill) => (KNOWN.includes(spelled(skill)) ? spelled(skill) : skill.trim()))),
];

/** The refusal of a skill that nothing asks for. Whoever has one from an older desk keeps it. */
export function unknownSkill(skills: readonly string[], before: readonly string[] = []): Denial | undefined {
  const unknown = skillsAsKept(skills).find((skill) => !KNOWN.includes(skill) && !before.includes(skill));
  if (unknown === undefined) return undefined;
  return deny('VALIDATION_FAILED', {
    fields: [{ path: 'skills', message: 'There is no such skill.' }],
    details: { unknown, known: KNOWN },
  });
}

/** The roles that may answer customers here. */
export async function answeringRoles(ctx: ReadContext): Promise<readonly string[]> {
  const overrides = (await tenantOf(ctx))?.permissionOverrides ?? {};
  return overrides['customer.reply'] ?? ctx.permissions.get('customer.reply') ?? [];
}
