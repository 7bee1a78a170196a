/**
 * @module What may leave to a customer. Conversations know no rules about words: features that have some answer, and
 * what they mark is kept with the message.
 */
import { z } from 'zod';
import { codes } from '../../kernel/codes.ts';
import type { ReadContext } from '../../kernel/context.ts';
import type { Denial } from '../../kernel/denial.ts';
import { named } from '../../kernel/entity.ts';
import { point } from '../../kernel/point.ts';
import { LocalText } from '../access/index.ts';

/** `BLOCK` stops a text, `WARN` asks for confirmation, `LOG` only records. */
export const guardLevel = codes('GuardLevel', {
  LOG: { en: 'Log', zh: '记录', note: 'It is sent and noted.' },
  WARN: { en: 'Warn', zh: '提醒', note: 'It is sent after confirmation.' },
  BLOCK: { en: 'Block', zh: '拦截', note: 'It is not sent.' },
});
export type GuardLevel = z.output<typeof guardLevel>;
export const GUARD_LEVELS = guardLevel.options;

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

/** To whom a text leaves. */
export interface OutboundTo {
  readonly storeId: string;
  readonly customerId: string;
  readonly channel: string;
}

export interface OutboundText {
  readonly text: string;
  /** Who wrote it. */
  readonly author: 'agent' | 'bot' | 'script';
  /** The sender has seen the warnings and sends all the same. */
  readonly confirmed: boolean;
}

/** Either the reason to refuse, or what is kept with the message. */
export interface Verdict {
  readonly denial?: Denial;
  readonly hits: readonly MessageHit[];
}

/** Whether a text may leave to a customer, and what is to be marked in it. */
export const outbound = point<{ readonly to: OutboundTo; readonly text: OutboundText }, Verdict>(
  'conversation.outbound',
);

/** The verdict of all features: the first reason to refuse, else every mark. */
export async function verdictOn(ctx: ReadContext, to: OutboundTo, text: OutboundText): Promise<Verdict> {
  const verdicts = await ctx.ask(outbound, { to, text });
  return verdicts.find(({ denial }) => denial) ?? { hits: verdicts.flatMap(({ hits }) => hits) };
}
