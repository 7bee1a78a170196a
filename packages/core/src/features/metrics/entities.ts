import { z } from 'zod';
import type { ActionContext, ReadContext } from '../../kernel/context.ts';
import { defineEntity, hinted, instant, ref, staffOnly } from '../../kernel/entity.ts';
import { memberOf } from '../../kernel/vocabulary.ts';
import { codes } from '../../kernel/codes.ts';
import { staffOfStore } from '../customers/index.ts';
import { MetricCode } from './metric.ts';

/** The right to see everybody's figures; without it one sees one's own (3.13). */
export const READ_ALL = 'kpi.read';

/**
 * What one store, channel and person have counted on one day in one figure. Written by the commits of what is counted,
 * without being read; its id says which it is.
 */
export const MetricCell = defineEntity({
  name: 'MetricCell',
  title: { en: 'Figure of a day', zh: '日指标' },
  schema: z.object({
    /** The figure and the version of its formula: `K_05@1`. */
    formula: z.string().max(80),
    seen: codes('MetricSeen', {
      DESK: { en: 'Of the store', zh: '店铺口径' },
      OWN: { en: 'Of a person', zh: '个人口径' },
    }),
    storeId: ref('Store'),
    day: z.string().max(10),
    channel: z.string().max(40),
    agentId: z.string().max(64),
    num: z.int(),
    den: z.int(),
    n: z.int(),
  }),
  index: [
    ['formula', 'seen', 'day'],
    ['storeId', 'day'],
  ],
  visible: () => 'none',
  internal: true,
});

/** A day of a store on which a formula has failed, as often as it did; the recount takes that away again. */
export const MetricDay = defineEntity({
  name: 'MetricDay',
  title: { en: 'Day to recount', zh: '待重算日' },
  schema: z.object({ metric: z.string().max(64), storeId: ref('Store'), day: z.string().max(10), failures: z.int() }),
  index: [['failures', 'day']],
  visible: () => 'none',
  internal: true,
});

/** Which version of each figure is counted for the tenant's whole past. Recounts change it, so they come one by one. */
export const MetricState = defineEntity({
  name: 'MetricState',
  title: { en: 'State of the figures', zh: '指标状态' },
  schema: z.object({ whole: z.record(z.string(), z.int()), countedAt: instant() }),
  visible: () => 'none',
  internal: true,
});

/** One row for a tenant. */
export const stateId = ({ actor }: { readonly actor: { readonly tenantId: string } }): string =>
  `metrics|${actor.tenantId}`;

/** That a day was counted again, and how many cells were set right: for the audit trail. */
export const FigureRecount = defineEntity({
  name: 'FigureRecount',
  title: { en: 'Recount of a day', zh: '重算记录' },
  schema: z.object({
    metric: z.string().max(64),
    storeId: ref('Store'),
    day: z.string().max(10),
    corrected: z.int(),
    at: instant(),
  }),
  index: [['storeId', '-at']],
  audited: ['metric', 'day', 'corrected'],
  visible: (actor) => staffOfStore(actor, 'metric.recount'),
  list: { filters: ['storeId', 'metric', 'day', 'at'], orders: [[['at', 'desc']]] },
});

/** A figure as it was at an instant, for what is decided by it: it never moves. */
export const FrozenFigure = defineEntity({
  name: 'FrozenFigure',
  title: { en: 'Fixed figure', zh: '定版指标' },
  schema: z.object({
    metric: memberOf(MetricCode),
    metricVersion: hinted(z.int(), { weight: 'side' }),
    /** Null: of all stores that its maker sees. */
    storeId: ref('Store').nullable(),
    agentId: ref('User').nullable(),
    fromDay: z.string().max(10),
    toDay: z.string().max(10),
    value: z.number().nullable(),
    num: hinted(z.int(), { weight: 'side' }),
    den: hinted(z.int(), { weight: 'side' }),
    n: z.int(),
    /** SHA-256 over the id and the amounts of every fact. */
    digest: hinted(z.string().max(64), { weight: 'rare' }),
    reason: z.string().max(500),
    fixedAt: instant(),
    fixedById: staffOnly(ref('User').nullable()),
  }),
  index: [['-fixedAt'], ['storeId', '-fixedAt']],
  audited: ['metric', 'metricVersion', 'value', 'n', 'digest'],
  visible: (actor) => staffOfStore(actor, READ_ALL),
  list: { filters: ['metric', 'storeId', 'agentId', 'fixedAt'], orders: [[['fixedAt', 'desc']]] },
});

/** Facts and cells are the desk's to add up, whoever looks; a figure then shows only what the asker may see. */
export function adding(ctx: ActionContext): ActionContext;
export function adding(ctx: ReadContext): ReadContext;
export function adding(ctx: ReadContext): ReadContext {
  return ctx.trusted('sums of facts');
}
