/** @module What the outbound guard found in a text, as messages keep it and the composer shows it. */
import { z } from 'zod';
import { named } from '../../kernel/entity.ts';
import type { TermHit } from '../../language/terms.ts';
import { LocalText } from '../access/entities.ts';

/** `BLOCK` stops a text, `WARN` asks for confirmation, `LOG` only records. */
export const GUARD_LEVELS = ['LOG', 'WARN', 'BLOCK'] as const;
export type GuardLevel = (typeof GUARD_LEVELS)[number];
export const guardLevel = named('GuardLevel', z.enum(GUARD_LEVELS));

/** One place in a text where a rule applies; `start` and `end` count UTF-16 units of the text. */
export const MessageHit = named(
  'MessageHit',
  z.object({
    /** The original words. */
    span: z.string().max(2000),
    start: z.int(),
    end: z.int(),
    rule: z.string().max(60),
    class: z.string().max(60),
    level: guardLevel,
    /** What to say instead. */
    replacement: LocalText.nullable(),
    /** What the store's policy says, where the words promise more than it. */
    clause: LocalText.nullable().default(null),
    /** The sender was warned and sent it all the same. */
    confirmed: z.boolean(),
  }),
);
export type MessageHit = z.output<typeof MessageHit>;

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
