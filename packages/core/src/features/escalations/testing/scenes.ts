import { hoursFrom, rowIn, type Scenes } from '../../testing/scene.ts';
import { HIGHEST } from '../fields.ts';

export const escalationScenes: Scenes = {
  rows: {
    Escalation: (world) => {
      const { storeId, now, rows, somebody } = world;
      return rowIn(world, 'the-escalation', {
        storeId,
        conversationId: rows.get('Conversation')?.id,
        fromLevel: 1,
        level: 2,
        reason: 'angry',
        summary: 'what must be known',
        state: 'REQUESTED',
        requestedById: somebody.userId,
        requestedAt: now,
        dueAt: hoursFrom(now, 1),
        raised: 0,
        overdue: false,
        decidedById: null,
        decidedAt: null,
        declineReason: null,
      });
    },
  },
  kinds: {
    Escalation: () => Array.from({ length: HIGHEST - 1 }, (_, n) => ({ level: n + 2 })),
  },
  inputs: {
    escalateConversation: (_world, { level }) => [
      { level: Math.min(HIGHEST, Number(level) + 1), reason: 'angry', summary: 'what must be known' },
    ],
    lowerEscalation: () => [{ level: 1, reason: 'calm again' }],
    declineEscalation: () => [{ reason: 'not for us' }],
  },
};
