/**
 * @module How a conversation is served and where it stands in the life of an order. Ways to talk are skills by name
 * (R-CH-12, R-WF-05).
 */
import { hasSkill, MODES, type Mode } from '../access/index.ts';

const MODE_OF: Readonly<Record<string, Mode>> = { PHONE: 'VOICE', WALK_IN: 'VOICE', EMAIL: 'EMAIL' };

/** The mode in which a channel is served. */
export const modeOf = (channel: string): Mode => MODE_OF[channel] ?? 'CHAT';

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

/** The modes a person serves. */
export function modesOf(person: { readonly skills: readonly string[] }): readonly Mode[] {
  const own = MODES.filter((mode) => hasSkill(person, mode));
  return own.length > 0 ? own : MODES;
}
