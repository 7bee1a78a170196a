/**
 * @module A round without an answer counts when its time is over, not when somebody looks: a timer writes that on it.
 */
import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import type { ActionContext } from '../../kernel/context.ts';
import { deny } from '../../kernel/denial.ts';
import { timer } from '../../kernel/timer.ts';
import { SlaClock } from '../service-levels/index.ts';
import { Round, type RoundRow } from './facts.ts';

/** Seconds after which a figure counts that there is no answer yet (K-04, K-05). */
const STEPS = [30, 180] as const;

export const silenceTimer = timer({ key: 'round-silence', on: SlaClock });

const after = ({ startedAt }: RoundRow, seconds: number): string =>
  new Date(Date.parse(startedAt) + seconds * 1000 + 1).toISOString();

export async function watchSilence(ctx: ActionContext, round: RoundRow): Promise<void> {
  const next = STEPS.find((seconds) => seconds > round.silentSeconds);
  if (next) await ctx.at(silenceTimer, after(round, next), round);
}

/** It is over: nobody waits any more. */
export const isSilent = (ctx: ActionContext, round: RoundRow): Promise<void> => ctx.unset(silenceTimer, round);

export const noteSilence = defineAction({
  title: { en: 'Note that there is no answer yet', zh: '记录尚未回复' },
  allow: { system: true },
  unaudited: true,
  on: SlaClock,
  input: z.object({}),
  output: one(SlaClock),
  when: (_ctx, { state, stoppedAt, target }) =>
    stoppedAt === null && target !== 'RESOLUTION'
      ? undefined
      : deny('INVALID_TRANSITION', { details: { from: state, event: 'noteSilence' } }),
  run: async (ctx, clock) => {
    const round = await ctx.get(Round, clock.id);
    const silentSeconds = STEPS.findLast((seconds) => ctx.now >= after(round, seconds)) ?? 0;
    const noted = silentSeconds > round.silentSeconds ? ctx.update(Round, round, { silentSeconds }) : round;
    await watchSilence(ctx, noted);
    return noted;
  },
});
