/** @module The hits of the term matcher as the desk keeps them. */
import type { TermHit } from '../../language/terms.ts';
import { GUARD_LEVELS, type GuardLevel, type MessageHit } from '../conversations/index.ts';

const LEVELS = { log: 'LOG', warn: 'WARN', block: 'BLOCK' } as const;

/** A hit of the term matcher as the desk keeps it. */
export function hitOf({ text, start, end, ruleId, class: kind, level, replacement }: TermHit): MessageHit {
  return {
    span: text,
    start,
    end,
    rule: ruleId,
    class: kind,
    level: LEVELS[level],
    replacement: replacement ? { ...replacement } : null,
    clause: null,
    confirmed: false,
  };
}

/** The strictest level among hits. */
export const strictest = (hits: readonly MessageHit[]): GuardLevel | null =>
  GUARD_LEVELS.findLast((level) => hits.some((hit) => hit.level === level)) ?? null;
