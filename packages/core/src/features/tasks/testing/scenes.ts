import { hoursFrom, rowIn, type Scenes } from '../../testing/scene.ts';

export const taskScenes: Scenes = {
  rows: {
    FollowUpTask: (world) =>
      rowIn(world, 'the-task', {
        storeId: world.storeId,
        number: 'T-1',
        kind: 'AD_HOC',
        subject: 'Call lily back',
        detail: '',
        priority: 'NORMAL',
        customerId: world.lily.customerId,
        conversationId: null,
        orderId: null,
        state: 'DUE',
        ownerId: null,
        givenById: world.staff.SV.userId,
        startAt: world.now,
        doneBy: hoursFrom(world.now, 4),
        firstDoneBy: hoursFrom(world.now, 4),
        lateAt: hoursFrom(world.now, 4),
        dueAt: hoursFrom(world.now, 4),
        overdue: false,
        snoozes: 0,
        snoozedUntil: null,
        attempts: 0,
        outcome: null,
        result: null,
        cancelledFor: null,
        dedupeKey: null,
      }),
  },
  kinds: {
    FollowUpTask: ({ now, staff }) => [
      {},
      { ownerId: staff.PA.userId },
      { ownerId: staff.PA.userId, snoozes: 2, overdue: true, lateAt: hoursFrom(now, -1) },
    ],
  },
  inputs: {
    snoozeTask: ({ now }) => [{ until: hoursFrom(now, 2) }],
    skipTask: () => [{ reason: 'The sale is off.' }],
    returnTask: () => [{ reason: 'I have no key.' }],
    cancelTask: () => [{ reason: 'The sale is off.' }],
    noteTask: () => [{ text: 'Called, nobody there.' }],
    assignTask: ({ staff, known }, _row, actor) => [
      { userId: staff.AA.userId, reason: 'ill' },
      {
        userId: actor.kind === 'staff' && actor.userId === staff.AA.userId ? staff.SV.userId : known['userId'],
        reason: 'ill',
      },
      { userId: staff.MG.userId, reason: 'ill' },
    ],
  },
  calls: {
    createTask: ({ staff, storeId, now }) => ({
      actor: staff.SV,
      input: { storeId, subject: 'Call lily back', doneBy: hoursFrom(now, 4) },
    }),
  },
};
