/** @module A figure of warranty claims, counted like those of the desk itself. */
import { addTo, countedIn, metric, MetricCode } from '@shopdesk/core';
import { WarrantyClaim } from './entities.ts';

export const WarrantyMetrics = addTo(MetricCode, {
  WARRANTY_ACCEPTED: { en: 'Warranty claims accepted', zh: '保修申请通过率' },
});

const DECIDED: readonly string[] = ['ACCEPTED', 'REPAIRED', 'DECLINED'];

export const warrantyAccepted = metric(WarrantyMetrics, {
  code: 'WARRANTY_ACCEPTED',
  version: 1,
  unit: 'SHARE',
  sign: 'NONE',
  least: 5,
  formula: {
    en: 'Accepted claims, of all that were decided. They belong to the day on which they were made.',
    zh: '已通过的保修申请 ÷ 已处理的保修申请，按申请日归属。',
  },
  additive: 'SUM',
  sources: [
    countedIn(WarrantyClaim, {
      day: 'requestedOn',
      by: { agent: 'decidedById' },
      count: ({ state }) => (DECIDED.includes(state) ? { num: state === 'DECLINED' ? 0 : 1, den: 1 } : null),
    }),
  ],
});
