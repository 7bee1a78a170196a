/**
 * @module What a conversation asks of a person, and what a person brings. Teams and modes are skills by name: a role
 * brings its own team, and the list of skills adds to it (R-CH-12, R-WF-05).
 */
import { hasSkill, MODES, teamsOf, type Mode, type Skilled, type Team } from '../access/index.ts';

const MODE_OF: Readonly<Record<string, Mode>> = { PHONE: 'VOICE', WALK_IN: 'VOICE', EMAIL: 'EMAIL' };

/** The mode in which a channel is served. */
export const modeOf = (channel: string): Mode => MODE_OF[channel] ?? 'CHAT';

const TEAM_OF_INTENT: Readonly<Record<string, Team>> = {
  PRODUCT: 'PRE_SALE',
  PROMOTION: 'PRE_SALE',
  RETURN: 'AFTER_SALE',
  EXCHANGE: 'AFTER_SALE',
  REPAIR: 'AFTER_SALE',
  REFUND: 'AFTER_SALE',
  COMPLAINT: 'COMPLAINT',
  SAFETY: 'COMPLAINT',
  TECH: 'TECH',
};

/** Whose question it is; null when any front-line agent answers it. */
export const teamOf = (channel: string, intent: string | null): Team | null =>
  channel === 'SOCIAL' ? 'SOCIAL' : (intent && TEAM_OF_INTENT[intent]) || null;

/** Where in the life of an order the question stands. */
export const STAGES = ['BEFORE', 'DURING', 'AFTER'] as const;
export type Stage = (typeof STAGES)[number];

const DURING: readonly string[] = ['ORDER', 'PAYMENT', 'LOGISTICS', 'INVOICE'];
const AFTER: readonly string[] = ['RETURN', 'EXCHANGE', 'REPAIR', 'REFUND', 'COMPLAINT', 'SAFETY', 'TECH'];

/** The stage of a question; null while nobody knows what it is about. */
export function stageOf(intent: string | null): Stage | null {
  if (!intent) return null;
  if (DURING.includes(intent)) return 'DURING';
  if (AFTER.includes(intent)) return 'AFTER';
  return intent === 'PRODUCT' || intent === 'PROMOTION' ? 'BEFORE' : null;
}

const FRONT_TEAMS: readonly Team[] = ['PRE_SALE', 'AFTER_SALE'];

/** The modes a person serves. */
export function modesOf(person: Pick<Skilled, 'skills'>): readonly Mode[] {
  const own = MODES.filter((mode) => hasSkill(person, mode));
  return own.length > 0 ? own : MODES;
}

/** Whether a person takes questions that belong to no team. */
export const isFrontLine = (person: Skilled): boolean => teamsOf(person).some((team) => FRONT_TEAMS.includes(team));
