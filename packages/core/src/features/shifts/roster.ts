/** @module Planning: who works when (R-WF-03, domain model 3.8). A person's shifts never overlap. */
import { z } from 'zod';
import { defineAction, one, value } from '../../kernel/action.ts';
import { hasAllStores, type Actor } from '../../kernel/actor.ts';
import type { ActionContext, ReadContext } from '../../kernel/context.ts';
import { deny, type Denial } from '../../kernel/denial.ts';
import { instant, ref, type RowOf } from '../../kernel/entity.ts';
import { OTHER_STORES } from '../../kernel/store-guard.ts';
import { Store, User } from '../access/index.ts';
import { Roster, Shift, shiftType } from './entities.ts';
import { absenceTimer } from './timers.ts';
import { shiftTexts as t } from './texts.ts';

type ShiftRow = RowOf<typeof Shift>;
type Span = Pick<ShiftRow, 'userId' | 'startAt' | 'endAt'>;

const LONGEST_MS = 16 * 3600_000;
/** States in which a shift no longer takes anybody's time. */
const OVER: readonly string[] = ['ABSENT'];
const MOST_A_DAY = 20;

/** Another shift of the person at the same time, if there is one. */
async function overlapping(
  ctx: ReadContext,
  { userId, startAt, endAt }: Span,
  except?: string,
): Promise<ShiftRow | undefined> {
  const earliest = new Date(Date.parse(startAt) - LONGEST_MS).toISOString();
  const near = await ctx.trusted('all shifts of the person').find(Shift, {
    where: [{ userId }, { startAt: { gte: earliest } }, { startAt: { lt: endAt } }],
    order: [['startAt', 'asc']],
    limit: MOST_A_DAY,
  });
  return near.find((shift) => shift.id !== except && shift.endAt > startAt && !OVER.includes(shift.state));
}

async function mayWork(
  ctx: ReadContext,
  span: Span & { readonly storeIds: readonly string[] },
  except?: string,
): Promise<Denial | undefined> {
  const length = Date.parse(span.endAt) - Date.parse(span.startAt);
  if (length <= 0 || length > LONGEST_MS)
    return deny('VALIDATION_FAILED', {
      fields: [{ path: 'endAt', text: t.shiftLength }],
    });
  const user = await ctx.trusted('all stores of the person').get(User, span.userId);
  if (!user.active) return deny('NOT_FOUND');
  for (const storeId of span.storeIds) {
    await ctx.trusted('the shift’s stores are what they are').get(Store, storeId);
    if (user.storeIds.length > 0 && !user.storeIds.includes(storeId))
      return deny('VALIDATION_FAILED', {
        fields: [{ path: 'storeIds', text: t.otherStore }],
      });
  }
  const other = await overlapping(ctx, span, except);
  return other && deny('DUPLICATE', { text: t.shiftsOverlap, details: { shiftId: other.id } });
}

/** Writes the row on which all who plan for a person meet. */
async function lock(ctx: ActionContext, userId: string): Promise<void> {
  const id = `${ctx.actor.tenantId}:roster:${userId}`;
  const row = await ctx.trusted('bookkeeping of the desk').maybe(Roster, id);
  if (row) ctx.trusted('bookkeeping of the desk').update(Roster, row, { changes: row.changes + 1 });
  else ctx.insert(Roster, { id, userId, changes: 1 });
}

const fields = {
  userId: z.string(),
  storeIds: z.array(ref('Store')).min(1).max(20),
  type: shiftType,
  startAt: instant(),
  endAt: instant(),
  note: z.string().trim().max(500),
};

export const planShift = defineAction({
  title: { en: 'Plan a shift', zh: '新建班次' },
  allow: { staff: 'shift.plan' },
  input: z.object({ ...fields, note: fields.note.default('') }),
  output: one(Shift),
  check: async (ctx, input) => {
    // Read first: who plans for the same person meanwhile writes this row, and all of this is asked again.
    await ctx.trusted('bookkeeping of the desk').maybe(Roster, `${ctx.actor.tenantId}:roster:${input.userId}`);
    return mayWork(ctx, input);
  },
  run: async (ctx, input) => {
    await lock(ctx, input.userId);
    return ctx.insert(Shift, { ...input, state: 'PLANNED', ...UNTOUCHED });
  },
});

const UNTOUCHED = {
  checkInAt: null,
  checkOutAt: null,
  lateMinutes: 0,
  earlyMinutes: 0,
  swapWithId: null,
  swapReason: null,
  overriddenById: null,
  overrideReason: null,
};

/** Whoever plans for some stores plans no shift of another, also where it is their own. */
const mayPlan = (actor: Actor, storeIds: readonly string[]): Denial | undefined =>
  hasAllStores(actor, storeIds) ? undefined : OTHER_STORES;

