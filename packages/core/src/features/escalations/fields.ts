/** @module What a conversation shows of its escalation (R-CH-05). */
import { z } from 'zod';
import { staffOnly } from '../../kernel/entity.ts';
import { extend } from '../../kernel/extend.ts';
import { Conversation } from '../conversations/index.ts';

/** L1 front, L2 back office, L3 supervisor, L4 manager (domain model 3.3). */
export const LEVELS = [1, 2, 3, 4] as const;
export const HIGHEST = 4;

/** A conversation with where it stands on the ladder. */
export const Escalated = extend(Conversation, {
  fields: {
    level: staffOnly(z.int().min(1).max(HIGHEST).default(1)),
    /** The level that was asked for and has not accepted yet. */
    escalatedTo: staffOnly(z.int().min(2).max(HIGHEST).nullable().default(null)),
  },
  filters: ['level', 'escalatedTo'],
  audited: ['level'],
});
