/**
 * @module What a person of the staff brings, by name: ways to talk, and the right to serve customers. Names are read
 * without regard to case, and kept as they stand here.
 */
import type { ReadContext } from '../../kernel/context.ts';
import { deny, type Denial } from '../../kernel/denial.ts';
import { rolesWith } from './settings.ts';
import { accessTexts as t } from './texts.ts';

/** Ways to talk; who names none of them takes every way. */
export const MODE_WORDS = {
  CHAT: { en: 'Chat', zh: '在线聊天' },
  VOICE: { en: 'Phone', zh: '电话' },
  EMAIL: { en: 'E-mail', zh: '邮件' },
};
export type Mode = keyof typeof MODE_WORDS;
export const MODES = Object.keys(MODE_WORDS) as readonly Mode[];

/** The right to serve customers: without it nobody goes online and nobody is given customers (domain model 3.8). */
export const LIVE_SKILL = 'LIVE';

const KNOWN: readonly string[] = [LIVE_SKILL, ...MODES];
const spelled = (skill: string): string =>
  skill
    .trim()
    .toUpperCase()
    .replaceAll(/[\s-]+/g, '_');

export const hasSkill = ({ skills }: { readonly skills: readonly string[] }, wanted: string): boolean =>
  skills.some((skill) => spelled(skill) === wanted);

/** Whether a person holds the right to serve customers. */
export const mayServe = (person: { readonly skills: readonly string[] }): boolean => hasSkill(person, LIVE_SKILL);

/** Known names in their one spelling, each once; a name from an older desk stays as it is. */
export const skillsAsKept = (skills: readonly string[]): string[] => [
  ...new Set(skills.map((skill) => (KNOWN.includes(spelled(skill)) ? spelled(skill) : skill.trim()))),
];

/** The refusal of a skill that nothing asks for. Whoever has one from an older desk keeps it. */
export function unknownSkill(skills: readonly string[], before: readonly string[] = []): Denial | undefined {
  const unknown = skillsAsKept(skills).find((skill) => !KNOWN.includes(skill) && !before.includes(skill));
  if (unknown === undefined) return undefined;
  return deny('VALIDATION_FAILED', {
    fields: [{ path: 'skills', text: t.noSuchSkill }],
    details: { unknown, known: KNOWN },
  });
}

/** The roles that may answer customers here. */
export const answeringRoles = (ctx: ReadContext): Promise<readonly string[]> => rolesWith(ctx, 'customer.reply');
