/** @module What a conversation shows of its clocks, so that lists can be ordered and filtered by them (R-CH-04). */
import { z } from 'zod';
import { instant, named, secret, staffOnly } from '../../kernel/entity.ts';
import { extend } from '../../kernel/extend.ts';
import { Conversation } from '../conversations/index.ts';

export const SLA_TARGETS = ['FIRST_REPLY', 'NEXT_REPLY', 'RESOLUTION'] as const;
export type SlaTargetName = (typeof SLA_TARGETS)[number];
export const slaTargetName = named('SlaTargetName', z.enum(SLA_TARGETS));

/** NONE: no clock runs. WARNED: at risk. ESCALATED: late, and the supervisor was told. */
export const SLA_LEVELS = ['NONE', 'RUNNING', 'WARNED', 'BREACHED', 'ESCALATED'] as const;
export type SlaLevel = (typeof SLA_LEVELS)[number];
export const slaLevel = named('SlaLevel', z.enum(SLA_LEVELS));

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
