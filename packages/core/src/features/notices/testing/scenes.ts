import { rowIn, type Scenes } from '../../testing/scene.ts';

export const noticeScenes: Scenes = {
  rows: {
    Notice: (world) =>
      rowIn(world, 'the-notice', {
        storeId: world.storeId,
        kind: 'ANNOUNCEMENT',
        key: 'a-key',
        severity: 'IMPORTANT',
        title: 'The warehouse closes at four',
        note: '',
        aboutEntity: null,
        aboutId: null,
        byUserId: null,
        toUserIds: Object.values(world.staff).map(({ userId }) => userId),
        toPermission: null,
        toRoles: [],
        state: 'OPEN',
        notToldBecause: null,
        at: world.now,
        lastAt: world.now,
        count: 1,
        level: 0,
        acknowledgeBy: world.now,
        acknowledgedAt: null,
        acknowledgedById: null,
        locked: false,
        levels: [],
        within: null,
      }),
  },
  calls: {
    sendNotice: ({ staff, storeId }) => ({
      actor: staff.SV,
      input: { storeId, title: 'The warehouse closes at four', toRoles: ['PA'] },
    }),
    setNoticePreference: ({ staff }) => ({ actor: staff.PA, input: { kind: 'ANNOUNCEMENT', on: false } }),
  },
  inputs: {
    setNoticePolicy: () => [{ kind: 'ANNOUNCEMENT', on: false }],
  },
};
