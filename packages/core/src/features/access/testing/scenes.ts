import type { BaseRow } from '../../../kernel/entity.ts';
import { Timer } from '../../../kernel/timer.ts';
import { hoursFrom, type Scenes } from '../../testing/scene.ts';
import { PRESENCE_STATES, User } from '../entities.ts';

const PASSWORD = 'granite ladder orchid seventeen';

export const accessScenes: Scenes = {
  rows: {
    User: ({ desk, system, somebody }) => desk.read(system).get(User, somebody.userId),
  },
  own: {
    User: async ({ desk, system }, actor) =>
      actor.kind === 'staff' ? desk.read(system).get(User, actor.userId) : undefined,
  },
  kinds: {
    // Who works for every store, for one, and is lent to another.
    User: ({ storeId, otherStoreId }) => [{}, { storeIds: [storeId] }, { storeIds: [storeId, otherStoreId] }],
  },
  beside: {
    User: async ({ put, tenantId, otherStoreId, now }, { id, storeIds }) => {
      if (!(storeIds as string[]).includes(otherStoreId)) return;
      const key = `lent:${id}:${otherStoreId}`;
      await put(Timer, {
        id: `${tenantId}:${key}`,
        tenantId,
        version: 1,
        createdAt: now,
        updatedAt: now,
        key,
        dueAt: hoursFrom(now, 1),
        action: 'takeBackAgent',
        input: { id, storeId: otherStoreId },
      } as BaseRow);
    },
  },
  inputs: {
    setPresence: () => PRESENCE_STATES.map((presence) => ({ presence, reason: 'asked on the phone' })),
    setStaffPassword: () => [{ password: PASSWORD }],
  },
};
