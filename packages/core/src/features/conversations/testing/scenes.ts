import type { RowOf } from '../../../kernel/entity.ts';
import { hoursFrom, rowIn, type Scenes } from '../../testing/scene.ts';
import { Conversation } from '../entities.ts';

/** What the blobs of `testPorts` know of a file. */
const PNG = JSON.stringify({ contentType: 'image/png', size: 9, sha256: 'x' });

type Row = RowOf<typeof Conversation>;

export const conversationScenes: Scenes = {
  rows: {
    Conversation: async ({ desk, lily, somebody }) => {
      const { id } = (await desk.perform(lily, 'openConversation', {})) as Row;
      await desk.perform(lily, 'sendMessage', { conversationId: id, clientMsgId: 'first-message', text: '你好' });
      return (await desk.perform(somebody, 'takeConversation', { id })) as Row;
    },
    Transfer: (world) => {
      const { storeId, now, rows, somebody, staff } = world;
      return rowIn(world, 'the-transfer', {
        storeId,
        conversationId: rows.get('Conversation')?.id,
        fromUserId: somebody.userId,
        toUserId: staff.PA.userId,
        toTeam: null,
        reason: 'OTHER',
        note: '',
        summary: 'what must be known',
        state: 'OFFERED',
        requestedAt: now,
        decidedAt: null,
        approverId: null,
      });
    },
  },
  kinds: {
    Conversation: ({ now, somebody }, state) => {
      const nobody = { ownerId: null, assignedAt: null };
      if (state === 'QUEUED' || state === 'OFFLINE') return [{ ...nobody, queuedAt: now, waitingSince: now }];
      if (state === 'BOT' || state === 'ABANDONED') return [{ ...nobody, queuedAt: null, waitingSince: null }];
      const ownerId = somebody.userId;
      if (state === 'CLOSED')
        return [
          { ownerId, closedAt: now, waitingSince: null },
          { ownerId, closedAt: hoursFrom(now, -100), waitingSince: null },
        ];
      return [
        { ownerId, waitingSince: now, level: 2, assignedAt: hoursFrom(now, -1) },
        { ownerId, waitingSince: null, assignedAt: now },
        { ownerId, waitingSince: null, assignedAt: now, level: 4, escalatedTo: null },
        { ownerId, waitingSince: null, assignedAt: now, holdUntil: hoursFrom(now, -1), holdSetBy: 'PERSON' },
        { ownerId, waitingSince: null, assignedAt: now, holdUntil: hoursFrom(now, 1), holdSetBy: 'PERSON' },
        { ownerId, waitingSince: null, assignedAt: now, sleepUntil: hoursFrom(now, -1) },
      ];
    },
    Transfer: ({ staff }) => [
      { toUserId: staff.PA.userId },
      { toUserId: null },
      { toUserId: null, toTeam: 'PRE_SALE' },
    ],
  },
  calls: {
    sendMessage: ({ lily, known }) => ({
      actor: lily,
      input: { conversationId: known['conversationId'], clientMsgId: 'said-again', text: '还在吗' },
    }),
    setTyping: ({ lily, known }) => ({ actor: lily, input: { id: known['conversationId'], on: true } }),
    setViewing: ({ staff, known }) => ({ actor: staff.PA, input: { id: known['conversationId'], on: true } }),
    markDelivered: ({ staff, known }) => ({ actor: staff.PA, input: { id: known['conversationId'], seq: 1 } }),
    markRead: ({ staff, known }) => ({ actor: staff.PA, input: { id: known['conversationId'], seq: 1 } }),
    addAttachment: ({ lily, known }) => ({
      actor: lily,
      input: { conversationId: known['conversationId'], blobKey: PNG, name: 'a.png' },
    }),
  },
  inputs: {
    assignConversation: ({ staff, somebody }, { ownerId }) => [
      { userId: ownerId === staff.PA.userId ? somebody.userId : staff.PA.userId, reason: 'speaks the language' },
    ],
    requestTransfer: () => [{ reason: 'SKILL', summary: 'what must be known' }],
    holdConversation: ({ now }) => [{ until: hoursFrom(now, 1) }],
    warnIdleCustomer: (_world, { lastPublicSeq }) => [{ seq: lastPublicSeq }],
    closeConversation: () => [{ intent: 'OTHER', result: 'SOLVED', reason: 'answered on the phone' }],
    leaveMessage: () => [{ clientMsgId: 'left-message', text: '您好，有问题请随时联系我们。' }],
  },
  excused: {
    leaveMessage: {
      codes: ['INVALID_TRANSITION'],
      why: 'the same message sent again must find its first answer, also when a conversation is open by then (0046)',
    },
  },
};
