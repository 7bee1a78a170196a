import { defineEvent } from '../../kernel/event.ts';
import type { RowOf } from '../../kernel/entity.ts';
import type { SlaClock } from './entities.ts';

/** The owner has little time left (80 % of the limit). */
export const slaWarned = defineEvent<RowOf<typeof SlaClock>>('sla.warned');
/** The limit has passed; the owner and the shift lead are told. */
export const slaBreached = defineEvent<RowOf<typeof SlaClock>>('sla.breached');
/** It has been late for a while; the supervisor is told. */
export const slaEscalated = defineEvent<RowOf<typeof SlaClock>>('sla.escalated');
