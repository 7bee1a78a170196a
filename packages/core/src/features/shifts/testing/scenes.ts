import type { BaseRow } from '../../../kernel/entity.ts';
import { hoursFrom, rowIn, type Scenes } from '../../testing/scene.ts';

export const shiftScenes: Scenes = {
  rows: {
    Shift: (world) => {
      const { storeId, now, somebody } = world;
      return rowIn(world, 'the-shift', {
        userId: somebody.userId,
        storeIds: [storeId],
        type: 'DAY',
        startAt: hoursFrom(now, -1),
        endAt: hoursFrom(now, 7),
        state: 'PLANNED',
        note: '',
        checkInAt: null,
        checkOutAt: null,
        lateMinutes: 0,
        earlyMinutes: 0,
        swapWithId: null,
        swapReason: null,
        overriddenById: null,
        overrideReason: null,
      });
    },
    Handover: (world) => {
      const { storeId, somebody, rows } = world;
      return rowIn(world, 'the-handover', {
        storeId,
        shiftId: rows.get('Shift')?.id,
        giverId: somebody.userId,
        receiverId: null,
        state: 'DRAFT',
        items: [
          {
            id: 'item-1',
            kind: 'OTHER',
            refId: null,
            text: 'a parcel',
            dueAt: null,
            state: 'OPEN',
            doneById: null,
            doneAt: null,
          },
        ],
        parcels: '',
        preOrders: '',
        anomalies: '',
        changes: '',
        submittedAt: null,
        acknowledgedAt: null,
        acknowledgedById: null,
        remark: '',
      });
    },
  },
  kinds: {
    Shift: ({ now, staff }, state) =>
      state === 'SWAP_REQUESTED'
        ? [{ swapWithId: staff.PA.userId, swapReason: 'a wedding' }]
        : [{}, { startAt: hoursFrom(now, 3), endAt: hoursFrom(now, 9) }],
    Handover: ({ staff }) => [{}, { receiverId: staff.PA.userId }],
  },
  beside: {
    // Its hand-over has been sent.
    Shift: async ({ put, rows }, { id, state, userId }) => {
      const handover = rows.get('Handover');
      if (handover && state === 'HANDOVER_PENDING')
        await put(
          { name: 'Handover' } as never,
          { ...handover, shiftId: id, giverId: userId, state: 'SUBMITTED' } as BaseRow,
        );
    },
  },
  calls: {
    planShift: ({ staff, storeId, now }) => ({
      actor: staff.TL,
      input: {
        userId: staff.PA.userId,
        storeIds: [storeId],
        type: 'DAY',
        startAt: hoursFrom(now, 24),
        endAt: hoursFrom(now, 32),
      },
    }),
    publishShifts: async ({ put, rows, staff, now }) => {
      await put({ name: 'Shift' } as never, rows.get('Shift') as BaseRow);
      return { actor: staff.TL, input: { from: hoursFrom(now, -24), to: hoursFrom(now, 24) } };
    },
  },
  inputs: {
    updateShift: () => [{ note: 'bring the keys' }],
    requestShiftSwap: ({ somebody, staff }, { userId }) => [
      { withUserId: userId === staff.PA.userId ? somebody.userId : staff.PA.userId, reason: 'a wedding' },
    ],
    endShift: () => [{}, { reason: 'ill' }],
    setHandoverItem: () => [{ itemId: 'item-1', done: true }],
  },
};
