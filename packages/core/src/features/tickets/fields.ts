/** @module What a conversation shows of tickets and of its sleep, and a customer of tickets that wait for them. */
import { z } from 'zod';
import { instant, secret, staffOnly } from '../../kernel/entity.ts';
import { extend } from '../../kernel/extend.ts';
import { Conversation } from '../conversations/index.ts';
import { Customer } from '../customers/index.ts';

export const Awaited = extend(Conversation, {
  fields: {
    /** A ticket of its customer waits for their next word. */
    ticketWaits: secret(z.boolean().default(false)),
    /** Its owner was told that it woke, and has not answered since. */
    toldAwake: secret(z.boolean().default(false)),
    /** It sleeps until then, or until the customer's next word. */
    sleepUntil: staffOnly(instant().nullable().default(null)),
  },
  filters: ['sleepUntil'],
  audited: ['sleepUntil'],
});

/** So that opening a chat asks for tickets only where one waits. */
export const Expected = extend(Customer, {
  fields: {
    /** A ticket of theirs has waited for their next word; it may have been answered since. */
    ticketWaits: secret(z.boolean().default(false)),
  },
});
