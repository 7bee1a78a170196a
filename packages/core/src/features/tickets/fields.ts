/** @module What a conversation shows of tickets and of its sleep. */
import { z } from 'zod';
import { instant, secret, staffOnly } from '../../kernel/entity.ts';
import { extend } from '../../kernel/extend.ts';
import { Conversation } from '../conversations/index.ts';

export const Awaited = extend(Conversation, {
  fields: {
    /** A ticket of its customer waits for their next word. */
    ticketWaits: secret(z.boolean().default(false)),
    /** It sleeps until then, or until the customer's next word. */
    sleepUntil: staffOnly(instant().nullable().default(null)),
  },
  filters: ['sleepUntil'],
  audited: ['sleepUntil'],
});
