/** @module What a conversation shows of its clocks, so that lists can be ordered and filtered by them (R-CH-04). */
import { z } from 'zod';
import { codes } from '../../kernel/codes.ts';
import { instant, secret, staffOnly } from '../../kernel/entity.ts';
import { extend } from '../../kernel/extend.ts';
import { Conversation } from '../conversations/index.ts';

export const slaTargetName = codes('SlaTargetName', {
  FIRST_REPLY: { en: 'First reply', zh: '首次响应' },
  NEXT_REPLY: { en: 'Next reply', zh: '后续响应' },
  RESOLUTION: { en: 'Resolution', zh: '解决' },
});
export type SlaTargetName = z.output<typeof slaTargetName>;
export const SLA_TARGETS = slaTargetName.options;

export const slaLevel = codes('SlaLevel', {
  NONE: { en: 'No clock', zh: '未计时' },
  RUNNING: { en: 'In time', zh: '计时中' },
  WARNED: { en: 'At risk', zh: '即将超时' },
  BREACHED: { en: 'Overdue', zh: '已超时' },
  ESCALATED: { en: 'Overdue, supervisor told', zh: '已超时并上报', note: 'The supervisor has been told.' },
});
export type SlaLevel = z.output<typeof slaLevel>;
export const SLA_LEVELS = slaLevel.options;

/** A conversation with what the clocks keep of it, in the commits that change it anyway. */
export const Sla = extend(Conversation, {
  fields: {
    slaState: staffOnly(slaLevel.default('NONE')),
    slaTarget: staffOnly(slaTargetName.nullable().default(null)),
    /** From here on the answer is no longer quick (amber), then late (red), then a breach. */
    slaAimAt: staffOnly(instant().nullable().default(null)),
    slaLateAt: staffOnly(instant().nullable().default(null)),
    slaDueAt: staffOnly(instant().nullable().default(null)),
    /** The reply clock that runs, and the one of the resolution. */
    slaClockId: secret(z.string().nullable().default(null)),
    resolutionClockId: secret(z.string().nullable().default(null)),
    /** By what the running clock was chosen; another value chooses anew. */
    slaFacts: secret(z.string().default('')),
    /** How late the resolution is, for when no reply clock runs. */
    resolutionState: staffOnly(slaLevel.default('NONE')),
    resolutionDueAt: staffOnly(instant().nullable().default(null)),
  },
  index: [
    ['slaDueAt', '-lastMessageAt'],
    ['storeId', 'slaDueAt', '-lastMessageAt'],
  ],
  filters: ['slaState', 'slaDueAt'],
  orders: [
    [['slaDueAt', 'asc']],
    [
      ['slaDueAt', 'asc'],
      ['lastMessageAt', 'desc'],
    ],
  ],
});

/** The fields of a conversation whose clocks never ran. */
export const NO_SLA = {
  slaState: 'NONE',
  slaTarget: null,
  slaAimAt: null,
  slaLateAt: null,
  slaDueAt: null,
  slaClockId: null,
  resolutionClockId: null,
  slaFacts: '',
  resolutionState: 'NONE',
  resolutionDueAt: null,
} as const;
