/** @module What a conversation shows of its clocks, so that lists can be ordered and filtered by them (R-CH-04). */
import { z } from 'zod';
import { instant, named, secret, staffOnly } from '../../kernel/entity.ts';

export const SLA_TARGETS = ['FIRST_REPLY', 'NEXT_REPLY', 'RESOLUTION'] as const;
export type SlaTargetName = (typeof SLA_TARGETS)[number];
export const slaTargetName = named('SlaTargetName', z.enum(SLA_TARGETS));

/** NONE: no clock runs. WARNED: at risk. ESCALATED: late, and the supervisor was told. */
export const SLA_LEVELS = ['NONE', 'RUNNING', 'WARNED', 'BREACHED', 'ESCALATED'] as const;
export type SlaLevel = (typeof SLA_LEVELS)[number];
export const slaLevel = named('SlaLevel', z.enum(SLA_LEVELS));

/** Fields of a conversation that the clocks keep, in the commits that change it anyway. */
export const slaFields = {
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
  /** Messages that count in K-06: without cards, notes, and what the desk says by itself. */
  customerMessages: staffOnly(z.int().default(0)),
  agentMessages: staffOnly(z.int().default(0)),
};

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
  customerMessages: 0,
  agentMessages: 0,
} as const;
