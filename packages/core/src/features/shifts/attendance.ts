/**
 * @module Coming and going: check-in with a grace of five minutes, absence, and the end of a shift (R-WF-02, R-WF-03).
 */
import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import { refuse, type ReadContext } from '../../kernel/context.ts';
import { deny, type Denial } from '../../kernel/denial.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { mayFire } from '../../kernel/machine.ts';
import { Conversation, OWNED_STATES } from '../conversations/index.ts';
import { Handover, Shift, shiftMachine } from './entities.ts';
import { draftHandover } from './draft.ts';
import { absenceTimer } from './timers.ts';
import { UNANSWERED_CONVERSATIONS } from '../conversations/index.ts';
import { shiftTexts as t } from './texts.ts';

type ShiftRow = RowOf<typeof Shift>;

const MINUTE = 60_000;
const GRACE_MINUTES = 5;
/** So long before its beginning a shift can be begun. */
const EARLIEST_MS = 60 * MINUTE;

const isOwn = (ctx: ReadContext, { userId }: ShiftRow): boolean =>
  ctx.actor.kind === 'staff' && ctx.actor.userId === userId;
const NOT_OWN = deny('FORBIDDEN', { text: t.ownShiftOnly });

/** Whole minutes from one instant to another, none within the grace. */
function minutesBeyondGrace(from: string, to: string): number {
  const minutes = Math.floor((Date.parse(to) - Date.parse(from)) / MINUTE);
  return Date.parse(to) - Date.parse(from) > GRACE_MINUTES * MINUTE ? minutes : 0;
}

export const checkInShift = defineAction({
  title: { en: 'Check in', zh: '签到' },
  allow: { staff: 'shift.read' },
  on: Shift,
  input: z.object({}),
  output: one(Shift),
  event: 'checkIn',
  when: (ctx, shift) => {
    if (!isOwn(ctx, shift)) return NOT_OWN;
    const early = Date.parse(shift.startAt) - Date.parse(ctx.now) > EARLIEST_MS;
    return early || ctx.now >= shift.endAt
      ? deny('INVALID_TRANSITION', {
          text: t.checkInTime,
          details: { from: shift.state, event: 'checkIn' },
        })
      : undefined;
  },
  run: async (ctx, shift) => {
    await ctx.unset(absenceTimer, shift);
    return ctx.fire(Shift, shift, 'checkIn', {
      checkInAt: ctx.now,
      lateMinutes: minutesBeyondGrace(shift.startAt, ctx.now),
    });
  },
});

/** Nobody came until the shift was over; a lead may say so from its beginning on. */
export const markShiftAbsent = defineAction({
  title: { en: 'Mark as absent', zh: '标记缺勤' },
  allow: { staff: 'shift.plan', system: true },
  on: Shift,
  input: z.object({ reason: z.string().trim().max(500).optional() }),
  output: one(Shift),
  event: 'markAbsent',
  when: (ctx, { state, startAt }) =>
    ctx.now < startAt ? deny('INVALID_TRANSITION', { details: { from: state, event: 'markAbsent' } }) : undefined,
  run: async (ctx, row) => {
    await ctx.unset(absenceTimer, row);
    return ctx.fire(Shift, row, 'markAbsent');
  },
});

/** Begins the hand-over: a draft for each store of the shift, filled with what is open. */
export const startHandover = defineAction({
  title: { en: 'Begin the hand-over', zh: '开始交接' },
  allow: { staff: 'shift.read' },
  on: Shift,
  input: z.object({}),
  output: one(Shift),
  event: 'startHandover',
  when: (ctx, shift) => (isOwn(ctx, shift) ? undefined : NOT_OWN),
  run: async (ctx, shift) => {
    for (const storeId of shift.storeIds) await draftHandover(ctx, shift, storeId);
    return ctx.fire(Shift, shift, 'startHandover');
  },
});

/** More conversations than this nobody has. */
const MOST_HELD = 200;

/** Why a shift cannot end in order: somebody waits, or the next shift does not know what is open (R-WF-02). */
async function unfinished(ctx: ReadContext, { id, userId, storeIds }: ShiftRow): Promise<Denial | undefined> {
  const unanswered = await ctx.trusted('whatever the giver holds').find(Conversation, {
    where: { ownerId: userId, state: { in: OWNED_STATES }, waitingSince: { ne: null } },
    limit: MOST_HELD,
  });
  if (unanswered.length > 0)
    return deny(UNANSWERED_CONVERSATIONS, { details: { conversationIds: unanswered.map((row) => row.id) } });
  const sent = await ctx.trusted('whatever the giver holds').find(Handover, {
    where: { shiftId: id, state: { in: ['SUBMITTED', 'ACKNOWLEDGED'] } },
    limit: storeIds.length + 1,
  });
  const missing = storeIds.filter((storeId) => !sent.some((handover) => handover.storeId === storeId));
  return missing.length > 0
    ? deny('INVALID_TRANSITION', {
        text: t.handOverFirst,
        details: { from: 'HANDOVER_PENDING', event: 'end', storeIds: missing },
      })
    : undefined;
}

/** Whether a shift may end in order. */
function mayEnd(ctx: ReadContext, shift: ShiftRow): Promise<Denial | undefined> | Denial | undefined {
  const impossible = mayFire(shiftMachine, shift.state, 'end');
  if (!impossible) return unfinished(ctx, shift);
  return shift.state === 'CHECKED_IN' ? { ...impossible, text: t.handOverFirst } : impossible;
}

/** Ends one's shift; a lead ends it in any case, with a reason (R-WF-02). */
export const endShift = defineAction({
  title: { en: 'End the shift', zh: '下班' },
  allow: { staff: 'shift.read' },
  on: Shift,
  input: z.object({ reason: z.string().trim().max(500).optional() }),
  output: one(Shift),
  event: ['end', 'endEarly'],
  when: (ctx, shift) => {
    if (mayOverride(ctx)) return undefined;
    return isOwn(ctx, shift) ? mayEnd(ctx, shift) : NOT_OWN;
  },
  check: (ctx, shift, { reason }) => {
    if (overrides(ctx, reason)) return mayFire(shiftMachine, shift.state, 'endEarly');
    return isOwn(ctx, shift) ? mayEnd(ctx, shift) : deny('REASON_REQUIRED');
  },
  run: (ctx, shift, { reason }) => {
    const { actor } = ctx;
    if (actor.kind !== 'staff') return refuse('FORBIDDEN');
    const left = { checkOutAt: ctx.now, earlyMinutes: minutesBeyondGrace(ctx.now, shift.endAt) };
    if (!overrides(ctx, reason)) return ctx.fire(Shift, shift, 'end', left);
    return ctx.fire(Shift, shift, 'endEarly', { ...left, overriddenById: actor.userId, overrideReason: reason ?? '' });
  },
});

const mayOverride = ({ actor }: ReadContext): boolean =>
  actor.kind === 'staff' && actor.permissions.has('shift.override');
const overrides = (ctx: ReadContext, reason: string | undefined): boolean => mayOverride(ctx) && Boolean(reason);
