/**
 * @module The life of a policy version (3.11): drafted, submitted, approved by someone else, scheduled, effective, and
 * superseded or retired.
 */
import { deny, type Denial } from '../kernel/denial.ts';
import { defineMachine, mayFire } from '../kernel/machine.ts';
import type { Finding } from './lint/index.ts';
import { parseInstant } from './scalar.ts';
import { quoted } from '../kernel/said.ts';
import { versionTexts as t } from './texts.ts';

export const POLICY_VERSION_STATES = {
  DRAFT: { en: 'Draft', zh: '草稿' },
  SUBMITTED: { en: 'Waiting for approval', zh: '待审批' },
  APPROVED: { en: 'Approved', zh: '已批准' },
  SCHEDULED: { en: 'Scheduled', zh: '待生效' },
  EFFECTIVE: { en: 'In force', zh: '生效中' },
  SUPERSEDED: { en: 'Superseded', zh: '已被取代' },
  RETIRED: { en: 'Retired', zh: '已停用' },
};

/** States and events of a policy version as data. */
export const POLICY_VERSION_MACHINE = defineMachine({
  field: 'state',
  states: POLICY_VERSION_STATES,
  events: {
    create: { NEW: 'DRAFT' },
    submit: { DRAFT: 'SUBMITTED' },
    sendBack: { SUBMITTED: 'DRAFT', APPROVED: 'DRAFT', SCHEDULED: 'DRAFT' },
    approve: { SUBMITTED: 'APPROVED' },
    schedule: { APPROVED: 'SCHEDULED' },
    takeEffect: { SCHEDULED: 'EFFECTIVE' },
    supersede: { EFFECTIVE: 'SUPERSEDED' },
    retire: { EFFECTIVE: 'RETIRED', SUPERSEDED: 'RETIRED' },
  },
});

/** A state of a policy version. */
export type PolicyVersionState = keyof typeof POLICY_VERSION_STATES;

/** What the rules of a version's life look at. */
export interface PolicyVersion {
  readonly id: string;
  readonly state: PolicyVersionState;
  readonly authorId: string;
  readonly approverId?: string | null;
  /** ISO; in force from this instant … */
  readonly effectiveFrom?: string | null;
  /** … until this one, exclusive; open when missing. */
  readonly effectiveTo?: string | null;
}

/** Someone who wants to move a version on. */
export interface PolicyActor {
  readonly id: string;
  readonly permissions: { has(permission: string): boolean };
}

const DRAFT = 'policy.draft';
const APPROVE = 'policy.approve';

const lacking = ({ permissions }: PolicyActor, permission: string): Denial | undefined =>
  permissions.has(permission) ? undefined : deny('FORBIDDEN', { details: { permission } });

/** A draft is edited by whoever drafts policies; anything later is history. */
export function mayEdit(version: PolicyVersion, actor: PolicyActor): Denial | undefined {
  if (version.state !== 'DRAFT') return deny('INVALID_TRANSITION', { details: { from: version.state, event: 'edit' } });
  return lacking(actor, DRAFT);
}

/** A draft with errors – also one that does not compile or weakens the statute – is not submitted. */
export function maySubmit(
  version: PolicyVersion,
  actor: PolicyActor,
  findings: readonly Finding[],
): Denial | undefined {
  const denial = mayFire(POLICY_VERSION_MACHINE, version.state, 'submit') ?? lacking(actor, DRAFT);
  if (denial) return denial;
  const errors = findings.filter(({ severity }) => severity === 'ERROR');
  if (errors.length === 0) return undefined;
  const fields = errors.map(({ table, rowIds, text }) => ({ path: [table, ...rowIds].join('.'), text: quoted(text) }));
  return deny('VALIDATION_FAILED', { fields, details: { findings: errors } });
}

/** Whoever approves policies approves a version, and its author never does. */
export function mayApprove(version: PolicyVersion, actor: PolicyActor): Denial | undefined {
  const denial = mayFire(POLICY_VERSION_MACHINE, version.state, 'approve') ?? lacking(actor, APPROVE);
  if (denial) return denial;
  if (actor.id !== version.authorId) return undefined;
  return deny('FORBIDDEN', {
    text: t.authorDoesNotApprove,
    details: { authorId: version.authorId },
  });
}

/** Who may approve may also send back, with a reason; the author may take their own version back. */
export function maySendBack(version: PolicyVersion, actor: PolicyActor): Denial | undefined {
  const denial = mayFire(POLICY_VERSION_MACHINE, version.state, 'sendBack');
  if (denial) return denial;
  return actor.id === version.authorId ? undefined : lacking(actor, APPROVE);
}

/** An approved version takes effect now or later, never in the past: past orders keep their version. */
export function maySchedule(
  version: PolicyVersion,
  actor: PolicyActor,
  { from, now }: { from: string; now: string },
): Denial | undefined {
  const denial = mayFire(POLICY_VERSION_MACHINE, version.state, 'schedule') ?? lacking(actor, APPROVE);
  if (denial) return denial;
  const [start, present] = [parseInstant(from), parseInstant(now)];
  if (start === undefined || present === undefined || start < present) {
    return deny('VALIDATION_FAILED', {
      fields: [{ path: 'effectiveFrom', text: t.effectiveInPast }],
    });
  }
  return undefined;
}

/** Whoever approves policies takes a version out of force. */
export function mayRetire(version: PolicyVersion, actor: PolicyActor): Denial | undefined {
  return mayFire(POLICY_VERSION_MACHINE, version.state, 'retire') ?? lacking(actor, APPROVE);
}

/** The versions that must now take effect, in order. */
export function dueVersions<V extends PolicyVersion>(versions: readonly V[], now: string): V[] {
  const present = Date.parse(now);
  const start = ({ effectiveFrom }: V): number => (effectiveFrom ? Date.parse(effectiveFrom) : Infinity);
  return versions
    .filter((version) => version.state === 'SCHEDULED' && start(version) <= present)
    .toSorted((a, b) => start(a) - start(b));
}

const HAS_RULED: readonly PolicyVersionState[] = ['SCHEDULED', 'EFFECTIVE', 'SUPERSEDED', 'RETIRED'];

/** The version in force at an instant: an order is judged by the version of its own time. */
export function versionAt<V extends PolicyVersion>(versions: readonly V[], instant: string): V | undefined {
  const at = Date.parse(instant);
  const covers = ({ state, effectiveFrom, effectiveTo }: V): boolean =>
    HAS_RULED.includes(state) &&
    !!effectiveFrom &&
    Date.parse(effectiveFrom) <= at &&
    (!effectiveTo || at < Date.parse(effectiveTo));
  return versions.filter(covers).toSorted((a, b) => Date.parse(b.effectiveFrom!) - Date.parse(a.effectiveFrom!))[0];
}
