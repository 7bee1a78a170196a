/**
 * @module A ticket sleeps until a time, or until the customer's next word: it asks for nothing, its clock rests, and it
 * wakes once, by whichever comes first.
 */
import { z } from 'zod';
import { defineAction } from '../../kernel/action.ts';
import type { ReadContext } from '../../kernel/context.ts';
import { deny, type Denial } from '../../kernel/denial.ts';
import { instant } from '../../kernel/entity.ts';
import { Ticket } from './entities.ts';
import { pausing, userOf, waking } from './steps.ts';
import { ticketTexts as t } from './texts.ts';
import { sleepTimer } from './timers.ts';
import { step } from './who.ts';

const MOST_DAYS = 30;
const DAY = 24 * 3_600_000;

/** Why something does not sleep until then: the time has passed, or is too far away. */
export function aheadProblem({ now }: Pick<ReadContext, 'now'>, until: string): Denial | undefined {
  const ahead = Date.parse(until) - Date.parse(now);
  if (ahead <= 0) return deny('VALIDATION_FAILED', { fields: [{ path: 'until', text: t.onlyAhead }] });
  return ahead <= MOST_DAYS * DAY
    ? undefined
    : deny('LIMIT_EXCEEDED', { text: t.thirtyDays, details: { limit: MOST_DAYS } });
}

export const sleepTicket = defineAction({
  ...step,
  title: { en: 'Let it sleep', zh: '休眠' },
  event: 'sleep',
  stays: true,
  input: z.object({ until: instant(), reason: z.string().trim().max(500).default('') }),
  check: (ctx, _row, { until }) => aheadProblem(ctx, until),
  run: async (ctx, row, { until }) => {
    const asleep = ctx.update(Ticket, row, {
      ...(await pausing(ctx, row)),
      sleepUntil: until,
      wokenBy: null,
      wokenAt: null,
      ownerId: row.ownerId ?? userOf(ctx),
    });
    await ctx.at(sleepTimer, until, asleep);
    return asleep;
  },
});

export const wakeTicket = defineAction({
  ...step,
  title: { en: 'Wake it', zh: '唤醒' },
  event: 'sleep',
  stays: true,
  input: z.object({}),
  when: (ctx, row) => (row.sleepUntil ? step.when(ctx, row) : deny('INVALID_TRANSITION', { text: t.notAsleep })),
  run: async (ctx, row) => ctx.update(Ticket, row, await waking(ctx, row, 'HAND')),
});

/** The timer of a ticket that sleeps: it wakes, unless something else has woken it. */
export const endTicketSleep = defineAction({
  title: { en: 'Wake a ticket in time', zh: '工单到时唤醒' },
  allow: { system: true },
  on: Ticket,
  output: step.output,
  input: z.object({}),
  when: (ctx, { sleepUntil }) =>
    sleepUntil && sleepUntil <= ctx.now ? undefined : deny('INVALID_TRANSITION', { text: t.notAsleep }),
  run: async (ctx, row) => ctx.update(Ticket, row, await waking(ctx, row, 'TIME')),
});
