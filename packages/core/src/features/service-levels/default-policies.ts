/** @module The service levels that every tenant starts with (2.12.1). */
import type { z } from 'zod';
import type { SlaTarget } from './entities.ts';
import type { PolicyTargets, Scope } from './choose.ts';

type Target = z.output<typeof SlaTarget>;

const MINUTE = 60;
const HOUR = 60 * MINUTE;

const wall = (aimSeconds: number, lateSeconds: number, limitSeconds: number): Target => ({
  clock: 'WALL',
  aimSeconds,
  lateSeconds,
  limitSeconds,
  maxSeconds: null,
});
const wallLimit = (limitSeconds: number): Target =>
  wall(Math.round(limitSeconds / 2), Math.round(limitSeconds * 0.75), limitSeconds);
const service = (limitSeconds: number, maxSeconds: number | null): Target => ({
  ...wallLimit(limitSeconds),
  clock: 'SERVICE',
  maxSeconds,
});

const SHARED = { acceptSeconds: 10 * MINUTE, warnPercent: 80, supervisorSeconds: 2 * MINUTE };
const SLOW = { ...SHARED, acceptSeconds: HOUR, supervisorSeconds: HOUR };
const ANY: Scope = { storeId: null, channel: null, intent: null, priority: null, tier: null };

/** R-CH-04: green, amber and red at 30, 60 and 180 seconds; a next reply is quick within 60. */
const CHAT: PolicyTargets = {
  ...SHARED,
  firstReply: wall(30, 60, 180),
  nextReply: wall(60, 120, 180),
  resolution: wallLimit(24 * HOUR),
};
const MAIL: PolicyTargets = {
  ...SLOW,
  firstReply: service(8 * HOUR, 24 * HOUR),
  nextReply: service(8 * HOUR, null),
  resolution: wallLimit(48 * HOUR),
};
const SOCIAL: PolicyTargets = {
  ...SLOW,
  firstReply: wallLimit(2 * HOUR),
  nextReply: wallLimit(2 * HOUR),
  resolution: wallLimit(24 * HOUR),
};

export const DEFAULT_POLICIES: readonly (Scope & PolicyTargets)[] = [
  { ...ANY, channel: 'WEB_CHAT', ...CHAT },
  { ...ANY, channel: 'MARKETPLACE_IM', ...CHAT },
  { ...ANY, channel: 'PHONE', ...CHAT, firstReply: wall(10, 15, 20), nextReply: null, resolution: null },
  { ...ANY, channel: 'EMAIL', ...MAIL },
  { ...ANY, channel: 'SOCIAL', ...SOCIAL },
  { ...ANY, channel: 'SOCIAL', priority: 'P1', ...SOCIAL, firstReply: wallLimit(30 * MINUTE) },
];
