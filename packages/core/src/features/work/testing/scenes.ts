import type { BaseRow } from '../../../kernel/entity.ts';
import { rowIn, type Scenes } from '../../testing/scene.ts';

const PNG = JSON.stringify({ contentType: 'image/png', size: 9, sha256: 'x' });
const CLOCK = 'accept';

export const workScenes: Scenes = {
  rows: {
    // An item of whatever kind has the id of the row that it is of: here of the escalation of the scenes.
    WorkItem: (world) =>
      rowIn(world, 'the-escalation', {
        storeId: world.storeId,
        permission: 'conversation.read',
        customerId: null,
        forCustomer: false,
        entity: 'Escalation',
        number: null,
        title: 'angry',
        state: 'REQUESTED',
        ownerId: null,
        conversationId: null,
        dueAt: world.now,
        clock: CLOCK,
        waitsFor: 'US',
        open: true,
        openedAt: world.now,
        closedAt: null,
        clocks: [{ clock: CLOCK, dueAt: world.now, left: null, late: false }],
        files: 0,
      }),
  },
  beside: {
    WorkItem: async (world) => world.put(world.whole('Escalation'), world.rows.get('Escalation') as BaseRow),
  },
  inputs: { passWorkClock: () => [{ clock: CLOCK }] },
  calls: {
    addWorkFile: async (world) => {
      await world.put(world.whole('WorkItem'), world.rows.get('WorkItem') as BaseRow);
      await world.put(world.whole('Escalation'), world.rows.get('Escalation') as BaseRow);
      return { actor: world.staff.PA, input: { workItemId: 'the-escalation', blobKey: PNG, name: 'a.png' } };
    },
  },
};
