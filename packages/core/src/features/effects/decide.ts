/**
 * @module Nobody knows whether a call to the outside was carried out: its answer was lost, and the other side can
 * neither be asked nor told the same twice. Somebody looks there and says what is so.
 */
import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import { codes } from '../../kernel/codes.ts';
import { deny } from '../../kernel/denial.ts';
import { decideEffect } from '../../kernel/effect-steps.ts';
import { Effect } from '../../kernel/effect.ts';

/** What somebody says who has looked at the other side. */
export const effectDecision = codes('EffectDecision', {
  ARRIVED: { en: 'It was carried out', zh: '对方已执行' },
  AGAIN: { en: 'It was not: send it again', zh: '对方未执行：重新发送' },
  GIVE_UP: {
    en: 'Give up: treat it as failed',
    zh: '放弃：按失败处理',
    note: 'What waits for it is told that it failed.',
  },
});

export const decideOutgoingCall = defineAction({
  title: { en: 'Decide about an outgoing call', zh: '处理结果未知的外部调用' },
  allow: { staff: 'effect.decide' },
  on: Effect,
  event: ['arrived', 'again', 'giveUp'],
  input: z.object({
    decision: effectDecision,
    reason: z.string().trim().max(500).default(''),
  }),
  output: one(Effect),
  check: (_ctx, _row, { reason }) => (reason ? undefined : deny('REASON_REQUIRED')),
  run: (ctx, row, { decision, reason }) => {
    ctx.reason(reason);
    return decideEffect(ctx, row, { decision, reason });
  },
});
