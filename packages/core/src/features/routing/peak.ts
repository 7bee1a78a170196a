import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import { deny } from '../../kernel/denial.ts';
import { LocalText, Store } from '../access/index.ts';
import { RoutingPolicy } from './entities.ts';
import { changeRouting, routingOf } from './policy.ts';
import { peakTimer, sweepTimer } from './timers.ts';
import { routingTexts as t } from './texts.ts';

/** Said to those who wait, where the store gives no words of its own. */
export const DEFAULT_PEAK_NOTICE = {
  zh: '当前咨询人数较多，回复会比平时慢一些，我们会按顺序尽快接待您，感谢您的耐心等待。',
  en: 'Many customers are writing to us at the moment, so answers take longer than usual. We serve everybody in turn; thank you for waiting.',
} as const;

/** A rush that nobody ends is over after this at the latest. */
const LONGEST_MS = 7 * 24 * 3600 * 1000;

/**
 * Turns peak mode on until an instant: more places per agent, back-office people at the front, a notice for those who
 * wait (R-WF-06).
 */
export const startPeakMode = defineAction({
  title: { en: 'Start peak mode', zh: '开启高峰模式' },
  about: {
    en: 'Agents get more places, back-office people help at the front, and those who wait see a notice. It ends by itself.',
    zh: '提高客服接待上限，后台客服支援前台，排队顾客会看到提示。到时间自动关闭。',
  },
  allow: { staff: 'peak.switch' },
  on: Store,
  input: z.object({
    until: z.iso.datetime({ precision: 3 }),
    capacityFactor: z.number().min(1).max(5).default(1.5),
    notice: LocalText.optional(),
    backOffice: z.boolean().default(true),
    shortSurvey: z.boolean().default(true),
    reason: z.string().trim().max(500).default(''),
  }),
  output: one(RoutingPolicy),
  check: (ctx, _row, { until, reason }) => {
    const left = Date.parse(until) - Date.parse(ctx.now);
    if (left <= 0 || left > LONGEST_MS)
      return deny('VALIDATION_FAILED', { fields: [{ path: 'until', text: t.withinSevenDays }] });
    return reason ? undefined : deny('REASON_REQUIRED');
  },
  run: async (ctx, row, { until, capacityFactor, notice = DEFAULT_PEAK_NOTICE, backOffice, shortSurvey }) => {
    const by = ctx.actor.kind === 'staff' ? ctx.actor.name : '';
    const { peak } = await routingOf(ctx, row.id);
    const policy = await changeRouting(ctx, row.id, {
      peak: { since: peak?.since ?? ctx.now, until, capacityFactor, notice, backOffice, shortSurvey, by },
    });
    await ctx.at(peakTimer, until, row, { reason: 'Automatic end' });
    if (policy.mode === 'AUTO') await ctx.afterCommit(sweepTimer, row, { empty: 0 });
    return policy;
  },
});

/** Ends peak mode; the desk does it by itself at its end. What agents have in hand stays theirs. */
export const endPeakMode = defineAction({
  title: { en: 'End peak mode', zh: '结束高峰模式' },
  allow: { staff: 'peak.switch', system: true },
  on: Store,
  input: z.object({ reason: z.string().trim().max(500).optional() }),
  output: one(RoutingPolicy),
  when: async (ctx, row) => {
    const policy = await ctx.trusted('settings for everybody').maybe(RoutingPolicy, row.id);
    return policy?.peak ? undefined : deny('INVALID_TRANSITION', { details: { from: 'OFF', event: 'endPeakMode' } });
  },
  run: async (ctx, row) => {
    await ctx.unset(peakTimer, row);
    return changeRouting(ctx, row.id, { peak: null });
  },
});
