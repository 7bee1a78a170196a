import type { BaseRow } from '../../../kernel/entity.ts';
import { hoursFrom, type Scenes } from '../../testing/scene.ts';
import type { World } from '../../testing/world.ts';
import { FlowVersion } from '../../flows/index.ts';

/** An older version of the flow of tickets, from which one can be moved up. */
async function olderFlow({ desk, system, tenantId, put, now }: World): Promise<void> {
  await desk.perform(system, 'shipFlows', {});
  const newest = await desk.read(system).get(FlowVersion, `${tenantId}.TICKET.1`);
  await put(FlowVersion, { ...newest, id: `${tenantId}.TICKET.0`, edition: 0, publishedAt: now } as BaseRow);
}

const atNode = (node: string, kind: 'PA' | 'CO', next: readonly string[]) => ({
  node,
  nodeOwners: [{ kind: 'ROLE', code: kind }],
  nodeNext: [...next],
});

export const ticketScenes: Scenes = {
  rows: {
    Ticket: async (world) => {
      await olderFlow(world);
      const { desk, system, storeId, lily, tenantId } = world;
      const other = { storeId, subject: 'The same once more', intent: 'OTHER', customerId: lily.customerId };
      const into = (await desk.perform(system, 'createTicket', other)) as BaseRow;
      world.known['intoId'] = into.id;
      const row = (await desk.perform(system, 'createTicket', {
        ...other,
        subject: 'The invoice is wrong',
        frontRecord: 'The name of the company is wrong.',
      })) as BaseRow;
      return { ...row, flowVersionId: `${tenantId}.TICKET.0` } as BaseRow;
    },
  },
  kinds: {
    Ticket: ({ now, staff, tenantId }) => [
      { ownerId: null, flowVersionId: `${tenantId}.TICKET.0`, ...atNode('K3', 'PA', ['K4', 'K5']) },
      { ownerId: staff.PA.userId, ...atNode('K5', 'PA', []), level: 4, customerId: null },
      { ownerId: null, ...atNode('K4', 'CO', ['K5']), level: 2, sleepUntil: hoursFrom(now, -1) },
      {
        ownerId: staff.PA.userId,
        flowVersionId: `${tenantId}.TICKET.1`,
        ...atNode('K4', 'CO', ['K5']),
        asked: {
          to: { kind: 'ROLE', code: 'WH' },
          question: 'Was it packed?',
          answerBy: hoursFrom(now, 24),
          askedById: staff.PA.userId,
        },
      },
      { ownerId: null, ...atNode('K5', 'PA', []), closedAt: hoursFrom(now, -24 * 9) },
    ],
  },
  inputs: {
    finishTicketStep: (_world, row) => [
      {
        output: 'Done.',
        ...(((row['nodeNext'] ?? []) as string[])[0] ? { next: (row['nodeNext'] as string[])[0] } : {}),
      },
    ],
    askTicketDepartment: () => [{ to: { kind: 'ROLE', code: 'WH' }, question: 'Was it packed?' }],
    resolveTicket: () => [{ result: 'A new invoice was sent.', reason: 'All is said.' }],
    reopenTicket: () => [{ reason: 'The name is wrong again.' }],
    cancelTicket: () => [{ cancelledFor: 'SPAM', reason: 'An advertisement' }],
    raiseTicket: () => [{ reason: 'above me' }],
    lowerTicket: () => [{ reason: 'ours after all' }],
    mergeTicket: ({ known }) => [{ intoId: known['intoId'] }],
    moveTicketUp: () => [{ node: 'K3' }],
    splitTicket: () => [{ subject: 'The other half' }],
    sleepConversation: ({ now }) => [{ until: hoursFrom(now, 24) }],
    sleepTicket: ({ now }) => [{ until: hoursFrom(now, 24) }],
    noteTicket: () => [{ text: 'Called, nobody there.' }],
    assignTicket: ({ staff, known }, _row, actor) => [
      { userId: staff.AA.userId, reason: 'ill' },
      {
        userId: actor.kind === 'staff' && actor.userId === staff.AA.userId ? staff.SV.userId : known['userId'],
        reason: 'ill',
      },
      { userId: staff.MG.userId, reason: 'ill' },
    ],
    ticketFromConversation: () => [{ frontRecord: 'The invoice is wrong.' }],
  },
  calls: {
    createTicket: ({ staff, storeId }) => ({
      actor: staff.PA,
      input: { storeId, subject: 'The invoice is wrong', intent: 'INVOICE' },
    }),
  },
};