/** Changes a shift that nobody has begun. */
export const updateShift = defineAction({
  title: { en: 'Change a shift', zh: '修改班次' },
  allow: { staff: 'shift.plan' },
  on: Shift,
  input: z.object(fields).partial(),
  output: one(Shift),
  when: ({ actor }, { state, storeIds }) =>
    ['PLANNED', 'PUBLISHED'].includes(state)
      ? mayPlan(actor, storeIds)
      : deny('INVALID_TRANSITION', { details: { from: state, event: 'change' } }),
  check: async (ctx, shift, changes) => {
    const given = Object.fromEntries(Object.entries(changes).filter(([, v]) => v !== undefined));
    await ctx
      .trusted('bookkeeping of the desk')
      .maybe(Roster, `${ctx.actor.tenantId}:roster:${changes.userId ?? shift.userId}`);
    return mayWork(ctx, { ...shift, ...given }, shift.id);
  },
  run: async (ctx, shift, changes) => {
    const changed = ctx.update(
      Shift,
      shift,
      Object.fromEntries(Object.entries(changes).filter(([, v]) => v !== undefined)),
    );
    await lock(ctx, changed.userId);
    if (changed.state === 'PUBLISHED') await expectAt(ctx, changed);
    return changed;
  },
});

/** Takes back a shift that was not published. */
export const removeShift = defineAction({
  title: { en: 'Remove a shift', zh: '删除班次' },
  allow: { staff: 'shift.plan' },
  on: Shift,
  input: z.object({}),
  output: one(Shift),
  event: 'publish',
  when: ({ actor }, { storeIds }) => mayPlan(actor, storeIds),
  run: (ctx, shift) => {
    ctx.remove(Shift, shift);
    return shift;
  },
});

const MOST_PUBLISHED = 300;

/** Who has not checked in when his shift ends was absent. */
async function expectAt(ctx: ActionContext, { id, endAt }: ShiftRow): Promise<void> {
  await ctx.at(absenceTimer, endAt, id);
}

/** Publishes what is planned in a period, up to 300 shifts at once; answers how many. */
export const publishShifts = defineAction({
  title: { en: 'Publish shifts', zh: '发布班次' },
  allow: { staff: 'shift.plan' },
  input: z.object({ from: instant(), to: instant() }),
  output: value('ShiftsPublished', z.object({ count: z.int() })),
  run: async (ctx, { from, to }) => {
    const planned = await ctx.find(Shift, {
      where: [{ state: 'PLANNED' }, { startAt: { gte: from } }, { startAt: { lt: to } }],
      order: [['startAt', 'asc']],
      limit: MOST_PUBLISHED,
    });
    const own = planned.filter(({ storeIds }) => hasAllStores(ctx.actor, storeIds));
    for (const shift of own) await expectAt(ctx, ctx.fire(Shift, shift, 'publish'));
    return { count: own.length };
  },
});

const reason = z.string().trim().max(500).default('');
const isOwn = (ctx: ReadContext, { userId }: ShiftRow): boolean =>
  ctx.actor.kind === 'staff' && ctx.actor.userId === userId;

/** Asks to give one's shift to a colleague; a lead decides. */
export const requestShiftSwap = defineAction({
  title: { en: 'Ask for a swap', zh: '申请换班' },
  allow: { staff: 'shift.read' },
  on: Shift,
  input: z.object({ withUserId: z.string(), reason }),
  output: one(Shift),
  event: 'requestSwap',
  when: (ctx, shift) => (isOwn(ctx, shift) ? undefined : deny('FORBIDDEN', { text: t.ownShiftOnly })),
  check: (ctx, shift, { withUserId, reason: why }) => {
    if (!why) return deny('REASON_REQUIRED');
    if (withUserId === shift.userId)
      return deny('VALIDATION_FAILED', { fields: [{ path: 'withUserId', text: t.chooseColleague }] });
    return mayWork(ctx, { ...shift, userId: withUserId }, shift.id);
  },
  run: (ctx, row, { withUserId, reason: why }) =>
    ctx.fire(Shift, row, 'requestSwap', { swapWithId: withUserId, swapReason: why }),
});

/** Lets a colleague take the shift; it counts for him from now on (K-39). */
export const approveShiftSwap = defineAction({
  title: { en: 'Approve the swap', zh: '批准换班' },
  allow: { staff: 'shift.plan' },
  on: Shift,
  input: z.object({}),
  output: one(Shift),
  event: 'approveSwap',
  when: async (ctx, shift) => {
    const elsewhere = mayPlan(ctx.actor, shift.storeIds);
    if (elsewhere || !shift.swapWithId) return elsewhere;
    if (isOwn(ctx, shift)) return deny('FORBIDDEN', { text: t.notOwnSwap });
    await ctx.trusted('bookkeeping of the desk').maybe(Roster, `${ctx.actor.tenantId}:roster:${shift.swapWithId}`);
    return mayWork(ctx, { ...shift, userId: shift.swapWithId }, shift.id);
  },
  run: async (ctx, shift) => {
    const userId = shift.swapWithId ?? shift.userId;
    await lock(ctx, userId);
    return ctx.fire(Shift, shift, 'approveSwap', { userId, swapWithId: shift.userId });
  },
});

export const declineShiftSwap = defineAction({
  title: { en: 'Decline the swap', zh: '拒绝换班' },
  allow: { staff: 'shift.plan' },
  on: Shift,
  input: z.object({ reason: z.string().trim().max(500).optional() }),
  output: one(Shift),
  event: 'declineSwap',
  when: ({ actor }, { storeIds }) => mayPlan(actor, storeIds),
  run: (ctx, row) => ctx.fire(Shift, row, 'declineSwap', { swapWithId: null, swapReason: null }),
});
