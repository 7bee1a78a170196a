import { defineEvent } from '../../kernel/event.ts';
import type { RowOf } from '../../kernel/entity.ts';
import type { Escalation } from './entities.ts';

/** Asked for, gone up, accepted, declined or cancelled. */
export const escalationChanged = defineEvent<RowOf<typeof Escalation>>('escalation.changed');
