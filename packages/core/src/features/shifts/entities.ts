import { z } from 'zod';
import type { Actor } from '../../kernel/actor.ts';
import { codes } from '../../kernel/codes.ts';
import { defineEntity, instant, named, ref, type Visibility } from '../../kernel/entity.ts';
import { defineMachine } from '../../kernel/machine.ts';
import { staffOfStore } from '../customers/index.ts';
import { itemKind } from './points.ts';

/** One's own shifts, and those in stores that one works for. */
function reader(actor: Actor): Visibility {
  if (actor.kind !== 'staff' || !actor.permissions.has('shift.read')) return 'none';
  return actor.storeIds
    ? { or: [{ userId: actor.userId }, ...actor.storeIds.map((id) => ({ storeIds: { has: id } }))] }
    : 'all';
}

export const shiftType = codes('ShiftType', {
  MORNING: { en: 'Morning', zh: '早班' },
  DAY: { en: 'Day', zh: '白班' },
  EVENING: { en: 'Evening', zh: '晚班' },
  NIGHT: { en: 'Night', zh: '夜班' },
});
export const SHIFT_TYPES = shiftType.options;

export const shiftState = codes('ShiftState', {
  PLANNED: { en: 'Planned', zh: '待发布', note: 'Its person does not see it yet.' },
  PUBLISHED: { en: 'Published', zh: '已发布' },
  CHECKED_IN: { en: 'Working', zh: '在岗' },
  HANDOVER_PENDING: { en: 'Handing over', zh: '交接中' },
  ENDED: { en: 'Ended', zh: '已下班' },
  ABSENT: { en: 'Absent', zh: '缺勤' },
  SWAP_REQUESTED: { en: 'Swap asked', zh: '申请换班' },
  SWAPPED: { en: 'Swapped', zh: '已换班' },
});

/** Domain model 3.8. `endEarly`: a lead ends a shift without its hand-over. */
export const shiftMachine = defineMachine({
  field: 'state',
  states: shiftState.options,
  events: {
    plan: { NEW: 'PLANNED' },
    publish: { PLANNED: 'PUBLISHED' },
    checkIn: { PUBLISHED: 'CHECKED_IN', SWAPPED: 'CHECKED_IN' },
    startHandover: { CHECKED_IN: 'HANDOVER_PENDING' },
    end: { HANDOVER_PENDING: 'ENDED' },
    endEarly: { CHECKED_IN: 'ENDED', HANDOVER_PENDING: 'ENDED' },
    markAbsent: { PUBLISHED: 'ABSENT', SWAPPED: 'ABSENT', SWAP_REQUESTED: 'ABSENT' },
    requestSwap: { PUBLISHED: 'SWAP_REQUESTED' },
    approveSwap: { SWAP_REQUESTED: 'SWAPPED' },
    declineSwap: { SWAP_REQUESTED: 'PUBLISHED' },
  },
});

/** A person's working time in some stores. */
export const Shift = defineEntity({
  name: 'Shift',
  title: { en: 'Shift', zh: '班次' },
  schema: z.object({
    userId: ref('User'),
    storeIds: z.array(ref('Store')).min(1).max(20),
    type: shiftType,
    startAt: instant(),
    endAt: instant(),
    state: shiftState,
    note: z.string().max(500),
    checkInAt: instant().nullable(),
    checkOutAt: instant().nullable(),
    /** Whole minutes after the beginning; 0 within the grace of five (R-WF-03). */
    lateMinutes: z.int(),
    /** Whole minutes before the end; 0 within the grace. */
    earlyMinutes: z.int(),
    /** Who shall take it over, while or after a swap was asked for. */
    swapWithId: ref('User').nullable(),
    swapReason: z.string().max(500).nullable(),
    /** Who ended it without a hand-over, and why. */
    overriddenById: ref('User').nullable(),
    overrideReason: z.string().max(500).nullable(),
  }),
  machine: shiftMachine,
  index: [['userId', 'startAt'], ['startAt'], ['state', 'endAt']],
  audited: [
    'state',
    'userId',
    'storeIds',
    'type',
    'startAt',
    'endAt',
    'swapWithId',
    'lateMinutes',
    'earlyMinutes',
    'overrideReason',
  ],
  visible: reader,
  list: { filters: ['userId', 'state', 'type', 'startAt', 'endAt', 'storeIds'], orders: [[['startAt', 'asc']]] },
});

/** One row for each person: two who plan for him at once meet on its version, so that his shifts never overlap. */
export const Roster = defineEntity({
  name: 'Roster',
  title: { en: 'Roster of a person', zh: '个人排班' },
  schema: z.object({ userId: ref('User'), changes: z.int() }),
  unique: [{ name: 'roster_user', fields: ['userId'] }],
  visible: () => 'none',
  internal: true,
});

/** One thing that the next shift has to look after. */
export const HandoverItem = named(
  'HandoverItem',
  z.object({
    id: z.string().max(80),
    kind: itemKind,
    /** Id of what it is about: of the conversation, the case, the order. */
    refId: z.string().max(200).nullable(),
    text: z.string().trim().min(1).max(500),
    dueAt: instant().nullable(),
    state: codes('HandoverItemState', {
      OPEN: { en: 'Open', zh: '待处理' },
      DONE: { en: 'Done', zh: '已完成' },
    }),
    doneById: ref('User').nullable(),
    doneAt: instant().nullable(),
  }),
);

export const handoverState = codes('HandoverState', {
  DRAFT: { en: 'Draft', zh: '草稿' },
  SUBMITTED: { en: 'Sent', zh: '已提交' },
  ACKNOWLEDGED: { en: 'Acknowledged', zh: '已确认' },
});

export const handoverMachine = defineMachine({
  field: 'state',
  states: handoverState.options,
  events: { draft: { NEW: 'DRAFT' }, submit: { DRAFT: 'SUBMITTED' }, acknowledge: { SUBMITTED: 'ACKNOWLEDGED' } },
});

/** What one shift leaves to the next in one store (form F2). */
export const Handover = defineEntity({
  name: 'Handover',
  title: { en: 'Hand-over', zh: '交接班' },
  schema: z.object({
    storeId: ref('Store'),
    shiftId: ref('Shift'),
    giverId: ref('User'),
    /** Null: whoever of the next shift comes first. */
    receiverId: ref('User').nullable(),
    state: handoverState,
    items: z.array(HandoverItem).max(200),
    parcels: z.string().max(2000),
    preOrders: z.string().max(2000),
    anomalies: z.string().max(2000),
    changes: z.string().max(2000),
    submittedAt: instant().nullable(),
    acknowledgedAt: instant().nullable(),
    acknowledgedById: ref('User').nullable(),
    remark: z.string().max(1000),
  }),
  machine: handoverMachine,
  index: [['storeId', 'state', '-submittedAt'], ['shiftId']],
  unique: [{ name: 'handover_shift_store', fields: ['shiftId', 'storeId'] }],
  audited: ['state', 'receiverId', 'acknowledgedById', 'items'],
  visible: (actor) => staffOfStore(actor, 'shift.read'),
  list: {
    filters: ['storeId', 'shiftId', 'giverId', 'receiverId', 'state', 'submittedAt'],
    orders: [[['submittedAt', 'desc']]],
  },
});
