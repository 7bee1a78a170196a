/** @module Which service level holds: the most specific policy whose conditions all hold (R-CH-19). Pure. */
import type { z } from 'zod';
import type { RowOf } from '../../kernel/entity.ts';
import { afterServiceTime, isOpen, nextOpening, type ServiceCalendar } from '../calendar/index.ts';
import type { SlaPolicy, SlaTarget } from './entities.ts';
import type { SlaTargetName } from './fields.ts';

type Row = RowOf<typeof SlaPolicy>;
type Target = z.output<typeof SlaTarget>;
export type Scope = Pick<Row, 'storeId' | 'channel' | 'intent' | 'priority' | 'tier'>;
export type PolicyTargets = Pick<
  Row,
  'firstReply' | 'nextReply' | 'resolution' | 'acceptSeconds' | 'warnPercent' | 'supervisorSeconds'
>;
export type Policy = Scope & PolicyTargets;

/** Of two policies with as many conditions, the one whose condition stands first here wins. */
const CONDITIONS = ['tier', 'intent', 'priority', 'channel', 'storeId'] as const;

export const scopeKey = (scope: Scope): string => CONDITIONS.map((condition) => scope[condition] ?? '*').join('|');

/** Higher is more specific. */
function rank(scope: Scope): number {
  const named = CONDITIONS.map((condition) => scope[condition] !== null);
  const weight = named.reduce((sum, is) => sum * 2 + (is ? 1 : 0), 0);
  return named.filter(Boolean).length * 2 ** CONDITIONS.length + weight;
}

const sameTier = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

export function holds(policy: Scope, facts: Scope): boolean {
  return CONDITIONS.every((condition) => {
    const [wanted, given] = [policy[condition], facts[condition]];
    if (wanted === null) return true;
    return given !== null && (condition === 'tier' ? sameTier(wanted, given) : wanted === given);
  });
}

/** Those that hold, the most specific first. */
export const policiesFor = <P extends Scope>(policies: readonly P[], facts: Scope): P[] =>
  policies.filter((policy) => holds(policy, facts)).toSorted((a, b) => rank(b) - rank(a));

/** 2.12.1: the multiplier on the time to resolve, where the policy is for every priority. */
const RESOLVE_FACTOR: Readonly<Record<string, number>> = { P1: 0.25, P2: 0.5, P3: 1, P4: 1.5 };

function scaled(target: Target, factor: number): Target {
  const by = (seconds: number) => Math.max(1, Math.round(seconds * factor));
  return {
    ...target,
    aimSeconds: by(target.aimSeconds),
    lateSeconds: by(target.lateSeconds),
    limitSeconds: by(target.limitSeconds),
    maxSeconds: target.maxSeconds === null ? null : by(target.maxSeconds),
  };
}

/** What a policy promises for one target of a conversation. */
export function targetOf(policy: Policy, name: SlaTargetName, facts: Scope): Target | null {
  if (name === 'FIRST_REPLY') return policy.firstReply;
  if (name === 'NEXT_REPLY') return policy.nextReply;
  const factor = policy.priority === null ? (RESOLVE_FACTOR[facts.priority ?? 'P3'] ?? 1) : 1;
  return policy.resolution && scaled(policy.resolution, factor);
}

export interface Instants {
  readonly aimAt: string | null;
  readonly lateAt: string | null;
  readonly warnAt: string | null;
  readonly dueAt: string | null;
  readonly escalateAt: string | null;
}

export const NO_INSTANTS: Instants = { aimAt: null, lateAt: null, warnAt: null, dueAt: null, escalateAt: null };

const later = (instant: string, seconds: number): string =>
  new Date(Date.parse(instant) + Math.round(seconds * 1000)).toISOString();
const earlier = (a: string, b: string): string => (a < b ? a : b);

interface Setting {
  readonly policy: PolicyTargets;
  readonly live: ServiceCalendar;
  readonly office: ServiceCalendar;
}

/**
 * The instants of a clock that starts at `from`. A live channel counts by the wall clock from the next opening on, a
 * SERVICE clock counts office time only.
 */
export function instantsOf(target: Target, from: string, { policy, live, office }: Setting): Instants {
  const wall = target.clock === 'WALL';
  const start = wall && !isOpen(live, from) ? nextOpening(live, from) : from;
  if (start === undefined) return NO_INSTANTS;
  const latest = target.maxSeconds === null ? undefined : later(from, target.maxSeconds);
  const after = (seconds: number): string | null => {
    const at = wall ? later(start, seconds) : afterServiceTime(office, start, seconds * 1000);
    if (at === undefined) return latest ?? null;
    return latest === undefined ? at : earlier(at, latest);
  };
  const dueAt = after(target.limitSeconds);
  return {
    aimAt: after(target.aimSeconds),
    lateAt: after(target.lateSeconds),
    warnAt: after((target.limitSeconds * policy.warnPercent) / 100),
    dueAt,
    escalateAt: dueAt && later(dueAt, policy.supervisorSeconds),
  };
}
