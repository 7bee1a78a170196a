/**
 * @module Nobody knows whether a call to the outside was carried out: its answer was lost, and the other side can
 * neither be asked nor told the same twice. Somebody looks there and says what is so.
 */
import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import { deny } from '../../kernel/denial.ts';
import { decideEffect } from '../../kernel/effect-steps.ts';
import { Effect } from '../../kernel/effect.ts';
import { named } from '../../kernel/entity.ts';

/**
 * ARRIVED: it was carried out. AGAIN: it was not, the call is made anew. GIVE_UP: what waited for it is told that it
 * failed.
 */
export const EFFECT_DECISIONS = ['ARRIVED', 'AGAIN', 'GIVE_UP'] as const;

export const decideOutgoingCall = defineAction({
  title: { en: 'Decide about an outgoing call', zh: '处理结果未知的外部调用' },
  allow: { staff: 'effect.decide' },
  on: Effect,
  event: ['arrived', 'again', 'giveUp'],
  input: z.object({
    decision: named('EffectDecision', z.enum(EFFECT_DECISIONS)),
    reason: z.string().trim().max(500).default(''),
  }),
  output: one(Effect),
  check: (_ctx, _row, { reason }) => (reason ? undefined : deny('REASON_REQUIRED')),
  run: (ctx, row, { decision, reason }) => {
    ctx.because(reason);
    return decideEffect(ctx, row, { decision, reason });
  },
});
