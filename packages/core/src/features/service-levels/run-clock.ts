/**
 * @module The timer of a clock: warns, finds the breach, tells the supervisor. Each step once, whichever process is
 * first.
 */
import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import type { ActionContext } from '../../kernel/context.ts';
import { deny } from '../../kernel/denial.ts';
import { serviceTimeBetween } from '../calendar/index.ts';
import { isRunning, shownOf, type ClockRow } from './clock.ts';
import { SlaClock } from './entities.ts';
import { slaBreached, slaEscalated, slaWarned } from './events.ts';
import { slaSettingOf } from './facts.ts';
import { Sla } from './fields.ts';
import { targetOf } from './choose.ts';
import { slaTimer } from './timers.ts';

const STEPS = {
  warn: { level: 'WARNED', event: slaWarned },
  breach: { level: 'BREACHED', event: slaBreached },
  escalate: { level: 'ESCALATED', event: slaEscalated },
} as const;
type Step = keyof typeof STEPS;

/** What is due at `now`, and when the clock is looked at next. */
function stepAt(
  { state, warnAt, dueAt, escalateAt }: ClockRow,
  now: string,
): { readonly step: Step | undefined; readonly next: string | null } {
  if (state === 'BREACHED') return { step: escalateAt && now >= escalateAt ? 'escalate' : undefined, next: escalateAt };
  if (dueAt && now >= dueAt) return { step: 'breach', next: escalateAt };
  if (state === 'RUNNING' && warnAt && now >= warnAt) return { step: 'warn', next: dueAt };
  return { step: undefined, next: state === 'RUNNING' ? (warnAt ?? dueAt) : dueAt };
}

export const runSlaClock = defineAction({
  title: { en: 'Run a service-level clock', zh: '检查时效计时' },
  allow: { system: true },
  on: SlaClock,
  input: z.object({}),
  output: one(SlaClock),
  when: (_ctx, clock) => {
    return isRunning(clock) && clock.state !== 'ESCALATED'
      ? undefined
      : deny('INVALID_TRANSITION', { details: { from: clock.state, event: 'run' } });
  },
  run: async (ctx, stored) => {
    const clock =
      stored.target === 'RESOLUTION' && stored.state !== 'BREACHED' ? await withoutPauses(ctx, stored) : stored;
    const { step, next } = stepAt(clock, ctx.now);
    const moved = step ? await take(ctx, clock, step) : clock;
    const again = step !== 'escalate' && next !== null && next > ctx.now;
    if (again) await ctx.at(slaTimer, next, stored);
    return moved;
  },
});

async function take(ctx: ActionContext, clock: ClockRow, step: Step): Promise<ClockRow> {
  const { level, event } = STEPS[step];
  const noted = step === 'warn' ? { warnedAt: ctx.now } : step === 'breach' ? { breachedAt: clock.dueAt } : {};
  const moved = ctx.fire(SlaClock, clock, step, noted);
  const conversation = await ctx.get(Sla, clock.conversationId);
  const resolves = clock.target === 'RESOLUTION';
  const shown = !resolves || conversation.slaClockId === null ? shownOf(moved, level) : {};
  ctx.update(Sla, conversation, {
    ...shown,
    ...(resolves ? { resolutionState: level, resolutionDueAt: moved.dueAt } : {}),
  });
  ctx.emit(event, moved);
  return moved;
}

/** While it is the customer's turn the time to resolve stands still (K-19): the clock moves by what it has stood. */
async function withoutPauses(ctx: ActionContext, clock: ClockRow): Promise<ClockRow> {
  const conversation = await ctx.get(Sla, clock.conversationId);
  const setting = await slaSettingOf(ctx, conversation);
  const target = setting.policy && targetOf(setting.policy, 'RESOLUTION', setting.facts);
  if (!setting.policy || !target) return clock;
  const rounds = await ctx.find(SlaClock, {
    where: { conversationId: clock.conversationId, startedAt: { gte: clock.startedAt } },
    order: [['startedAt', 'asc']],
    limit: 1000,
  });
  const measure = (from: string, to: string) =>
    target.clock === 'WALL'
      ? Math.max(0, Date.parse(to) - Date.parse(from))
      : serviceTimeBetween(setting.office, from, to);
  const owed = rounds
    .filter(({ target: name }) => name !== 'RESOLUTION')
    .reduce((sum, round) => sum + measure(round.startedAt, round.stoppedAt ?? ctx.now), 0);
  const reaches = (seconds: number) => new Date(Date.parse(ctx.now) + Math.max(0, seconds * 1000 - owed)).toISOString();
  const dueAt = reaches(target.limitSeconds);
  if (clock.dueAt === null || dueAt <= clock.dueAt) return clock;
  const warnAt = reaches((target.limitSeconds * setting.policy.warnPercent) / 100);
  const escalateAt = new Date(Date.parse(dueAt) + setting.policy.supervisorSeconds * 1000).toISOString();
  return ctx.update(SlaClock, clock, { warnAt, dueAt, escalateAt });
}
