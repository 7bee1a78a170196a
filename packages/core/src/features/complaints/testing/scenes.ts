import { sampleOf } from '../../testing/sample.ts';
import { hoursFrom, rowIn, type Scenes } from '../../testing/scene.ts';
import { Complaint } from '../entities.ts';

const asked = (now: string, answer: string | null) => ({
  department: 'WAREHOUSE',
  question: 'Was it packed?',
  dueAt: hoursFrom(now, 24),
  answer,
  answeredById: null,
});

export const complaintScenes: Scenes = {
  rows: {
    Complaint: (world) =>
      rowIn(world, 'the-complaint', {
        ...sampleOf(Complaint.schema, { known: world.known, now: world.now, full: true }),
        storeId: world.storeId,
        customerId: world.lily.customerId,
        options: [{ text: 'A new one', amount: 0 }],
        currency: 'CNY',
        level: 2,
      }),
  },
  kinds: {
    Complaint: ({ now }) => [
      {
        ownerId: null,
        departments: [asked(now, null)],
        outcome: 'A new one was sent.',
        informedAt: now,
        causeCode: 'PRODUCT',
      },
      { ownerId: null, customerId: null, level: 4, departments: [asked(now, 'Yes')], outcome: null, informedAt: null },
    ],
  },
  inputs: {
    editComplaint: () => [{ facts: 'It was broken when it came.' }],
    investigateComplaint: () => [{ departmentsNotNeeded: 'All is known.' }],
    answerComplaintTask: () => [{ department: 'WAREHOUSE', answer: 'Yes, at noon.' }],
    proposeSolution: () => [{ causeCode: 'PRODUCT', options: [{ text: 'A new one' }] }],
    acceptSolution: () => [{ option: 1 }],
    escalateComplaint: () => [{ escalatedFor: 'HELP', reason: 'above me' }],
    resolveComplaint: () => [{ departmentsNotNeeded: 'All is known.' }],
    closeComplaint: () => [{ prevention: 'Packed twice from now on.' }],
    assignComplaint: ({ staff, known }, _row, actor) => [
      { userId: staff.CO.userId, reason: 'ill' },
      {
        userId: actor.kind === 'staff' && actor.userId === staff.CO.userId ? staff.SV.userId : known['userId'],
        reason: 'ill',
      },
      { userId: staff.MG.userId, reason: 'ill' },
    ],
    noteComplaint: () => [{ text: 'Called, nobody there.' }],
  },
  calls: {
    registerComplaint: ({ lily }) => ({ actor: lily, input: { subject: 'A broken cup' } }),
  },
};
